"""Where *match* ends and *possible* ends: the source of `MATCH_AT_MOST` and `POSSIBLE_AT_MOST`.

`python3 dev.py bench likeness`, two minutes on one core. Takes the labelled portraits of ../shared/photos as
they are, and 64 px high, a little out of focus and stored as JPEG. A person of whom one portrait is enrolled,
and who lies farther from it than a limit, is missed; a stranger who lies nearer is a face to decide. A class
of photos has many enrolled children, so the strangers are also counted for forty at once.
"""

import sys
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.small_faces import portraits
from smadmin.domain.photos.clarity import unclear
from smadmin.domain.photos.matching import MATCH_AT_MOST, POSSIBLE_AT_MOST
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import PHOTOS, labels

LIMITS = (0.50, 0.55, 0.57, 0.60, 0.62, 0.64, 0.66, 0.68, 0.70, 0.72)
SMALL_PX = 64
ENROLLED = 40
MOST_MISSED = 0.0
"""Largest share of one person's pairs that may lie beyond `MATCH_AT_MOST`; made small, `POSSIBLE_AT_MOST`."""

Patterns = NDArray[np.float64]


def probes(workers: PhotoWorkers) -> list[tuple[str, Patterns, Patterns | None]]:
    """Give who it is, the portrait's pattern, and its pattern once made small."""
    found = []
    for one in portraits(workers):
        small = one.at_height(SMALL_PX)
        faces = () if small is None else workers.find_and_describe(small)
        patterns = [np.array(face.descriptor) for face in faces if len(faces) == 1]
        found.append((one.who, one.pattern, patterns[0] if patterns else None))
    return found


def strangers(workers: PhotoWorkers) -> list[Patterns]:
    """Give the patterns of clear faces of whom nobody is labelled."""
    found = []
    for name, label in labels().items():
        if name.startswith("faces/") and not label.get("identities"):
            faces = workers.find_and_describe(workers.decode(Path(PHOTOS / name).read_bytes()))
            clear = [face for face in faces if not unclear(face.box.height, face.clarity, smallest_px=36)]
            found += [np.array(face.descriptor) for face in clear]
    return found


def distances(known: list[tuple[str, Patterns, Patterns | None]]) -> dict[str, list[float]]:
    """Give the distances of pairs: of one person and of two, as they are and with one of them small."""
    pairs: dict[str, list[float]] = {"same": [], "small": [], "other": []}
    for (who, large, small), (whom, portrait, _) in combinations(known, 2):
        if who != whom:
            pairs["other"].append(float(np.linalg.norm(large - portrait)))
            continue
        pairs["same"].append(float(np.linalg.norm(large - portrait)))
        if small is not None:
            pairs["small"].append(float(np.linalg.norm(small - portrait)))
    return pairs


def main() -> int:
    """Print the table; 1 where the shipped limits miss somebody."""
    if not PHOTOS.is_dir():
        print(f"no photos at {PHOTOS}: nothing was measured")
        return 1
    with PhotoWorkers.open() as workers:
        known = probes(workers)
        unknown = strangers(workers)
    pairs = {name: np.array(found) for name, found in distances(known).items()}
    street = np.array([np.linalg.norm(one - portrait) for one in unknown for _, portrait, _ in known])
    pairs["other"] = np.concatenate([pairs["other"], street])
    print(
        ", ".join(f"{name}: {len(found)} pairs" for name, found in pairs.items()), f"{len(unknown)} strangers"
    )
    print(f"{'limit':>6}{'missed':>9}{'missed small':>14}{'others':>9}{f'of {ENROLLED} enrolled':>16}")
    for limit in LIMITS:
        near = float(np.mean(pairs["other"] <= limit))
        print(
            f"{limit:>6.2f}{np.mean(pairs['same'] > limit):>9.1%}{np.mean(pairs['small'] > limit):>14.1%}"
            f"{near:>9.2%}{1 - (1 - near) ** ENROLLED:>16.1%}"
        )
    print(f"shipped: match up to {MATCH_AT_MOST}, possible up to {POSSIBLE_AT_MOST}")
    missed = np.mean(pairs["same"] > MATCH_AT_MOST), np.mean(pairs["small"] > POSSIBLE_AT_MOST)
    return int(bool(max(missed) > MOST_MISSED))


if __name__ == "__main__":
    sys.exit(main())
