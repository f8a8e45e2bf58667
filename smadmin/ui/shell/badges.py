"""Keeps the side bar's numbers: how many things wait on each screen for who acts now.

Asked after somebody sat down and, a moment after the last change, again: while somebody types, every saved
draft is a change, and counting each time would only be in its way.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.services.office import Office
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.today.counted import Counted
from smadmin.ui.today.sources import NOUNS

QUIET_MS = 1_200
_FOLLOWED = "counted"


def waiting_for(office: Office, by: Actor) -> Mapping[str, int]:
    """Count what waits on each screen: posts, weeks, accounts, comments, what somebody asks or signed."""
    waiting = dict(office.today.waiting(by))
    owed = len(office.spoken.owed(by)) + len(office.notices.owed(by))
    waiting["approvals"] += len(office.questions.waiting(by)) + owed
    weeks = office.week_briefs.brief(by)
    waiting["plan"] += len(weeks.owed) + len(weeks.later)
    waiting["accounts"] = len(office.lives.brief(by).to_approve)
    waiting["comments"] = sum(one.writes or one.advises for one in office.comment_views.due(by))
    return waiting


class Badges(QObject):
    """Counts what waits."""

    def __init__(
        self, around: Surroundings, show: Callable[[Mapping[str, int]], None], parent: QObject
    ) -> None:
        """Take what shows the numbers."""
        super().__init__(parent)
        self._around = around
        self._show = show
        self._today, self._cards = Counted(around, self), 0
        self._waiting: Mapping[str, int] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(QUIET_MS)
        self._later.timeout.connect(self.count)

    def begin(self) -> None:
        """Count for who has just sat down; nobody sees the numbers of who sat there before."""
        self.end()
        self._show({})
        self.count()

    def count(self) -> None:
        """Count now; while nobody acts nothing waits."""
        self._later.stop()
        acting = self._around.acting
        if acting is None:
            self.end()
            self._show({})
            return
        office, by = self._around.office, acting.actor
        self._around.performer.perform(
            lambda: waiting_for(office, by), done=partial(self._counted, by), origin=self
        )

    def heard(self, changes: Changes) -> None:
        """Count again once it is quiet, if what changed may wait for somebody."""
        if changes.touches_any(NOUNS):
            self._later.start()

    def follow(self, screen: Screen | None) -> None:
        """Take Today's number from Today itself once it is seen: a backup changes its cards, and no noun."""
        if screen is not None and screen.property(_FOLLOWED) is None:
            screen.setProperty(_FOLLOWED, "yes")
            screen.cardsCounted.connect(self._saw_cards)

    def _saw_cards(self, cards: int) -> None:
        if self._waiting and cards != self._cards and self._around.acting is not None:
            self._cards = cards
            self._show({**self._waiting, "today": cards})

    def end(self) -> None:
        """Count no more."""
        self._later.stop()
        self._today.end()
        self._cards, self._waiting = 0, {}

    def _counted(self, by: Actor, waiting: Mapping[str, int]) -> None:
        # Who asked may have locked the window since, or left the chair to somebody else.
        acting = self._around.acting
        if acting is None:
            self._show({})
            return
        if acting.actor.person != by.person:
            return

        def counted(cards: int) -> None:
            self._cards = cards
            self._show({**waiting, "today": cards})

        self._waiting = waiting
        self._show({**waiting, "today": self._cards})  # the number of Today's cards takes a moment longer
        self._today.count(counted)
