"""A child's portraits beside a face: the first one where there is little room, else all in one picture."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from smadmin.domain.students import Student
from smadmin.ui.photos.pictures import Pictures

MOST = 4
"""So many portraits of a child are shown at once."""
_SIDE_PX = 320
_GAP_PX = 8


def first_portrait(pictures: Pictures, near: Sequence[Student]) -> QPixmap | None:
    """Give the first portrait of the child that a face looks like most, if there is one and it came."""
    return pictures.portrait(near[0].portraits[0]) if near and near[0].portraits else None


def all_portraits(pictures: Pictures, near: Sequence[Student]) -> QPixmap | None:
    """Give the portraits of the child that a face looks like most, side by side."""
    wanted = near[0].portraits[:MOST] if near else ()
    return montage([pixmap for one in wanted if (pixmap := pictures.portrait(one)) is not None])


def montage(pixmaps: Sequence[QPixmap]) -> QPixmap | None:
    """Put pictures into a grid as square as can be; one alone stays as it is."""
    if len(pixmaps) < 2:  # noqa: PLR2004 - nothing to put beside it
        return pixmaps[0] if pixmaps else None
    columns = math.ceil(math.sqrt(len(pixmaps)))
    rows = math.ceil(len(pixmaps) / columns)
    step = _SIDE_PX + _GAP_PX
    whole = QPixmap(columns * step - _GAP_PX, rows * step - _GAP_PX)
    whole.fill(Qt.GlobalColor.transparent)
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, pixmap in enumerate(pixmaps):
        cell = QRect(place % columns * step, place // columns * step, _SIDE_PX, _SIDE_PX)
        size = pixmap.size().scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (_SIDE_PX - size.width()) // 2, (_SIDE_PX - size.height()) // 2
        painter.drawPixmap(QRect(cell.topLeft(), size).translated(left, top), pixmap)
    painter.end()
    return whole
