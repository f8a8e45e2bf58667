"""A cover hides hair, ears and chin, turned with its face; its outline is the same in every style."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import Cover, cover_as_drawn, cover_for_face

FACE = Box(100, 100, 200, 240)

boxes = st.builds(
    lambda left, top, width, height: Box(left, top, left + width, top + height),
    st.integers(-50, 500),
    st.integers(-50, 500),
    st.integers(8, 300),
    st.integers(8, 300),
)


def holds(cover: Cover, x: float, y: float) -> bool:
    """Tell whether a point lies within a cover's outline."""
    sine, cosine = math.sin(math.radians(cover.turn)), math.cos(math.radians(cover.turn))
    across, down = x - cover.middle[0], y - cover.middle[1]
    beyond_x = abs(across * cosine + down * sine) - (cover.half[0] - cover.corner)
    beyond_y = abs(down * cosine - across * sine) - (cover.half[1] - cover.corner)
    return math.hypot(max(beyond_x, 0), max(beyond_y, 0)) <= cover.corner + 1e-6


def test_the_cover_of_a_face_hides_hair_ears_and_chin() -> None:
    wide = cover_for_face(FACE).box

    assert wide.left <= 60
    assert wide.right >= 240
    assert wide.top <= 10
    assert wide.bottom >= 280


@given(box=boxes, turn=st.integers(-180, 180))
def test_whichever_way_a_face_is_turned_all_of_its_box_is_covered(box: Box, turn: int) -> None:
    shorter, longer = sorted((box.width, box.height))
    if longer > 1.6 * shorter:
        return  # no face is as narrow as that

    cover = cover_for_face(box, turn)

    corners = [(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    assert all(holds(cover, x, y) for x, y in corners)


def test_a_cover_turns_with_the_face_towards_its_hair() -> None:
    upright, lying, on_its_head = (cover_for_face(FACE, turn) for turn in (0, 90, 180))

    middle = ((FACE.left + FACE.right) / 2, (FACE.top + FACE.bottom) / 2)
    assert (upright.middle[0], upright.middle[1] < middle[1]) == (middle[0], True)
    assert (lying.middle[0] > middle[0], lying.middle[1]) == (True, middle[1])
    assert (on_its_head.middle[0], on_its_head.middle[1] > middle[1]) == (middle[0], True)


@pytest.mark.parametrize("turn", [-35, 35, 145])
def test_a_tilted_face_is_covered_from_crown_to_chin_and_not_the_other_way_round(turn: int) -> None:
    tilted = Box(100, 100, 230, 240)
    cover = cover_for_face(tilted, turn)

    def along(degrees: float, share: float) -> tuple[float, float]:
        """Give a point so far from the cover's middle, in a direction clockwise from straight up."""
        far, towards = share * cover.half[1], math.radians(degrees)
        return cover.middle[0] + far * math.sin(towards), cover.middle[1] - far * math.cos(towards)

    assert holds(cover, *along(turn, 0.97))
    assert holds(cover, *along(turn + 180, 0.97))
    for mirrored in (-turn, 180 - turn):
        assert not holds(cover, *along(mirrored, 0.97))


def test_a_face_on_its_side_is_covered_as_an_upright_one_is() -> None:
    upright, lying = cover_for_face(FACE), cover_for_face(Box(100, 100, 240, 200), 90)

    assert lying.half == pytest.approx(upright.half)
    assert (lying.box.width, lying.box.height) == (upright.box.height, upright.box.width)


@given(box=boxes)
def test_a_drawn_box_is_covered_exactly(box: Box) -> None:
    assert cover_as_drawn(box).box == box
    assert cover_as_drawn(box).corner == 0


@given(box=boxes, turn=st.integers(-180, 180))
def test_the_upright_box_around_a_cover_holds_all_of_it(box: Box, turn: int) -> None:
    cover = cover_for_face(box, turn)

    for angle in range(0, 360, 15):
        x = cover.middle[0] + 2000 * math.cos(math.radians(angle))
        y = cover.middle[1] + 2000 * math.sin(math.radians(angle))
        steps = [step / 400 for step in range(401)]
        inside = [
            (cover.middle[0] + (x - cover.middle[0]) * step, cover.middle[1] + (y - cover.middle[1]) * step)
            for step in steps
        ]
        around = cover.box
        assert all(
            around.left <= px <= around.right and around.top <= py <= around.bottom
            for px, py in inside
            if holds(cover, px, py)
        )
