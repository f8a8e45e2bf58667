"""Whom a photo is searched for, and what *no match* may rest on."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from smadmin.domain.ids import FaceId, MediaId, PhotoId, PhotoSetId, SchoolId, StudentId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import DESCRIPTOR_NUMBERS, FaceState, FoundFace
from smadmin.domain.photos.gallery import Portrait
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.photos.review import Decision, Face, Photo
from smadmin.domain.photos.seeking import Search, looked_for, not_shown, seen_again
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, Student

ANN, BEN = StudentId("ann"), StudentId("ben")
BOX, ELSEWHERE = Box(10, 10, 80, 80), Box(200, 10, 270, 80)


def child(name: str, **more: Any) -> Student:
    made = {"opt_outs": frozenset({OptOut.PHOTOS})} | more
    return Student(StudentId(name.lower()), SchoolId("s"), name, name, **made)


def pattern(at: float) -> tuple[float, ...]:
    return (at, *([0.0] * (DESCRIPTOR_NUMBERS - 1)))


def found(at: float | None = None, box: Box = BOX) -> FoundFace:
    return FoundFace(box, 0.9, None if at is None else pattern(at))


def judged(search: Search, face: FoundFace) -> Face:
    return search.judge(face, FaceId("f"), Thresholds())


def photo(*faces: Face, sought: tuple[StudentId, ...] = (ANN,)) -> Photo:
    return Photo(
        PhotoId("p"), SchoolId("s"), PhotoSetId("t"), "a.jpg", MediaId("m"), "00", faces=faces, sought=sought
    )


def face(name: str = "old", box: Box = BOX, **more: Any) -> Face:
    return Face(FaceId(name), box, more.pop("hint", FaceState.FOUND), **more)


def test_where_nobody_is_compared_a_face_is_only_found() -> None:
    seen = judged(Search((child("Ann"),)), found())

    assert (seen.hint, seen.near) == (FaceState.FOUND, ())
    assert seen.must_decide


def test_every_child_it_may_be_is_named_and_nobody_farther() -> None:
    cleo = StudentId("cleo")
    portraits = (Portrait(ANN, pattern(0.0)), Portrait(BEN, pattern(1.2)), Portrait(cleo, pattern(1.9)))
    search = Search((child("Ann"), child("Ben"), child("Cleo")), portraits)

    assert judged(search, found(0.58)).near == (ANN, BEN)
    assert judged(search, found(0.1)).near == (ANN,)


def test_a_likeness_names_the_child_but_decides_nothing() -> None:
    search = Search((child("Ann"),), (Portrait(ANN, pattern(0.0)),))

    seen = judged(search, found(0.1))

    assert (seen.hint, seen.near, seen.decision) == (FaceState.MATCH, (ANN,), Decision.OPEN)


def test_no_match_rests_on_patterns_of_all_children() -> None:
    search = Search((child("Ann"),), (Portrait(ANN, pattern(0.0)),))

    seen = judged(search, found(9.0))

    assert seen.hint is FaceState.NO_MATCH
    assert not seen.must_decide


def test_while_one_child_has_no_pattern_a_person_looks_at_every_face() -> None:
    search = Search((child("Ann"), child("Ben")), (Portrait(ANN, pattern(0.0)),))

    seen = judged(search, found(9.0))

    assert seen.hint is FaceState.FOUND
    assert seen.must_decide


def test_in_an_opt_in_district_no_match_never_decides() -> None:
    search = Search((child("Ann"),), (Portrait(ANN, pattern(0.0)),), RosterMode.OPT_IN)

    assert judged(search, found(9.0)).must_decide


def test_only_children_of_the_groups_that_must_not_be_shown_are_looked_for() -> None:
    students = [
        child("Cy", groups=("4b",), opt_outs=frozenset()),
        child("Bo", groups=("4b",)),
        child("Al", groups=("4b",)),
        child("Di", groups=("5a",)),
    ]

    assert [s.first_name for s in not_shown(students, ["4b"], RosterMode.OPT_OUT)] == ["Al", "Bo"]
    assert [s.first_name for s in not_shown(students, [], RosterMode.OPT_OUT)] == ["Al", "Bo", "Di"]
    assert [s.first_name for s in not_shown(students, ["4b"], RosterMode.OPT_IN)] == ["Al", "Bo", "Cy"]


@pytest.mark.demand("BAL-B1i1")
def test_a_child_of_whom_no_class_is_known_is_looked_for_in_every_photo() -> None:
    typed, elsewhere = child("Ann"), child("Ben", groups=("5a",))

    assert looked_for([typed, elsewhere], ["4b"], RosterMode.OPT_OUT) == (typed,)
    assert not Search((typed,), (Portrait(BEN, pattern(0.0)),), groups=("4b",)).compares_all


def test_the_groups_come_first_and_children_of_others_follow_where_they_can_be_compared() -> None:
    known = {"matching_until": date(2027, 1, 1), "portraits": (MediaId("m"),)}
    students = [
        child("Di", groups=("5a",), **known),
        child("Bo", groups=("5a",)),  # nobody could compare this one: only people who see 5a know
        child("Cy", groups=("5a",), opt_outs=frozenset(), **known),
        child("Al", groups=("4b",)),
    ]

    def names(groups: tuple[str, ...], mode: RosterMode = RosterMode.OPT_OUT) -> list[str]:
        return [one.first_name for one in looked_for(students, groups, mode)]

    assert names(("4b",)) == ["Al", "Di"]
    assert names(("4b",), RosterMode.OPT_IN) == ["Al", "Cy", "Di"]
    assert names(()) == ["Al", "Bo", "Di"]


def test_a_child_of_another_class_is_matched_and_no_match_rests_on_the_chosen_classes_alone() -> None:
    others = (child("Ann", groups=("4b",)), child("Ben", groups=("5a",)))
    search = Search(others, (Portrait(ANN, pattern(0.0)), Portrait(BEN, pattern(5.0))), groups=("4b",))
    without = replace(search, portraits=search.portraits[:1])

    assert (judged(search, found(5.1)).hint, judged(search, found(5.1)).near[0]) == (FaceState.MATCH, BEN)
    assert judged(without, found(9.0)).hint is FaceState.NO_MATCH
    assert judged(replace(without, groups=()), found(9.0)).hint is FaceState.FOUND


def test_looking_again_keeps_what_a_person_covered() -> None:
    covered = face(decision=Decision.COVERED)

    faces = seen_again(photo(covered), [face("new", box=Box(11, 10, 61, 60))], (ANN, BEN))

    assert [(one.id, one.decision) for one in faces] == [("old", Decision.COVERED)]


@pytest.mark.parametrize("decision", [Decision.CLEARED, Decision.NOT_THIS_CHILD, Decision.CONSENTED])
def test_what_was_cleared_is_asked_again_when_another_child_came_on_the_list(decision: Decision) -> None:
    cleared = face(decision=decision)

    same = seen_again(photo(cleared), [face("new")], (ANN,))
    widened = seen_again(photo(cleared), [face("new")], (ANN, BEN))

    assert [one.decision for one in same] == [decision]
    assert [one.decision for one in widened] == [Decision.OPEN]


def test_no_face_is_given_up_though_the_engine_misses_it() -> None:
    drawn = face("drawn", added=True)
    covered = face("covered", ELSEWHERE, decision=Decision.OPTED_OUT, student=ANN)
    undecided = face("undecided", Box(300, 0, 340, 40))

    faces = seen_again(photo(drawn, covered, undecided), [], (ANN,))

    assert [one.id for one in faces] == ["drawn", "covered", "undecided"]


def test_a_face_that_is_missed_now_was_not_compared_with_who_was_listed_since() -> None:
    passed = photo(face(hint=FaceState.NO_MATCH))

    (same,) = seen_again(passed, [], (ANN,))
    (widened,) = seen_again(passed, [], (ANN, BEN))

    assert (same.hint, widened.hint) == (FaceState.NO_MATCH, FaceState.FOUND)


def test_a_new_face_comes_with_the_engines_word() -> None:
    faces = seen_again(photo(face()), [face("new", ELSEWHERE, hint=FaceState.MATCH, near=(ANN,))], (ANN,))

    assert (faces[0].id, faces[0].hint, len(faces)) == ("new", FaceState.MATCH, 2)


def test_what_was_said_not_to_be_one_child_is_asked_again_when_it_resembles_another() -> None:
    """As after a closer look, which sees more of a face."""
    refused = face(hint=FaceState.POSSIBLE, near=(ANN,), decision=Decision.NOT_THIS_CHILD, student=ANN)
    sees_both = face("new", hint=FaceState.POSSIBLE, near=(BEN, ANN))

    both = (ANN, BEN)
    (again,) = seen_again(photo(refused, sought=both), [sees_both], both)
    (stays,) = seen_again(photo(replace(refused, others=(BEN,)), sought=both), [sees_both], both)

    assert (again.decision, again.student, again.others) == (Decision.OPEN, None, ())
    assert stays.decision is Decision.NOT_THIS_CHILD


@pytest.mark.parametrize("decision", [Decision.CLEARED, Decision.CONSENTED])
def test_what_was_cleared_by_eye_is_asked_again_when_it_resembles_a_child(decision: Decision) -> None:
    by_eye = face(decision=decision)
    compared = face("new", hint=FaceState.MATCH, near=(ANN,))

    (again,) = seen_again(photo(by_eye), [compared], (ANN,))
    (stays,) = seen_again(photo(replace(by_eye, others=(ANN,))), [compared], (ANN,))

    assert (again.decision, again.hint) == (Decision.OPEN, FaceState.MATCH)
    assert stays.decision is decision
