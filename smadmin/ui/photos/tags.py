"""Where the tags of faces stand on a photo: beside their face, over no other face and no other tag.

A tag that hides a neighbour's chin would hide what is to be decided; it rather loses its word.
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRectF, QSizeF

_GAP_PX = 6
_EDGE_PX = 2
_APART_PX = 3
_STEPS = 4


def place_tag(
    face: QRectF,
    sizes: Sequence[QSizeF],
    *,
    hidden: Sequence[QRectF],
    taken: Sequence[QRectF],
    inside: QRectF,
) -> tuple[int, QRectF]:
    """Choose how large a tag is and where it stands.

    Args:
        face: the tag's own face, in px.
        sizes: how large the tag may be, the best first.
        hidden: the other faces, which it had better not hide.
        taken: the tags that stand already, which it must not hide.
        inside: the picture.

    Returns:
        Which size was taken, and the place. Where every place hides something, the one that hides least.
    """
    best, least = (len(sizes) - 1, _held(face, sizes[-1], inside)), float("inf")
    for places in (_near, _further):
        for which, place in _tries(places, face, sizes):
            if not _fits(place, inside) or _shared(place, face):
                continue
            over = sum(_shared(place, one) for one in hidden) + 2 * sum(_shared(place, one) for one in taken)
            if not over:
                return which, place
            if over < least:
                best, least = (which, place), over
    return best


def _tries(
    places: Callable[[QRectF, QSizeF], Iterator[QRectF]], face: QRectF, sizes: Sequence[QSizeF]
) -> Iterator[tuple[int, QRectF]]:
    for which, size in enumerate(sizes):
        for place in places(face, size):
            yield which, place


def _near(face: QRectF, size: QSizeF) -> Iterator[QRectF]:
    """Give the places at a face: above, below, beside."""
    width, height = size.width(), size.height()
    above, below = face.top() - height - _GAP_PX, face.bottom() + _GAP_PX
    for top in (above, below):
        for left in (face.left() - 2, face.right() + 2 - width, face.center().x() - width / 2):
            yield QRectF(left, top, width, height)
    for left in (face.right() + _GAP_PX, face.left() - width - _GAP_PX):
        for top in (face.top(), face.bottom() - height):
            yield QRectF(left, top, width, height)


def _further(face: QRectF, size: QSizeF) -> Iterator[QRectF]:
    """Give places further above and below a face."""
    width, height = size.width(), size.height()
    for step in range(1, _STEPS):
        away = (height + _APART_PX) * step
        for top in (face.top() - height - _GAP_PX - away, face.bottom() + _GAP_PX + away):
            yield QRectF(face.left() - 2, top, width, height)


def _fits(place: QRectF, inside: QRectF) -> bool:
    return inside.adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX).contains(place)


def _held(face: QRectF, size: QSizeF, inside: QRectF) -> QRectF:
    """Give the place above a face, held inside the picture."""
    left = min(max(face.left(), inside.left()), inside.right() - size.width())
    top = min(max(face.top() - size.height(), inside.top()), inside.bottom() - size.height())
    return QRectF(left, top, size.width(), size.height())


def _shared(one: QRectF, other: QRectF) -> float:
    common = one.intersected(other)
    return max(common.width(), 0.0) * max(common.height(), 0.0)
