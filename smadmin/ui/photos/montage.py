"""Children's portraits beside a face: the nearest one where there is little room, else all in one picture."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from smadmin.domain.ids import MediaId
from smadmin.domain.students import Student
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.portraits import Portrayed

MOST = 4
"""So many portraits of a child are shown at once."""
_SIDE_PX = 320
_GAP_PX = 8


Nearest = Callable[[Student], MediaId | None]
"""Gives the portrait of a child that the face resembles most, where that is known."""


def nearest_of(child: Student, nearest: Nearest) -> MediaId | None:
    """Give the portrait to show of a child: the nearest, else the first, if there is one."""
    found = nearest(child)
    if found in child.portraits:
        return found
    return child.portraits[0] if child.portraits else None


def nearest_portraits(
    pictures: Pictures, near: Sequence[Student], nearest: Nearest, *, alone: str
) -> tuple[Portrayed, ...]:
    """Give of each child that a face may be the portrait it resembles most, cut to the face.

    Args:
        pictures: where they come from.
        near: the children.
        nearest: which portrait that is.
        alone: the words below where there is one child; several are named.
    """
    wanted = [(child, nearest_of(child, nearest)) for child in near]
    return tuple(
        Portrayed(None if one is None else pictures.portrait_face(one), _below(child, near, alone))
        for child, one in wanted
    )


def still_awaited(near: Sequence[Student], *, alone: str) -> tuple[Portrayed, ...]:
    """Give each child without a picture, until it is known which portrait that is."""
    return tuple(Portrayed(None, _below(child, near, alone)) for child in near)


def all_portraits(pictures: Pictures, near: Sequence[Student], *, alone: str) -> tuple[Portrayed, ...]:
    """Give of each child that a face may be all portraits, in one picture."""
    return tuple(
        Portrayed(_all_of(pictures, child.portraits[:MOST]), _below(child, near, alone)) for child in near
    )


def _below(child: Student, near: Sequence[Student], alone: str) -> str:
    return child.name if len(near) > 1 else alone


def _all_of(pictures: Pictures, portraits: Sequence[MediaId]) -> QPixmap | None:
    return montage([pixmap for one in portraits if (pixmap := pictures.portrait(one)) is not None])


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
