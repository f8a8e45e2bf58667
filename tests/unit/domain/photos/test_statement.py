"""What the second person says by file, and what follows from it: never less covered."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from smadmin.domain.canonical import canonical, parse
from smadmin.domain.ids import FaceId, KeyId, PersonId, PhotoId, SchoolId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.review import Decision
from smadmin.domain.photos.statement import (
    Statement,
    answer_bytes,
    answered_in,
    faces_covered,
    parts_after,
    signed_statement,
)
from smadmin.services.photos.decisions import face_part
from tests.unit.domain.photos.test_away import ASKED, CHILD, PHOTO

SAID = Statement(
    question="q",
    asked=ASKED.digest,
    school=SchoolId("s"),
    photo=PhotoId("p"),
    state="11",
    file="22",
    reviewer=PersonId("bo"),
    key=KeyId("k"),
    ends=datetime(2026, 11, 23, tzinfo=UTC),
    answered=(),
    covered=(FaceId("b"),),
    added=((FaceId("c"), Box(50, 50, 60, 60)),),
)


def test_a_statement_is_read_as_it_was_written() -> None:
    assert Statement.from_bytes(SAID.to_bytes()) == SAID


@pytest.mark.parametrize(
    "changed", [{"v": 2}, {"more": 1}, {"what": "else"}, {"added": [["c", [9, 9, 1, 1]]]}]
)
def test_what_is_odd_is_no_statement(changed: dict[str, object]) -> None:
    odd = canonical({**parse(SAID.to_bytes()), **changed})  # type: ignore[dict-item]  # that is what is odd

    with pytest.raises((KeyError, TypeError, ValueError)):
        Statement.from_bytes(odd)


@pytest.mark.demand("BAL-B1i1")
def test_what_it_covers_is_covered_and_nothing_is_uncovered() -> None:
    covered = faces_covered(PHOTO, replace(SAID, covered=(FaceId("a"), FaceId("b"))))

    assert [(face.id, face.decision, face.decided_by) for face in covered] == [
        ("b", Decision.COVERED, "bo"),
        ("c", Decision.COVERED, "bo"),
    ]


def test_the_record_words_the_faces_as_they_stand_afterwards() -> None:
    said = replace(SAID, covered=(FaceId("a"), FaceId("b")))
    changed = {face.id: face for face in faces_covered(PHOTO, said)}
    now = [changed.pop(face.id, face) for face in PHOTO.faces] + list(changed.values())

    after = parts_after([face_part(face) for face in PHOTO.faces], said)

    assert after == [face_part(face) for face in now]
    assert after[0]["student"] == CHILD  # whose face it is stays said


def test_it_fits_only_a_photo_with_its_faces_and_room_for_its_frames() -> None:
    assert SAID.fits(PHOTO)
    assert not replace(SAID, covered=(FaceId("z"),)).fits(PHOTO)
    assert not replace(SAID, added=((FaceId("a"), Box(0, 0, 5, 5)),)).fits(PHOTO)
    assert not replace(SAID, added=((FaceId("c"), Box(90, 0, 101, 5)),)).fits(PHOTO)
    assert not replace(SAID, added=SAID.added * 2).fits(PHOTO)


def test_an_answer_holds_its_statements_and_a_question_is_none() -> None:
    said = ((SAID.to_bytes(), bytes(64)),)

    assert answered_in(answer_bytes(said)) == said
    assert answered_in(ASKED.to_bytes()) is None
    with pytest.raises(ValueError, match="no photo"):
        answered_in(answer_bytes(()))


def test_what_is_signed_can_be_no_row_of_the_record() -> None:
    text = signed_statement(SAID.to_bytes())

    assert text.startswith(b"smadmin/1/statement\0")
    assert len(text) == len(b"smadmin/1/statement\0") + 32
