"""dlib's own eyes: HOG finds, dlib's network describes.

Through the package `face_recognition` where it is installed. The reference that the networks are measured
against, and what sees where their files are missing. An ordinary installation has dlib and the models but not
the package (its own requirements would compile dlib for minutes); then the same models are used directly,
with the same numbers as result.
"""

import math
from collections.abc import Callable, Sequence
from importlib import metadata
from typing import Any

import numpy as np

from smadmin.imaging.border import SightKind
from smadmin.imaging.networks import models_folder
from smadmin.imaging.sight import Pixels, Seen, Sides

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
_PREDICTOR = "models/shape_predictor_5_face_landmarks.dat"
_DESCRIBER = "models/dlib_face_recognition_resnet_model_v1.dat"


class Hog:
    """dlib's detector of frontal faces, and its network.

    Args:
        detector: gives rectangles and scores.
        describe: gives the 128 numbers of the face in a box.
        name: `SightKind` and dlib's version.
    """

    def __init__(
        self, detector: Any, describe: Callable[[Pixels, Sides], Sequence[float]], name: tuple[int, ...]
    ) -> None:
        """Take the loaded models."""
        self._detector, self._describe = detector, describe
        self.name = name

    def find(self, picture: Pixels) -> list[Seen]:
        """Give the faces from left to right."""
        height, width = picture.shape[:2]
        looked_at, scale = _reduced(picture)
        rectangles, scores, _ = self._detector.run(looked_at, UPSAMPLINGS, LEAST_SCORE)
        found: list[Seen] = []
        for score, rectangle in sorted(zip(scores, rectangles, strict=True), key=_strongest_first):
            left, top = max(0, round(rectangle.left() * scale)), max(0, round(rectangle.top() * scale))
            right = min(width, round((rectangle.right() + 1) * scale))
            bottom = min(height, round((rectangle.bottom() + 1) * scale))
            box = (left, top, right, bottom)
            apart = all(_share(box, stronger.box) < SAME_FACE for stronger in found)
            if left < right and top < bottom and apart:
                found.append(Seen(box, score / (score + _FULL_SCORE / 2)))
        return sorted(found, key=lambda face: face.box)

    def find_as_it_stands(self, picture: Pixels) -> list[Seen]:
        """Give the faces from left to right: this detector never turns a picture."""
        return self.find(picture)

    def describe(self, picture: Pixels, faces: Sequence[Seen]) -> list[Sequence[float]]:
        """Give the 128 numbers of each face."""
        return [self._describe(picture, face.box) for face in faces]


def load() -> Hog:
    """Load the models (1 to 3 s, 300 MB).

    Raises:
        FileNotFoundError: if they aren't installed.
    """
    return _load_package() or _load_models_alone()


def _strongest_first(scored: tuple[float, Any]) -> float:
    return -scored[0]


def _share(box: Sides, other: Sides) -> float:
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


def _load_package() -> Hog | None:
    try:
        from face_recognition import api  # noqa: PLC0415 - heavy
    except (ImportError, SystemExit):  # where its models are missing, the import quits with status 0
        return None

    def see(picture: Pixels, box: Sides) -> Sequence[float]:
        left, top, right, bottom = box
        place = [(top, right, bottom, left)]
        return [float(number) for number in api.face_encodings(picture, place, model="small")[0]]

    return Hog(api.face_detector, see, (SightKind.REFERENCE, *_version()))


def _load_models_alone() -> Hog:
    import dlib  # noqa: PLC0415 - heavy

    landmarks = dlib.shape_predictor(str(models_folder() / _PREDICTOR))
    describer = dlib.face_recognition_model_v1(str(models_folder() / _DESCRIBER))

    def see(picture: Pixels, box: Sides) -> Sequence[float]:
        points = landmarks(picture, dlib.rectangle(*box))
        return list(describer.compute_face_descriptor(picture, points, 1))

    return Hog(dlib.get_frontal_face_detector(), see, (SightKind.DLIB, *_version()))


def _version() -> tuple[int, ...]:
    return tuple(int(part) for part in metadata.version("dlib-bin").split(".")[:3])
