"""The calendar on the sample school: with the keyboard alone, posts carried by hand, undo, cells in words."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smadmin.domain.plan import monday_of
from smadmin.domain.school_days import CalendarDays, DaysKind
from smadmin.ui.plan.calendar import CalendarPage
from smadmin.ui.plan.table import Kind
from tests.gui.plan.at_calendar import AtCalendar, chess, enter, whole_week
from tests.gui.plan.conftest import slots

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("kind", [Kind.WEEK, Kind.MONTH, Kind.ACCOUNTS])
def test_a_post_is_moved_with_control_and_an_arrow_and_moved_back(at: AtCalendar, kind: Kind) -> None:
    at.show(kind)
    before = chess(at)
    at.go_to(before)

    at.press(Key.Key_Right, CONTROL)
    moved = chess(at)
    cell = at.page.grid.cell
    at.press(Key.Key_Z, CONTROL)
    undone = chess(at)
    at.press(Key.Key_Z, CONTROL, SHIFT)

    assert moved.day == before.day + timedelta(days=1)
    assert cell is not None
    assert cell.day == moved.day
    assert at.page.grid.hasFocus()
    assert undone.day == before.day
    assert chess(at).day == moved.day


def test_in_the_month_an_arrow_down_moves_a_post_by_a_week(at: AtCalendar) -> None:
    at.show(Kind.MONTH)
    before = chess(at)
    at.go_to(before)

    at.press(Key.Key_Down, CONTROL)

    assert chess(at).day == before.day + timedelta(weeks=1)


def test_several_deeds_are_undone_one_by_one_and_done_again(at: AtCalendar) -> None:
    before = chess(at)
    at.go_to(before)
    at.press(Key.Key_Right, CONTROL)
    at.press(Key.Key_Right, CONTROL)
    at.press(Key.Key_Delete)
    gone = at.planned("Chess club")

    days = []
    for keys in ((Key.Key_Z, CONTROL), (Key.Key_Z, CONTROL), (Key.Key_Z, CONTROL)):
        at.press(*keys)
        days.append(chess(at).day)
    at.press(Key.Key_Z, CONTROL)
    nothing = at.banner
    for _ in range(3):
        at.press(Key.Key_Y, CONTROL)

    assert gone == []
    assert days == [before.day + timedelta(days=number) for number in (2, 1, 0)]
    assert "There is nothing to undo here." in nothing
    assert at.planned("Chess club") == []


def test_what_somebody_else_changed_is_not_undone_over_it(at: AtCalendar) -> None:
    before = chess(at)
    at.go_to(before)
    at.press(Key.Key_Right, CONTROL)
    at.sitting.office.plan.change(at.sitting.actor, chess(at), day=before.day, topic="Chess club")
    theirs = chess(at)

    at.press(Key.Key_Z, CONTROL)

    assert chess(at) == theirs
    assert at.plan.banners.models


def move(view: QWidget, place: QPoint) -> None:
    """Move the mouse with its left button held."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at, on_screen = place.toPointF(), view.mapToGlobal(place).toPointF()
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, at, on_screen, left, left, none))


def test_a_post_is_carried_to_another_day_with_the_mouse(at: AtCalendar) -> None:
    at.show(Kind.MONTH)
    before = chess(at)
    at.go_to(before)
    start, view = at.point(before), at.page.grid.viewport()
    goal = start + QPoint(-at.page.grid.columnWidth(0), 0)

    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    move(view, (start + goal) / 2)
    move(view, goal)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=goal)
    at.wait()

    assert chess(at).day == before.day - timedelta(days=1)


def test_escape_lets_a_carried_post_go(at: AtCalendar) -> None:
    at.show(Kind.MONTH)
    before = chess(at)
    at.go_to(before)
    start, view = at.point(before), at.page.grid.viewport()

    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    move(view, start - QPoint(at.page.grid.columnWidth(0), 0))
    carried = at.page.grid._carried
    at.press(Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start)
    at.wait()

    assert carried is not None
    assert chess(at) == before


def test_a_post_stays_with_its_account_and_out_of_days_that_are_over(at: AtCalendar) -> None:
    before = chess(at)
    at.go_to(before)
    at.press(Key.Key_Down, CONTROL)
    if at.sheet.index_of(before.day, before.account).row() + 1 < at.sheet.rowCount():
        assert "A post stays with its account." in at.banner
    else:
        assert "The calendar ends there." in at.banner
    entry = at.page.grid.entry
    assert entry is not None
    at.page.arranger.move(entry, at.page.today - timedelta(days=1), None)

    assert "That day is over." in at.banner
    assert chess(at) == before


def test_insert_plans_a_post_at_a_time_and_enter_changes_it(at: AtCalendar) -> None:
    at.go_to(chess(at))

    def timed(page: CalendarPage) -> None:
        assert page.form is not None
        page.form.timed.setChecked(True)
        page.form.at.show_time(15, 30)

    enter(at, "Band", timed)
    made = at.planned("Band")[0]
    at.press(Key.Key_Return)
    assert at.page.form is not None
    known = (at.page.form.topic.text(), at.page.form.timed.isChecked(), at.page.form.at.entered)
    at.page.form.topic.setText("Big band")
    at.page.form.timed.setChecked(False)
    QTest.keyClick(at.page.form.topic, Key.Key_Return)
    at.wait()

    assert (made.day, made.at, made.account) == (chess(at).day, time(15, 30), chess(at).account)
    assert known == ("Band", True, "15:30")
    assert [(one.day, one.at) for one in at.planned("Big band")] == [(made.day, None)]
    assert not at.form_is_open()
    assert at.plan.focusWidget() is at.page.grid


