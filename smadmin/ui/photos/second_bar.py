"""The line above a photo of the second look: who shows without a frame, and *Look closer*."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from smadmin.ui.photos.closer import LookingCloser
from smadmin.ui.photos.countbar import CountBar
from smadmin.ui.photos.counting import second_count
from smadmin.ui.photos.reading import PhotoRead
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings


class SecondBar(QObject):
    """Fills the line, `count`; `closer` searches one photo at a time.

    Args:
        found: called with a photo's id once it was searched to the end; it is to be read again.
    """

    def __init__(self, around: Surroundings, screen: Screen, *, found: Callable[[str], None]) -> None:
        """Stand empty."""
        super().__init__(screen)
        self._read: PhotoRead | None = None
        self._answering = False
        self.count = CountBar(around.words, "photoui.cover-more")
        self.closer = LookingCloser(around, screen)
        self.closer.turned.connect(self._show)
        self.closer.found.connect(found)
        self.count.closerAsked.connect(self.look_closer)

    def show_read(self, read: PhotoRead, *, answering: bool) -> None:
        """Be about a photo; `answering` while single faces are still asked about."""
        self._read, self._answering = read, answering
        self._show()

    def look_closer(self) -> None:
        """Search the photo part by part at full size, or stop doing so; not once it is seen twice."""
        read = self._read
        if read is not None and read.view.photo.second is None and self.count.closer.isEnabled():
            self.closer.turn(read.view.photo.id)

    def _show(self) -> None:
        if self._read is None:
            return
        view = self._read.view
        closer = self.closer.of(view.photo.id)
        self.count.show_count(second_count(view, answering=self._answering, closer=closer))
        self.count.show_closer(closer)
        self.count.closer.setVisible(view.photo.second is None)
