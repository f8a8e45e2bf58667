"""Somebody seated at the drawn sample school: a real store, real threads, doors that only note.

`seat.post()` hands a post in as Maya, `seat.released()` also releases it as Daniel.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message
from smadmin.domain.plan import monday_of
from smadmin.services.office import Office
from smadmin.ui.perform import Performer
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.wording import Wording
from tests.sample import sit

TEXT = "The book fair opens on Thursday at 8 in the library."
TOPIC = "events"

Operation = Callable[[], Any]


@dataclass
class NotedDoors:
    """Doors that note what was asked of them; the passphrase is given at once, or never."""

    accounts: tuple[Account, ...] = ()
    opened: list[tuple[str, str | None]] = field(default_factory=list)
    handed_over: list[tuple[str, str | None]] = field(default_factory=list)
    gives_passphrase: bool = True

    def show_accounts(self, accounts: tuple[Account, ...]) -> None:
        self.accounts = accounts

    def open(self, screen: str, subject: str | None = None) -> None:
        self.opened.append((screen, subject))

    def with_passphrase(self, then: Callable[[], None], what: Message | None = None) -> None:
        if self.gives_passphrase:
            then()

    def hand_over(self, screen: str, subject: str | None = None) -> None:
        self.handed_over.append((screen, subject))

    def go_beside(self) -> None:
        self.opened.append(("beside", None))


class CountingPerformer(Performer):
    """The real performer, which also knows how much is under way."""

    def __init__(self) -> None:
        super().__init__()
        self.pending = 0

    def perform(self, operation: Operation, **how: Any) -> None:
        self.pending += 1
        super().perform(operation, **how)

    def errand(self, operation: Operation, **how: Any) -> None:
        self.pending += 1
        super().errand(operation, **how)

    def network(self, operation: Operation, **how: Any) -> None:
        self.pending += 1
        super().network(operation, **how)

    def trial(self, operation: Operation, **how: Any) -> None:
        self.pending += 1
        super().trial(operation, **how)

    def _deliver(self, call: Callable[[], None]) -> None:
        super()._deliver(call)
        self.pending -= 1


@dataclass
class Seat:
    """An office with a signed week, and the surroundings of a screen on it."""

    office: Office
    performer: CountingPerformer
    words: Wording
    qtbot: QtBot
    doors: NotedDoors = field(default_factory=NotedDoors)

    @property
    def around(self) -> Surroundings:
        """What a screen is handed."""
        return Surroundings(self.office, self.performer, self.words, self.doors)

    def by(self, slug: str) -> Actor:
        """Sign somebody in."""
        return sit(self.office, slug).actor

    def sign_week(self) -> None:
        """Plan today for Maya's accounts and let the principal sign."""
        sign_week(self.office)

    @property
    def today(self) -> date:
        """The school's own day."""
        return self.office.school.local(self.office.desk.now).date()

    def accounts(self) -> dict[str, Account]:
        """Give Maya's accounts by platform."""
        maya = self.by("maya-ortega")
        return {one.platform.value: one for one in self.office.posts.may_post(maya)}

    def post(self, *platforms: str, text: str = TEXT) -> PostId:
        """Hand a post in as Maya, in the signed slot; to X and Facebook where nothing is named."""
        accounts, maya = self.accounts(), self.by("maya-ortega")
        wanted = tuple(accounts[one].id for one in platforms or ("x", "facebook"))
        week = self.office.plan.week(maya, monday_of(self.today))
        slot = next((one.id for one in week.slots if one.topic == TOPIC and one.day == self.today), None)
        draft = self.office.posts.create(maya, wanted, slot=slot, text=text).value
        self.office.posts.submit(maya, draft.id)
        return draft.id

    def released(self, *platforms: str) -> PostId:
        """Hand a post in as Maya and release it as Daniel."""
        post = self.post(*platforms)
        self.office.approvals.release(self.by("daniel-reyes"), post)
        return post

    def settle(self) -> None:
        """Wait until nothing is under way: what was asked for is done and shown."""
        self.qtbot.waitUntil(lambda: self.performer.pending == 0, timeout=20_000)
        self.qtbot.wait(1)  # lets Qt lay out and show what was just added

    def show(self, screen: Screen, window: QWidget) -> None:
        """Put a screen into a window and let it load."""
        screen.setParent(window)
        screen.resize(window.size())
        self.performer.changed.connect(screen.changed)
        window.show()
        screen.show()
        screen.shown()
        self.settle()


def sign_week(office: Office) -> None:
    """Plan today for Maya's accounts and let the principal sign, who then sits there."""
    maya, today = sit(office, "maya-ortega").actor, office.school.local(office.desk.now).date()
    for account in office.posts.may_post(maya):
        office.plan.add(maya, account.id, today, TOPIC)
    office.plan.sign_week(sit(office, "ellen-whitcomb").actor, monday_of(today))
