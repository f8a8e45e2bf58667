"""Tells whoever is back how many photos of their folder weren't taken in, and leads to the rest."""

from PySide6.QtCore import QObject, QTimer

from smadmin.ui.banners import BannerModel
from smadmin.ui.frame import Frame
from smadmin.ui.surroundings import REST_OF_PHOTOS, Surroundings
from smadmin.ui.untaken import UNTAKEN, untaken_banners

_LATER_MS = 3_000
"""Whoever unlocks at once may be quicker than the file under way when the window locked."""


class Untaken(QObject):
    """Stands in the window, beyond screens and locks."""

    def __init__(self, frame: Frame, around: Surroundings, parent: QObject) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._frame, self._around = frame, around
        self._later = QTimer(self, interval=_LATER_MS, singleShot=True)
        self._later.timeout.connect(self._look)
        frame.bannerActed.connect(self._acted)

    def offer(self) -> None:
        """Tell whoever sits down, now and once more in a moment."""
        self._look()
        self._later.start()

    def _look(self) -> None:
        if self._around.acting is None or self._around.office.session.confined:
            return
        for model in untaken_banners(self._around.office.takings.interrupted(self._around.by)):
            self._frame.show_banner(model)

    def _acted(self, model: BannerModel) -> None:
        if model.key == UNTAKEN and self._around.acting is not None:
            self._frame.banners.dismiss(UNTAKEN)
            self._around.doors.open("photos", REST_OF_PHOTOS)
