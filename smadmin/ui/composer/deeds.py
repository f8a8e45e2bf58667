"""What is done with a whole post: handed in, released, put away, taken back, a finding let stand.

Each deed runs on the store's thread for the screen that asks; the outcome comes back as a signal.
"""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PhotoId, PostId
from smadmin.domain.policy.findings import Finding
from smadmin.domain.posts import Draft, Revision
from smadmin.domain.versions import Earlier
from smadmin.ui.composer.files_first import FilesFirst
from smadmin.ui.surroundings import Surroundings


class _DraftDeed(Protocol):
    def __call__(self) -> Done[Draft]: ...


class _Outcome(Protocol):
    def emit(self, draft: Draft, /) -> None: ...


class PostDeeds(QObject):
    """Deeds on posts.

    Signals:
        handedIn: the post's id; somebody else releases it.
        released: the post's id; it can be published now.
        dropped, reopened: the `Draft`.
        stood: the `Draft` in which a finding was let stand.
        asked: the `Draft` about which the principal was asked.
        refused: a `KnownError`, with everything that is missing.
    """

    handedIn = Signal(str)
    released = Signal(str)
    dropped = Signal(object)
    reopened = Signal(object)
    stood = Signal(object)
    asked = Signal(object)
    refused = Signal(object)

    def __init__(self, around: Surroundings, origin: QObject, *, files: FilesFirst) -> None:
        """Take the screen, for which deeds are done, and what makes files before a draft is handed in."""
        super().__init__(origin)
        self._files = files
        self._around = around
        self._origin = origin
        self._handing: Draft | None = None

    def restore(self, draft: Draft, words: Earlier) -> None:
        """Bring earlier words of a draft back; those that stand now are kept."""
        by, drafting = self._around.by, self._around.office.drafting
        self._draft_deed(lambda: drafting.restore(by, draft, words), self.reopened)

    def hand_in(self, read: Draft) -> None:
        """Submit a draft as it was read back; others release it.

        A photo that lacks an account's file gets it before that; `forget` ends the waiting.
        """
        by = self._around.by
        self._handing = read
        self._files.when_over(lambda: self._submit(by, read))

    def forget(self) -> None:
        """Hand nothing in that still waits for its files: its author goes on writing, or left the window."""
        self._handing = None
        self._files.forget()

    def _submit(self, by: Actor, read: Draft) -> None:
        photos = [one.photo for one in read.content.pictures]
        export, posts = self._around.office.export, self._around.office.posts

        def submit() -> Done[Revision] | tuple[PhotoId, ...]:
            return export.unmade(by, photos) or posts.submit(by, read.id, read=read)

        def done(found: Done[Revision] | tuple[PhotoId, ...]) -> None:
            if isinstance(found, Done):
                self.handedIn.emit(found.value.post)
            elif self._handing is read:
                self._files.make(by, found, lambda: self._submit(by, read), failed=self.refused.emit)

        self._around.performer.perform(submit, done=done, failed=self.refused.emit, origin=self._origin)

    def hand_in_and_release(self, read: Draft) -> None:
        """Submit a draft and release it under the author's own standing permission, after the passphrase."""
        self._around.doors.with_passphrase(lambda: self._submit_to_release(read))

    def put_away(self, draft: Draft) -> None:
        """Drop a draft; `bring_back` undoes it."""
        by, posts = self._around.by, self._around.office.posts
        self._draft_deed(lambda: posts.drop(by, draft.id), self.dropped)

    def bring_back(self, post: PostId) -> None:
        """Bring a dropped draft back."""
        by, posts = self._around.by, self._around.office.posts
        self._draft_deed(lambda: posts.undo_drop(by, post), self.reopened)

    def take_back(self, post: PostId) -> None:
        """Take a post that was handed in back, to go on writing."""
        by, posts = self._around.by, self._around.office.posts
        self._draft_deed(lambda: posts.take_back(by, post), self.reopened)

    def let_stand(self, draft: Draft, finding: Finding, reason: str) -> None:
        """Let a finding stand, with a reason."""
        by, posts = self._around.by, self._around.office.posts
        self._draft_deed(lambda: posts.override(by, draft, finding, reason), self.stood)

    def ask_first(self, draft: Draft, sentence: str) -> None:
        """Ask the principal about a draft."""
        by, questions = self._around.by, self._around.office.questions
        self._around.performer.perform(
            lambda: questions.ask(by, draft.id, sentence),
            done=lambda _: self.asked.emit(draft),
            failed=self.refused.emit,
            origin=self._origin,
        )

    def _draft_deed(self, deed: _DraftDeed, outcome: _Outcome) -> None:
        self._around.performer.perform(
            deed,
            done=lambda done: outcome.emit(done.value),
            failed=self.refused.emit,
            origin=self._origin,
        )

    def _submit_to_release(self, read: Draft) -> None:
        by, posts = self._around.by, self._around.office.posts
        self._around.performer.perform(
            lambda: posts.submit(by, read.id, read=read),
            done=self._release,
            failed=self.refused.emit,
            origin=self._origin,
        )

    def _release(self, submitted: Done[Revision]) -> None:
        by, approvals, post = self._around.by, self._around.office.approvals, submitted.value.post

        def refused(error: KnownError) -> None:
            """It was handed in all the same: somebody else can release it."""
            self.handedIn.emit(post)
            self.refused.emit(error)

        self._around.performer.perform(
            lambda: approvals.release(by, post),
            done=lambda _done: self.released.emit(post),
            failed=refused,
            origin=self._origin,
        )
