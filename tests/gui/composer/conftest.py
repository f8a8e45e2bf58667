"""Compose on the drawn sample school, with a real store, real threads, and doors that only note."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account
from smadmin.domain.messages import Message
from smadmin.domain.posts import Draft
from smadmin.domain.students import Student
from smadmin.services.office import Office
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.perform import Performer
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.wording import Wording
from tests.sample import sample_office, sit

AUTHOR = "maya-ortega"


@dataclass
class NotedDoors:
    """Doors that note what was asked of them."""

    accounts: tuple[Account, ...] = ()
    opened: list[tuple[str, str | None]] = field(default_factory=list)
    handed_over: list[tuple[str, str | None]] = field(default_factory=list)
    asked_passphrase: int = 0

    def show_accounts(self, accounts: tuple[Account, ...]) -> None:
        self.accounts = accounts

    def open(self, screen: str, subject: str | None = None) -> None:
        self.opened.append((screen, subject))

    def with_passphrase(self, then: Callable[[], None], what: Message | None = None) -> None:
        self.asked_passphrase += 1
        then()

    def hand_over(self, screen: str, subject: str | None = None) -> None:
        self.handed_over.append((screen, subject))

    def go_beside(self) -> None:
        self.opened.append(("beside", None))


@dataclass
class Sitting:
    """Somebody at Compose."""

    screen: ComposeScreen
    office: Office
    doors: NotedDoors
    qtbot: QtBot

    def choose(self, *numbers: int) -> None:
        """Press accounts by their place."""
        for number in numbers:
            self.screen.writing.toggles.toggles[number].click()

    def write(self, text: str) -> None:
        """Type a text where the cursor is."""
        self.screen.writing.editor.textCursor().insertText(text)

    def stored(self) -> tuple[Draft, ...]:
        """Read what is stored."""
        return self.office.posts.mine(self.office.session.actor)

    def until_saved(self) -> Draft:
        """Wait until everything typed is stored; gives the draft."""
        keeper = self.screen.write.keeper
        self.qtbot.waitUntil(lambda: keeper.draft is not None and not keeper.unsaved, timeout=5_000)
        self.settle()
        assert keeper.draft is not None
        return keeper.draft

    def settle(self) -> None:
        """Wait until what is queued for the store is done and shown."""
        came: list[int] = []
        self.screen._around.performer.perform(lambda: 1, done=came.append)
        self.qtbot.waitUntil(lambda: bool(came), timeout=10_000)

    def until_found(self, count: int) -> None:
        """Wait until so many findings stand beside the text."""
        cards = self.screen.writing.findings
        self.qtbot.waitUntil(lambda: len(cards.cards) == count, timeout=5_000)

    def child(self, *, opted_out: bool) -> Student:
        """Give a child of the sample by whether the family said no to the name."""
        roster = self.office.students.roster(self.office.session.actor)
        return next(student for student in roster.students if student.no_name is opted_out)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = sample_office(tmp_path)
    sit(opened, AUTHOR)
    yield opened
    opened.close()


@pytest.fixture
def performer(qtbot: QtBot) -> Iterator[Performer]:
    made = Performer()
    crashed: list[Exception] = []
    made.crashed.connect(crashed.append)
    yield made
    made.close()
    assert crashed == []


@pytest.fixture
def at_compose(
    office: Office, performer: Performer, words: Wording, window: QWidget, qtbot: QtBot
) -> Sitting:
    doors = NotedDoors()
    screen = ComposeScreen(Surroundings(office, performer, words, doors))
    screen.setParent(window)
    screen.resize(window.size())
    performer.changed.connect(screen.changed)
    window.show()
    screen.show()
    screen.shown()
    sitting = Sitting(screen, office, doors, qtbot)
    qtbot.waitUntil(lambda: bool(screen.writing.toggles.toggles), timeout=5_000)
    sitting.settle()
    return sitting
