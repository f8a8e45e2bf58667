"""The networks load where their files are, and only there."""

import dlib
import numpy as np
import pytest

from smadmin import resources
from smadmin.imaging import model_files, networks
from smadmin.imaging.border import SightKind
from smadmin.imaging.sight import Pixels, Seen
from tests.unit.imaging.test_describing import faces, needs_networks, pixels


@pytest.fixture
def eyes() -> networks.Networks:
    loaded = networks.load()
    assert loaded is not None
    return loaded


def test_without_the_files_there_are_no_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> None:
        raise FileNotFoundError(name)

    monkeypatch.setattr(resources, "find", nothing)

    assert networks.load() is None


def test_the_set_up_made_the_networks() -> None:
    """Without this the tests below would be passed over wherever `house.models` fails."""
    assert model_files.are_there()


@needs_networks
def test_the_detector_of_upright_faces_loads_from_our_file_as_dlib_has_it() -> None:
    resources.find(networks.UPRIGHT)
    ours, theirs = networks.upright_detector(dlib), dlib.get_frontal_face_detector()

    for face in faces():
        picture = pixels(face)
        assert list(ours(picture, 0)) == list(theirs(picture, 0))


@needs_networks
def test_without_our_file_dlib_unpacks_its_own_detector(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> None:
        raise FileNotFoundError(name)

    monkeypatch.setattr(resources, "find", nothing)

    assert list(networks.upright_detector(dlib)(pixels(faces()[0]), 0))


@needs_networks
def test_the_networks_say_what_they_stand_on(eyes: networks.Networks) -> None:
    kind, *version = eyes.name

    assert kind == SightKind.NETWORKS
    assert len(version) == 3


@needs_networks
def test_a_face_whose_box_a_person_drew_is_cut_by_its_own_points(eyes: networks.Networks) -> None:
    picture = pixels(faces()[0])
    (found,) = eyes.find(picture)
    left, top, right, bottom = found.box
    drawn = Seen((left - 5, top + 4, right + 6, bottom - 3), 1.0)

    (by_engine,), (by_hand,) = eyes.describe(picture, [found]), eyes.describe(picture, [drawn])

    assert np.linalg.norm(np.array(by_engine) - np.array(by_hand)) < 0.25


@needs_networks
def test_a_box_without_a_face_is_described_all_the_same(eyes: networks.Networks) -> None:
    picture: Pixels = np.full((200, 200, 3), 90, np.uint8)

    (numbers,) = eyes.describe(picture, [Seen((50, 50, 120, 120), 1.0)])

    assert len(numbers) == 128
    assert np.isfinite(numbers).all()


@needs_networks
def test_no_face_needs_no_work(eyes: networks.Networks) -> None:
    assert eyes.describe(np.zeros((10, 10, 3), np.uint8), []) == []


class Looking:
    """Gives one face more upright than in any turned picture."""

    def find(self, picture: Pixels) -> list[Seen]:
        """Give two faces of a wide picture, one of a high one."""
        wide = picture.shape[1] > picture.shape[0]
        return (
            [Seen((10, 10, 40, 40), 0.9), Seen((60, 10, 90, 40), 0.8)] if wide else [Seen((5, 5, 9, 9), 0.7)]
        )


def test_no_face_is_given_up_when_a_picture_is_taken_as_lying() -> None:
    asked = []

    def frontal(_picture: Pixels, _upsampling: int) -> list[int]:
        asked.append(1)
        return [1] if len(asked) % 2 == 0 else []  # never as it is, always after one turn

    eyes = networks.Networks(Looking(), None, frontal=frontal, name=(0,))  # type: ignore[arg-type]  # small fakes

    boxes = [face.box for face in eyes.find(np.zeros((100, 200, 3), np.uint8))]

    assert len(boxes) == 3
    assert {(10, 10, 40, 40), (60, 10, 90, 40)} < set(boxes)


def standing(turn: float, confidence: float) -> Seen:
    """Give a face with points, turned by so many degrees."""
    cosine, sine = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    upright = np.array([(-10, -10), (10, -10), (0, 0), (-8, 10), (8, 10)], np.float32)
    points = upright @ np.array([[cosine, sine], [-sine, cosine]], np.float32) + 50
    return Seen((30, 30, 70, 70), confidence, points.astype(np.float32))


@pytest.mark.parametrize(
    ("faces", "asked"),
    [
        ([standing(0, 0.9)], 0),
        ([standing(-15, 0.7), standing(15, 0.4)], 0),
        ([standing(0, 0.65)], 1),  # too unlikely to be believed
        ([standing(0, 0.9), standing(90, 0.8)], 1),
        ([Seen((30, 30, 70, 70), 0.9)], 1),  # nothing tells how it stands
    ],
)
def test_who_stands_upright_by_all_points_is_not_asked_about(faces: list[Seen], asked: int) -> None:
    questions = []

    class Finding:
        def find(self, _picture: Pixels) -> list[Seen]:
            return faces

    def frontal(_picture: Pixels, _upsampling: int) -> list[int]:
        questions.append(1)
        return [1]

    eyes = networks.Networks(Finding(), None, frontal=frontal, name=(0,))  # type: ignore[arg-type]  # small fakes

    assert eyes.find(np.zeros((100, 100, 3), np.uint8)) == faces
    assert len(questions) == asked
