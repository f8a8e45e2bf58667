"""Boxes are whole pixels, half open, and know how much they share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.photos.boxes import Box

whole = st.integers(-50, 50)
sizes = st.integers(1, 60)
boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), whole, whole, sizes, sizes)


@pytest.mark.parametrize("sides", [(3, 0, 3, 5), (0, 5, 3, 5), (4, 0, 3, 5)])
def test_a_box_without_a_pixel_is_refused(sides: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="at least one pixel"):
        Box(*sides)


def test_a_box_grows_by_shares_of_itself() -> None:
    assert Box(10, 20, 30, 60).grown(sides=0.5, top=0.25, bottom=0.1) == Box(0, 10, 40, 64)


@given(box=boxes)
def test_what_is_left_within_a_picture_lies_in_both(box: Box) -> None:
    left = box.within(20, 10)

    if left is None:
        assert box.right <= 0 or box.bottom <= 0 or box.left >= 20 or box.top >= 10
    else:
        assert max(box.left, 0) == left.left
        assert min(box.bottom, 10) == left.bottom
        assert (left.width, left.height) <= (20, 10)


@given(one=boxes, other=boxes)
def test_overlap_is_the_same_both_ways_and_whole_only_with_itself(one: Box, other: Box) -> None:
    assert one.overlap(other) == other.overlap(one)
    assert one.overlap(one) == 1
    assert 0 <= one.overlap(other) <= 1
    assert one == other or one.overlap(other) < 1


def test_half_a_box_shares_half() -> None:
    assert Box(0, 0, 10, 10).overlap(Box(0, 0, 10, 5)) == 0.5


def test_a_box_holds_itself_and_what_lies_within() -> None:
    box = Box(10, 10, 40, 40)

    assert box.holds(box)
    assert box.holds(Box(12, 10, 40, 30))
    assert not [one for one in (Box(9, 10, 40, 40), Box(10, 10, 41, 40), Box(0, 50, 9, 60)) if box.holds(one)]
