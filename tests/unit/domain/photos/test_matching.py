"""From numbers to states: doubt is said as doubt."""

import pytest

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.clarity import Clarity, Unclear
from smadmin.domain.photos.faces import Descriptor, FaceState, FoundFace
from smadmin.domain.photos.gallery import Gallery, Portrait
from smadmin.domain.photos.matching import (
    Judgement,
    Thresholds,
    judge_face,
    least_sure_px,
)

RULES = Thresholds(match=0.5, possible=0.6, smallest_px=48)


def at(distance: float) -> Descriptor:
    """Give a pattern at a distance from the origin."""
    return (distance, *([0.0] * 127))


KNOWN = Gallery((Portrait("Ada", at(0)), Portrait("Ada", at(-1)), Portrait("Ben", at(3))))


def judged(distance: float, height: int = 100) -> Judgement[str]:
    return judge_face(FoundFace(Box(0, 0, height, height), 0.9, at(distance)), KNOWN, RULES)


@pytest.mark.parametrize(
    ("distance", "height", "state"),
    [
        (0.5, 48, FaceState.MATCH),
        (0.51, 48, FaceState.POSSIBLE),
        (0.6, 48, FaceState.POSSIBLE),
        (0.61, 48, FaceState.NO_MATCH),
        (0.5, 47, FaceState.POSSIBLE),
        (0.51, 47, FaceState.TOO_SMALL),
        (2.0, 47, FaceState.TOO_SMALL),
    ],
)
def test_a_state_follows_from_distance_and_size(distance: float, height: int, state: FaceState) -> None:
    assert judged(distance, height).state is state


@pytest.mark.parametrize(
    ("distance", "state"),
    [(0.5, FaceState.POSSIBLE), (0.51, FaceState.TOO_SMALL), (2.0, FaceState.TOO_SMALL)],
)
@pytest.mark.parametrize(
    ("clarity", "why"),
    [
        (Clarity(1.2, 1.0, 120.0), Unclear.TURNED),
        (Clarity(0.1, 0.2, 120.0), Unclear.BLURRED),
        (Clarity(0.1, 1.0, 9.0), Unclear.DARK),
    ],
)
def test_a_turned_blurred_or_dark_face_is_never_called_a_match_nor_cleared_of_one(
    distance: float, state: FaceState, clarity: Clarity, why: Unclear
) -> None:
    face = FoundFace(Box(0, 0, 200, 200), 0.9, at(distance), clarity=clarity)

    said = judge_face(face, KNOWN, RULES)

    assert (said.state, said.unclear) == (state, (why,))


def test_a_person_is_named_only_where_there_is_a_likeness() -> None:
    like, unlike = judged(0.1).likest, judged(1.5)

    assert like is not None
    assert like.who == "Ada"
    assert unlike.likest is None
    assert unlike.nearest[0].who == "Ada"


def test_without_a_pattern_nothing_was_compared() -> None:
    assert judge_face(FoundFace(Box(0, 0, 9, 9), 0.9), KNOWN, RULES).state is FaceState.FOUND


def test_where_nobody_is_known_nobody_matches() -> None:
    nobody: Gallery[str] = Gallery(())

    assert judge_face(FoundFace(Box(0, 0, 99, 99), 0.9, at(0)), nobody, RULES).state is FaceState.NO_MATCH


def test_a_wider_match_keeps_the_room_for_doubt_and_a_stricter_one_asks_about_no_fewer_faces() -> None:
    usual, strict, wide = Thresholds(), Thresholds.around(0.4), Thresholds.around(0.65)

    assert strict.match == 0.4
    assert strict.possible == pytest.approx(usual.possible)
    assert wide.possible - wide.match == pytest.approx(usual.possible - usual.match)


@pytest.mark.parametrize(
    ("width", "height", "weaker", "least"),
    [(800, 600, False, 56), (4000, 3000, False, 56), (4000, 6400, False, 64), (4000, 3000, True, 108)],
)
def test_the_least_height_that_tells_something_grows_with_the_photo_and_with_weaker_eyes(
    width: int, height: int, least: int, *, weaker: bool
) -> None:
    assert least_sure_px(width=width, height=height, weaker_eyes=weaker) == pytest.approx(least)
