"""The drawn children are told apart as the screens show it: themselves, a look-alike, nobody on the list."""

import math
from itertools import combinations

import pytest

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import Descriptor, FaceState, FoundFace
from smadmin.domain.photos.gallery import Gallery, Portrait
from smadmin.domain.photos.matching import judge_face
from smadmin.imaging.workers import PhotoWorkers
from smadmin.importing.sample import read_sample
from smadmin.resources import find
from smadmin.services.sample.pictures import sample_thresholds

LIBRARY_NIGHT, PLAYGROUND = "photos/03-library-night.jpg", "photos/12-playground.jpg"
SAMPLE = read_sample(find("sample"))
LIMITS = sample_thresholds()


@pytest.fixture(scope="module")
def opted_out(photo_workers: PhotoWorkers) -> list[Portrait[str]]:
    """Give the pattern of one portrait of each opted-out child."""
    return [
        Portrait(one.slug, _pattern(photo_workers, SAMPLE.portraits(one)[0].read_bytes()))
        for one in SAMPLE.students
        if one.opt_out is not None
    ]


def _pattern(workers: PhotoWorkers, content: bytes) -> Descriptor:
    (face,) = workers.find_and_describe(workers.decode(content))
    assert face.descriptor is not None
    return face.descriptor


def test_the_opted_out_children_are_never_taken_for_one_another(opted_out: list[Portrait[str]]) -> None:
    apart = {
        (one.who, other.who): math.dist(one.descriptor, other.descriptor)
        for one, other in combinations(opted_out, 2)
    }

    assert len(apart) == 10
    assert {who for who, distance in apart.items() if distance <= LIMITS.possible} == set()


def test_a_child_matches_itself_and_the_others_are_nobody(
    photo_workers: PhotoWorkers, opted_out: list[Portrait[str]]
) -> None:
    said = _judged(photo_workers, opted_out, LIBRARY_NIGHT)

    matches = {who: likest for who, (state, likest) in said.items() if state is FaceState.MATCH}
    assert matches == {"jamal-whitaker": "jamal-whitaker", "priya-raman": "priya-raman"}
    assert FaceState.NO_MATCH in {state for state, _ in said.values()}


def test_a_look_alike_is_asked_about(photo_workers: PhotoWorkers, opted_out: list[Portrait[str]]) -> None:
    said = _judged(photo_workers, opted_out, PLAYGROUND)

    assert said["imani-whitaker"] == (FaceState.POSSIBLE, "jamal-whitaker")
    assert FaceState.MATCH not in {state for state, _ in said.values()}


def _judged(
    workers: PhotoWorkers, opted_out: list[Portrait[str]], file: str
) -> dict[str, tuple[FaceState, str | None]]:
    drawn = next(photo for photo in SAMPLE.photos if photo.file == file)
    faces = workers.find_and_describe(workers.decode((SAMPLE.folder / drawn.file).read_bytes()))
    known = Gallery(opted_out)
    judged = {one.who: judge_face(_at(faces, one.box), known, LIMITS) for one in drawn.faces}
    return {
        who: (said.state, None if said.likest is None else said.likest.who) for who, said in judged.items()
    }


def _at(faces: tuple[FoundFace, ...], box: tuple[int, int, int, int]) -> FoundFace:
    return max(faces, key=lambda face: face.box.overlap(Box(*box)))
