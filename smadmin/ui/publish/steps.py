"""The steps of a publication, each a deed or an errand in its turn: a kill between two loses nothing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import PostId
from smadmin.domain.publications import Publication
from smadmin.services.laid_out import HandedOut
from smadmin.services.outgoing import Lane
from smadmin.ui.publish.folder import handoff_words
from smadmin.ui.publish.lane import Hand
from smadmin.ui.surroundings import Surroundings

Failed = Callable[[KnownError], None]


class Steps:
    """Carries the steps out for one screen."""

    def __init__(self, around: Surroundings, origin: QObject) -> None:
        """Take the surroundings and the screen that asks."""
        self._around = around
        self._origin = origin

    def ask_gate(self, post: PostId, lane: Lane, *, done: Callable[[tuple[Reason, ...]], None]) -> None:
        """Ask what the last gate would say now (an errand: it opens the covered files)."""
        by, office = self._around.by, self._around.office
        self._around.performer.errand(
            lambda: office.publications.blockers(by, post, lane.account.id), done=done, origin=self._origin
        )

    def hand_out(
        self,
        post: PostId,
        lane: Lane,
        *,
        handle: str,
        folder: Path,
        done: Callable[[HandedOut], None],
        failed: Failed,
    ) -> None:
        """Say that it goes out here, write words and pictures into the folder, and say that they lie there.

        Args:
            post: what goes out.
            lane: where; one that was intended before goes on from there.
            handle: the @name that the person sees on the page.
            folder: where the new folder is made.
            done: gets what lies ready.
            failed: gets why nothing does.
        """
        by, office, performer = self._around.by, self._around.office, self._around.performer
        page = handoff_words(self._around.words, lane.account)

        def noted(handed: HandedOut, publication: Publication) -> None:
            performer.perform(
                lambda: office.publications.note_handed_out(by, publication),
                done=lambda _: done(handed),
                failed=failed,
                origin=self._origin,
            )

        def intended(publication: Publication) -> None:
            performer.errand(
                lambda: office.lay_ready(by, publication, folder=folder, handle=handle, page=page),
                done=lambda handed: noted(handed, publication),
                failed=failed,
                origin=self._origin,
            )

        if lane.publication is not None:
            intended(lane.publication)
            return
        performer.perform(
            lambda: office.publications.intend(by, post, lane.account.id),
            done=lambda made: intended(made.value),
            failed=failed,
            origin=self._origin,
        )

    def confirm(
        self, publication: Publication, hand: Hand, *, done: Callable[[], None], failed: Failed
    ) -> None:
        """Take the post's address as the proof that it is out."""
        by, office = self._around.by, self._around.office

        def confirmed() -> Done[Publication]:
            return office.publications.confirm(by, publication, hand.link, handle_seen=hand.seen)

        after = partial(self._over, publication, done)
        self._around.performer.perform(confirmed, done=after, failed=failed, origin=self._origin)

    def give_up(
        self, publication: Publication, reason: str, *, done: Callable[[], None], failed: Failed
    ) -> None:
        """Say that it doesn't go out there."""
        by, office = self._around.by, self._around.office
        self._around.performer.perform(
            lambda: office.publications.give_up(by, publication, reason),
            done=partial(self._over, publication, done),
            failed=failed,
            origin=self._origin,
        )

    def report_wrong(self, lane: Lane, seen: str, *, done: Callable[[], None], failed: Failed) -> None:
        """Stop an account where another one was logged in."""
        by, office, account = self._around.by, self._around.office, lane.account.id
        self._around.performer.perform(
            lambda: office.wrong_identities.report(by, account, seen),
            done=lambda _: done(),
            failed=failed,
            origin=self._origin,
        )

    def _over(self, publication: Publication, done: Callable[[], None], _: Done[Publication]) -> None:
        """Leave no picture behind outside the data folder (BAL-B1g2)."""
        office = self._around.office
        self._around.performer.errand(lambda: office.clear_away(publication), origin=self._origin)
        done()
