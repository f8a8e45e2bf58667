"""Answering a records request on the screen: entered, looked for, one left out, given as a package."""

import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.app.stage import HEIGHT_PX, WIDTH_PX
from smadmin.services.export import Paper, check_package
from smadmin.ui.appearance import Appearance
from smadmin.ui.records.screen import RecordsScreen
from smadmin.ui.theme import TEXT_SCALES
from tests.gui.fitting import nested_bars
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("ellen-whitcomb", "store")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> RecordsScreen:
    made = RecordsScreen(seat.around)
    seat.show(made, window)
    return made


def entered(screen: RecordsScreen, seat: Seat) -> None:
    screen.asked.button.click()
    request = screen.answering.request
    request.who.setText("Dana Reyes, The Tribune")
    request.asked.setPlainText("All posts of this fall")
    request.button.click()
    seat.settle()


@pytest.mark.demand("BLO-II")
def test_a_request_is_answered_with_a_package_that_verifies(
    screen: RecordsScreen, seat: Seat, tmp_path: Path
) -> None:
    page = screen.answering
    entered(screen, seat)
    page.search.button.click()
    seat.settle()
    before = len(page.list.rows)
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    seat.settle()
    shown = page.thing.text.whole_text
    page.thing.leave.click()
    barred = page.give.isEnabled()
    QTest.keyClicks(page.thing.line, "About one pupil")

    screen.asked_desk.give(tmp_path / "bag")
    seat.settle()

    told = json.loads((tmp_path / "bag" / "data" / "posts.json").read_text("utf-8"))
    assert before > 1
    assert shown
    assert not barred
    assert (len(told["given"]), len(told["left_out"])) == (before - 1, 1)
    assert check_package(tmp_path / "bag", Paper()).whole
    assert "bag" in page.outcome.whole_text
    assert "recordsasked." not in page.outcome.whole_text
    page.back.click()
    assert screen.side.isVisible()
    assert screen.header.main is not None


def test_what_lacks_stands_at_its_field_and_nothing_is_given_before(
    screen: RecordsScreen, seat: Seat
) -> None:
    screen.asked.button.click()
    page = screen.answering

    page.request.button.click()
    seat.settle()

    assert page.request.fields["who"].error == "Who asked?"
    assert page.request.fields["asked"].error == "What was asked for?"
    assert not page.give.isEnabled()
    assert "Enter the request first" in page.give.accessibleDescription()


def test_nothing_found_is_said(screen: RecordsScreen, seat: Seat) -> None:
    entered(screen, seat)
    page = screen.answering
    page.search.words.setText("no such words anywhere")
    QTest.keyClick(page.search.words, Qt.Key.Key_Return)
    seat.settle()

    assert page.count.whole_text.startswith("Nothing found")
    assert not page.list.isVisible()
    assert not page.give.isEnabled()


def test_who_asked_stands_on_the_card_until_it_is_answered(screen: RecordsScreen, seat: Seat) -> None:
    entered(screen, seat)

    (request,) = seat.office.records_requests.all(seat.around.by)
    assert request.open
    assert screen.answering.request.request == request.id
    assert not screen.answering.request.who.isVisible()


def test_what_was_typed_of_a_request_is_left_to_nobody_who_sits_down_next(screen: RecordsScreen) -> None:
    assert screen.PERSONAL, "then whoever takes the chair gets another screen (`making.py`)"


def test_a_record_that_was_changed_says_so_on_the_page_and_nothing_breaks(
    screen: RecordsScreen, seat: Seat
) -> None:
    with seat.office.desk.store._engine.begin() as connection:
        told = "UPDATE record_row SET body = CAST(replace(CAST(body AS TEXT), '2026-', '2025-') AS BLOB)"
        connection.execute(sa.text(f"{told} WHERE seq = 2"))
    seat.office.proof.__init__(seat.office.desk)  # type: ignore[misc]  # as a start of the program proves it

    screen.load()
    seat.settle()

    assert screen.answering.outcome.whole_text
    assert screen.keeping.outcome.whole_text


def test_what_was_found_has_all_the_room_and_a_new_request_begins_with_who_asked(
    screen: RecordsScreen, seat: Seat
) -> None:
    screen.answer_request()
    page = screen.answering
    assert page.request.who.hasFocus()
    assert not page.request.which.isVisible()

    page.search.button.click()
    seat.settle()

    assert len(page.list.rows) > 20
    assert page.list.height() > 2 * page.list.minimumHeight()


@pytest.mark.parametrize("page", ["answering", "keeping"])
def test_one_bar_scrolls_where_the_text_is_large(
    page: str, seat: Seat, window: QWidget, appearance: Appearance
) -> None:
    while appearance.text_scale < TEXT_SCALES[-1]:
        appearance.enlarge()
    try:
        window.resize(WIDTH_PX - 340, HEIGHT_PX - 170)  # less the side bar and the head
        screen = RecordsScreen(seat.around)
        seat.show(screen, window)
        screen.answer_request() if page == "answering" else screen.open_keeping()
        seat.settle()

        assert nested_bars(screen) == []
    finally:
        appearance.reset_scale()
