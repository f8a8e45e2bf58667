"""The same face in several photos: which faces are decided about together, and which never are.

A grouping is a guess that saves presses, so it is stricter than a match: every two faces of a group lie
nearer than `Thresholds.same`, a photo gives at most one, and all stand on the same word of the engine, which
names the same children of each: *none of these*, said of one face, is said of no child that only another one
resembles. Whoever looks like an opted-out child is never in a group with somebody in doubt, who can't be
told in none.
The patterns are handed in, used and forgotten; a group is only face ids.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from smadmin.domain.ids import FaceId, PhotoId
from smadmin.domain.photos.faces import Descriptor, FaceState
from smadmin.domain.photos.review import Face

TELLING = frozenset({FaceState.FOUND, FaceState.MATCH, FaceState.POSSIBLE})


@dataclass(frozen=True)
class Described:
    """An open face of a photo with its pattern."""

    photo: PhotoId
    face: Face
    descriptor: Descriptor = field(repr=False)


def groupable(face: Face) -> bool:
    """Tell whether a face may be decided about together with others."""
    return face.must_decide and face.hint in TELLING and not face.unclear and not face.added


def decided_alike(one: Face, other: Face) -> bool:
    """Tell whether what is said about one face may be said about another in the same breath."""
    both = groupable(one) and groupable(other)
    return both and (one.hint, frozenset(one.near)) == (other.hint, frozenset(other.near))


def recurring(seen: Iterable[Described], *, same_at_most: float) -> tuple[tuple[FaceId, ...], ...]:
    """Group faces that are one person's, in the order they came; one that stands alone is in no group.

    Args:
        seen: the faces of a folder.
        same_at_most: the largest distance between any two of a group.
    """
    groups: list[list[Described]] = []
    for one in seen:
        fitting = [(_farthest(one, group), place) for place, group in enumerate(groups) if _fits(one, group)]
        near = [found for found in fitting if found[0] <= same_at_most]
        if near:
            groups[min(near)[1]].append(one)
        else:
            groups.append([one])
    return tuple(tuple(one.face.id for one in group) for group in groups if len(group) > 1)


def _fits(one: Described, group: Sequence[Described]) -> bool:
    return all(decided_alike(one.face, other.face) and one.photo != other.photo for other in group)


def _farthest(one: Described, group: Sequence[Described]) -> float:
    here = np.array(one.descriptor)
    return max(float(np.linalg.norm(here - np.array(other.descriptor))) for other in group)
