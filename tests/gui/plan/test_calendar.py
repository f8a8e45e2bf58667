"""The calendar on the sample school: with the keyboard alone, posts carried by hand, undo, cells in words."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smadmin.domain.ids import AccountId
from smadmin.domain.plan import Slot
from smadmin.ui.plan.calendar import CalendarPage
from smadmin.ui.plan.painting import places
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.plan.sheets import Sheet
from smadmin.ui.plan.table import Kind
from tests.gui.plan.conftest import slots
from tests.gui.sitting import Sitting

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class AtCalendar:
    """What a person does at the calendar."""

    def __init__(self, plan: PlanScreen, sitting: Sitting) -> None:
        self.plan, self.sitting = plan, sitting
        plan.tabs.setCurrentIndex(2)
        self.page: CalendarPage = plan.calendar
        self.wait()
        self.page.grid.setFocus()

    def wait(self) -> None:
        """Wait until what is seen was read."""

        def read() -> bool:
            self.sitting.settle()
            return (
                self.page._asked is None
                and bool(self.page._shown.months)
                and not self.page.grid._looking.isActive()
            )

        self.sitting.qtbot.waitUntil(read, timeout=5000)

    def press(self, key: Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for one in modifiers:
            held |= one
        QTest.keyClick(self.page.grid, key, held)
        self.wait()

    def show(self, kind: Kind) -> None:
        self.page.kinds.setCurrentIndex(list(Kind).index(kind))
        self.wait()

    def go_to(self, slot: Slot) -> None:
        self.page.grid.go_to(slot.day, slot.account, slot.id)
        self.wait()

    @property
    def sheet(self) -> Sheet:
        return self.page.grid.sheet

    def point(self, slot: Slot) -> QPoint:
        """The middle of a post in the grid."""
        grid = self.page.grid
        index = self.sheet.index_of(slot.day, slot.account)
        cell = self.sheet.cell(index.row(), index.column())
        spots = list(places(grid.visualRect(index).toRectF(), len(cell.marks), grid.style_of_cells()))
        number = [mark.entry.slot for mark in cell.marks].index(slot)
        return spots[number].center().toPoint()

    def planned(self, topic: str) -> list[Slot]:
        with self.sitting.office.desk.look(self.sitting.actor) as unit:
            return sorted((one for one in unit.slots.all() if one.topic == topic), key=lambda one: one.day)

    def form_is_open(self) -> bool:
        return self.page.form is not None

    @property
    def banner(self) -> str:
        return "\n".join(self.sitting.around.words(one.happened) for one in self.plan.banners.models)


@pytest.fixture
def at(plan: PlanScreen, sitting: Sitting) -> AtCalendar:
    sitting.office.plan.add(sitting.actor, _account(sitting), _day(plan), "Chess club")
    return AtCalendar(plan, sitting)


def _account(sitting: Sitting) -> AccountId:
    return next(one.account.id for one in sitting.office.weeks.week(sitting.actor).accounts if one.plans)


def _day(plan: PlanScreen) -> date:
    """A Wednesday that is to come."""
    assert plan._model is not None
    return plan._model.monday + timedelta(days=2)


def chess(at: AtCalendar) -> Slot:
    return at.planned("Chess club")[0]


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


def enter(at: AtCalendar, topic: str, fill: Callable[[CalendarPage], None] = lambda _page: None) -> None:
    at.press(Key.Key_Insert)
    assert at.page.form is not None
    at.page.form.topic.setText(topic)
    fill(at.page)
    QTest.keyClick(at.page.form.topic, Key.Key_Return)
    at.wait()


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


def test_a_week_is_copied_to_another_one_and_taken_back_at_once(at: AtCalendar) -> None:
    mine = {account for account, _ in at.page.plannable}
    week = [one for one in slots(at.plan, at.sitting) if one.account in mine]
    at.show(Kind.MONTH)
    at.go_to(chess(at))
    later = chess(at).day + timedelta(weeks=3)

    at.press(Key.Key_C, CONTROL, SHIFT)
    at.page.grid.go_to(later, None)
    at.press(Key.Key_V, CONTROL)
    made = at.sitting.office.plan.week(at.sitting.actor, later - timedelta(days=later.weekday())).slots
    at.press(Key.Key_Z, CONTROL)
    left = at.sitting.office.plan.week(at.sitting.actor, later - timedelta(days=later.weekday())).slots

    assert sorted(one.topic for one in made) == sorted(one.topic for one in week)
    assert left == ()


def test_every_cell_says_its_day_account_posts_and_how_they_stand(at: AtCalendar) -> None:
    slot = chess(at)
    at.go_to(slot)
    index = at.page.grid.currentIndex()

    told = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    table = QAccessible.queryAccessibleInterface(at.page.grid)
    # A child for each cell, row by row, with the heads of columns and rows among them.
    cell = table.child((index.row() + 1) * (at.sheet.columnCount() + 1) + index.column() + 1)

    assert told.startswith("Wednesday, ")
    assert str(slot.day.year) in told
    assert "Chess club: Planned" in told
    assert cell.text(QAccessible.Text.Name) == told
    assert table.text(QAccessible.Text.Name) == "Calendar"


def test_the_space_bar_goes_through_the_posts_of_a_day(at: AtCalendar) -> None:
    slot = chess(at)
    at.go_to(slot)
    enter(at, "Band")
    at.show(Kind.MONTH)
    at.go_to(slot)
    cell = at.page.grid.cell
    assert cell is not None

    topics = []
    for _ in cell.marks:
        entry = at.page.grid.entry
        assert entry is not None
        topics.append(entry.slot and (entry.slot.topic, entry.account))
        at.press(Key.Key_Space)

    assert {("Chess club", slot.account), ("Band", slot.account)} <= set(topics)
    assert len(set(topics)) == len(topics)


def test_only_the_chosen_account_is_shown(at: AtCalendar) -> None:
    slot = chess(at)
    at.show(Kind.MONTH)

    at.page.whose.setCurrentIndex(at.page.whose.findData(slot.account))
    at.wait()
    at.go_to(slot)

    cell = at.page.grid.cell
    assert cell is not None
    assert {mark.entry.account for mark in cell.marks} == {slot.account}


def test_what_is_scrolled_to_is_read_and_the_month_is_named(at: AtCalendar) -> None:
    at.show(Kind.ACCOUNTS)
    today = at.page.today
    for _ in range(6):
        at.page.go_by(1)
        at.wait()
    first, last = at.page.grid.days_seen()

    assert first - today > timedelta(days=120)
    assert all(at.sheet.cell(0, column).loaded for column in range((first - at.page._shown.first).days, 1))
    assert str(last.year) in at.plan.header.note.whole_text


def test_the_tabs_lead_back_to_the_week_that_is_signed(at: AtCalendar) -> None:
    hidden = at.plan.main.isHidden()

    at.plan.tabs.setCurrentIndex(1)
    at.sitting.settle()
    at.sitting.qtbot.wait(20)

    assert hidden
    assert at.page.isHidden()
    assert at.plan.days.isVisible()
    assert "Chess club" in {slot.topic for slot in slots(at.plan, at.sitting)}


def test_whoever_sits_down_next_neither_undoes_nor_pastes_what_somebody_did(at: AtCalendar) -> None:
    at.go_to(chess(at))
    at.press(Key.Key_C, CONTROL)
    at.press(Key.Key_Right, CONTROL)

    at.plan.settle()

    assert at.page.arranger.history.to_undo == ()
    assert at.page.arranger._copied is None


def test_a_month_has_no_bar_across_for_its_seven_days_have_room(at: AtCalendar) -> None:
    at.show(Kind.MONTH)
    bar = at.page.grid.horizontalScrollBar()
    month = (bar.isVisible(), bar.maximum())
    at.show(Kind.WEEK)

    assert month == (False, 0)
    assert bar.isVisible()
    assert bar.maximum() > 0


def test_a_head_too_narrow_for_a_name_says_so_and_is_read_out_whole(at: AtCalendar) -> None:
    at.show(Kind.ACCOUNTS)
    down, across = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
    sheet, names = at.sheet, [one.account.called for one in at.page.accounts]
    heads = [str(sheet.headerData(row, down)) for row in range(sheet.rowCount())]
    spoken = [sheet.headerData(row, down, Qt.ItemDataRole.AccessibleTextRole) for row in range(len(heads))]
    narrow = str(sheet.headerData(0, across)).split("\n")[0]
    at.show(Kind.WEEK)

    assert spoken == names
    assert any(head.endswith("…") for head in heads)
    assert all(head == name or name.startswith(head[:-1]) for head, name in zip(heads, names, strict=True))
    assert narrow == "Mo"
    assert str(sheet.headerData(0, across)).startswith("Mon\n")


def test_a_week_is_planned_with_the_keyboard_alone_in_three_keys_a_post(at: AtCalendar) -> None:
    first = chess(at)
    at.go_to(first)
    days, pressed = 4, 0

    for number in range(days):
        at.press(Key.Key_Right)
        at.press(Key.Key_Insert)
        typed = QApplication.focusWidget() or at.plan.focusWidget()
        assert typed is not None
        QTest.keyClicks(typed, f"Topic {number}")
        QTest.keyClick(typed, Key.Key_Return)
        at.wait()
        pressed += 3
        assert at.plan.focusWidget() is at.page.grid

    made = [at.planned(f"Topic {number}")[0] for number in range(days)]
    assert [one.day for one in made] == [first.day + timedelta(days=number + 1) for number in range(days)]
    assert {one.account for one in made} == {first.account}
    assert pressed == 3 * days
