"""Records on the sample school: reading, filtering, verifying, exporting, backing up."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.records import grouped
from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel
from smadmin.ui.records.screen import RecordsScreen
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("ellen-whitcomb", "store")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> RecordsScreen:
    made = RecordsScreen(seat.around)
    seat.show(made, window)
    return made


def titles(screen: RecordsScreen) -> list[str]:
    return [row.title for row in screen.side.list.rows]


def test_the_newest_row_stands_on_top_in_words(screen: RecordsScreen, seat: Seat) -> None:
    account = seat.office.accounts.all()[0]
    seat.office.accounts.hold(seat.around.by, account.id, why="Odd posts")

    screen.load()
    seat.settle()

    assert titles(screen)[0] == f"Put {account.label} on hold"
    assert titles(screen)[-1] == "Founded the school"
    assert screen.side.list.rows[0].note.startswith("Ellen Whitcomb · ")


def test_no_row_is_left_without_words(screen: RecordsScreen) -> None:
    assert len(titles(screen)) > 20
    assert [title for title in titles(screen) if "recordui." in title] == []


@pytest.mark.demand("BLO-A1")
@pytest.mark.demand("YEL-M1")
def test_a_row_that_is_pressed_shows_who_when_and_with_which_key(screen: RecordsScreen, seat: Seat) -> None:
    account = seat.office.accounts.all()[0]
    seat.office.accounts.hold(seat.around.by, account.id, why="Odd posts")
    screen.load()
    seat.settle()
    quiet = screen.row.isHidden()

    screen.side.list.setCurrentIndex(screen.side.list.model().index(0, 0))
    seat.settle()

    said = [label.whole_text for label in screen.row.findChildren(PlainLabel) if label.isVisible()]
    assert quiet
    assert screen.row.isVisible()
    assert f"Put {account.label} on hold" in said
    assert {"Ellen Whitcomb", "Their own key"} <= set(said)


def test_a_row_that_was_opened_can_be_closed(screen: RecordsScreen, seat: Seat) -> None:
    screen.side.list.setCurrentIndex(screen.side.list.model().index(0, 0))
    seat.settle()

    close = screen.row.findChild(Button, "close-row")
    assert isinstance(close, Button)
    close.click()

    assert screen.row.isHidden()
    assert screen.side.list.chosen == ""


def test_where_list_and_details_take_turns_closing_a_row_leads_back(
    screen: RecordsScreen, seat: Seat
) -> None:
    screen.resize(500, 700)
    seat.settle()
    row = screen.side.list.model().index(0, 0)
    screen.side.list.setCurrentIndex(row)
    screen.side.list.clicked.emit(row)
    seat.settle()
    turned = (screen.side.isVisible(), screen.row.isVisible())

    close = screen.row.findChild(Button, "close-row")
    assert isinstance(close, Button)
    close.click()

    assert turned == (False, True)
    assert screen.side.isVisible()


def test_rows_are_filtered_by_person_topic_and_text(screen: RecordsScreen) -> None:
    whole = len(titles(screen))
    side = screen.side

    side.topic.setCurrentIndex(side.topic.findText("Accounts and log-ins"))
    assert 0 < len(titles(screen)) < whole
    side.topic.setCurrentIndex(0)
    side.who.setCurrentIndex(side.who.findText("Ellen Whitcomb"))
    assert {row.note.split(" · ")[0] for row in side.list.rows} == {"Ellen Whitcomb"}
    side.who.setCurrentIndex(0)
    side.search.setText("list of STUDENTS")
    assert titles(screen) == ["Brought in the list of students"]
    side.search.setText("no such words")
    assert side.none_found.isVisible()


def test_a_whole_record_is_said_to_be_whole_with_its_end(screen: RecordsScreen, seat: Seat) -> None:
    assert screen.proof.chip.word == "Not verified since the last change"

    screen.main.click()
    assert not screen.main.isEnabled()
    seat.settle()

    assert screen.proof.chip.word.startswith("Whole: all ")
    assert grouped(seat.office.records.head().letters) in screen.proof.head.whole_text
    assert screen.main.isEnabled()


def test_a_changed_row_is_named(screen: RecordsScreen, seat: Seat, tmp_path: Path) -> None:
    file = next((tmp_path / "store").rglob("*.db"))
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE record_row SET act = 'retire' WHERE seq = 5")
    raw.close()

    screen.main.click()
    seat.settle()

    assert screen.proof.chip.word == "Not whole, first at row 5"
    assert "Row 5" in screen.proof.faults.whole_text


def test_an_export_says_what_is_left_out(screen: RecordsScreen, seat: Seat, tmp_path: Path) -> None:
    screen.export(tmp_path / "record-2026")
    seat.settle()

    assert (tmp_path / "record-2026").is_dir()
    assert "left out" in screen.leaving.outcome.whole_text

    screen.export(tmp_path / "record-2026")
    seat.settle()
    assert "isn't empty" in screen.leaving.outcome.whole_text


def test_who_may_not_export_is_told_why(screen: RecordsScreen, seat: Seat) -> None:
    seat.office.session.lock()
    screen.leaving.show_missing(["Only the principal exports the record."])

    assert not screen.leaving.button.isEnabled()
    assert screen.leaving.button.accessibleDescription() == "Only the principal exports the record."


def test_a_backup_is_written_and_one_on_the_same_disk_asks_to_be_carried_away(
    screen: RecordsScreen, seat: Seat, tmp_path: Path
) -> None:
    assert screen.copies.carried.isHidden()

    screen.back_up(tmp_path / "school.smadmin-backup")
    seat.settle()
    assert (tmp_path / "school.smadmin-backup").stat().st_size > 1000
    assert "carry it away" in screen.copies.outcome.whole_text

    screen.back_up(tmp_path / "school.smadmin-backup")
    seat.settle()
    assert "is there already" in screen.copies.outcome.whole_text
    assert screen.copies.button.isEnabled()


def test_a_backup_that_was_carried_away_is_noted(screen: RecordsScreen, seat: Seat) -> None:
    seat.office.backups.make()
    screen.load()
    seat.settle()

    screen.copies.carried.click()
    seat.settle()

    assert seat.office.backups.state().away is not None
    assert screen.copies.details.whole_text.startswith("One left this computer on ")
    assert screen.copies.carried.isHidden()


def test_more_rows_are_read_where_there_are_more(seat: Seat, window: QWidget) -> None:
    screen = RecordsScreen(seat.around)
    screen._limit = 10
    seat.show(screen, window)
    assert (len(titles(screen)), screen.side.older.isVisible()) == (10, True)

    screen.side.older.click()
    seat.settle()

    assert len(titles(screen)) > 10


def test_what_a_printed_page_says_is_compared(screen: RecordsScreen, seat: Seat) -> None:
    head = seat.office.records.head()
    screen.proof.number.setText(str(head.seq))
    screen.proof.letters.setText(grouped(head.letters))
    screen.proof.compare.click()
    meanwhile = [one.whole_text for one in screen.proof.told.findChildren(PlainLabel)]
    screen.proof.compared(5, 10)
    seat.settle()
    right = [one.whole_text for one in screen.proof.told.findChildren(PlainLabel)]
    screen.proof.letters.setText(grouped(head.letters)[::-1])
    screen.proof.compare.click()
    seat.settle()

    wrong = [one.whole_text for one in screen.proof.told.findChildren(PlainLabel)]
    assert meanwhile in (["Comparing…"], ["Comparing: 5 of 10 rows so far."])
    assert right == ["The record is still the one of that page."]
    assert wrong[0].startswith("This isn't the record of that page")


def test_a_row_from_before_those_that_are_here_is_found(screen: RecordsScreen, seat: Seat) -> None:
    seat.office.search.catch_up()
    screen._limit = 5
    screen.load()
    seat.settle()
    assert "Founded the school" not in titles(screen)

    screen.side.search.setText("founded sch")
    seat.settle()
    assert titles(screen) == ["Founded the school"]

    screen.side.search.setText("")
    seat.settle()
    assert len(titles(screen)) <= 5


def test_a_row_that_a_search_names_is_opened_by_its_number(screen: RecordsScreen, seat: Seat) -> None:
    screen.open_subject("1")
    seat.settle()

    assert screen.row.isVisible()
    assert "Founded the school" in "\n".join(one.whole_text for one in screen.row.findChildren(PlainLabel))
