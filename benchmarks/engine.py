"""What finding and comparing faces costs, part by part; `python3 dev.py bench engine`.

On the real photos beside the checkout: descriptors a second beside dlib's own on one thread, where the time
of a photo goes, one face compared with 100,000 patterns, and portraits enrolled a second.
"""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import cv2
import dlib
import numpy as np
from PIL import Image

from smadmin import resources
from smadmin.domain.photos.gallery import Gallery, Portrait
from smadmin.imaging import model_files, networks
from smadmin.imaging.centerface import CenterFace
from smadmin.imaging.clarity import measured
from smadmin.imaging.describing import BATCH, CHIP_PX, Describer
from smadmin.imaging.sight import Pixels
from smadmin.jail.memory import keep_freed
from tests.naps import late_wakings
from tests.pictures import PHOTOS, labels

TIMES_DLIB, APART, STALL_MS, COMPARED_MS, OTHER_SHARE = 10.0, 1e-5, 20.0, 5.0, 0.10
PATTERNS, ASKED = 100_000, 21
_CHIPS = 48
_NAP_S = 0.001
_LOUDNESS = 0.12
"""Numbers so large on average make patterns of the length that real ones have."""


class Clocked:
    """A network that counts the processor's time it takes."""

    def __init__(self, name: str) -> None:
        """Load it."""
        self._session = networks.session(resources.find(name))
        self.seconds = 0.0

    def run(self, names: None, pictures: Mapping[str, Any]) -> Any:
        """Ask the network."""
        before = time.thread_time()
        try:
            return self._session.run(names, pictures)
        finally:
            self.seconds += time.thread_time() - before


Result = TypeVar("Result")
Figure = tuple[str, float, str, bool]


def main() -> int:
    """Measure everything; 1 when a figure is missed, 0 otherwise."""
    keep_freed()  # as the engine's own process does
    cv2.setNumThreads(1)  # what other threads did would be left out
    if not PHOTOS.is_dir():
        print(f"No photos at {PHOTOS}: nothing was measured.")
        return 1
    eyes = networks.load()
    if eyes is None:
        print("The networks aren't there: nothing was measured.")
        return 1
    figures = [*described(), *shares(), *compared(), *enrolled(eyes)]
    for name, value, most, met in figures:
        print(f"{name:<58}{value:>12.4g}  {most:<14}{'' if not most else 'met' if met else 'NOT MET'}")
    return 0 if all(met for *_, met in figures) else 1


def described() -> Iterator[Figure]:
    """Describe the same cut-outs with dlib's network and with ours."""
    chips = list(_chips())[:_CHIPS]
    theirs = dlib.face_recognition_model_v1(
        str(networks.models_folder() / "models" / "dlib_face_recognition_resnet_model_v1.dat")
    )
    session = networks.session(resources.find(model_files.DESCRIBER))

    def ours() -> list[list[float]]:
        numbers: list[list[float]] = []
        for start in range(0, len(chips), BATCH):
            pictures = np.stack(chips[start : start + BATCH]).transpose(0, 3, 1, 2)
            (rows,) = session.run(None, {"pictures": np.ascontiguousarray(pictures, np.float32)})
            numbers += rows.tolist()
        return numbers

    ours()  # the first one makes room
    with late_wakings(_NAP_S) as late_ms:
        ours_s, numbers = _timed(ours)
    dlib_s, expected = _timed(lambda: [list(theirs.compute_face_descriptor(chip)) for chip in chips])
    apart = float(np.abs(np.array(numbers) - np.array(expected)).max())
    yield ("descriptors a second, one thread", len(chips) / ours_s, "", True)
    yield (
        "  times dlib's own",
        dlib_s / ours_s,
        f"at least {TIMES_DLIB:g}",
        dlib_s / ours_s >= TIMES_DLIB,
    )
    yield (f"  largest difference of {len(chips)} x 128 numbers", apart, f"at most {APART:g}", apart <= APART)
    yield ("  another thread waits, ms", max(late_ms), f"at most {STALL_MS:g}", max(late_ms) <= STALL_MS)


def shares() -> Iterator[Figure]:
    """Tell where the processor's time goes over all photos, in shares of the whole."""
    finds, describes = Clocked(model_files.FINDER), Clocked(model_files.DESCRIBER)
    predictor = dlib.shape_predictor(
        str(networks.models_folder() / "models" / "shape_predictor_5_face_landmarks.dat")
    )
    eyes = networks.Networks(
        CenterFace(finds),
        Describer(describes, predictor, dlib),
        frontal=networks.upright_detector(dlib),
        name=(0,),
    )
    decode_s, begun = 0.0, time.thread_time()
    for name in labels():
        before = time.thread_time()
        picture = np.asarray(Image.open(PHOTOS / name).convert("RGB"))
        decode_s += time.thread_time() - before
        seen = eyes.find(picture)
        eyes.describe(picture, seen)
        for face in seen:
            measured(picture, face)
    whole = time.thread_time() - begun
    parts = {
        "decoding": decode_s,
        "network that finds": finds.seconds,
        "network that describes": describes.seconds,
    }
    for part, seconds in parts.items():
        yield (f"share of the time: {part}", seconds / whole, "", True)
    other = 1 - sum(parts.values()) / whole
    yield ("  all but these", other, f"at most {OTHER_SHARE:g}", other <= OTHER_SHARE)


def compared() -> Iterator[Figure]:
    """Compare a face with 100,000 patterns: the median of some, after one that warms up."""
    rows = np.random.default_rng(1).normal(0, _LOUDNESS, (PATTERNS + 1, 128))
    portraits = [Portrait(str(place), tuple(row)) for place, row in enumerate(rows[:-1].tolist())]
    laid_s, known = _timed(lambda: Gallery(portraits))
    face = tuple(rows[-1].tolist())
    took = sorted(_timed(lambda: known.nearest(face, most=3))[0] for _ in range(ASKED + 1))
    median_ms = took[ASKED // 2] * 1000
    yield (f"{PATTERNS} patterns laid out, s", laid_s, "", True)
    yield (
        "  one face compared with them, ms",
        median_ms,
        f"at most {COMPARED_MS:g}",
        median_ms <= COMPARED_MS,
    )


def enrolled(eyes: networks.Networks) -> Iterator[Figure]:
    """Find and describe portraits as at enrolment."""
    files = [PHOTOS / name for name, label in labels().items() if label.get("identity")]
    begun = time.perf_counter()
    for file in files:
        image = np.asarray(Image.open(file).convert("RGB"))
        eyes.describe(image, eyes.find(image))
    yield ("portraits enrolled a second, one process", len(files) / (time.perf_counter() - begun), "", True)


def _chips() -> Iterator[Pixels]:
    """Cut out faces as dlib does."""
    detector = dlib.get_frontal_face_detector()
    predictor = dlib.shape_predictor(
        str(networks.models_folder() / "models" / "shape_predictor_5_face_landmarks.dat")
    )
    for name in labels():
        picture = np.asarray(Image.open(PHOTOS / name).convert("RGB"))
        for box in detector(picture, 0):
            yield np.asarray(dlib.get_face_chip(picture, predictor(picture, box), CHIP_PX), np.uint8)


def _timed(deed: Callable[[], Result]) -> tuple[float, Result]:
    begun = time.perf_counter()
    result = deed()
    return time.perf_counter() - begun, result


if __name__ == "__main__":
    sys.exit(main())
