"""*Look closer* at the photo being decided: begun, cancelled and told about in words.

It runs on an errand thread beside the window. What it said about a photo stands until the screen is left.
"""

from PySide6.QtCore import QObject, Signal

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import Message, say
from smadmin.services.jobs import Progress
from smadmin.services.photos.closer import LookedCloser
from smadmin.ui.banners import banner_of
from smadmin.ui.photos.counting import Closer, CloserState
from smadmin.ui.photos.finding import Finding
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings


class LookingCloser(QObject):
    """One photo at a time.

    Signals:
        turned: there is something else to say.
        found: the id of a photo that was looked at to the end; read it again.
    """

    turned = Signal()
    found = Signal(str)

    def __init__(self, around: Surroundings, screen: Screen) -> None:
        """Stand still."""
        super().__init__(screen)
        screen.settling.connect(self.cancel)
        self._around = around
        self._screen = screen
        self._finding = Finding(around.performer, screen)
        self._finding.progressed.connect(self._step)
        self._finding.failed.connect(self._failed)
        self._finding.ended.connect(self.turned)
        self._photo: PhotoId | None = None
        self._said: dict[PhotoId, Message] = {}

    def turn(self, photo: PhotoId) -> None:
        """Look closer at a photo; where that is under way, stop and keep nothing."""
        if self._finding.running:
            if photo == self._photo:
                self.cancel()
            return
        if self._around.acting is None:
            return
        closer = self._around.office.finder.closer
        self._photo = photo
        self._said.pop(photo, None)
        self._finding.start(self._around.by, lambda by: closer.run(by, photo))
        self.turned.emit()

    def cancel(self) -> None:
        """Stop after the part under way; the photo stays as it was."""
        if self._finding.running and self._photo is not None:
            self._said[self._photo] = say("photoui.closer-cancelled")
            self._finding.cancel()
            self.turned.emit()

    def of(self, photo: PhotoId) -> Closer:
        """Say how looking closer stands for a photo."""
        said = self._said.get(photo)
        if not self._finding.running:
            return Closer(CloserState.OFFERED, said)
        if photo != self._photo:
            return Closer(CloserState.ELSEWHERE, said)
        if self._finding.stopping:
            return Closer(CloserState.STOPPING, said)
        last = self._finding.last
        done, total = (0, 1) if last is None else (last.done, last.total)
        return Closer(
            CloserState.UNDER_WAY, say("photoui.closer-progress", percent=round(100 * done / total))
        )

    def _step(self, progress: Progress) -> None:
        if isinstance(progress, LookedCloser) and self._photo is not None:
            self._said[self._photo] = (
                say("photoui.closer-found", n=progress.more) if progress.more else say("photoui.closer-none")
            )
            self.found.emit(self._photo)
        self.turned.emit()

    def _failed(self, error: KnownError) -> None:
        self._screen.bannerAsked.emit(banner_of(error))
