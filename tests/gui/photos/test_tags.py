"""Where faces' tags stand: never over a neighbour's face while there is another place."""

import pytest
from PySide6.QtCore import QRectF, QSizeF

from smadmin.ui.photos.tags import place_tag

PHOTO = QRectF(0, 0, 600, 400)
WORDS, NUMBER = QSizeF(96, 20), QSizeF(36, 20)
BELOW = QRectF(200, 200, 50, 60)
ABOVE = QRectF(230, 130, 50, 60)
"""Its chin is where the tag of the face below would stand."""


def placed(face: QRectF, *others: QRectF, taken: tuple[QRectF, ...] = ()) -> tuple[int, QRectF]:
    return place_tag(face, (WORDS, NUMBER), hidden=others, taken=taken, inside=PHOTO)


def test_a_face_alone_has_its_word_above_it() -> None:
    which, place = placed(BELOW)

    assert which == 0
    assert place.bottom() <= BELOW.top()


def test_a_tag_hides_no_neighbours_chin() -> None:
    _, place = placed(BELOW, ABOVE)

    assert not place.intersects(ABOVE)
    assert not place.intersects(BELOW)


def test_tags_of_neighbours_stand_apart() -> None:
    _, first = placed(BELOW, ABOVE)
    _, second = placed(ABOVE, BELOW, taken=(first,))

    assert not first.intersects(second)
    assert not second.intersects(BELOW)


def test_in_a_crowd_the_word_gives_way_and_the_number_hides_nobody() -> None:
    rows = [QRectF(20 + 100 * column, 30 + 76 * row, 50, 60) for row in range(4) for column in range(5)]
    face = rows[7]

    which, place = placed(face, *(one for one in rows if one != face))

    assert which == 1
    assert not any(place.intersects(one) for one in rows)


@pytest.mark.parametrize("corner", [(0, 0), (540, 0), (0, 330), (540, 330)])
def test_a_tag_stays_on_the_photo(corner: tuple[int, int]) -> None:
    _, place = placed(QRectF(*corner, 60, 70))

    assert PHOTO.contains(place)
