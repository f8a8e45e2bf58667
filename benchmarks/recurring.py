"""How often one person's faces are grouped, and what grouping saves: the source of `SAME_AT_MOST`.

`python3 dev.py bench recurring`, two minutes on one core. A pair of one person's portraits beyond the limit
costs one more press; a pair of two persons within it could clear a child with somebody else, so there may be
none.
Then ten photos of eight faces are put together from the labelled portraits (as they are, and 64 px high and
soft); forty strangers are enrolled who are in none of them. Every face that looks like one of these is to be
decided: one press for a group, one for each that stands alone; on the board one press for a page of pairs.
"""

import sys

import numpy as np

from benchmarks.likeness import Patterns, distances, probes, strangers
from smadmin.domain.ids import FaceId, MediaId, PhotoId, PhotoSetId, SchoolId, StudentId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.clarity import SMALLEST_PX
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.gallery import Portrait
from smadmin.domain.photos.matching import SAME_AT_MOST, Thresholds
from smadmin.domain.photos.pairing import Pair, pairs_of
from smadmin.domain.photos.recurring import Described, recurring
from smadmin.domain.photos.review import Face, Photo
from smadmin.domain.photos.seeking import Search
from smadmin.imaging.workers import PhotoWorkers
from smadmin.ui.photos.pair_places import places_of, span_of
from tests.pictures import PHOTOS

LIMITS = (0.30, 0.35, 0.38, 0.40, 0.42, 0.45, 0.50, 0.60)
PICKED, EACH, ENROLLED = 10, 8, 40
MOST_ACTS = 5
COLUMNS, ROWS = 4, 2
"""So many pairs fit on the board at 1280 by 800; one of three children or more takes two columns."""

Known = list[tuple[str, Patterns, Patterns | None]]


def pairs_of_two(known: Known, unknown: list[Patterns]) -> Patterns:
    """Give the distances of pairs of two persons: of the labelled, and of a labelled one and a stranger."""
    street = [np.linalg.norm(one - portrait) for one in unknown for _, portrait, _ in known]
    return np.array([*distances(known)["other"], *street])


def ten_photos(known: Known, unknown: list[Patterns]) -> list[Described]:
    """Put the photos together and say what the engine says of each face."""
    faces: dict[str, list[Patterns]] = {}
    for who, large, small in known:
        faces.setdefault(who, []).append(large)
        if small is not None:
            faces[who].append(small)
    search = Search(
        (), tuple(Portrait(StudentId(str(n)), tuple(one)) for n, one in enumerate(unknown[:ENROLLED]))
    )
    seen, people = [], sorted(faces)
    box = Box(0, 0, 2 * SMALLEST_PX, 2 * SMALLEST_PX)
    for photo in range(PICKED):
        for who in [name for place, name in enumerate(people) if place != photo % len(people)][:EACH]:
            pattern = tuple(faces[who][photo % len(faces[who])].tolist())
            face = search.judge(FoundFace(box, 1.0, pattern), FaceId(f"{photo}-{who}"), Thresholds())
            seen.append(Described(PhotoId(str(photo)), face, pattern))
    return seen


def pairs_in(asked: list[Described], groups: tuple[tuple[FaceId, ...], ...]) -> tuple[Pair, ...]:
    """Give the pairs that the board asks about; what isn't in one is asked about at its photo."""
    photos: dict[PhotoId, list[Face]] = {}
    for one in asked:
        photos.setdefault(one.photo, []).append(one.face)
    same = {face: tuple(other for other in group if other != face) for group in groups for face in group}
    school, folder, file = SchoolId("bench"), PhotoSetId("bench"), MediaId("bench")
    made = [Photo(one, school, folder, one, file, "", faces=tuple(faces)) for one, faces in photos.items()]
    return pairs_of(made, same)


def pages_of(children: list[int]) -> int:
    """Count the pages that these pairs fill, as the board fills them."""
    left, pages = sorted(children, key=span_of), 0
    while left:
        left = left[len(places_of(left, columns=COLUMNS, rows=ROWS)) :]
        pages += 1
    return pages


def main() -> int:
    """Print the table and the acts; 1 where two persons are grouped."""
    if not PHOTOS.is_dir():
        print(f"no photos at {PHOTOS}: nothing was measured")
        return 1
    with PhotoWorkers.open() as workers:
        known, unknown = probes(workers), strangers(workers)
    same, two = np.array(distances(known)["same"]), pairs_of_two(known, unknown)
    print(f"{len(same)} pairs of one person, {len(two)} of two, the nearest of these {two.min():.2f}")
    print(f"{'limit':>6}{'one grouped':>13}{'two grouped':>13}")
    for limit in LIMITS:
        print(f"{limit:>6.2f}{np.mean(same <= limit):>13.1%}{int(np.sum(two <= limit)):>13}")
    seen = ten_photos(known, unknown)
    asked = [one for one in seen if one.face.must_decide]
    groups = recurring(asked, same_at_most=SAME_AT_MOST)
    acts = len(asked) - sum(len(group) - 1 for group in groups)
    wrong = sum(len({face.partition("-")[2] for face in group}) > 1 for group in groups)
    print(f"shipped: {SAME_AT_MOST}")
    print(f"{PICKED} photos, {len(seen)} faces, {ENROLLED} enrolled who are in none of them:")
    print(f"{len(asked)} faces to decide, {wrong} groups wrong")
    pairs = pairs_in(asked, groups)
    pages = pages_of([len(pair.children) for pair in pairs])
    on_board = sum(len(pair.faces) for pair in pairs)
    print(f"{acts} acts after grouping, one by one")
    several = sum(len(pair.children) > 1 for pair in pairs)
    print(
        f"{len(pairs)} pairs of {on_board} faces on the board, {several} of several children, {pages} pages"
    )
    board_acts = pages + len(asked) - on_board
    print(f"{board_acts} acts (wanted: {MOST_ACTS})")
    return int(bool(np.any(two <= SAME_AT_MOST)) or wrong > 0 or board_acts > MOST_ACTS)


if __name__ == "__main__":
    sys.exit(main())
