"""Covers as they are painted over the photo while somebody decides; the second look sees the file itself.

Places come in the photo's own pixels. A blur look is only hinted at: its colours are made for the file.
"""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from smadmin.domain.photos.covers import Cover, CoverStyle

COVER = "#182c5c"
"""As `imaging/covering.py` paints it, like the next two."""
_STICKER, _STAR = "#f2b705", "#fffdf5"
_FROST = "#aab2bd"
_GROUNDS = {CoverStyle.SOLID: COVER, CoverStyle.BLUR: _FROST, CoverStyle.SHAPE: _STICKER}
_STAR_RADIUS, _STAR_INNER, _CORNERS = 0.62, 0.45, 10


def paint_cover(
    painter: QPainter, cover: Cover, style: CoverStyle, *, photo: QPointF, scale: float, alpha: int
) -> None:
    """Paint a cover.

    Args:
        painter: as it stands; it is left so.
        cover: what is hidden.
        style: how it looks.
        photo: where the photo's upper left corner is.
        scale: how large one of its pixels is.
        alpha: 255, or less for one through which the face is seen.
    """
    painter.save()
    painter.translate(photo.x() + cover.middle[0] * scale, photo.y() + cover.middle[1] * scale)
    painter.rotate(cover.turn)
    painter.setOpacity(alpha / 255)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_GROUNDS[style]))
    half_width, half_height = cover.half[0] * scale, cover.half[1] * scale
    corner = cover.corner * scale
    painter.drawRoundedRect(
        QRectF(-half_width, -half_height, 2 * half_width, 2 * half_height), corner, corner
    )
    if style is CoverStyle.SHAPE:
        painter.setBrush(QColor(_STAR))
        painter.drawPolygon(_star(_STAR_RADIUS * min(half_width, half_height)))
    painter.restore()


def _star(radius: float) -> QPolygonF:
    points = []
    for corner in range(_CORNERS):
        away = radius * (_STAR_INNER if corner % 2 else 1)
        angle = math.pi * (2 * corner / _CORNERS - 0.5)
        points.append(QPointF(away * math.cos(angle), away * math.sin(angle)))
    return QPolygonF(points)
