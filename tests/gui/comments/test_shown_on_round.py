"""A round asks the platform what visitors wrote, and one press enters it; the round stays open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Platform
from smadmin.domain.actors import Actor
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.publishers import Posted, PublisherFailed, Trouble
from smadmin.domain.rounds import Decision
from smadmin.domain.shown_comments import shown
from smadmin.services.comments_shown import OurPost, Places, ShownComments, ShownLine
from smadmin.ui.appearance import Appearance
from smadmin.ui.buttons import Button
from smadmin.ui.comments.beside import ENTER, ROUNDS
from smadmin.ui.comments.screen import CommentsScreen
from smadmin.ui.wording import Wording
from tests.gui.registers import seated
from tests.gui.seated import Seat

MAYA = "maya-ortega"
POST = OurPost(PostId("p"), Posted("7", "https://hill.example/choir"), "The choir sings.")


class Shows:
    """What a platform shows: one comment, or a fault."""

    def __init__(self, fault: PublisherFailed | None = None) -> None:
        self.fault = fault

    def places(self, by: Actor, account: AccountId) -> Places | None:
        return Places(account, Platform.X, "https://hill.example", (POST,), 0, "", None, frozenset())

    def ask(self, places: Places) -> ShownComments:
        if self.fault is not None:
            raise self.fault
        link = "https://hill.example/choir#1"
        comment = shown(author="Ann", text="When does it begin?", link=link)
        return ShownComments(places.account, (ShownLine(comment, POST, new=True, entered=False),), 1, 0)


@pytest.fixture
def seat(tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance) -> Iterator[Seat]:
    del appearance
    with seated(tmp_path, words, qtbot, MAYA) as made:
        yield made


def on_round(seat: Seat, window: QWidget, shows: Shows, monkeypatch: pytest.MonkeyPatch) -> CommentsScreen:
    """Begin a round on X and wait for what is shown there."""
    office, by = seat.around.office, seat.around.by
    monkeypatch.setitem(office.__dict__, "comments_shown", shows)
    account = seat.accounts()["x"].id
    office.rounds.decide(by, account, Decision(comments=True, monitor=by.person))
    office.read_cards.read(by)
    office.rounds.start(by, account)
    screen = CommentsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(account)
    seat.settle()
    return screen


def enters(screen: CommentsScreen) -> list[Button]:
    part = screen.beside.rounds.look.shown
    return [one for one in part.findChildren(Button) if "Enter this one" in one.text() and not one.isHidden()]


def test_what_is_shown_is_entered_by_one_press_and_the_round_goes_on(
    seat: Seat, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = on_round(seat, window, Shows(), monkeypatch)

    enters(screen)[0].click()
    form = screen.beside.form
    assert screen.beside.shown == ENTER
    assert (form.text.toPlainText(), form.author.text()) == ("When does it begin?", "Ann")
    assert form.link.text() == "https://hill.example/choir#1"
    form.button.click()
    seat.settle()

    assert screen.beside.shown == ROUNDS
    assert enters(screen) == []
    assert any("When does it begin?" in one.title for one in screen.list.rows)


def test_a_dead_network_keeps_nobody_from_the_round(
    seat: Seat, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = PublisherFailed(Trouble.UNREACHABLE, "hill.example")
    screen = on_round(seat, window, Shows(fault), monkeypatch)
    look = screen.beside.rounds.look

    assert "hill.example" in look.shown.said.whole_text
    for tick in look.ticks.values():
        tick.click()
    assert look.finish_button.isEnabled()


def test_the_later_answer_about_another_account_is_not_shown(
    seat: Seat, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = on_round(seat, window, Shows(), monkeypatch)
    other = seat.accounts()["facebook"].id

    screen.beside.shownAsked.emit(other)
    screen.beside.rounds.look.shown.rest()
    seat.settle()

    assert screen.beside.rounds.look.shown.isHidden()
