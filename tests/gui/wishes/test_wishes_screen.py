"""The screen *Wished posts*: handed in, filled from a file, accepted as a draft, declined with a reason."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.post_requests import PostWish, WishStage
from smadmin.services.post_requests import WishSheet
from smadmin.ui.wishes.screen import NEW, WishesScreen
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

WISH = PostWish("Art department", "x\n\nOur show opens on Friday.", pictures="Two on the shared drive")


seat = seat_of("maya-ortega")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "wish.eml"
    path.write_bytes(b"From: Art <art@b.example>\r\nSubject: x\r\n\r\nOur show opens on Friday.\r\n")
    return path


@pytest.fixture
def screen(seat: Seat, window: QWidget, file: Path) -> WishesScreen:
    made = WishesScreen(seat.around, lambda: str(file))
    seat.show(made, window)
    return made


def wishes(seat: Seat) -> tuple[WishSheet, ...]:
    return seat.office.post_requests.all(seat.around.by)


def press(button: QWidget) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.demand("BAL-C1b")
def test_a_wish_is_filled_from_a_saved_e_mail_and_handed_in_by_the_keyboard(
    screen: WishesScreen, seat: Seat, qtbot: QtBot
) -> None:
    assert screen.empty.isVisible()
    screen.open_subject(NEW)
    assert screen.form.asker.hasFocus()
    assert screen.none.isVisible()
    assert not screen.list.isVisible()

    press(screen.form.file_button)
    qtbot.waitUntil(lambda: screen.form.asker.text() == "Art")
    press(screen.form.button)

    qtbot.waitUntil(screen.wish.isVisible)
    (found,) = wishes(seat)
    assert (found.request.wish.text, found.request.stage) == (WISH.text, WishStage.WAITS)
    assert screen.wish.text.text() == WISH.text


def test_what_is_missing_stands_below_its_field(screen: WishesScreen, seat: Seat, qtbot: QtBot) -> None:
    screen.open_subject(NEW)

    press(screen.form.button)

    qtbot.waitUntil(lambda: bool(screen.form.fields["asker"].error))
    assert wishes(seat) == ()


@pytest.mark.demand("BAL-C1b")
def test_an_accepted_wish_is_a_draft_that_is_opened(screen: WishesScreen, seat: Seat, qtbot: QtBot) -> None:
    request = seat.office.post_requests.hand_in(seat.around.by, WISH).value
    screen.load()
    screen.open_subject(request)
    qtbot.waitUntil(screen.wish.take_button.isVisible)

    press(screen.wish.take_button)

    qtbot.waitUntil(lambda: bool(seat.doors.opened))
    post = wishes(seat)[0].request.post
    assert seat.doors.opened == [("compose", post)]


@pytest.mark.demand("BAL-C1b")
def test_a_declined_one_says_why_to_who_asked(screen: WishesScreen, seat: Seat, qtbot: QtBot) -> None:
    request = seat.office.post_requests.hand_in(seat.around.by, WISH).value
    screen.load()
    screen.open_subject(request)
    qtbot.waitUntil(screen.wish.decline_button.isVisible)

    press(screen.wish.decline_button)
    beside = (screen.wish.take_button, screen.wish.back_button, screen.wish.account_field)
    assert not any(one.isVisible() for one in beside), "whoever gives a reason could accept instead"
    press(screen.wish.send_button)
    qtbot.waitUntil(lambda: bool(screen.wish.reason_field.error))
    screen.wish.reason.setPlainText("The newsletter has it.")
    press(screen.wish.send_button)

    qtbot.waitUntil(lambda: wishes(seat)[0].request.stage is WishStage.DECLINED)
    qtbot.waitUntil(lambda: not screen.wish.take_button.isVisible())
    assert wishes(seat)[0].request.reason == "The newsletter has it."
