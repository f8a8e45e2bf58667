"""A video's length as a bar: what was seen of it is filled, and a knob says where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget
from typing_extensions import override

from smadmin.domain.videos.viewing import Stretch
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.buttons import paint_ring

_HEIGHT_PX, _BAR_PX, _KNOB_PX, _MARGIN_PX = 28, 8, 7, 10
_STEP_MS, _PAGE_MS = 5_000, 30_000


class Timeline(QSlider):
    """The bar. `soughtAt` carries the moment that somebody wants to go to, in milliseconds."""

    soughtAt = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a length."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._seen: tuple[Stretch, ...] = ()
        self.setSingleStep(_STEP_MS)
        self.setPageStep(_PAGE_MS)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_length(self, length_ms: int) -> None:
        """Take how long the video is."""
        self.setRange(0, max(1, length_ms))

    def show_at(self, at_ms: int) -> None:
        """Show where it stands."""
        self.setValue(at_ms)

    def show_seen(self, seen: Sequence[Stretch]) -> None:
        """Fill what was seen."""
        self._seen = tuple(seen)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, round(_HEIGHT_PX * scale_of(self.font())))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._seek(event.position().x())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event.position().x())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.value()
        super().keyPressEvent(event)
        if self.value() != before:
            self.soughtAt.emit(self.value())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = self._bar(0, self.maximum())
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(whole, _BAR_PX / 2, _BAR_PX / 2)
        painter.setBrush(QColor(tokens.accent))
        for one in self._seen:
            painter.drawRect(self._bar(one.start_ms, min(one.end_ms, self.maximum())))
        painter.setBrush(QColor(tokens.ink))
        painter.drawEllipse(QPointF(self._x(self.value()), whole.center().y()), _KNOB_PX, _KNOB_PX)
        painter.end()
        if self.hasFocus():
            paint_ring(self, _BAR_PX / 2 + 2)

    def _bar(self, start_ms: int, end_ms: int) -> QRectF:
        left = self._x(start_ms)
        return QRectF(left, (self.height() - _BAR_PX) / 2, self._x(end_ms) - left, _BAR_PX)

    def _x(self, at_ms: int) -> float:
        return _MARGIN_PX + (self.width() - 2 * _MARGIN_PX) * at_ms / self.maximum()

    def _seek(self, x: float) -> None:
        share = (x - _MARGIN_PX) / max(1, self.width() - 2 * _MARGIN_PX)
        at_ms = round(min(1.0, max(0.0, share)) * self.maximum())
        self.setValue(at_ms)
        self.soughtAt.emit(at_ms)