def test_a_post_without_a_topic_is_refused_in_the_form(at: AtCalendar) -> None:
    at.go_to(chess(at))

    enter(at, " ")

    assert at.page.form is not None
    assert at.page.form._topic.error == "Say what the post is about."


def weekly(page: CalendarPage) -> None:
    assert page.form is not None
    page.form.weekly.setChecked(True)
    page.form.until.show_day(page.form.day.day + timedelta(weeks=3))


def test_friday_sports_are_planned_every_week_moved_singly_and_ended(at: AtCalendar) -> None:
    at.go_to(chess(at))
    enter(at, "Friday sports", weekly)
    series = at.planned("Friday sports")
    at.go_to(series[0])
    at.press(Key.Key_Right, CONTROL)
    single = at.planned("Friday sports")[0]
    at.go_to(series[1])
    at.press(Key.Key_Delete, SHIFT)
    left = at.planned("Friday sports")
    at.press(Key.Key_Z, CONTROL)

    assert len(series) == 4
    assert single.day == series[0].day + timedelta(days=1)
    assert left == [single]
    assert at.planned("Friday sports") == [single, *series[1:]]


def test_a_post_is_copied_and_pasted_on_another_day(at: AtCalendar) -> None:
    before = chess(at)
    at.go_to(before)

    at.press(Key.Key_C, CONTROL)
    at.press(Key.Key_Right)
    at.press(Key.Key_V, CONTROL)

    assert [one.day for one in at.planned("Chess club")] == [before.day, before.day + timedelta(days=1)]


def test_what_somebody_copied_isnt_said_to_who_sits_down_next(at: AtCalendar) -> None:
    at.go_to(chess(at))
    at.press(Key.Key_C, CONTROL, SHIFT)
    said = at.banner

    at.plan.settle()

    assert "is copied" in said
    assert "is copied" not in at.banner


def test_a_week_is_seen_from_monday_on_wherever_the_cursor_goes(at: AtCalendar) -> None:
    grid = at.page.grid
    at.go_to(chess(at))
    for _ in range(5):
        at.press(Key.Key_Left)
    before = grid.days_seen()[0]
    grid.horizontalScrollBar().setValue(grid.horizontalScrollBar().value() + 5 * grid.columnWidth(0))
    at.sitting.qtbot.waitUntil(lambda: grid.days_seen()[0].weekday() == 0)

    assert before.weekday() == 0
    assert before <= chess(at).day - timedelta(days=5)
    assert grid.days_seen()[0] == before + timedelta(days=7)


def test_a_copied_week_is_named_by_its_monday(at: AtCalendar) -> None:
    at.go_to(chess(at))
    at.press(Key.Key_C, CONTROL, SHIFT)

    (noted,) = (one.happened for one in at.plan.banners.models if one.same_as == "gridui.copy-noted-week")
    assert noted.values["day"] == monday_of(chess(at).day)


def test_a_deed_is_undone_wherever_the_keyboard_stands_on_the_page(at: AtCalendar) -> None:
    before = chess(at)
    at.go_to(before)
    at.press(Key.Key_Right, CONTROL)
    moved = chess(at)
    at.plan.banners.quiet()  # the banner with its button is long gone

    at.page.take_edit("undo")
    at.wait()
    undone = chess(at)
    at.page.take_edit("redo")
    at.wait()

    assert undone.day == before.day
    assert chess(at).day == moved.day


def test_a_series_says_which_days_off_it_left_out(at: AtCalendar) -> None:
    at.go_to(chess(at))
    day = chess(at).day + timedelta(weeks=1)
    with at.sitting.office.desk.deed(at.sitting.actor) as deed:
        deed.unit.calendar_days.add(
            CalendarDays("break", deed.unit.schools.all()[0].id, DaysKind.BREAK, day, day)
        )

    enter(at, "Robotics", weekly)

    assert len(at.planned("Robotics")) == 3
    details = [at.sitting.around.words(one) for model in at.plan.banners.models for one in model.details]
    assert any("school is closed" in one for one in details)


def test_a_week_is_copied_to_another_one_and_taken_back_at_once(at: AtCalendar) -> None:
    mine = {account for account, _ in at.page.plannable}
    week = [one for one in slots(at.plan, at.sitting) if one.account in mine]
    at.show(Kind.MONTH)
    at.go_to(chess(at))
    later = whole_week(at, chess(at).day + timedelta(weeks=3))

    at.press(Key.Key_C, CONTROL, SHIFT)
    at.page.grid.go_to(later, None)
    at.press(Key.Key_V, CONTROL)
    made = at.sitting.office.plan.week(at.sitting.actor, later - timedelta(days=later.weekday())).slots
    at.press(Key.Key_Z, CONTROL)
    left = at.sitting.office.plan.week(at.sitting.actor, later - timedelta(days=later.weekday())).slots

    assert sorted(one.topic for one in made) == sorted(one.topic for one in week)
    assert left == ()
