"""Pictures that are there at once, or not yet, without a store."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPixmap
from typing_extensions import override

from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import Message
from smadmin.ui.photos.pictures import Key
from smadmin.ui.sweeps.pictures_kept import BIG, KeptPictures


class DrawnPictures(KeptPictures):
    """Plain colours; those named in `coming` aren't there until `arrive`."""

    def __init__(self, parent: QObject, *coming: str) -> None:
        QObject.__init__(self, parent)
        self._files = {}
        self.coming = set(coming)
        self.asked: list[str] = []

    def arrive(self, photo: str) -> None:
        self.coming.discard(photo)
        for kind in ("thumb", BIG):
            self.arrived.emit(Key(kind, photo))

    @override
    def thumb(self, photo: PhotoId) -> QPixmap | None:
        self.asked.append(photo)
        return None if photo in self.coming else _drawn(320)

    @override
    def large(self, photo: PhotoId) -> QPixmap | None:
        return None if photo in self.coming else _drawn(1200)

    @override
    def wrong_with(self, kind: str, of: str) -> Message | None:
        return None


def _drawn(width: int) -> QPixmap:
    pixmap = QPixmap(width, width * 2 // 3)
    pixmap.fill(QColor("#7a9"))
    return pixmap
