"""What stood on the calendar because it wasn't done goes once it is; a copy's note moves nothing."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt

from smadmin.ui.plan.table import Kind
from tests.gui.plan.at_calendar import AtCalendar, chess, whole_week

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_copied_week_is_said_and_nothing_below_moves(at: AtCalendar) -> None:
    at.go_to(chess(at))
    before = at.page.mapTo(at.plan, QPoint(0, 0)), at.page.size()

    at.press(Key.Key_C, CONTROL, SHIFT)

    assert "gridui.copy-noted-week" in [one.happened.id for one in at.plan.banners.models]
    assert (at.page.mapTo(at.plan, QPoint(0, 0)), at.page.size()) == before


def test_a_refused_copy_isnt_said_any_more_once_the_week_was_copied(at: AtCalendar) -> None:
    at.show(Kind.MONTH)
    at.go_to(chess(at))
    later = whole_week(at, chess(at).day + timedelta(weeks=3))
    at.press(Key.Key_C, CONTROL, SHIFT)
    at.press(Key.Key_V, CONTROL)  # into the same week
    refused = "plan.nothing-to-copy"
    at.sitting.qtbot.waitUntil(lambda: refused in [one.happened.id for one in at.plan.banners.models])

    at.page.grid.go_to(later, None)
    at.press(Key.Key_V, CONTROL)

    said = [one.happened.id for one in at.plan.banners.models]
    assert "gridui.copied" in said
    assert refused not in said
