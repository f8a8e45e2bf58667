"""A folder that was just dropped: its first result comes before all else that is to be done with it."""

from PySide6.QtCore import QObject, Signal

from smadmin.services.jobs import Progress
from smadmin.ui.photos.finding import Finding
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.reading import make_ready
from smadmin.ui.surroundings import Surroundings


class Beginning(QObject):
    """Holds back what a first photo's search would have to share the computer with.

    Signals:
        over: a first photo was searched, or nothing is searched any more.
    """

    over = Signal()

    def __init__(self, around: Surroundings, parent: QObject, finding: Finding, pictures: Pictures) -> None:
        """Stand on the screen's search and its pictures."""
        super().__init__(parent)
        self._around = around
        self._pictures = pictures
        self._readying = Finding(around.performer, parent)
        self._ready = False
        finding.progressed.connect(self._step)
        finding.ended.connect(self._over)

    def make_ready(self) -> None:
        """Begin to start what sees, and make the patterns that are missing, before a folder is dropped."""
        office = self._around.office
        self._around.performer.errand(office.begin_seeing, done=lambda _: None, origin=self.parent())
        if not self._ready:
            self._ready = True
            self._readying.start(self._around.by, lambda by: make_ready(office, by))

    def hold(self) -> None:
        """Let nothing be done but the search of a first photo; pictures come again after a moment anyway."""
        self._readying.cancel()
        self._pictures.hold()

    def settle(self) -> None:
        """Make no more patterns."""
        self._readying.cancel()

    def _step(self, progress: Progress) -> None:
        if progress.done:
            self._over()

    def _over(self) -> None:
        self._pictures.go_on()
        self.over.emit()
