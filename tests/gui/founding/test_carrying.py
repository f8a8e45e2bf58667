"""A request to be let in that somebody carries as a file, at both windows."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from smadmin.credentials.identity import Identity
from smadmin.services.asking import withdraw
from smadmin.services.coming import Coming
from smadmin.ui.banners import BannerModel
from smadmin.ui.buttons import Button
from smadmin.ui.founding.joining import PENDING
from smadmin.ui.founding.newcomer import NewcomerScreen
from smadmin.ui.founding.pending import PendingScreen
from smadmin.ui.screen import Screen
from tests.gui.founding.conftest import LONG_MS, Opener
from tests.logins import PAT, found_shared, login, sit_down
from tests.newcomers import asked


def test_a_request_is_carried_as_a_file_to_a_computer_that_shares_no_folder(
    tmp_path: Path, qtbot: QtBot, open_at: Opener
) -> None:
    first, _ = found_shared(tmp_path)
    asked(login(tmp_path, "second"))
    shell, file = open_at(login(tmp_path, "second")), tmp_path / "ana.smrequest"
    shell._seating.joining.begin()
    qtbot.waitUntil(lambda: shell._frame.current == PENDING, timeout=LONG_MS)
    waits = shell._frame.open_screen(PENDING)
    assert isinstance(waits, PendingScreen)
    letters = waits.mine.whole_text
    waits.save.click()
    chosen(waits, file)
    qtbot.waitUntil(file.exists, timeout=LONG_MS)
    withdraw(shell._office)  # beside the other store there is none

    there = open_at(first)
    sit_down(there._office, "Pat Winters", PAT)
    there._sat_down(there._office.session.signed_in)
    there.open("newcomer")
    screen = there._frame.open_screen("newcomer")
    assert isinstance(screen, NewcomerScreen)
    (tmp_path / "none.smrequest").write_text("{}")
    said: list[BannerModel] = []
    screen.bannerAsked.connect(said.append)
    for count, brought in enumerate((tmp_path / "none.smrequest", file), start=1):
        assert screen.requests.isHidden()
        next(one for one in screen.findChildren(Button) if one.text() == "Open a request…").click()
        chosen(screen, brought)
        qtbot.waitUntil(partial(reached, said, count), timeout=LONG_MS)
    assert [one.happened.id for one in said] == ["joining.not-a-request", "joining.brought"]
    assert len({one.key for one in said}) == 1, "what went wrong before leaves"
    qtbot.waitUntil(screen.requests.isVisible, timeout=LONG_MS)

    typed = screen.requests.fields[0].control
    assert isinstance(typed, QLineEdit)
    typed.setText(letters)
    screen.requests.buttons[0].click()
    qtbot.waitUntil(screen.requests.signed.isVisible, timeout=LONG_MS)


def test_a_new_computer_gets_a_copy_once_its_letters_were_typed(
    tmp_path: Path, qtbot: QtBot, open_at: Opener
) -> None:
    first, _ = found_shared(tmp_path)
    there, coming = open_at(first), Coming(Identity.new().recipient)
    file, copy = tmp_path / "new.smcomputer", tmp_path / "copy.smadmin-backup"
    file.write_bytes(coming.content)
    sit_down(there._office, "Pat Winters", PAT)
    there._sat_down(there._office.session.signed_in)
    there.open("newcomer")
    screen = there._frame.open_screen("newcomer")
    assert isinstance(screen, NewcomerScreen)
    said: list[BannerModel] = []
    screen.bannerAsked.connect(said.append)

    next(one for one in screen.findChildren(Button) if one.text() == "Open a request…").click()
    chosen(screen, file)
    qtbot.waitUntil(screen.copy.isVisible, timeout=LONG_MS)
    screen.copy.letters.setText("ABCD-EFGH-JKMN-PQRS")
    screen.copy.give.click()
    assert screen.copy.field.error
    screen.copy.letters.setText(coming.letters)
    qtbot.waitUntil(lambda: not screen.copy.give.settling)
    screen.copy.give.click()
    qtbot.waitUntil(lambda: any(map(saves, screen.findChildren(QFileDialog))), timeout=LONG_MS)
    chosen(screen, copy)

    qtbot.waitUntil(partial(reached, said, 1), timeout=LONG_MS)
    assert [one.happened.id for one in said] == ["coming.given"]
    assert copy.exists()
    assert screen.copy.isHidden()


def saves(dialog: QFileDialog) -> bool:
    return dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave


def reached(said: list[BannerModel], count: int) -> bool:
    return len(said) == count


def chosen(screen: Screen, file: Path) -> None:
    """Choose a file in the dialog that the screen opened."""
    dialog = screen.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(file))
    dialog.done(QDialog.DialogCode.Rejected)
