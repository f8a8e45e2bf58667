"""What the page of a second look by file shows; nothing of it tells what the first person said."""

from datetime import UTC, datetime

from smadmin.domain.ids import FaceId, KeyId, PersonId, PhotoId, PhotoSetId, SchoolId, StudentId
from smadmin.domain.photos.away import Asked, AskedPhoto, ShownFace
from smadmin.domain.photos.boxes import Box
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student
from smadmin.services.photos.visiting import Answer, Visit
from smadmin.ui.photos.asked import beside_of, head_count, marks_shown, next_question
from smadmin.ui.theme import State

A, B, C = FaceId("a"), FaceId("b"), FaceId("c")
PHOTO = AskedPhoto(
    PhotoId("p"),
    "11",
    "22",
    7,
    100,
    80,
    (
        ShownFace(C, Box(60, 0, 70, 9), asked=True, hidden=False),
        ShownFace(A, Box(0, 0, 9, 9), asked=False, hidden=True),
        ShownFace(B, Box(20, 0, 29, 9), asked=True, hidden=False),
    ),
)


def test_faces_are_asked_from_left_to_right_until_all_are_answered() -> None:
    first = next_question(PHOTO, Answer(), RosterMode.OPT_OUT)
    second = next_question(PHOTO, Answer(nobody=frozenset({B})), RosterMode.OPT_OUT)
    answered = Answer(nobody=frozenset({B}), covered=frozenset({C}))

    assert first is not None
    assert second is not None
    assert (first.face, first.mark.number, first.left) == (B, 2, 2)
    assert (second.face, second.left, second.near) == (C, 1, ())
    assert next_question(PHOTO, answered, RosterMode.OPT_OUT) is None


def test_in_an_opt_in_district_consent_is_asked_for() -> None:
    question = next_question(PHOTO, Answer(), RosterMode.OPT_IN)

    assert question is not None
    assert (question.sentence.id, question.no.id) == ("photoui.asked-opt-in", "photoui.consent-there")


def test_what_shows_has_a_frame_and_what_is_to_be_covered_a_cover() -> None:
    drawn = Box(40, 40, 50, 50)

    marks = marks_shown(PHOTO, Answer(covered=frozenset({C}), added=(drawn,)))

    assert [(mark.number, mark.state, mark.cover is None) for mark in marks] == [
        (2, State.NOTE, True),
        (3, State.STOP, False),
        (4, State.STOP, False),
    ]
    assert marks[-1].box == drawn


def test_the_head_count_waits_once_no_face_is_asked_any_more() -> None:
    answered = Answer(nobody=frozenset({B}), covered=frozenset({C}))

    before = head_count(PHOTO, Answer(), seen=False, answering=True)
    assert (before.sentence.id, before.state) == ("photoui.framed-first", State.NOTE)
    assert head_count(PHOTO, answered, seen=False, answering=False).state is State.WAITS
    assert head_count(PHOTO, answered, seen=True, answering=False).state is State.NOTE
    assert head_count(PHOTO, answered, seen=False, answering=False).sentence.values == {"n": 1}
    both = Answer(covered=frozenset({B, C}))
    assert head_count(PHOTO, both, seen=False, answering=False).sentence.id == "photoui.shown-none"


def test_the_children_of_the_folders_groups_stand_first() -> None:
    one, other = (
        Student(StudentId(name), SchoolId("s"), name, "Q", groups=(group,))
        for name, group in (("1", "4b"), ("2", "5a"))
    )
    ends = datetime(2026, 11, 23, tzinfo=UTC)
    asked = Asked(
        "q", SchoolId("s"), PhotoSetId("f"), "Fair", PersonId("x"), KeyId("k"), PersonId("y"), ends, (PHOTO,)
    )

    beside = beside_of(Visit(asked, "Ana", {}, (other, one), ("4b",), RosterMode.OPT_OUT))

    assert (beside.children, beside.others) == ((one,), (other,))
    assert beside.title.values == {"n": 1}
