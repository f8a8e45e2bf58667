"""The calendar on the sample school: what its cells say, what is shown, the keyboard alone."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smadmin.ui.plan.calendar import KINDS
from smadmin.ui.plan.heads import PLATFORM
from smadmin.ui.plan.screen import CALENDAR, PlanScreen
from smadmin.ui.plan.table import Kind
from tests.gui.plan.at_calendar import AtCalendar, chess, enter
from tests.gui.plan.conftest import slots
from tests.gui.sitting import Sitting

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


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


def test_the_week_of_one_account_has_its_row_and_its_posts_alone(at: AtCalendar) -> None:
    slot = chess(at)
    at.show(Kind.WEEK)
    all_rows = at.sheet.rowCount()
    assert all_rows == len(at.page.accounts) > 1

    at.page.whose.setCurrentIndex(at.page.whose.findData(slot.account))
    at.wait()
    at.go_to(slot)

    sheet = at.sheet
    cells = [sheet.cell(0, column) for column in range(sheet.columnCount())]
    assert sheet.rowCount() == 1
    assert {cell.account for cell in cells} == {slot.account}
    topics = [mark.topic for cell in cells for mark in cell.marks if cell.day == slot.day]
    assert "Chess club" in topics
    assert {mark.entry.account for cell in cells for mark in cell.marks} == {slot.account}


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

    assert [said.split(" ", 1)[1] for said in map(str, spoken)] == names
    pointed = [str(sheet.headerData(row, down, Qt.ItemDataRole.ToolTipRole)) for row in range(len(heads))]
    assert all(name in told for name, told in zip(names, pointed, strict=True))
    assert {str(said).split(" ")[0] for said in spoken} >= {"Mastodon", "Facebook"}
    platforms = [sheet.headerData(row, down, PLATFORM) for row in range(len(heads))]
    assert platforms == [one.account.platform for one in at.page.accounts]
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


def test_in_the_month_monday_comes_after_sunday(at: AtCalendar) -> None:
    at.show(Kind.MONTH)
    sunday = chess(at).day + timedelta(days=4)
    at.page.grid.go_to(sunday, None)

    days = []
    for key in (Key.Key_Right, Key.Key_Left, Key.Key_Left):
        at.press(key)
        cell = at.page.grid.cell
        assert cell is not None
        days.append(cell.day)

    assert days == [sunday + timedelta(days=1), sunday, sunday - timedelta(days=1)]


def test_what_is_turned_to_before_the_calendar_was_read_is_shown_once_it_was(
    plan: PlanScreen, sitting: Sitting
) -> None:
    plan.tabs.setCurrentIndex(CALENDAR)
    page = plan.calendar

    page.kinds.setCurrentIndex(KINDS.index(Kind.MONTH))
    page.go_by(1)
    page.go_to_today()

    sitting.qtbot.waitUntil(lambda: page.grid.cell is not None, timeout=5000)
    assert page.grid.kind is Kind.MONTH
    assert page.grid.cell is not None
    assert page.grid.cell.day == page.today
    AtCalendar(plan, sitting).wait()
