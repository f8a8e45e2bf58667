"""What enrolling reports: whether a portrait is good, and who looks like whom."""

import pytest

from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.clarity import Clarity
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.portraits import (
    Alike,
    EnrolledFace,
    Flaw,
    PortraitReport,
    differing,
    flaws_of,
    look_alikes,
    same_files,
)

ANN, BEN, CAM = StudentId("ann"), StudentId("ben"), StudentId("cam")
CLEAR = Clarity(0.1, 1.0, 120)


def seen(height: int = 200, clarity: Clarity = CLEAR) -> FoundFace:
    return FoundFace(Box(0, 0, 150, height), 0.9, clarity=clarity)


def enrolled(name: str, student: StudentId, at: float, engine: str = "e") -> EnrolledFace:
    return EnrolledFace(MediaId(name), student, (at, *([0.0] * 127)), engine)


@pytest.mark.parametrize(
    ("faces", "flaws"),
    [
        ([seen()], ()),
        ([], (Flaw.NO_FACE,)),
        ([seen(), seen()], (Flaw.FACES,)),
        ([seen(height=40)], (Flaw.SMALL,)),
        ([seen(clarity=Clarity(0.1, 1.0, 10))], (Flaw.DARK,)),
        ([seen(clarity=Clarity(0.1, 0.2, 120))], (Flaw.BLURRED,)),
        ([seen(clarity=Clarity(1.2, 1.0, 120))], (Flaw.TURNED,)),
    ],
)
def test_each_flaw_has_its_name(faces: list[FoundFace], flaws: tuple[Flaw, ...]) -> None:
    assert flaws_of(faces) == flaws


def test_of_three_portraits_the_one_of_somebody_else_differs() -> None:
    faces = [enrolled("a", ANN, 0.0), enrolled("b", ANN, 0.3), enrolled("c", ANN, 2.0)]

    assert differing(faces, match=0.6) == {"c"}


def test_of_two_portraits_that_differ_nobody_can_say_which_is_wrong() -> None:
    assert differing([enrolled("a", ANN, 0.0), enrolled("b", ANN, 2.0)], match=0.6) == {"a", "b"}


def test_a_single_portrait_and_those_of_another_engine_are_not_compared() -> None:
    faces = [enrolled("a", ANN, 0.0), enrolled("b", BEN, 9.0), enrolled("c", ANN, 9.0, "other")]

    assert differing(faces, match=0.6) == frozenset()
    assert look_alikes([enrolled("a", ANN, 0.0), enrolled("c", BEN, 0.0, "other")], match=0.6) == ()


def test_children_are_alike_if_any_of_their_portraits_are() -> None:
    faces = [enrolled("a", ANN, 0.0), enrolled("b", ANN, 0.4), enrolled("c", BEN, 0.9), enrolled("d", CAM, 3)]

    assert look_alikes(faces, match=0.6) == (Alike(ANN, BEN),)


def test_all_are_compared_with_all_however_many_there_are() -> None:
    faces = [enrolled(f"m{place}", StudentId(f"s{place:04}"), float(place)) for place in range(700)]
    twin = enrolled("twin", StudentId("s9999"), 3.1)

    assert look_alikes([*faces, twin], match=0.6) == (Alike(StudentId("s0003"), StudentId("s9999")),)


def test_the_same_file_under_two_names_is_told_without_any_pattern() -> None:
    assert same_files({ANN: ["1", "2"], BEN: ["2"], CAM: ["3"]}) == (Alike(ANN, BEN, same_file=True),)


def test_a_report_gives_the_pairs_of_one_child() -> None:
    report = PortraitReport({}, (Alike(ANN, BEN), Alike(BEN, CAM)))

    assert [pair.children for pair in report.alike_with(BEN)] == [{ANN, BEN}, {BEN, CAM}]
    assert report.alike_with(CAM) == (Alike(BEN, CAM),)
