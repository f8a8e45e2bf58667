"""From faces in single frames to the list of those who show."""

from dataclasses import replace

from smadmin.domain.ids import FaceId, StudentId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face
from smadmin.domain.videos.tracking import Sample, tracked, with_answers

ADA, BEN = StudentId("ada"), StudentId("ben")


def seen(name: str, left: int, *, size: int = 60, hint: FaceState = FaceState.FOUND, near: str = "") -> Face:
    return Face(
        FaceId(name),
        Box(left, 10, left + size, 10 + size),
        hint,
        tuple(StudentId(one) for one in near.split()),
    )


def sample(at_ms: int, *faces: Face, cut: bool = False) -> Sample:
    return Sample(at_ms, 640, 360, cut, faces)


def test_a_face_that_stays_where_it_is_stands_once_in_the_list() -> None:
    found = tracked([sample(0, seen("a", 0)), sample(1_000, seen("b", 10)), sample(2_000, seen("c", 20))])

    assert [(one.face.id, one.at_ms, one.until_ms) for one in found] == [("a", 0, 2_000)]


def test_another_scene_another_place_or_a_gap_make_another_face() -> None:
    cut = tracked([sample(0, seen("a", 0)), sample(1_000, seen("b", 0), cut=True)])
    elsewhere = tracked([sample(0, seen("a", 0)), sample(1_000, seen("b", 300))])
    later = tracked([sample(0, seen("a", 0)), sample(1_000), sample(2_000, seen("b", 0))])

    assert [len(found) for found in (cut, elsewhere, later)] == [2, 2, 2]


def test_two_faces_side_by_side_never_become_one() -> None:
    found = tracked([sample(0, seen("a", 0), seen("b", 20)), sample(1_000, seen("c", 5), seen("d", 22))])

    assert len(found) == 2


def test_the_gravest_word_stands_and_everybody_it_may_be() -> None:
    found = tracked(
        [
            sample(0, seen("a", 0, hint=FaceState.POSSIBLE, near="ben")),
            sample(1_000, seen("b", 0, size=80, hint=FaceState.NO_MATCH)),
            sample(2_000, seen("c", 0, size=70, hint=FaceState.MATCH, near="ada ben")),
        ]
    )

    (one,) = found
    assert one.face.hint is FaceState.MATCH
    assert one.face.near == (ADA, BEN)
    assert (one.face.box.height, one.at_ms, one.until_ms) == (80, 1_000, 2_000)  # where it is largest


def test_who_may_not_be_shown_stays_after_another_look() -> None:
    first, elsewhere = tracked([sample(0, seen("a", 0), seen("b", 300)), sample(1_000, seen("c", 0))])
    said = replace(first, face=replace(first.face, decision=Decision.OPTED_OUT, student=ADA))
    again = tracked([sample(0, seen("d", 5), seen("e", 300)), sample(2_000, seen("f", 5), cut=True)])

    after = with_answers(again, (said, elsewhere))

    assert [(one.face.id, one.face.decision) for one in after] == [
        ("a", Decision.OPTED_OUT),
        ("e", Decision.OPEN),
        ("f", Decision.OPEN),
    ]
