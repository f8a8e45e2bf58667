"""The corners of a frame that a person drew: taken hold of with the mouse, and drawn where they can be."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

_REACH_PX = 12
_SIDE_PX = 9


def opposite_corner(frame: QRectF, at: QPointF) -> QPointF | None:
    """Give the corner that stays where somebody drags the one at this place, or None beside all corners."""
    pairs = (
        (frame.topLeft(), frame.bottomRight()),
        (frame.topRight(), frame.bottomLeft()),
        (frame.bottomRight(), frame.topLeft()),
        (frame.bottomLeft(), frame.topRight()),
    )
    near = [pair for pair in pairs if (pair[0] - at).manhattanLength() <= _REACH_PX]
    return min(near, key=lambda pair: (pair[0] - at).manhattanLength())[1] if near else None


def paint_corners(painter: QPainter, frame: QRectF, ink: QColor, ground: QColor) -> None:
    """Draw a square at each corner."""
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(ground)
    for corner in (frame.topLeft(), frame.topRight(), frame.bottomRight(), frame.bottomLeft()):
        half = _SIDE_PX / 2
        painter.drawRect(QRectF(corner.x() - half, corner.y() - half, _SIDE_PX, _SIDE_PX))
