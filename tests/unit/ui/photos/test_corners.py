"""Which corner is taken hold of."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from smadmin.ui.photos.corners import opposite_corner

FRAME = QRectF(100, 50, 80, 40)


@pytest.mark.parametrize(
    ("at", "stays"),
    [
        (QPointF(103, 52), QPointF(180, 90)),
        (QPointF(178, 48), QPointF(100, 90)),
        (QPointF(180, 90), QPointF(100, 50)),
        (QPointF(98, 95), QPointF(180, 50)),
        (QPointF(140, 70), None),
        (QPointF(140, 50), None),
    ],
)
def test_the_corner_across_stays(at: QPointF, stays: QPointF | None) -> None:
    assert opposite_corner(FRAME, at) == stays


def test_of_a_tiny_frame_the_nearest_corner_is_taken() -> None:
    tiny = QRectF(0, 0, 10, 10)

    assert opposite_corner(tiny, QPointF(9, 9)) == QPointF(0, 0)
