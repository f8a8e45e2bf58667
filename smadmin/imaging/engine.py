"""The engine's trade: finds and describes faces. Sees raw pixels only, never a file.

Its eyes are the two networks where their files are, else dlib's own detector and descriptor.
"""

from collections.abc import Mapping, Sequence

import cv2
import numpy as np

from smadmin.imaging import hog, networks
from smadmin.imaging.border import EngineVerb
from smadmin.imaging.clarity import measured
from smadmin.imaging.sight import Pixels, Seen, Sight
from smadmin.jail.memory import keep_freed
from smadmin.jail.trade import Job, Reply

_sight: dict[str, Sight] = {}


def prepare() -> Mapping[int, Job]:
    """Load the models (1 to 3 s, 300 MB) and give the verbs."""
    keep_freed()
    # After this no file can be opened, so no module loaded: Pillow needs ImageFile to give an array.
    from PIL import Image, ImageFile  # noqa: F401, PLC0415 - heavy, and only in workers

    cv2.setNumThreads(1)  # there is an engine for each processor
    cv2.ocl.setUseOpenCL(False)
    _sight["loaded"] = networks.load() or hog.load()
    return {
        EngineVerb.FIND: find,
        EngineVerb.FIND_AND_DESCRIBE: find_and_describe,
        EngineVerb.DESCRIBE: describe,
        EngineVerb.NAME: name,
        EngineVerb.FIND_AS_IT_STANDS: find_as_it_stands,
        EngineVerb.FIND_AS_IT_STANDS_AND_DESCRIBE: find_as_it_stands_and_describe,
    }


def name(_numbers: Sequence[int], _body: bytearray) -> Reply:
    """Say which eyes see (`SightKind`), and the version of what they stand on."""
    return Reply(tuple(_sight["loaded"].name))


def find(numbers: Sequence[int], body: bytearray) -> Reply:
    """Find faces, from left to right, in nine numbers each.

    Left, top, right, bottom, confidence, turn, then what `clarity.measured` gives.
    """
    picture = _picture(numbers, body)
    return _faces(picture, _sight["loaded"].find(picture))


def find_as_it_stands(numbers: Sequence[int], body: bytearray) -> Reply:
    """Find faces as above, in part of a picture that stands upright."""
    picture = _picture(numbers, body)
    return _faces(picture, _sight["loaded"].find_as_it_stands(picture))


def find_and_describe(numbers: Sequence[int], body: bytearray) -> Reply:
    """Find faces: nine numbers each as above, then the 128 of the pattern."""
    picture = _picture(numbers, body)
    return _described(picture, _sight["loaded"].find(picture))


def find_as_it_stands_and_describe(numbers: Sequence[int], body: bytearray) -> Reply:
    """Find faces as above, in part of a picture that stands upright, each with its pattern."""
    picture = _picture(numbers, body)
    return _described(picture, _sight["loaded"].find_as_it_stands(picture))


def describe(numbers: Sequence[int], body: bytearray) -> Reply:
    """Describe faces whose boxes follow width and height: 128 numbers each."""
    boxes = [numbers[start : start + 4] for start in range(2, len(numbers), 4)]
    faces = [Seen((left, top, right, bottom), 1.0) for left, top, right, bottom in boxes]
    return _rows(_sight["loaded"].describe(_picture(numbers, body), faces))


def _faces(picture: Pixels, seen: Sequence[Seen]) -> Reply:
    return _rows([_face(picture, face) for face in seen])


def _described(picture: Pixels, seen: Sequence[Seen]) -> Reply:
    patterns = _sight["loaded"].describe(picture, seen)
    return _rows([[*_face(picture, face), *pattern] for face, pattern in zip(seen, patterns, strict=True)])


def _face(picture: Pixels, face: Seen) -> list[float]:
    return [*face.box, face.confidence, face.turn, *measured(picture, face)]


def _picture(numbers: Sequence[int], body: bytearray) -> Pixels:
    width, height = numbers[:2]
    return np.frombuffer(body, dtype=np.uint8).reshape(height, width, 3)


def _rows(rows: Sequence[Sequence[float]]) -> Reply:
    return Reply((len(rows),), np.array(rows, dtype="<f8").tobytes())
