"""Measures the sample school's drawn faces: does the engine find them, and does it tell them apart?

`python3 dev.py bench sample_faces`, about two minutes on one core. Reads only what is shipped. Fails
when a face of 60 pixels or more is missed, when two opted-out children lie so near together that a person
would be asked, or when one of them is nearer to somebody else than to themselves.
"""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from smadmin.imaging.workers import PhotoWorkers
from smadmin.services.sample.pictures import sample_thresholds

SAMPLE = Path(__file__).parents[1] / "resources" / "sample"
SMALL_PX = 60
"""A face of fewer pixels may be missed."""
LIMIT = sample_thresholds().possible
"""Up to here a person is asked."""
OVERLAP = 0.3
"""Least share (intersection of union) at which a found box is the box meant."""
Seen = NDArray[np.float64]
Box = tuple[float, float, float, float]
_workers: dict[str, PhotoWorkers] = {}


@dataclass(frozen=True)
class Found:
    """A face that the engine found, and who it is (None: nobody is meant there)."""

    file: str
    who: str | None
    seen: Seen


def look(path: Path) -> list[tuple[Box, Seen]]:
    """Find and describe the faces of one picture; boxes in its own pixels, upright."""
    workers = _workers["open"]
    faces = workers.find_and_describe(workers.decode(path.read_bytes()))
    sides = [(face.box.left, face.box.top, face.box.right, face.box.bottom) for face in faces]
    return [(box, np.array(face.descriptor)) for box, face in zip(sides, faces, strict=True)]


def share(a: Box, b: Box) -> float:
    """Give intersection over union of two boxes."""
    wide = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    high = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    both = wide * high
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def photo_faces(photo: dict[str, Any], problems: list[str]) -> list[Found]:
    """Look at one group photo and name who was found."""
    found = look(SAMPLE / photo["file"])
    names: list[str | None] = [None] * len(found)
    for face in photo["faces"]:
        box: Box = tuple(face["box"])
        best = max(range(len(found)), key=lambda i: share(box, found[i][0]), default=None)
        if best is not None and share(box, found[best][0]) >= OVERLAP:
            names[best] = face["who"]
        elif box[2] - box[0] >= SMALL_PX:
            problems.append(f"{photo['file']}: {face['who']} is missed")
    extra = names.count(None)
    if extra:
        print(f"{photo['file']}: {extra} found where nobody is")
    return [Found(photo["file"], who, seen) for who, (_, seen) in zip(names, found, strict=True)]


def portraits(student: dict[str, Any], problems: list[str]) -> list[Seen]:
    """Look at one student's portraits."""
    seen: list[Seen] = []
    for path in sorted((SAMPLE / "portraits" / student["slug"]).glob("*.jpg")):
        found = look(path)
        if len(found) == 1:
            seen.append(found[0][1])
        else:
            print(f"{student['slug']}/{path.name}: {len(found)} faces")
    if not seen:
        problems.append(f"{student['slug']}: no portrait shows a face")
    return seen


def nearest(mine: list[Seen], other: Seen) -> float:
    """Give the distance to the nearest of somebody's portraits."""
    return min((float(np.linalg.norm(one - other)) for one in mine), default=9.0)


def report(
    school: dict[str, Any], known: dict[str, list[Seen]], faces: list[Found], problems: list[str]
) -> None:
    """Print the table, a row for each opted-out child."""
    likes = {s["slug"]: s.get("looks_like") for s in school["student"]}
    guarded = [s["slug"] for s in school["student"] if "opt_out" in s]
    print("opted out          own photo   look-alike   next opted out   anybody else (photos; portraits)")
    for slug in guarded:
        mine = known[slug]
        own = [nearest(mine, f.seen) for f in faces if f.who == slug]
        alike = [nearest(mine, f.seen) for f in faces if f.who and likes.get(f.who) == slug]
        peers = [min(nearest(mine, s) for s in known[n]) for n in guarded if n != slug and known[n]]
        strangers = [f for f in faces if f.who != slug and not (f.who and likes.get(f.who) == slug)]
        close = sorted((nearest(mine, f.seen), f.who or "nobody", f.file[7:9]) for f in strangers)
        others = [
            min(nearest(mine, s) for s in known[n])
            for n in known
            if n != slug and likes[n] != slug and known[n]
        ]
        alikes = " ".join(f"{d:.2f}" for d in alike) or "-"
        print(f"{slug:18} {max(own):.2f}        {alikes:12} {min(peers):.2f}            ", end=" ")
        print(f"{close[0][0]:.2f} ({close[0][1]}); {min(others):.2f}; nearer than {LIMIT:.3f}: ", end="")
        print(", ".join(f"{who} {d:.2f} in {n}" for d, who, n in close if d < LIMIT) or "none")
        if min(peers) <= LIMIT:
            problems.append(f"{slug}: another opted-out child at {min(peers):.2f}")
        if max(own) >= close[0][0]:
            problems.append(f"{slug}: {close[0][1]} is as near as the child")


def main() -> int:
    """Measure everything; 1 when a figure is missed."""
    with PhotoWorkers.open() as _workers["open"]:
        print(_workers["open"].name().detector)
        return measure()


def measure() -> int:
    """Look at all pictures and print the figures; 1 when one is missed."""
    school = tomllib.loads((SAMPLE / "school.toml").read_text("utf-8"))
    problems: list[str] = []
    known = {s["slug"]: portraits(s, problems) for s in school["student"]}
    faces = [face for photo in school["photo"] for face in photo_faces(photo, problems)]
    report(school, known, faces, problems)
    print(f"{len(faces)} faces found in {len(school['photo'])} photos")
    print("\n".join(problems) or "all figures reached")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
