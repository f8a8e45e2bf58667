"""The rebuilt network gives dlib's numbers, and faces are cut out where dlib would."""

from functools import cache
from pathlib import Path
from typing import Any

import dlib
import numpy as np
import pytest
from PIL import Image

from smadmin import resources
from smadmin.imaging import model_files, networks
from smadmin.imaging.describing import CHIP_PX, square_of
from smadmin.imaging.sight import Pixels
from tests.pictures import PHOTOS

LARGEST_DIFFERENCE = 1e-5
CHIPS = 30
needs_networks = pytest.mark.skipif(
    networks.load() is None, reason="NO NETWORKS: the set-up didn't make the face models"
)


def faces() -> list[Path]:
    """Give pictures of faces: people where the real photos are, else the drawn school's portraits."""
    real = sorted((PHOTOS / "people").glob("*/*.jpg"))
    return real or sorted((resources.find("sample") / "portraits").glob("*/*.jpg"))


@cache
def models() -> tuple[Any, Any, Any]:
    folder = networks.models_folder() / "models"
    return (
        dlib.get_frontal_face_detector(),
        dlib.shape_predictor(str(folder / "shape_predictor_5_face_landmarks.dat")),
        dlib.face_recognition_model_v1(str(folder / "dlib_face_recognition_resnet_model_v1.dat")),
    )


def pixels(path: Path) -> Pixels:
    image = Image.open(path).convert("RGB")
    image.thumbnail((500, 500))
    return np.asarray(image)


def chips() -> list[Pixels]:
    """Give faces as dlib finds and cuts them."""
    detector, predictor, _ = models()
    cut: list[Pixels] = []
    for path in faces():
        picture = pixels(path)
        cut += [dlib.get_face_chip(picture, predictor(picture, box), CHIP_PX) for box in detector(picture, 1)]
        if len(cut) >= CHIPS:
            break
    return cut


@needs_networks
def test_the_rebuilt_network_gives_dlibs_numbers() -> None:
    _, _, dlibs = models()
    cut = chips()
    session = networks.session(resources.find(model_files.DESCRIBER))

    (numbers,) = session.run(None, {"pictures": np.stack(cut).transpose(0, 3, 1, 2).astype(np.float32)})

    assert len(cut) >= CHIPS
    expected = np.array([dlibs.compute_face_descriptor(chip) for chip in cut])
    assert np.abs(numbers - expected).max() <= LARGEST_DIFFERENCE


@needs_networks
def test_a_face_found_by_either_detector_has_nearly_the_same_pattern() -> None:
    detector, predictor, dlibs = models()
    eyes = networks.load()
    assert eyes is not None
    drift = []
    for path in faces()[:20]:
        picture = pixels(path)
        boxes, seen = detector(picture, 1), eyes.find(picture)
        if len(boxes) != 1 or len(seen) != 1:
            continue
        (pattern,) = eyes.describe(picture, seen)
        dlibs_own = dlibs.compute_face_descriptor(picture, predictor(picture, boxes[0]))
        drift.append(float(np.linalg.norm(np.array(pattern) - np.array(dlibs_own))))

    assert len(drift) >= 10
    assert np.median(drift) < 0.08
    assert max(drift) < 0.3


def test_the_square_moves_grows_and_turns_with_the_points() -> None:
    points = np.array([(40, 46), (98, 46), (69, 76), (45, 101), (93, 101)], np.float32)
    left, top, right, bottom = square_of(points)

    moved = square_of(points + np.array([100, 50], np.float32))
    larger = square_of(points * 2)

    assert moved == (left + 100, top + 50, right + 100, bottom + 50)
    assert right - left == pytest.approx(bottom - top, abs=1)
    assert larger[2] - larger[0] == pytest.approx(2 * (right - left), abs=2)
