"""The contract of the port `FaceEngine`: held by the real engine and by the painted eyes that tests use.

Whoever changes one changes both, or a test over the fake says nothing about the program.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import DESCRIPTOR_NUMBERS
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.ports import FaceEngine
from smadmin.imaging.workers import PhotoWorkers
from smadmin.resources import find
from tests.seeing import ANN, BEN, CAM, Eyes, picture


@dataclass(frozen=True)
class Sight:
    """An engine, a picture with several faces, and one of the same size without any."""

    engine: FaceEngine
    faces: Picture
    empty: Picture


@pytest.fixture(scope="module", params=["painted", "real"])
def sight(request: pytest.FixtureRequest, photo_workers: PhotoWorkers) -> Sight:
    if request.param == "painted":
        return Sight(Eyes(), picture((ANN, 20), (BEN, 120), (CAM, 240)), picture())
    drawn = (find("sample") / "photos" / "02-chess-club.jpg").read_bytes()
    faces = photo_workers.preview(drawn, longest_px=1600)
    grey = Picture(faces.width, faces.height, bytes([128]) * len(faces.pixels))
    return Sight(photo_workers, faces, grey)


def test_faces_come_from_left_to_right_and_inside_the_picture(sight: Sight) -> None:
    boxes = [face.box for face in sight.engine.find(sight.faces)]

    whole = Box(0, 0, sight.faces.width, sight.faces.height)
    assert len(boxes) >= 3
    assert [box.left for box in boxes] == sorted(box.left for box in boxes)
    assert [box.within(whole.width, whole.height) for box in boxes] == boxes


def test_finding_computes_no_pattern(sight: Sight) -> None:
    assert {face.descriptor for face in sight.engine.find(sight.faces)} == {None}


def test_part_of_an_upright_picture_is_searched_as_it_stands(sight: Sight) -> None:
    usual, as_it_stands = sight.engine.find(sight.faces), sight.engine.find_as_it_stands(sight.faces)
    described = sight.engine.find_as_it_stands_and_describe(sight.faces)

    assert [face.box for face in as_it_stands] == [face.box for face in usual]
    assert [face.box for face in described] == [face.box for face in usual]
    assert {face.descriptor is None for face in as_it_stands} == {True}
    assert {len(face.descriptor or ()) for face in described} == {DESCRIPTOR_NUMBERS}
    assert sight.engine.find_as_it_stands(sight.empty) == ()


def test_describing_finds_the_same_faces_each_with_a_pattern(sight: Sight) -> None:
    found, described = sight.engine.find(sight.faces), sight.engine.find_and_describe(sight.faces)

    assert [face.box for face in described] == [face.box for face in found]
    assert {len(face.descriptor or ()) for face in described} == {DESCRIPTOR_NUMBERS}


def test_known_boxes_are_described_nearly_as_found_ones_are(sight: Sight) -> None:
    described = sight.engine.find_and_describe(sight.faces)

    patterns = sight.engine.describe(sight.faces, [face.box for face in described])

    for face, pattern in zip(described, patterns, strict=True):
        assert face.descriptor is not None
        # cut by points sought anew; persons lie 0.5 and more apart
        assert np.linalg.norm(np.subtract(face.descriptor, pattern)) < 0.2


def test_two_people_are_farther_apart_than_one_from_herself(sight: Sight) -> None:
    first, second, *_ = sight.engine.find_and_describe(sight.faces)
    assert first.descriptor is not None
    assert second.descriptor is not None

    again = sight.engine.describe(sight.faces, [first.box])[0]

    apart = np.linalg.norm(np.subtract(first.descriptor, second.descriptor))
    assert np.linalg.norm(np.subtract(first.descriptor, again)) < apart


def test_where_nobody_is_nobody_is_found(sight: Sight) -> None:
    assert sight.engine.find(sight.empty) == ()
    assert sight.engine.find_and_describe(sight.empty) == ()
    assert sight.engine.describe(sight.empty, []) == ()


def test_an_engine_has_one_name(sight: Sight) -> None:
    assert sight.engine.name() == sight.engine.name()
