"""What is done on this screen: releasing, sending back, taking back, giving and withdrawing permissions.

Each ends in a sentence for the person, or in the reasons why it wasn't done.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message, say
from smadmin.ui.approvals.standing import Asked
from smadmin.ui.surroundings import Surroundings

Said = Callable[[Message], None]
Failed = Callable[[KnownError], None]


class Deeds:
    """Carries out what one screen asks for."""

    def __init__(self, around: Surroundings, origin: QObject, *, done: Said, failed: Failed) -> None:
        """Take the surroundings and who is told.

        Args:
            around: the office and the threads.
            origin: the screen.
            done: gets what was done, in a sentence.
            failed: gets why something wasn't done.
        """
        self._around = around
        self._origin = origin
        self._done = done
        self._failed = failed

    def release(self, post: PostId) -> None:
        """Release a post; the passphrase is fresh."""
        by, office = self._around.by, self._around.office
        confined = office.session.confined
        said = say("approvalui.said-released-chair") if confined else say("approvalui.said-released")
        self._perform(lambda: office.approvals.release(by, post), said)

    def send_back(self, post: PostId, sentence: str) -> None:
        """Send a post back to its author."""
        by, office = self._around.by, self._around.office
        said = say("approvalui.said-sent-back")
        self._perform(lambda: office.approvals.send_back(by, post, sentence), said)

    def void(self, post: PostId, reason: str) -> None:
        """Take a release back."""
        by, office = self._around.by, self._around.office
        self._perform(lambda: office.approvals.void(by, post, reason), say("approvalui.said-voided"))

    def take_back(self, post: PostId) -> None:
        """Let the author write on."""
        by, office, doors = self._around.by, self._around.office, self._around.doors
        self._around.performer.perform(
            lambda: office.posts.take_back(by, post),
            done=lambda _: doors.open("compose", post),
            failed=self._failed,
        )

    def permit(self, asked: Asked, *, failed: Failed) -> None:
        """Give a standing permission; the passphrase is fresh. `failed` is told in place of the screen."""
        by, office = self._around.by, self._around.office

        def permitted() -> Done[str]:
            return office.approvals.permit(
                by, asked.person, starts=asked.starts, ends=asked.ends, accounts=asked.accounts
            )

        said = say("approvalui.standing-given", person=asked.name, ends=asked.ends)
        self._perform(permitted, said, failed=failed)

    def withdraw(self, permission: str) -> None:
        """Take a standing permission back."""
        by, office = self._around.by, self._around.office
        said = say("approvalui.standing-withdrawn")
        self._perform(lambda: office.approvals.withdraw(by, permission), said)

    def _perform(
        self,
        deed: Callable[[], Changes | Done[int] | Done[str]],
        said: Message,
        *,
        failed: Failed | None = None,
    ) -> None:
        self._around.performer.perform(
            deed, done=lambda _: self._done(said), failed=failed or self._failed, origin=self._origin
        )
