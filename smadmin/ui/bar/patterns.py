"""The accounts' patterns, painted: two accounts differ for somebody who sees no colours."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from smadmin.domain.accounts import Pattern
from smadmin.ui.bar.model import PATTERN_SHARE

_STEP_PX = 18.0
_LINE_PX = 6.0
_FADED = 0.3  # how much of the pattern is left at the far end, under the words


@lru_cache(maxsize=64)
def pattern_pixmap(pattern: Pattern, width_px: int, height_px: int, ratio: float) -> QPixmap:
    """Paint a pattern in half-clear white, strongest at its left end."""
    pixmap = QPixmap(round(width_px * ratio), round(height_px * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    white = QColor(Qt.GlobalColor.white)
    white.setAlphaF(PATTERN_SHARE)
    area = QRectF(0, 0, width_px, height_px)
    _PAINTERS[pattern](painter, area, white)
    fading = QLinearGradient(area.left(), 0, min(area.right(), 360), 0)
    fading.setColorAt(0, QColor(0, 0, 0, 255))
    fading.setColorAt(1, QColor(0, 0, 0, round(255 * _FADED)))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(area, fading)
    painter.end()
    return pixmap


def _stripes(painter: QPainter, area: QRectF, white: QColor) -> None:
    painter.setPen(QPen(white, _LINE_PX))
    at = area.left() - area.height()
    while at < area.right():
        painter.drawLine(QPointF(at, area.bottom() + 4), QPointF(at + area.height() + 8, area.top() - 4))
        at += _STEP_PX


def _dots(painter: QPainter, area: QRectF, white: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(white)
    step, radius = _STEP_PX * 0.78, _LINE_PX * 0.5
    row, down = 0, area.top() + step / 2
    while down < area.bottom() + step:
        at = area.left() + (step / 2 if row % 2 else step)
        while at < area.right() + step:
            painter.drawEllipse(QPointF(at, down), radius, radius)
            at += step
        row, down = row + 1, down + step * 0.8


def _waves(painter: QPainter, area: QRectF, white: QColor) -> None:
    painter.setPen(QPen(white, 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    down = area.top()
    while down < area.bottom() + _STEP_PX:
        path = QPainterPath(QPointF(area.left() - _STEP_PX, down))
        at = area.left() - _STEP_PX
        while at < area.right() + _STEP_PX:
            path.quadTo(QPointF(at + 8, down - 9), QPointF(at + 16, down))
            path.quadTo(QPointF(at + 24, down + 9), QPointF(at + 32, down))
            at += 32
        painter.drawPath(path)
        down += 13


def _grid(painter: QPainter, area: QRectF, white: QColor) -> None:
    painter.setPen(QPen(white, 2))
    at = area.left() + 8
    while at < area.right():
        painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()))
        at += 16
    down = area.top() + 8
    while down < area.bottom():
        painter.drawLine(QPointF(area.left(), down), QPointF(area.right(), down))
        down += 16


def _zigzag(painter: QPainter, area: QRectF, white: QColor) -> None:
    painter.setPen(QPen(white, 3.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    down = area.top() - 4
    while down < area.bottom() + _STEP_PX:
        path = QPainterPath(QPointF(area.left() - 6, down))
        at, up = area.left() - 6, True
        while at < area.right() + _STEP_PX:
            at += 11
            path.lineTo(at, down + (11 if up else 0))
            up = not up
        painter.drawPath(path)
        down += 16


_PAINTERS = {
    Pattern.STRIPES: _stripes,
    Pattern.DOTS: _dots,
    Pattern.WAVES: _waves,
    Pattern.GRID: _grid,
    Pattern.ZIGZAG: _zigzag,
}
