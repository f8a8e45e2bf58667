"""The engine's usual eyes: CenterFace finds, dlib's network in ONNX describes.

Both files are made by `house/models` from pinned packages. Where one is missing (an installation by plain
pip), `load` gives None and the engine sees with dlib alone, slower and less; `smadmin doctor` says so.
"""

import importlib.util
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, cast

import numpy as np

from smadmin import resources
from smadmin.imaging.border import SightKind
from smadmin.imaging.centerface import CenterFace
from smadmin.imaging.describing import Describer
from smadmin.imaging.model_files import DESCRIBER, FINDER, are_there
from smadmin.imaging.sight import Pixels, Seen, Sides
from smadmin.imaging.turning import TURNS, turned, turned_back

UPRIGHT = "models/upright.svm"
_PREDICTOR = "models/shape_predictor_5_face_landmarks.dat"
_ERRORS_ONLY = 3
ASKED = 3
"""So many of the clearest faces say whether a picture lies on its side."""
SURE, STANDING = 0.7, 20
"""Where the clearest face is so likely and the points of all that are asked about stand so upright (degrees),
nobody else is asked: so it was with 71 of 72 upright test photos at three sizes, and with none of 760 that
were laid on a side or upside down."""
_MARGIN = 0.4
_ASKED_PX = 240
"""The detector of upright faces sees them from 80 px on; a cut-out of this size is answered in 5 ms."""
_NEAR = 1.0
"""A box somebody drew is searched with so much of its size around it, for five points to cut the face by."""


class Networks:
    """CenterFace and dlib's network."""

    def __init__(
        self,
        finder: CenterFace,
        describer: Describer,
        *,
        frontal: Callable[[Pixels, int], Any],
        name: tuple[int, ...],
    ) -> None:
        """Take both, loaded, and dlib's detector of upright faces."""
        self._finder, self._describer, self._frontal = finder, describer, frontal
        self.name = name

    def find(self, picture: Pixels) -> list[Seen]:
        """Give the faces from left to right, of a picture that lies on its side too."""
        seen = self._finder.find(picture)
        quarters = self._quarters(picture, seen) if seen else self._quarters_of_nobody(picture)
        if not quarters:
            return seen
        upright = turned(picture, quarters)
        height, width = upright.shape[:2]
        back = [turned_back(face, quarters, (width, height)) for face in self._finder.find(upright)]
        # Those three may be wrong about the picture: no face that was seen is given up.
        back += [face for face in seen if not any(_shared(face.box, other.box) for other in back)]
        return sorted(back, key=lambda face: face.box)

    def find_as_it_stands(self, picture: Pixels) -> list[Seen]:
        """Give the faces from left to right, of a picture that stands upright."""
        return self._finder.find(picture)

    def _quarters(self, picture: Pixels, seen: Sequence[Seen]) -> int:
        """Give the turns after which faces stand upright, if the clearest ones agree that the picture lies.

        CenterFace sees large faces on their side as well, but few of the small ones; dlib's detector sees
        upright ones alone, so it is asked about a few, unless the points of all of these stand upright.
        One upright face settles it.
        """
        votes = []
        asked = sorted(seen, key=lambda one: -one.confidence)[:ASKED]
        if asked[0].confidence >= SURE and all(_stands(face) for face in asked):
            return 0
        for face in asked:
            around = _small(_cut(picture, _around(face.box, picture, _MARGIN)))
            upright = next((q for q in (0, *TURNS) if self._frontal(turned(around, q), 0)), None)
            if upright == 0:
                return 0
            votes += [] if upright is None else [upright]
        return max(set(votes), key=votes.count) if votes else 0

    def _quarters_of_nobody(self, picture: Pixels) -> int:
        for quarters in TURNS:
            lying = turned(picture, quarters)
            seen = self._finder.find(lying)
            if seen and self._quarters(lying, seen) == 0 and self._is_upright(lying, seen):
                return quarters
        return 0

    def _is_upright(self, picture: Pixels, seen: Sequence[Seen]) -> bool:
        clearest = max(seen, key=lambda face: face.confidence)
        return bool(self._frontal(_small(_cut(picture, _around(clearest.box, picture, _MARGIN))), 0))

    def describe(self, picture: Pixels, faces: Sequence[Seen]) -> list[Sequence[float]]:
        """Give the 128 numbers of each face."""
        return self._describer.describe(picture, [self._with_points(picture, face) for face in faces])

    def _with_points(self, picture: Pixels, face: Seen) -> Seen:
        if face.points is not None:
            return face
        sides = _around(face.box, picture, _NEAR)
        seen = self._finder.find(_cut(picture, sides))
        moved = [_moved(one, sides[0], sides[1]) for one in seen]
        best = max(moved, key=lambda one: _shared(one.box, face.box), default=None)
        if best is None or not _shared(best.box, face.box):
            return face
        return Seen(face.box, face.confidence, best.points)


