"""Whoever plans into a clash sees it: what says that the post is planned doesn't lie over it."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from smadmin.ui.plan.calendar import CalendarPage
from smadmin.ui.toasts import Toasts
from tests.gui.plan.at_calendar import AtCalendar, chess, enter


def at_eight(page: CalendarPage) -> None:
    assert page.form is not None
    page.form.timed.setChecked(True)
    page.form.at.show_time(8, 0)


def test_planning_into_a_clash_leaves_its_warning_free(at: AtCalendar) -> None:
    at.go_to(chess(at))
    enter(at, "Band", at_eight)
    at.go_to(at.planned("Band")[0])

    enter(at, "Orchestra", at_eight)

    warning = at.page.day.lines
    at.sitting.qtbot.waitUntil(lambda: "another post within the hour" in warning.text())
    (over,) = (one for one in at.plan.findChildren(Toasts) if one.isVisible())
    at.sitting.qtbot.waitUntil(lambda: not seen(at, over).intersects(seen(at, warning)))


def seen(at: AtCalendar, part: QWidget) -> QRect:
    return QRect(part.mapTo(at.plan, QPoint(0, 0)), part.size())
