"""The files of a draft's pictures: made for its accounts while it is read back, before it is handed in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PhotoId
from smadmin.domain.posts import Draft
from smadmin.ui.header import ScreenHeader
from smadmin.ui.surroundings import Surroundings


class FilesFirst:
    """Makes files, and lets who hands in wait for them. Mostly there is nothing left to wait for."""

    def __init__(self, around: Surroundings, head: ScreenHeader, origin: QObject) -> None:
        """Take the head that says what is waited for, and the screen."""
        self._around = around
        self._head = head
        self._origin = origin
        self._running = False
        self._then: Callable[[], None] | None = None

    def begin(self, draft: Draft) -> None:
        """Begin to make what is missing; what can't be made is said once it is handed in."""
        acting, photos = self._around.acting, [one.photo for one in draft.content.pictures]
        if acting is not None and photos and not self._running:
            self._make(acting.actor, photos, failed=lambda _: self._over())

    def make(
        self,
        by: Actor,
        photos: Sequence[PhotoId],
        then: Callable[[], None],
        *,
        failed: Callable[[KnownError], None],
    ) -> None:
        """Make what a hand-in found missing, then go on; what can't be made is told to who waits."""

        def refused(error: KnownError) -> None:
            waits = self._then is not None
            self._running = False
            self.forget()
            if waits:
                failed(error)

        if not self._running:
            self._make(by, photos, failed=refused)
        self.when_over(then)

    def when_over(self, then: Callable[[], None]) -> None:
        """Go on once nothing is being made; pressed twice, it goes on once."""
        if not self._running:
            then()
            return
        self._then = then
        self._head.show_missing([self._around.words.say("compose.making-files")])

    def forget(self) -> None:
        """Let nothing go on any more; what is being made is made all the same."""
        if self._then is not None:
            self._then = None
            self._head.show_missing(())

    def _make(self, by: Actor, photos: Sequence[PhotoId], *, failed: Callable[[KnownError], None]) -> None:
        export = self._around.office.export
        self._running = True
        self._around.performer.errand(
            lambda: export.complete(by, photos),
            done=lambda _: self._over(),
            failed=failed,
            origin=self._origin,
        )

    def _over(self) -> None:
        self._running = False
        then = self._then
        self.forget()
        if then is not None:
            then()