def load() -> Networks | None:
    """Load both networks (0.2 s); None where a file or onnxruntime isn't there."""
    if not are_there():
        return None
    import dlib  # noqa: PLC0415 - heavy, and only in workers

    files = (resources.find(FINDER), resources.find(DESCRIBER))
    finder, describer = (session(file) for file in files)
    predictor = dlib.shape_predictor(str(models_folder() / _PREDICTOR))
    versions = tuple(int(part) for part in metadata.version("onnxruntime").split(".")[:3])
    name = (SightKind.NETWORKS, *versions)
    describe = Describer(describer, predictor, dlib)
    return Networks(CenterFace(finder), describe, frontal=upright_detector(dlib), name=name)


def upright_detector(dlib: Any) -> Callable[[Pixels, int], Any]:
    """Give dlib's detector of upright faces: from our file in 1 ms, unpacked by dlib itself in 0.3 s."""
    try:
        return cast("Callable[[Pixels, int], Any]", dlib.fhog_object_detector(str(resources.find(UPRIGHT))))
    except (FileNotFoundError, RuntimeError):
        return cast("Callable[[Pixels, int], Any]", dlib.get_frontal_face_detector())


def models_folder() -> Path:
    """Give the folder of the package face_recognition_models, without running its code.

    Raises:
        FileNotFoundError: if it isn't installed.
    """
    found = importlib.util.find_spec("face_recognition_models")
    for place in () if found is None else found.submodule_search_locations or ():
        return Path(place)
    raise FileNotFoundError("the face models aren't installed")


def session(file: Path) -> Any:
    """Load a network for one thread: there is an engine for each processor, and decoders want one too."""
    import onnxruntime  # noqa: PLC0415 - heavy, and only in workers

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    options.enable_cpu_mem_arena = False  # each size of photo would get a share of its own (`keep_freed`)
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def _cut(picture: Pixels, sides: Sides) -> Pixels:
    left, top, right, bottom = sides
    return np.ascontiguousarray(picture[top:bottom, left:right])


def _small(picture: Pixels) -> Pixels:
    """Give a cut-out at the size in which it is asked about."""
    from PIL import Image  # noqa: PLC0415 - loaded by prepare; the parent needs none of this

    scale = _ASKED_PX / max(picture.shape)
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BILINEAR))


def _around(box: Sides, picture: Pixels, share: float) -> Sides:
    left, top, right, bottom = box
    wide, high = round((right - left) * share), round((bottom - top) * share)
    height, width = picture.shape[:2]
    return (max(0, left - wide), max(0, top - high), min(width, right + wide), min(height, bottom + high))


def _stands(face: Seen) -> bool:
    return face.points is not None and abs(face.turn) <= STANDING


def _moved(face: Seen, x: int, y: int) -> Seen:
    left, top, right, bottom = face.box
    points = None if face.points is None else face.points + np.array([x, y], np.float32)
    return Seen((left + x, top + y, right + x, bottom + y), face.confidence, points)


def _shared(box: Sides, other: Sides) -> int:
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    return max(0, width) * max(0, height)
