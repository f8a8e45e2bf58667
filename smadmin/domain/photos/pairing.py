"""Pairs of a face and whom it may be: which are asked about side by side, and what a page of them says.

Only what the engine calls possible stands here. Whoever looks like a child (a match), or can't be seen well
enough to be told from one, is asked about alone, with the whole photo before one's eyes. A face that may be
several children stands beside all of them, and an answer is about exactly those.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from smadmin.domain.errors import Reason
from smadmin.domain.ids import FaceId, PhotoId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.matching import MATCH_AT_MOST
from smadmin.domain.photos.recurring import decided_alike
from smadmin.domain.photos.review import Decision, Face, Photo

MOST_TOGETHER = 6
"""So many faces of one group stand in a pair, all of them in sight; the others are a pair of their own."""
MOST_CHILDREN = 4
"""Beside so many children a face can still be compared with each; with more it is asked about alone."""

Place = tuple[PhotoId, FaceId]


@dataclass(frozen=True)
class Pair:
    """A face and each child it resembles.

    Args:
        faces: the face that is shown large, then the same one in other photos.
        children: all of them, the nearest to that face first.
    """

    faces: tuple[Place, ...]
    children: tuple[StudentId, ...]

    @property
    def key(self) -> FaceId:
        """What it is told from other pairs by."""
        return self.faces[0][1]


@dataclass(frozen=True)
class Answer:
    """What is said about a pair: which child it is, that it is none of them, or that nobody can tell."""

    pair: Pair
    decision: Decision
    child: StudentId | None = None

    @property
    def choice(self) -> Choice:
        """The same as if each face had been decided by itself; who is only covered isn't named."""
        if self.decision is Decision.NOT_THIS_CHILD:
            return Choice.none_of(self.pair.children)
        return Choice(self.decision, self.child)


ANSWERS = frozenset({Decision.OPTED_OUT, Decision.COVERED, Decision.NOT_THIS_CHILD})
"""It is this child; nobody can tell, so it is covered; it is none of them."""


def doubts_only(match_hundredths: int | None) -> bool:
    """Tell whether *possible* holds no face that lies as near as dlib's own threshold of a match.

    Where a district chose a stricter match, it does; such faces want a look each.
    """
    return match_hundredths is None or match_hundredths / 100 >= MATCH_AT_MOST


def pairable(face: Face) -> bool:
    """Tell whether a face may be asked about in a pair."""
    clear = not face.unclear and not face.added
    return (
        face.must_decide and face.hint is FaceState.POSSIBLE and clear and 0 < len(face.near) <= MOST_CHILDREN
    )


def pairs_of(photos: Iterable[Photo], groups: Mapping[FaceId, Sequence[FaceId]]) -> tuple[Pair, ...]:
    """Give the pairs to ask about, in the order of photos and faces.

    Args:
        photos: whose looks aren't finished.
        groups: for a face the others that are the same person's (`recurring.py`); without them it is alone.
    """
    open_faces = {
        face.id: (photo.id, face)
        for photo in photos
        for face in sorted(photo.faces, key=lambda one: (one.box.left, one.box.top))
        if pairable(face)
    }
    pairs, taken = [], set[FaceId]()
    for face_id, (photo_id, face) in open_faces.items():
        if face_id in taken:
            continue
        same = [
            other
            for other in groups.get(face_id, ())
            if other in open_faces and other not in taken and decided_alike(face, open_faces[other][1])
        ][: MOST_TOGETHER - 1]
        taken |= {face_id, *same}
        faces = ((photo_id, face_id), *((open_faces[other][0], other) for other in same))
        pairs.append(Pair(faces, face.near))
    return tuple(pairs)


def pair_blockers(photo: Photo, face: Face, answer: Answer) -> tuple[Reason, ...]:
    """List why a face can't be answered for on a page of pairs: it changed, or it wants a look of its own."""
    children = frozenset(answer.pair.children)
    asked = pairable(face) and frozenset(face.near) == children and photo.first is None
    names = (answer.child in children) is (answer.decision is Decision.OPTED_OUT)
    if asked and names and answer.decision in ANSWERS:
        return ()
    return (Reason(say("pairs.changed"), "BAL-B1i1", f"photo:{photo.id}"),)
