"""What a question by file says, and what it doesn't."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from smadmin.domain.canonical import canonical, parse
from smadmin.domain.ids import FaceId, KeyId, MediaId, PersonId, PhotoId, PhotoSetId, SchoolId, StudentId
from smadmin.domain.photos.away import MOST_PHOTOS, Asked, asked_photo, state_of_faces
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face, Photo

CHILD = StudentId("child-1")
COVERED = Face(
    FaceId("a"), Box(0, 0, 9, 9), FaceState.MATCH, (CHILD,), decision=Decision.OPTED_OUT, student=CHILD
)
CLEARED = Face(FaceId("b"), Box(20, 0, 29, 9), FaceState.POSSIBLE, (CHILD,), decision=Decision.NOT_THIS_CHILD)
PHOTO = Photo(
    PhotoId("p"),
    SchoolId("s"),
    PhotoSetId("f"),
    "Mia at the fair.jpg",
    MediaId("m"),
    "00",
    width=100,
    height=80,
    faces=(COVERED, CLEARED),
)
LISTED = asked_photo(PHOTO, hidden={FaceId("a")}, state="11", file=b"picture")
ASKED = Asked(
    "q",
    SchoolId("s"),
    PhotoSetId("f"),
    "Fair",
    PersonId("ana"),
    KeyId("k"),
    PersonId("bo"),
    datetime(2026, 11, 23, tzinfo=UTC),
    (LISTED,),
)


def test_a_question_is_read_as_it_was_written() -> None:
    assert Asked.from_bytes(ASKED.to_bytes()) == ASKED


def test_it_says_what_is_covered_and_what_is_asked_and_no_answer_name_or_child() -> None:
    faces = [(face.id, face.hidden, face.asked) for face in LISTED.faces]
    written = ASKED.to_bytes().decode()

    assert faces == [("a", True, False), ("b", False, True)]
    for hidden in ("child-1", "Mia", "not-this-child", "opted-out", "possible", "match"):
        assert hidden not in written


def test_another_picture_or_another_person_makes_another_question() -> None:
    other = asked_photo(PHOTO, hidden={FaceId("a")}, state="11", file=b"another")

    digests = {ASKED.digest, replace(ASKED, photos=(other,)).digest}
    digests.add(replace(ASKED, reviewer=PersonId("cem")).digest)
    assert len(digests) == 3


@pytest.mark.parametrize(
    "changed",
    [
        {"v": 2},
        {"what": "second-look"},
        {"more": 1},
        {"photos": []},
        {"photos": [LISTED.to_plain()] * (MOST_PHOTOS + 1)},
        {"ends": "2026-11-23T00:00:00"},
        {"id": 7},
    ],
)
def test_what_is_odd_is_no_question(changed: dict[str, object]) -> None:
    odd = canonical({**parse(ASKED.to_bytes()), **changed})  # type: ignore[dict-item]  # that is what is odd

    with pytest.raises((KeyError, TypeError, ValueError)):
        Asked.from_bytes(odd)


def test_the_state_is_the_same_in_any_order_and_another_with_any_other_decision() -> None:
    first, second = {"face": "a", "decision": "covered"}, {"face": "b", "decision": "open"}

    same = {state_of_faces("00", [first, second]), state_of_faces("00", [second, first])}
    others = {state_of_faces("01", [first, second]), state_of_faces("00", [first])}
    others.add(state_of_faces("00", [first, {**second, "decision": "cleared"}]))

    assert len(same) == 1
    assert len(same | others) == 4
