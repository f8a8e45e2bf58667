"""The engine's trade: finds and describes faces with `face_recognition`. Sees raw pixels only, never a file.

An ordinary installation has dlib and the models but not the `face_recognition` package (its own requirements
would compile dlib for minutes); then the same models are used directly, with the same numbers as result.
"""

import importlib.util
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from smadmin.imaging.border import EngineVerb
from smadmin.jail.trade import Job, Reply

MOST_LOOKED_AT = 1600 * 1200
"""Faces are looked for in so many pixels at most, and described at full size. By area, so that a panorama's
faces don't shrink away. With one upsampling, 59 photos of 114 faces: 101 found, 43 of 43 annotated ones, no
false one; 0.25 s each. Without upsampling: 63 found; twice: 102, one annotated lost, 0.7 s each."""
UPSAMPLINGS = 1
LEAST_SCORE = 0.0
"""dlib's own; at -0.2 one more face and one false one were found."""
SAME_FACE = 0.65
"""A weaker box that lies in a stronger one with so much of itself is the same face seen twice, at another
scale. Faces of two people in a crowd overlap far less, or the one behind is hidden."""
_FULL_SCORE = 2.0
"""HOG scores of clear faces lie about 1 to 3; half of this is a confidence of one half."""

Pixels = NDArray[np.uint8]
_Sides = tuple[int, int, int, int]
_Found = tuple[_Sides, float]


@dataclass(frozen=True)
class _Models:
    """What does the seeing, whichever package loaded it."""

    detector: Any
    describe: Callable[[Pixels, _Sides], Sequence[float]]
    is_reference: int
    version: tuple[int, ...]


_models: dict[str, _Models] = {}


def prepare() -> Mapping[int, Job]:
    """Load the models (1 to 3 s, 300 MB) and give the verbs."""
    _models["loaded"] = _load_package() or _load_models_alone()
    return {
        EngineVerb.FIND: find,
        EngineVerb.FIND_AND_DESCRIBE: find_and_describe,
        EngineVerb.DESCRIBE: describe,
        EngineVerb.NAME: name,
    }


def name(_numbers: Sequence[int], _body: bytearray) -> Reply:
    """Say whether the package itself (1) or its models alone (0) do the work, and dlib's version."""
    loaded = _models["loaded"]
    return Reply((loaded.is_reference, *loaded.version))


def find(numbers: Sequence[int], body: bytearray) -> Reply:
    """Find faces: five numbers each (left, top, right, bottom, confidence), from left to right."""
    found = _find(_picture(numbers, body))
    rows = [[*box, confidence] for box, confidence in found]
    return Reply((len(rows),), np.array(rows, dtype="<f8").tobytes())


def find_and_describe(numbers: Sequence[int], body: bytearray) -> Reply:
    """Find faces: five numbers each as above, then the 128 of the pattern."""
    picture = _picture(numbers, body)
    see = _models["loaded"].describe
    rows = [[*box, confidence, *see(picture, box)] for box, confidence in _find(picture)]
    return Reply((len(rows),), np.array(rows, dtype="<f8").tobytes())


def describe(numbers: Sequence[int], body: bytearray) -> Reply:
    """Describe faces whose boxes follow width and height: 128 numbers each."""
    picture = _picture(numbers, body)
    see = _models["loaded"].describe
    boxes = [(*numbers[start : start + 4],) for start in range(2, len(numbers), 4)]
    rows = [list(see(picture, (left, top, right, bottom))) for left, top, right, bottom in boxes]
    return Reply((len(rows),), np.array(rows, dtype="<f8").tobytes())


def _picture(numbers: Sequence[int], body: bytearray) -> Pixels:
    width, height = numbers[:2]
    return np.frombuffer(body, dtype=np.uint8).reshape(height, width, 3)


def _find(picture: Pixels) -> list[_Found]:
    height, width = picture.shape[:2]
    looked_at, scale = _reduced(picture)
    rectangles, scores, _ = _models["loaded"].detector.run(looked_at, UPSAMPLINGS, LEAST_SCORE)
    found: list[_Found] = []
    for score, rectangle in sorted(zip(scores, rectangles, strict=True), key=_strongest_first):
        left, top = max(0, round(rectangle.left() * scale)), max(0, round(rectangle.top() * scale))
        right = min(width, round((rectangle.right() + 1) * scale))
        bottom = min(height, round((rectangle.bottom() + 1) * scale))
        box = (left, top, right, bottom)
        if left < right and top < bottom and all(_share(box, stronger) < SAME_FACE for stronger, _ in found):
            found.append((box, score / (score + _FULL_SCORE / 2)))
    return sorted(found)


def _strongest_first(scored: tuple[float, Any]) -> float:
    return -scored[0]


def _share(box: _Sides, other: _Sides) -> float:
    """Tell which share of a box lies in another."""
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    return max(0, width) * max(0, height) / ((box[2] - box[0]) * (box[3] - box[1]))


def _reduced(picture: Pixels) -> tuple[Pixels, float]:
    """Give the picture at the size to look in, and how many pixels one of its pixels stands for."""
    from PIL import Image  # noqa: PLC0415 - loaded by prepare; the parent needs none of this

    height, width = picture.shape[:2]
    scale = math.sqrt(width * height / MOST_LOOKED_AT)
    if scale <= 1:
        return picture, 1.0
    size = (max(1, round(width / scale)), max(1, round(height / scale)))
    smaller = Image.fromarray(picture).resize(size, Image.Resampling.BOX)
    return np.asarray(smaller), scale


def _load_package() -> _Models | None:
    try:
        from face_recognition import api  # noqa: PLC0415 - heavy
    except (ImportError, SystemExit):  # where its models are missing, the import quits with status 0
        return None

    def see(picture: Pixels, box: _Sides) -> Sequence[float]:
        left, top, right, bottom = box
        place = [(top, right, bottom, left)]
        return [float(number) for number in api.face_encodings(picture, place, model="small")[0]]

    return _Models(api.face_detector, see, is_reference=1, version=_version())


def _load_models_alone() -> _Models:
    import dlib  # noqa: PLC0415 - heavy

    found = importlib.util.find_spec("face_recognition_models")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("the face models aren't installed")
    models = Path(found.submodule_search_locations[0]) / "models"
    landmarks = dlib.shape_predictor(str(models / "shape_predictor_5_face_landmarks.dat"))
    describer = dlib.face_recognition_model_v1(str(models / "dlib_face_recognition_resnet_model_v1.dat"))

    def see(picture: Pixels, box: _Sides) -> Sequence[float]:
        points = landmarks(picture, dlib.rectangle(*box))
        return list(describer.compute_face_descriptor(picture, points, 1))

    return _Models(dlib.get_frontal_face_detector(), see, is_reference=0, version=_version())


def _version() -> tuple[int, ...]:
    return tuple(int(part) for part in metadata.version("dlib-bin").split(".")[:3])
