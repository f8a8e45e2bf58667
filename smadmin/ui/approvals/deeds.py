"""What is done on this screen: releasing, sending back, taking back, giving and withdrawing permissions.

Each ends in a sentence for the person, or in the reasons why it wasn't done.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.posts import Draft
from smadmin.domain.spoken import SpokenYes
from smadmin.services.spoken import Asked as MailAsked
from smadmin.ui.approvals.mail_words import mail_subject, mail_text
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

    def release(self, read: Draft) -> None:
        """Release a post as it was read; the passphrase is fresh."""
        by, office = self._around.by, self._around.office
        confined = office.session.confined
        said = say("approvalui.said-released-chair") if confined else say("approvalui.said-released")
        self._perform(lambda: office.approvals.release(by, read.id, read=read), said)

    def send_back(self, read: Draft, sentence: str) -> None:
        """Send a post as it was read back to its author."""
        by, office = self._around.by, self._around.office
        said = say("approvalui.said-sent-back")
        self._perform(lambda: office.approvals.send_back(by, read.id, sentence, read=read), said)

    def answer(self, question: str, sentence: str, name: str) -> None:
        """Answer what somebody asked first."""
        by, office = self._around.by, self._around.office
        said = say("questionui.said-answered", name=name)
        self._perform(lambda: office.questions.answer(by, question, sentence), said)

    def prepare_yes(
        self, post: PostId, to: PersonId, folder: Path, *, written: Callable[[Path], None]
    ) -> None:
        """Prepare the e-mail that asks for a yes, and write it; `written` gets its folder."""
        by, office, words = self._around.by, self._around.office, self._around.words

        def write(done: Done[MailAsked]) -> None:
            asked = done.value
            subject, text = mail_subject(asked, words), mail_text(asked, words)
            self._around.performer.errand(
                lambda: office.spoken.write(by, asked, folder, subject=subject, text=text),
                done=written,
                failed=self._failed,
                origin=self._origin,
            )

        self._around.performer.perform(
            lambda: office.spoken.prepare(by, post, to), done=write, failed=self._failed, origin=self._origin
        )

    def sign_yes(self, post: PostId, yes: SpokenYes, *, failed: Failed) -> None:
        """Release a post by a yes that was said; the passphrase is fresh. `failed` is told for the screen."""
        by, office = self._around.by, self._around.office
        self._perform(lambda: office.spoken.sign(by, post, yes), say("spokenui.said-signed"), failed=failed)

    def countersign(self, post: PostId) -> None:
        """Countersign a yes; the passphrase is fresh."""
        by, office = self._around.by, self._around.office
        self._perform(lambda: office.spoken.countersign(by, post), say("spokenui.said-countersigned"))

    def countersign_notice(self, post: PostId) -> None:
        """Countersign a notice, as the screen of notices does."""
        by, office = self._around.by, self._around.office
        self._perform(lambda: office.notices.countersign(by, post), say("noticeui.said-countersigned"))

    def void(self, post: PostId, reason: str) -> None:
        """Take a release back."""
        by, office = self._around.by, self._around.office
        self._perform(lambda: office.approvals.void(by, post, reason), say("approvalui.said-voided"))

    def leave_at_that(self, post: PostId, reason: str) -> None:
        """Have a post that is half out go to no further account."""
        by, office = self._around.by, self._around.office
        said = say("approvalui.said-left")
        self._perform(lambda: office.publications.leave_at_that(by, post, reason), said)

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
