"""How many faces the engine finds on real photos, how many it misses or makes up, and what a photo costs.

`python3 dev.py bench found_faces`, about a minute on one core. Takes ../shared/photos/faces with its
labels: where
boxes are annotated a face counts as found at IoU 0.4, elsewhere found faces are held against the number that
somebody counted. Ends with 1 where an annotated face is missed or a face is seen on dogs.
"""

import sys
import time
from dataclasses import dataclass
from typing import Any

from smadmin.domain.photos.boxes import Box
from smadmin.imaging.workers import PhotoWorkers
from tests.pictures import PHOTOS, labels

SAME = 0.4
"""Least share (intersection over union) at which a found box is the annotated one."""


@dataclass(frozen=True)
class Outcome:
    """What became of one photo; `more` are faces beside the annotated or counted ones."""

    name: str
    faces: int
    found: int
    more: int
    annotated: bool
    seconds: float


def look(workers: PhotoWorkers, name: str, label: dict[str, Any]) -> Outcome:
    """Find the faces of a photo and hold them against its label."""
    picture = workers.decode((PHOTOS / name).read_bytes())
    begun = time.perf_counter()
    seen = [face.box for face in workers.find(picture)]
    seconds = time.perf_counter() - begun
    counted, boxes = int(label["faces"]), [Box(*box) for box in label.get("boxes", ())]
    if boxes:
        found = sum(any(box.overlap(one) >= SAME for one in seen) for box in boxes)
        more = sum(all(box.overlap(one) < SAME for box in boxes) for one in seen)
    else:
        found, more = min(len(seen), counted), max(len(seen) - int(label.get("faces_max", counted)), 0)
    return Outcome(name.removeprefix("faces/"), counted, found, more, bool(boxes), seconds)


def main() -> int:
    """Print the table."""
    if not PHOTOS.is_dir():
        print(f"no photos at {PHOTOS}: nothing was measured")
        return 1
    with PhotoWorkers.open() as workers:
        print(workers.name().detector)
        wanted = {name: label for name, label in labels().items() if name.startswith("faces/")}
        outcomes = [look(workers, name, label) for name, label in wanted.items()]
    print(f"{'photo':<24}{'faces':>6}{'found':>6}{'missed':>7}{'more':>5}{'seconds':>9}")
    for one in outcomes:
        missed = one.faces - one.found
        print(f"{one.name:<24}{one.faces:>6}{one.found:>6}{missed:>7}{one.more:>5}{one.seconds:>9.2f}")
    marked = [one for one in outcomes if one.annotated]
    faces, found = sum(one.faces for one in marked), sum(one.found for one in marked)
    print(f"annotated faces found: {found} of {faces}")
    print(f"seconds a photo: {sum(one.seconds for one in outcomes) / len(outcomes):.2f}")
    return 1 if found < faces or any(one.faces == 0 and one.more for one in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
