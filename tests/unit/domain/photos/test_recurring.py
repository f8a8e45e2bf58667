"""The same face in several photos: grouped strictly, and never doubt with a likeness."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import FaceId, PhotoId, StudentId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.clarity import Unclear
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.recurring import Described, decided_alike, groupable, recurring
from smadmin.domain.photos.review import Decision, Face

NEAR = 0.4
ANN, BEN = StudentId("ann"), StudentId("ben")


def face(name: str, hint: FaceState = FaceState.FOUND, *near: StudentId) -> Face:
    return Face(FaceId(name), Box(0, 0, 80, 80), hint, near)


def seen(photo: str, at: float, hint: FaceState = FaceState.FOUND, *near: StudentId) -> Described:
    """Give a face of a photo that lies somewhere on a line."""
    return Described(PhotoId(photo), face(f"{photo}-{at}", hint, *near), (at, *([0.0] * 127)))


def test_faces_that_lie_near_are_one_group_in_the_order_they_came() -> None:
    groups = recurring([seen("a", 0.0), seen("a", 2.0), seen("b", 0.1), seen("c", 2.1)], same_at_most=NEAR)

    assert groups == (("a-0.0", "b-0.1"), ("a-2.0", "c-2.1"))


def test_a_chain_of_likenesses_is_no_group() -> None:
    groups = recurring([seen("a", 0.0), seen("b", 0.3), seen("c", 0.6)], same_at_most=NEAR)

    assert groups == (("a-0.0", "b-0.3"),)


def test_two_faces_of_one_photo_are_two_persons() -> None:
    assert recurring([seen("a", 0.0), seen("a", 0.1)], same_at_most=NEAR) == ()


def test_a_face_joins_the_group_it_is_nearest_to() -> None:
    groups = recurring([seen("a", 0.0), seen("a", 0.5), seen("b", 0.35)], same_at_most=NEAR)

    assert groups == (("a-0.5", "b-0.35"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((FaceState.MATCH, ANN), (FaceState.POSSIBLE, ANN)),
        ((FaceState.MATCH, ANN), (FaceState.MATCH, BEN)),
        ((FaceState.MATCH, ANN), (FaceState.FOUND,)),
    ],
)
def test_who_looks_like_a_child_is_never_grouped_with_doubt_or_another_child(
    one: tuple[FaceState, StudentId], other: tuple[FaceState, StudentId]
) -> None:
    assert recurring([seen("a", 0.0, *one), seen("b", 0.0, *other)], same_at_most=NEAR) == ()


def test_what_is_decided_drawn_unclear_or_unmatched_stands_alone() -> None:
    fine = face("x")

    assert groupable(fine)
    for other in (
        replace(fine, decision=Decision.COVERED),
        replace(fine, added=True),
        replace(fine, unclear=(Unclear.SMALL,)),
        face("y", FaceState.TOO_SMALL),
        face("z", FaceState.NO_MATCH),
    ):
        assert not groupable(other)
        assert not decided_alike(fine, other)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.floats(0, 2)), max_size=12, unique=True))
def test_in_every_group_each_two_lie_near_and_come_from_two_photos(faces: list[tuple[str, float]]) -> None:
    known = {one.face.id: one for one in (seen(photo, at) for photo, at in faces)}

    groups = recurring(known.values(), same_at_most=NEAR)

    for group in groups:
        assert len({known[one].photo for one in group}) == len(group) > 1
        places = [known[one].descriptor[0] for one in group]
        assert max(places) - min(places) <= NEAR
