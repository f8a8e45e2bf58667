"""The shapes of the states, as painted: told apart without any colour."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from smadmin.ui.states import draw_shape
from smadmin.ui.theme import State

SIDE = 40
MIDDLE, LAST = SIDE // 2, SIDE - 1
CORNER, TOP, FOOT = (5, 5), (MIDDLE, 3), (5, SIDE - 5)
"""Places in a shape's square; the top in its middle, the foot at its left."""
MOST_ALIKE = 0.95
"""Of two shapes, this part of all points at most may be the same."""


def drawn(state: State, side: int = SIDE) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_shape(painter, state, QRectF(0, 0, side, side), QColor(Qt.GlobalColor.black))
    painter.end()
    return image


def inked(image: QImage) -> frozenset[tuple[int, int]]:
    """Give the points that are rather dark."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return frozenset(at for at in points if image.pixelColor(*at).lightness() < 128)


@pytest.mark.parametrize(
    ("state", "there", "not_there"),
    [
        (State.STOP, {CORNER, FOOT, (MIDDLE, MIDDLE)}, set()),
        (State.DOUBT, {FOOT, (MIDDLE, MIDDLE)}, {CORNER}),
        (State.WAITS, {TOP, (MIDDLE, MIDDLE)}, {CORNER, FOOT}),
        (State.FINE, {TOP, (MIDDLE, MIDDLE), (8, 8)}, {(2, 2), (2, LAST - 2)}),
        (State.NOTE, {(MIDDLE, 5)}, {(MIDDLE, MIDDLE), CORNER}),
    ],
)
def test_each_state_has_the_shape_that_it_is_known_by(
    qapp: QApplication, state: State, there: set[tuple[int, int]], not_there: set[tuple[int, int]]
) -> None:
    ink = inked(drawn(state))

    assert there <= ink
    assert not not_there & ink


@pytest.mark.parametrize("side", [10, SIDE])
def test_no_two_states_look_alike_in_one_colour(qapp: QApplication, side: int) -> None:
    shapes = {state: inked(drawn(state, side)) for state in State}

    for one, other in combinations(State, 2):
        different = len(shapes[one] ^ shapes[other]) / side**2
        assert different > 1 - MOST_ALIKE, (one, other)
