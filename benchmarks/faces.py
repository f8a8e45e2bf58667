"""What the issue of faces promises, in one run: speed beside its peers, recall, false finds, thresholds.

`python3 dev.py bench faces [PYTHON]`, some minutes. Wants the real photos beside the checkout. The command
line of `face_recognition` gets the same folder of people, the same photos and two processes; the faces that
it finds are counted beside its run, for it prints them only by name. PYTHON is an environment with deface
(`finding.py`), which is compared too then. Fails when we are less than 5 times as fast over everything, less
than 8 times on photos of crowds, when we find fewer faces, or fewer than all annotated ones, when the shipped
threshold misses somebody (`likeness.py`), or deface is quicker or finds more. Enrolling a thousand portraits
is measured by `enrolling.py`.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import face_recognition
import numpy as np
from PIL import Image, ImageOps

from benchmarks import finding, likeness
from benchmarks.found_faces import SAME, Outcome, look
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import PHOTOS, labels

PROCESSES = 2
LEAST_OVER_ALL, LEAST_IN_CROWDS = 5.0, 8.0
CROWD_PX = (3840, 2560)
CROWDS = ((6, 4), (9, 6), (12, 8))
"""Columns and rows of a made crowd, a person of the test photos in each: a class, two classes, a year."""
OF_EACH = 2
LEAST_IN_CITY = 20


@dataclass(frozen=True)
class Turn:
    """One set of photos, seen by both."""

    name: str
    photos: int
    ours_s: float
    theirs_s: float
    ours_faces: int
    theirs_faces: int

    @property
    def times(self) -> float:
        """How many times as fast as theirs."""
        return self.theirs_s / self.ours_s


def main() -> int:
    """Measure both sets; 1 when a figure is missed, 0 otherwise."""
    if not PHOTOS.is_dir():
        print(f"No photos at {PHOTOS}: nothing was measured.")
        return 1
    known = labels()
    with tempfile.TemporaryDirectory() as made:
        people = _people(Path(made), known)
        turns = [
            _turn("all test photos", people, _copies(Path(made), known)),
            _turn("crowds", people, _crowds(Path(made), known)),
        ]
    _report(turns)
    recalled = _recalled()
    whole, crowds = turns
    quick = (
        whole.times >= LEAST_OVER_ALL
        and crowds.times >= LEAST_IN_CROWDS
        and all(turn.ours_faces >= turn.theirs_faces for turn in turns)
    )
    print("\nOne person's portraits, and two persons', by threshold:")
    told = likeness.main() == 0
    good = quick and recalled and told and _beside_deface()
    print("All figures reached." if good else "A figure was missed.")
    return 0 if good else 1


def _people(made: Path, known: dict[str, dict[str, object]]) -> Path:
    """Give a folder with one portrait of each person, as both command lines take it."""
    folder = made / "people"
    folder.mkdir()
    seen = set()
    for name, label in known.items():
        who = label.get("identity")
        if who and who not in seen:
            seen.add(who)
            _upright(PHOTOS / name).save(folder / f"{who}.jpg", quality=95)
    return folder


def _copies(made: Path, known: dict[str, dict[str, object]]) -> Path:
    folder = made / "all"
    folder.mkdir()
    for number, name in enumerate(known):
        _upright(PHOTOS / name).save(folder / f"{number:03}.jpg", quality=92)
    return folder


def _crowds(made: Path, known: dict[str, dict[str, object]]) -> Path:
    """Give photos of a crowd each, as large as a camera's, made of photos of single people."""
    singles = [name for name, label in known.items() if label.get("identity")]
    folder = made / "crowds"
    folder.mkdir()
    for number, (columns, rows) in enumerate(CROWDS * OF_EACH):
        side = min(CROWD_PX[0] // columns, CROWD_PX[1] // rows)
        crowd = Image.new("RGB", CROWD_PX)
        for place in range(columns * rows):
            single = _upright(PHOTOS / singles[(place + 7 * number) % len(singles)])
            row, column = divmod(place, columns)
            crowd.paste(ImageOps.fit(single, (side, side), centering=(0.5, 0.3)), (column * side, row * side))
        crowd.save(folder / f"crowd-{number}.jpg", quality=92)
    return folder


def _upright(path: Path) -> Image.Image:
    return ImageOps.exif_transpose(Image.open(path)).convert("RGB")


def _turn(name: str, people: Path, photos: Path) -> Turn:
    scan = [sys.executable, "-m", "smadmin", "photos", "scan", str(photos), "--people", str(people)]
    started = time.perf_counter()
    ours = subprocess.run(
        [*scan, "--workers", str(PROCESSES), "--json"], check=False, capture_output=True, text=True
    )
    ours_s = time.perf_counter() - started
    theirs = [str(Path(sys.executable).with_name("face_recognition")), str(people), str(photos)]
    started = time.perf_counter()
    subprocess.run([*theirs, "--cpus", str(PROCESSES)], check=True, capture_output=True)
    theirs_s = time.perf_counter() - started
    files = sorted(photos.iterdir())
    found = sum(len(face_recognition.face_locations(np.asarray(Image.open(file)))) for file in files)
    told = json.loads(ours.stdout)
    return Turn(name, len(files), ours_s, theirs_s, told["totals"]["faces"], found)


def _recalled() -> bool:
    """Print annotated faces found, the street crowd's, and false finds; tell whether enough were found."""
    with PhotoWorkers.open(at_once=1) as workers:
        known = {name: label for name, label in labels().items() if name.startswith("faces/")}
        outcomes = [look(workers, name, label) for name, label in known.items()]
    marked = [one for one in outcomes if one.annotated]
    counted = [one for one in outcomes if not one.annotated]
    hits, wanted = sum(one.found for one in marked), sum(one.faces for one in marked)
    (city,) = (one.found + one.more for one in outcomes if one.name == "city.jpg")
    print(
        f"Annotated faces found (overlap of {SAME}): {hits} of {wanted}, {_more(marked)} boxes more; "
        f"city.jpg: {city}; on the {len(counted)} others {_more(counted)} boxes more than people."
    )
    return hits == wanted and city >= LEAST_IN_CITY


def _more(outcomes: Sequence[Outcome]) -> int:
    return sum(one.more for one in outcomes)


def _beside_deface() -> bool:
    """Find faces beside deface, if its interpreter was named."""
    if len(sys.argv) == 1:
        print("deface wasn't compared: name the interpreter of an environment that has it.")
        return True
    return finding.main() == 0


def _report(turns: list[Turn]) -> None:
    print("photos            number   smadmin          face_recognition   times as fast")
    for turn in turns:
        ours = f"{turn.ours_s:.1f} s, {turn.ours_faces} faces"
        theirs = f"{turn.theirs_s:.1f} s, {turn.theirs_faces} faces"
        print(f"{turn.name:17} {turn.photos:6}   {ours:16} {theirs:18} {turn.times:.1f}")


if __name__ == "__main__":
    sys.exit(main())
