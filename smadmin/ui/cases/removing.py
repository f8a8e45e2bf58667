"""Takes a post down everywhere at once: all accounts beside one another, and opens the page of the rest."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal

from smadmin.domain.actors import Actor
from smadmin.domain.cases import About, CaseId, Opening
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError
from smadmin.domain.escalations import Trouble
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.removals import Ground, Wish
from smadmin.services.clearing import ClearingSheet, OutLine
from smadmin.services.office import Office
from smadmin.ui.cases.model import by_itself, is_gone
from smadmin.ui.opened_said import open_apart
from smadmin.ui.publish.driving import drive
from smadmin.ui.publish.outside import Outside
from smadmin.ui.surroundings import Surroundings


class Remover(QObject):
    """For one screen.

    Signals:
        begun: the id of the case that was opened for it.
        moved: something is further than before.
        refused: a `KnownError`.
        opened: what came of opening a page (`Opened`).
    """

    begun = Signal(str)
    moved = Signal()
    refused = Signal(object)
    opened = Signal(object)

    def __init__(self, around: Surroundings, outside: Callable[[], Outside], parent: QObject) -> None:
        """Take the surroundings, and what opens pages."""
        super().__init__(parent)
        self._around, self._outside = around, outside
        self.busy: set[AccountId] = set()

    def take_down(self, post: PostId) -> None:
        """Take a post down everywhere; its card is opened first, so that the clock goes."""
        office, by = self._around.office, self._around.by
        opening = Opening(Trouble.CHILD_OUT, About.POST, post)
        self._around.performer.perform(
            lambda: office.cases.open(by, opening), done=self._opened, failed=self.refused.emit, origin=self
        )
        self.clear(post)

    def clear(self, post: PostId) -> None:
        """Take a post down everywhere without a card of its own, as one of a list of such posts."""
        office, by = self._around.office, self._around.by
        self._around.performer.perform(
            lambda: stop_the_rest(office, by, post, self._around.words.say("cases.reason")), origin=self
        )
        self._around.performer.perform(
            lambda: office.clearing.sheet(by, post), done=self._go, failed=self.refused.emit, origin=self
        )

    def again(self, line: OutLine) -> None:
        """Try an account once more."""
        if line.account.id in self.busy:
            return
        self.busy.add(line.account.id)
        self.moved.emit()
        by, road = self._around.by, self._around.office.removal_road
        wish = Wish(Ground.CHILD, self._around.words.say("cases.reason"), uncaptured=True)
        drive(
            self._around.performer,
            road.go(by, line.publication, wish),
            over=lambda _: self._over(line),
            failed=partial(self._failed, line),
            origin=self,
        )

    def open_page(self, line: OutLine) -> None:
        """Open the post in the account's own browser; without one its address is on the clipboard."""
        self.opened.emit(open_apart(self._around, self._outside(), line.account, line.publication.link))

    def say_gone(self, line: OutLine) -> None:
        """Write that a person saw it gone."""
        office, by = self._around.office, self._around.by
        self._begin_by_hand(line)
        self._around.performer.perform(
            lambda: office.removals.gone(by, line.publication, None),
            done=lambda _: self.moved.emit(),
            failed=self.refused.emit,
            origin=self,
        )

    def _opened(self, done: Done[CaseId]) -> None:
        self.begun.emit(done.value)

    def _go(self, sheet: ClearingSheet) -> None:
        waiting = [one for one in sheet.lines if not is_gone(one) and not one.view.blockers]
        for line in waiting:
            if by_itself(line):
                self.again(line)
        for line in waiting:
            if not by_itself(line):
                self._begin_by_hand(line)
                self.open_page(line)
        self.moved.emit()

    def _begin_by_hand(self, line: OutLine) -> None:
        """Write that a person takes it down on its page, unless that stands there."""
        if line.view.removal is not None:
            return
        office, by = self._around.office, self._around.by
        wish = Wish(Ground.CHILD, self._around.words.say("cases.reason"), uncaptured=True)
        self._around.performer.perform(
            lambda: office.removals.begin_by_hand(by, line.publication, wish),
            done=lambda _: self.moved.emit(),
            failed=self.refused.emit,
            origin=self,
        )

    def _over(self, line: OutLine) -> None:
        self.busy.discard(line.account.id)
        self.moved.emit()

    def _failed(self, line: OutLine, error: KnownError) -> None:
        self.busy.discard(line.account.id)
        self.refused.emit(error)
        self.moved.emit()


def stop_the_rest(office: Office, by: Actor, post: PostId, reason: str) -> Changes:
    """Have it go out on no further account (a deed); what can't be stopped so is said on the card."""
    with suppress(KnownError):
        return office.stopping.stop(by, post, reason)
    return Changes()
