"""Deciding about faces: what is refused, what a decision voids, and that covered stays covered."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import FaceId, MediaId, PersonId, PhotoId, PhotoSetId, SchoolId, StudentId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.deciding import (
    COVERS,
    Choice,
    PhotoState,
    all_covered,
    choice_blockers,
    covered_faces,
    decided,
    export_reasons,
    later_listed,
    look_reasons,
    none_of_them,
    state_of,
    the_rest_consents,
)
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face, Look, Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, Student

ANA, BO = PersonId("ana"), PersonId("bo")
LOOK = Look(ANA, 7, datetime(2026, 11, 16, tzinfo=UTC), other_things_fine=True)
CHILD = Student(StudentId("ann"), SchoolId("s"), "Ann", "Ash", opt_outs=frozenset({OptOut.PHOTOS}))


def face(name: str = "f", hint: FaceState = FaceState.FOUND, **more: Any) -> Face:
    return Face(FaceId(name), Box(0, 0, 40, 40), hint, **more)


def photo(*faces: Face, **more: Any) -> Photo:
    made: dict[str, Any] = {"looked_for": True, "exported": MediaId("e"), "exported_sha256": "11"} | more
    return Photo(
        PhotoId("p"), SchoolId("s"), PhotoSetId("t"), "a.jpg", MediaId("m"), "00", faces=faces, **made
    )


def ids(reasons: tuple[Any, ...]) -> list[str]:
    return [reason.message.id for reason in reasons]


@pytest.mark.demand("BAL-B1i1")
def test_an_opted_out_face_needs_a_name() -> None:
    seen = photo(face())

    def asked(child: Student | None) -> list[str]:
        choice = Choice(Decision.OPTED_OUT, None if child is None else child.id)
        mode = RosterMode.OPT_OUT
        return ids(choice_blockers(seen, seen.faces[0], choice, child=child, by=ANA, mode=mode, may_be=()))

    assert asked(None) == ["photos.who-is-it"]
    assert asked(CHILD) == []


@pytest.mark.demand("SOC-O1")
def test_a_child_without_consent_is_not_called_consented() -> None:
    seen, choice = photo(face()), Choice(Decision.CONSENTED, CHILD.id)
    said_yes = replace(CHILD, opt_outs=frozenset(), photo_consent=True)

    def asked(child: Student) -> list[str]:
        mode = RosterMode.OPT_IN
        return ids(choice_blockers(seen, seen.faces[0], choice, child=child, by=ANA, mode=mode, may_be=()))

    assert asked(CHILD) == ["photos.no-consent"]
    assert asked(said_yes) == []


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.parametrize("mode", RosterMode)
@pytest.mark.parametrize("decision", [Decision.CLEARED, Decision.CONSENTED, Decision.NOT_THIS_CHILD])
def test_a_face_is_shown_only_after_each_child_it_may_be_was_named(
    decision: Decision, mode: RosterMode
) -> None:
    mia, leo = StudentId("mia"), StudentId("leo")
    seen = photo(face(hint=FaceState.MATCH, near=(mia, leo)))

    def asked(choice: Choice) -> list[str]:
        one = seen.faces[0]
        return ids(choice_blockers(seen, one, choice, child=None, by=ANA, mode=mode, may_be=one.may_be))

    assert asked(Choice(decision)) == ["photos.may-be-others"]
    assert asked(Choice(decision, others=(mia,))) == ["photos.may-be-others"]
    assert asked(Choice(decision, others=(mia, leo))) == []


def test_who_a_face_is_said_to_be_is_not_whom_it_is_not() -> None:
    assert Choice(Decision.CONSENTED, CHILD.id).is_none_of == frozenset()
    assert Choice(Decision.NOT_THIS_CHILD, CHILD.id).is_none_of == {CHILD.id}
    assert Choice(Decision.COVERED, others=(CHILD.id,)).is_none_of == frozenset()


def test_the_second_person_may_cover_but_not_uncover() -> None:
    covered = face(decision=Decision.COVERED)
    seen = photo(covered, first=LOOK)

    def asked(decision: Decision, by: PersonId) -> list[str]:
        mode = RosterMode.OPT_OUT
        return ids(choice_blockers(seen, covered, Choice(decision), child=None, by=by, mode=mode, may_be=()))

    assert asked(Decision.CLEARED, BO) == ["photos.uncover-needs-both"]
    assert asked(Decision.OPEN, BO) == ["photos.uncover-needs-both"]
    assert asked(Decision.COVERED, BO) == []
    assert asked(Decision.CLEARED, ANA) == []


def test_showing_more_voids_both_looks_and_the_export() -> None:
    seen = photo(face(decision=Decision.COVERED), first=LOOK, second=LOOK)

    after = decided(seen, [face(decision=Decision.CLEARED)])

    assert (after.first, after.second, after.exported, after.exported_sha256) == (None, None, None, None)


def test_covering_more_keeps_the_first_look_and_voids_the_rest() -> None:
    seen = photo(face(decision=Decision.CLEARED), first=LOOK, second=LOOK)

    after = decided(seen, [face(decision=Decision.COVERED), face("drawn", decision=Decision.COVERED)])

    assert (after.first, after.second, after.exported) == (LOOK, None, None)
    assert len(after.faces) == 2


def test_deciding_the_same_again_changes_nothing() -> None:
    seen = photo(face(decision=Decision.COVERED), first=LOOK, second=LOOK)

    assert decided(seen, [face(decision=Decision.COVERED)]) is seen


def test_none_of_them_leaves_faces_that_look_like_a_child_open() -> None:
    seen = photo(*(face(hint.value, hint) for hint in FaceState))

    cleared = none_of_them(seen, ANA, shown=[one.id for one in seen.faces])

    assert {one.hint for one in cleared} == {FaceState.FOUND, FaceState.TOO_SMALL}
    assert {(one.decision, one.decided_by) for one in cleared} == {(Decision.CLEARED, ANA)}


@pytest.mark.demand("SOC-O1")
def test_a_photo_is_cleared_by_its_group_but_for_whoever_was_named_or_looks_like_somebody() -> None:
    named = face("a", decision=Decision.OPTED_OUT, student=CHILD.id)
    alike = face("b", hint=FaceState.POSSIBLE)
    seen = photo(named, alike, face("c"), face("d", hint=FaceState.TOO_SMALL))

    cleared = the_rest_consents(seen, ANA, shown=[one.id for one in seen.faces])

    assert [(one.id, one.decision) for one in cleared] == [
        ("c", Decision.CONSENTED),
        ("d", Decision.CONSENTED),
    ]


@pytest.mark.demand("BAL-B1i1")
def test_a_face_that_was_found_since_stays_open() -> None:
    seen = photo(face("a"), face("since"))

    for say_it in (none_of_them, the_rest_consents):
        assert [one.id for one in say_it(seen, ANA, shown=[FaceId("a")])] == ["a"]


def test_covering_everybody_leaves_those_alone_who_are_covered_already() -> None:
    named = face("a", decision=Decision.OPTED_OUT, student=CHILD.id)

    covered = all_covered(photo(named, face("b", decision=Decision.CLEARED)), ANA)

    assert [(one.id, one.decision) for one in covered] == [("b", Decision.COVERED)]


@pytest.mark.demand("SOC-O1")
def test_in_an_opt_in_district_everybody_not_known_as_consented_is_covered() -> None:
    seen = photo(*(face(decision.value, decision=decision) for decision in Decision))

    shown = {one.decision for one in seen.faces} - {
        one.decision for one in covered_faces(seen, RosterMode.OPT_IN)
    }

    assert shown == {Decision.CONSENTED}
    assert {one.decision for one in covered_faces(seen, RosterMode.OPT_OUT)} == COVERS


@pytest.mark.parametrize(
    ("seen", "state"),
    [
        (photo(error="imaging.broken"), PhotoState.UNREADABLE),
        (photo(looked_for=False), PhotoState.LOOKING),
        (photo(face(hint=FaceState.POSSIBLE)), PhotoState.OPTED_OUT),
        (photo(face()), PhotoState.TO_DECIDE),
        (photo(face(hint=FaceState.NO_MATCH)), PhotoState.NOTHING_TO_DECIDE),
        (photo(face(), first=LOOK), PhotoState.LOOKED),
        (photo(face(), first=LOOK, second=LOOK), PhotoState.SEEN_TWICE),
    ],
)
def test_the_contact_sheet_says_how_a_photo_stands(seen: Photo, state: PhotoState) -> None:
    assert state_of(seen) is state


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.parametrize("hint", [hint for hint in FaceState if hint is not FaceState.NO_MATCH])
def test_a_face_neither_covered_nor_cleared_blocks(hint: FaceState) -> None:
    seen = photo(face(hint=hint))

    assert ids(look_reasons(seen, by=ANA, again=(), later=0)) == ["photos.faces-open"]
    assert "photos.faces-open" in ids(export_reasons(seen, later=0))


@pytest.mark.demand("SOC-M4")
def test_the_second_look_is_somebody_elses() -> None:
    seen = photo(face(decision=Decision.CLEARED), first=LOOK)

    assert ids(look_reasons(seen, by=ANA, again=(), later=0)) == ["photos.second-is-first"]
    assert look_reasons(seen, by=BO, again=(), later=0) == ()


@pytest.mark.demand("SOC-M4")
def test_the_second_person_answers_doubted_faces_on_their_own() -> None:
    doubted = face("d", FaceState.POSSIBLE, decision=Decision.CLEARED)
    seen = photo(doubted, face("c", FaceState.MATCH, decision=Decision.COVERED), first=LOOK)

    assert ids(look_reasons(seen, by=BO, again=(), later=0)) == ["photos.answer-again"]
    assert look_reasons(seen, by=BO, again=[doubted.id], later=0) == ()


def test_a_photo_seen_twice_asks_for_no_third_look() -> None:
    seen = photo(first=LOOK, second=replace(LOOK, by=BO))

    assert ids(look_reasons(seen, by=PersonId("cem"), again=(), later=0)) == ["photos.seen-twice"]


@pytest.mark.demand("BAL-B1i1")
def test_a_child_listed_after_the_search_blocks_until_faces_are_looked_for_again() -> None:
    seen = photo(sought=(StudentId("ann"),), first=LOOK)

    later = later_listed(seen, [StudentId("ann"), StudentId("ben")])

    assert later == {StudentId("ben")}
    assert ids(look_reasons(seen, by=BO, again=(), later=1)) == ["photos.list-changed"]
    assert ids(export_reasons(seen, later=1)) == ["photos.list-changed"]
    assert later_listed(photo(looked_for=False), [StudentId("ben")]) == frozenset()


def test_nothing_is_exported_before_a_first_look() -> None:
    assert ids(export_reasons(photo(), later=0)) == ["photos.first-look-missing"]
    assert export_reasons(photo(first=LOOK), later=0) == ()


_FACES = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(list(Decision))), max_size=12)


@given(_FACES)
def test_whoever_decides_after_a_first_look_covered_faces_stay_covered(
    steps: list[tuple[int, Decision]],
) -> None:
    seen = photo(*(face(str(number), decision=Decision.COVERED) for number in range(5)), first=LOOK)

    for number, decision in steps:
        now = seen.faces[number]
        choice = Choice(decision, CHILD.id)
        mode = RosterMode.OPT_OUT
        if choice_blockers(seen, now, choice, child=CHILD, by=BO, mode=mode, may_be=()):
            continue
        seen = decided(seen, [replace(now, decision=decision, decided_by=BO)])

    assert all(one.covered for one in seen.faces)
    assert seen.first == LOOK
