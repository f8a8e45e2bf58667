"""A locked copy saved from an account's page: the sealed file as it is kept, and the record says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from smadmin.credentials.identity import Identity
from smadmin.domain.accounts import Platform
from smadmin.domain.log_ins import LogIn
from smadmin.services.copies import Way
from smadmin.ui.accounts.log_in_page import LogInPage
from smadmin.ui.accounts.pages import LOG_IN
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.labels import PlainLabel
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

SECRET = LogIn("lincoln_es", "canary-Falcon-42-ember", ("code-one",), email="social@lincoln.example")


seat = seat_of("maya-ortega", "school")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> Iterator[AccountsScreen]:
    made = AccountsScreen(seat.around)
    seat.show(made, window)
    yield made
    made.settle()


def kept(screen: AccountsScreen, seat: Seat) -> LogInPage:
    account = next(one for one in seat.office.accounts.all() if one.platform is Platform.X)
    screen.open_subject(account.id)
    page = screen.panel.turn_to(LOG_IN)
    assert isinstance(page, LogInPage)
    seat.settle()
    page.card.kept.emit(SECRET)
    seat.settle()
    return page


def test_the_locked_copy_is_saved_where_one_chose_just_as_it_is_kept(
    screen: AccountsScreen, seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies, file = kept(screen, seat).copies, tmp_path / "handed.age"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    account = copies._account
    assert account is not None

    copies.ways[Way.LOCKED].click()
    seat.settle()

    content, own = file.read_bytes(), seat.around.by.signer
    assert isinstance(own, Identity)
    assert content == seat.office.vault.fetch(account.id).sealed
    assert SECRET.password.encode() not in content
    assert LogIn.from_bytes(own.open(content)) == SECRET
    assert file.stat().st_mode & 0o077 == 0
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [file.name]
    newest = seat.office.records.newest(1)[0]
    assert (newest.act, newest.person, newest.noun_id) == ("hand-log-in", "Maya Ortega", account.id)
    said = [one.whole_text for one in copies.note.findChildren(PlainLabel)]
    assert copies.note.isVisibleTo(screen)
    assert any(file.name in one for one in said)
    assert not copies.phrase.isVisibleTo(screen)  # there are no words to tell


def test_who_chooses_no_place_hands_nothing_out(
    screen: AccountsScreen, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = kept(screen, seat).copies
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))

    copies.ways[Way.LOCKED].click()
    seat.settle()

    assert seat.office.records.newest(1)[0].act != "hand-log-in"
    assert not copies.note.isVisibleTo(screen)
