"""Letting a post go out by itself, and taking it out again, for the screen *Publish*."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QObject

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PostId
from smadmin.domain.publications import Publication
from smadmin.services.packing import Packed
from smadmin.ui.publish.entrust_said import is_entrusted
from smadmin.ui.publish.lane import LaneModel
from smadmin.ui.surroundings import Surroundings


@dataclass(frozen=True)
class QueueDesk:
    """Does it for one screen.

    Args:
        origin: the screen.
        post: gives the open post.
        work: tells the screen that something is under way; False where it is at something else.
        rested: tells it that this is over; `failed` that nothing was done, and why.
    """

    around: Surroundings
    origin: QObject
    post: Callable[[], PostId | None]
    work: Callable[[], bool]
    rested: Callable[[], None]
    failed: Callable[[KnownError], None]

    def queue(self, lane: LaneModel, day: date, at: time, there: bool) -> None:
        """Let it go out by itself at a time of the school's own clock: pack it, begin it, enter it.

        Args:
            lane: where.
            day: of the school's calendar.
            at: on the school's clock.
            there: whether the platform's own scheduler keeps it until then.
        """
        by, office, account, post = self.around.by, self.around.office, lane.account.id, self.post()
        if post is None or not self.work():
            return
        when, wanted = office.school.moment(day, at), post
        packs = office.entrusting.pack if there else office.queueing.pack

        def enter(packed: Packed) -> Done[Publication]:
            if lane.lane.publication is None:
                office.publications.intend(by, wanted, account)
            return office.queueing.enter(by, packed)

        def packed(given: Packed) -> None:
            self.around.performer.perform(
                lambda: enter(given), done=lambda _: self.rested(), failed=self.failed, origin=self.origin
            )

        self.around.performer.errand(
            lambda: packs(by, wanted, account, when),
            done=packed,
            failed=self.failed,
            origin=self.origin,
        )

    def take_out(self, lane: LaneModel) -> None:
        """Have it not go out by itself, after all; what a platform's scheduler has is asked back."""
        by, office, publication = self.around.by, self.around.office, lane.lane.publication
        if publication is None or not self.work():
            return
        there = is_entrusted(lane.lane.standing)
        ends = office.entrusting.ask_back if there else office.queueing.take_out
        self.around.performer.perform(
            lambda: ends(by, publication),
            done=lambda _: self.rested(),
            failed=self.failed,
            origin=self.origin,
        )
