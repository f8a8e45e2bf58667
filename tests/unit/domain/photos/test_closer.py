"""The parts of a photo, and that what they show is joined without a double and without a loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.closer import (
    PART_PX,
    SHARED_PX,
    Part,
    lifted,
    more_faces,
    parts_of,
    stands_upright,
    with_more,
)
from smadmin.domain.photos.faces import FaceState, FoundFace
from tests.unit.ui.photos import album

SIDES = st.integers(1, 9000)


def face(box: Box, confidence: float = 0.9) -> FoundFace:
    return FoundFace(box, confidence)


@given(SIDES, SIDES)
def test_the_parts_cover_the_whole_photo_and_nothing_else(width: int, height: int) -> None:
    parts = parts_of(width, height)

    for column in {0, width - 1, width // 2, width // 3}:
        for row in {0, height - 1, height // 2, height // 3}:
            assert any(p.box.left <= column < p.box.right and p.box.top <= row < p.box.bottom for p in parts)
    assert all(part.box.within(width, height) == part.box for part in parts)
    assert all(max(part.box.width, part.box.height) * part.times <= PART_PX for part in parts)


@given(st.integers(3001, 9000), st.integers(3001, 9000), st.data())
def test_a_small_face_lies_whole_in_some_part(width: int, height: int, data: st.DataObject) -> None:
    side = data.draw(st.integers(8, SHARED_PX - 8))
    left = data.draw(st.integers(0, width - side))
    top = data.draw(st.integers(0, height - side))
    box = Box(left, top, left + side, top + side)

    shown = shown_in(box, parts_of(width, height))

    seen = [lifted(face(inside), part, width=width, height=height) for part, inside in shown]

    assert box in [one.box for one in seen if one is not None]


def shown_in(box: Box, parts: tuple[Part, ...]) -> list[tuple[Part, Box]]:
    """Give what of a box each part shows, in the part's pixels."""
    shown = []
    for part in parts:
        x, y = part.box.left, part.box.top
        moved = Box(box.left - x, box.top - y, box.right - x, box.bottom - y)
        inside = moved.within(part.box.width, part.box.height)
        shown += [] if inside is None else [(part, inside)]
    return shown


def test_small_photos_are_shown_doubled_and_large_ones_as_they_are() -> None:
    assert {part.times for part in parts_of(2000, 1500)} == {2}
    assert {part.times for part in parts_of(4000, 3000)} == {1}


@pytest.mark.parametrize(
    ("seen", "kept"),
    [
        (Box(300, 300, 400, 400), True),
        (Box(0, 300, 100, 400), True),  # the photo's own edge
        (Box(1180, 300, 1280, 400), False),  # the next part shows it whole
        (Box(300, 1180, 400, 1280), False),
    ],
)
def test_a_face_that_a_parts_edge_cuts_is_left_to_the_next_part(seen: Box, *, kept: bool) -> None:
    first = parts_of(4000, 3000)[0]

    assert (lifted(face(seen), first, width=4000, height=3000) is not None) is kept


def test_a_face_of_a_doubled_part_is_brought_back_to_its_place() -> None:
    part = Part(Box(500, 200, 1140, 840), 2)

    back = lifted(face(Box(101, 60, 141, 121)), part, width=2000, height=1500)

    assert back is not None
    assert back.box == Box(550, 230, 571, 261)


@pytest.mark.parametrize(
    ("turns", "upright"), [((), False), ((0,), True), ((90, 90, 0), False), ((10, -40, 90), True)]
)
def test_most_of_the_faces_say_whether_a_photo_stands_upright(
    turns: tuple[int, ...], *, upright: bool
) -> None:
    faces = [FoundFace(Box(0, 0, 9, 9), 0.9, turn=turn) for turn in turns]

    assert stands_upright(faces) is upright


def test_known_faces_and_doubles_are_left_out_and_the_likeliest_stays() -> None:
    known = Box(0, 0, 100, 100)
    twice = [face(Box(300, 0, 340, 40), 0.5), face(Box(302, 0, 342, 40), 0.8)]

    more = more_faces([known], [face(Box(10, 10, 110, 110)), *twice, face(Box(200, 0, 240, 40))])

    assert [(one.box.left, one.confidence) for one in more] == [(200, 0.9), (302, 0.8)]


def test_what_a_second_person_finds_keeps_the_first_look_and_wants_an_answer() -> None:
    seen = album.photo("a", album.face("known", 10), looked_by=album.MAYA)
    found = album.face("found", 60, FaceState.NO_MATCH)

    by_second, by_first = with_more(seen, [found], by=album.JO), with_more(seen, [found], by=album.MAYA)

    assert by_second.first is not None
    assert [one.id for one in by_second.open_faces()] == ["known", "found"]
    assert by_first.first is None
    assert by_first.faces[1].hint is FaceState.NO_MATCH
    assert with_more(seen, [], by=album.JO) == seen
