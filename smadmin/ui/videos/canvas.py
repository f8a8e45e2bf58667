"""Where a video's frames are painted: whole, with what is left of the place dark. Nothing is decoded here."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smadmin.domain.videos.ports import Frame

_SIZE, _LEAST = QSize(640, 360), QSize(240, 135)
_DARK, _LIGHT = QColor("#101214"), QColor("#d7dadf")
_BYTES_PER_PIXEL = 4


class Canvas(QWidget):
    """A frame. `pressed` tells that somebody clicked on it."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin dark."""
        super().__init__(parent)
        self._frame: Frame | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def frame(self) -> Frame | None:
        """The frame that is seen."""
        return self._frame

    @property
    def words(self) -> str:
        """What stands there instead of a frame."""
        return "" if self._frame is not None else self._words

    def show_frame(self, frame: Frame) -> None:
        """Show a frame; its pixels are kept until the next one comes."""
        self._frame = frame
        self.update()

    def show_words(self, words: str) -> None:
        """Show a sentence instead of a frame."""
        self._frame, self._words = None, words
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return _SIZE

    @override
    def minimumSizeHint(self) -> QSize:
        return _LEAST

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _DARK)
        frame = self._frame
        if frame is None:
            painter.setPen(_LIGHT)
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 16, -16, -16), int(wrapped), self._words)
        else:
            line = frame.width * _BYTES_PER_PIXEL
            image = QImage(frame.pixels, frame.width, frame.height, line, QImage.Format.Format_RGB32)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._place(frame), image)
        painter.end()

    def _place(self, frame: Frame) -> QRect:
        size = QSize(frame.width, frame.height).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(
            (self.width() - size.width()) // 2,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
