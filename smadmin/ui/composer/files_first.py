"""The files of a draft's pictures: made for its accounts while it is read back, before it is handed in."""

from collections.abc import Callable

from PySide6.QtCore import QObject

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
        photos = [one.photo for one in draft.content.pictures]
        if not photos or self._running:
            return
        by, export = self._around.by, self._around.office.export
        self._running = True
        self._around.performer.errand(
            lambda: export.complete(by, photos),
            done=lambda _: self._over(),
            failed=lambda _: self._over(),
            origin=self._origin,
        )

    def when_over(self, then: Callable[[], None]) -> None:
        """Go on once nothing is being made; pressed twice, it goes on once."""
        if not self._running:
            then()
            return
        self._then = then
        self._head.show_missing([self._around.words.say("compose.making-files")])

    def _over(self) -> None:
        self._running = False
        then, self._then = self._then, None
        if then is not None:
            self._head.show_missing(())
            then()
