"""A photo under review: what is open, what a change voids, and who may look and uncover."""

from datetime import UTC, datetime
from typing import Any

import pytest

from smadmin.domain.ids import FaceId, MediaId, PersonId, PhotoId, PhotoSetId, SchoolId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face, Look, Photo, uncover_blockers

ANA, BO = PersonId("ana"), PersonId("bo")
LOOK = Look(ANA, 7, datetime(2026, 11, 16, tzinfo=UTC), other_things_fine=True)


def face(name: str = "f", **more: Any) -> Face:
    made: dict[str, Any] = {"hint": FaceState.FOUND} | more
    return Face(FaceId(name), Box(0, 0, 40, 40), **made)


def photo(*faces: Face, **more: Any) -> Photo:
    made: dict[str, Any] = {"looked_for": True} | more
    return Photo(
        PhotoId("p"), SchoolId("s"), PhotoSetId("t"), "a.jpg", MediaId("m"), "00", faces=faces, **made
    )


@pytest.mark.parametrize("decision", list(Decision))
def test_only_an_opted_out_or_covered_face_is_covered(decision: Decision) -> None:
    assert face(decision=decision).covered is (decision in {Decision.OPTED_OUT, Decision.COVERED})


@pytest.mark.parametrize("hint", list(FaceState))
def test_no_match_alone_needs_no_decision_of_its_own(hint: FaceState) -> None:
    assert face(hint=hint).must_decide is (hint is not FaceState.NO_MATCH)
    assert not face(hint=hint, decision=Decision.CLEARED).must_decide


def test_what_the_engine_doubted_is_asked_again_unless_it_is_covered() -> None:
    assert face(hint=FaceState.MATCH, decision=Decision.NOT_THIS_CHILD).asks_again
    assert face(hint=FaceState.TOO_SMALL, decision=Decision.CLEARED).asks_again
    assert not face(hint=FaceState.MATCH, decision=Decision.COVERED).asks_again
    assert not face(hint=FaceState.NO_MATCH).asks_again


def test_a_changed_or_added_face_voids_looks_and_export() -> None:
    seen = photo(face("a"), first=LOOK, second=LOOK, exported=MediaId("e"), exported_sha256="11")

    for changed in (face("a", decision=Decision.CLEARED), face("b")):
        after = seen.with_face(changed)
        assert changed in after.faces
        assert (after.first, after.second, after.exported, after.exported_sha256) == (None,) * 4
    assert len(seen.with_face(face("b")).faces) == 2


@pytest.mark.demand("BAL-B1i1")
def test_a_look_ends_only_when_the_photo_was_searched_and_every_face_decided() -> None:
    def said(seen: Photo) -> list[str]:
        return [reason.message.id for reason in seen.look_blockers()]

    assert said(photo(error="imaging.broken")) == ["photos.cannot-be-read"]
    assert said(photo(looked_for=False)) == ["photos.still-looking"]
    assert said(photo(face())) == ["photos.faces-open"]
    assert said(photo(face(decision=Decision.CLEARED))) == []


@pytest.mark.demand("SOC-M4")
def test_the_second_look_comes_after_the_first_and_from_somebody_else() -> None:
    def said(seen: Photo, by: PersonId) -> list[str]:
        return [reason.message.id for reason in seen.second_look_blockers(by)]

    assert said(photo(), BO) == ["photos.first-look-missing"]
    assert said(photo(first=LOOK), ANA) == ["photos.second-is-first"]
    assert said(photo(face(), first=LOOK), BO) == ["photos.faces-open"]
    assert said(photo(first=LOOK), BO) == []


def test_uncovering_after_a_first_look_is_not_the_second_persons_alone() -> None:
    covered = face(decision=Decision.COVERED)

    assert uncover_blockers(photo(covered, first=LOOK), covered, BO)
    assert uncover_blockers(photo(covered, first=LOOK), covered, ANA) == ()
    assert uncover_blockers(photo(covered), covered, BO) == ()
    assert uncover_blockers(photo(face(), first=LOOK), face(), BO) == ()
