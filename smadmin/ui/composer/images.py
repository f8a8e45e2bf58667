"""Pictures from the workers made into the window's, and shown with round corners. In memory only."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, Picture
from smadmin.ui.appearance import tokens_of
from smadmin.ui.theme import CONTROL_RADIUS_PX


def pixmap_of(picture: Picture) -> QPixmap:
    """Make a pixmap of a picture's pixels (a copy)."""
    line = picture.width * BYTES_PER_PIXEL
    image = QImage(picture.pixels, picture.width, picture.height, line, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image.copy())


class PhotoView(QWidget):
    """A photo that fills its place, cut at the longer side; a quiet surface until it comes."""

    def __init__(self, *, height_px: int, parent: QWidget | None = None) -> None:
        """Take the height of its place."""
        super().__init__(parent)
        self._height_px = height_px
        self._pixmap: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pixmap(self, pixmap: QPixmap | None) -> None:
        """Show a photo, or none."""
        self._pixmap = pixmap
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(2 * self._height_px, self._height_px)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._height_px // 2, self._height_px)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), QColor(tokens_of(self.palette()).line))
        if self._pixmap is not None:
            filled = QSize(self._pixmap.size()).scaled(
                self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
            )
            left, top = (self.width() - filled.width()) // 2, (self.height() - filled.height()) // 2
            painter.drawPixmap(left, top, filled.width(), filled.height(), self._pixmap)
        painter.end()
