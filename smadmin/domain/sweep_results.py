"""What a computer login found of a child's face, what it signs of that, and how a picture is judged. Pure.

The result itself is sealed to the people who keep the list: the login that made it can't open it again. Its
row names the digest and counts, no picture and no child.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.ids import PhotoId
from smadmin.domain.keys import Key, KeyKind, Trust
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState, FoundFace
from smadmin.domain.photos.gallery import Gallery
from smadmin.domain.photos.matching import Thresholds, judge_face
from smadmin.domain.photos.plainly import box_of, list_of, number_of, object_of, sides_of, text_of
from smadmin.domain.students import ROSTER_ROLES
from smadmin.domain.sweep_tasks import FINEST, VERSION, versioned

TAKEN_PART = "taken"
"""The part of the row `take-sweep`."""
RESULT_PART = "sweep-part"
"""The part of a row in which a computer login signs what it found: a digest and counts, in plain."""
_HITS = {FaceState.MATCH, FaceState.POSSIBLE}


@dataclass(frozen=True)
class Hit:
    """A face that is or may be the child's.

    Args:
        sure: a match; else only possible, and a person looks.
        distance: to the nearest pattern, in ten-thousandths.
        box: where in the picture's own pixels.
    """

    pattern: str
    sure: bool
    distance: int
    box: Box


@dataclass(frozen=True)
class Searched:
    """What was found in one picture.

    Args:
        faces: how many faces there are.
        unsure: how many of them are too small or unclear to tell, and no hits.
        error: a message's id where the picture can't be searched; then the rest is empty.
    """

    photo: PhotoId
    faces: int = 0
    unsure: int = 0
    hits: tuple[Hit, ...] = ()
    error: str | None = None


@dataclass(frozen=True)
class PartResult:
    """What a computer login found in one piece of a task; sealed to the people who keep the list."""

    task: str
    chunk: int
    searched: tuple[Searched, ...]

    def to_plain(self) -> dict[str, Plain]:
        """Give it in plain values."""
        searched: list[Plain] = [
            [one.photo, one.faces, one.unsure, [_of_hit(hit) for hit in one.hits], one.error]
            for one in self.searched
        ]
        return {"task": self.task, "chunk": self.chunk, "searched": searched}

    def to_bytes(self) -> bytes:
        """Give the content to be sealed."""
        return canonical({"v": VERSION, **self.to_plain()})

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """Read it back.

        Raises:
            ValueError: for something else.
        """
        return cls.from_plain(versioned(content))

    @classmethod
    def from_plain(cls, said: Mapping[str, Plain]) -> Self:
        """Read it from plain values.

        Raises:
            ValueError: for something else.
        """
        try:
            searched = tuple(_searched(one) for one in list_of(said["searched"]))
            return cls(text_of(said["task"]), number_of(said["chunk"]), searched)
        except (KeyError, TypeError) as error:
            raise ValueError("not a result") from error


@dataclass(frozen=True)
class Signed:
    """What a computer login signs of its result, in plain.

    Args:
        sha256: of the sealed result, hex.
        pictures: how many it searched; `took_ms` how long that took, wall clock, all of them together.
    """

    task: str
    chunk: int
    sha256: str
    pictures: int
    took_ms: int

    def to_plain(self) -> dict[str, Plain]:
        """Give what the row's part says."""
        return {
            "task": self.task,
            "chunk": self.chunk,
            "sha256": self.sha256,
            "pictures": self.pictures,
            "took": self.took_ms,
        }

    @classmethod
    def from_plain(cls, said: Mapping[str, Plain]) -> Self:
        """Read it back.

        Raises:
            ValueError: for something else.
        """
        try:
            numbers = (number_of(said[name]) for name in ("pictures", "took"))
            return cls(text_of(said["task"]), number_of(said["chunk"]), text_of(said["sha256"]), *numbers)
        except (KeyError, TypeError) as error:
            raise ValueError("not a result's row") from error


@dataclass(frozen=True)
class Taken:
    """What a person took in: results of one task file, as they were opened."""

    results: tuple[PartResult, ...]

    def to_plain(self) -> dict[str, Plain]:
        """Give what the row's part says, sealed with the school's key."""
        return {"results": [one.to_plain() for one in self.results]}

    @classmethod
    def from_plain(cls, said: Mapping[str, Plain]) -> Self:
        """Read it back.

        Raises:
            ValueError: for something else.
        """
        try:
            return cls(tuple(PartResult.from_plain(object_of(one)) for one in list_of(said["results"])))
        except (KeyError, TypeError) as error:
            raise ValueError("not what was taken in") from error


def readers(trust: Trust, on: date) -> tuple[Key, ...]:
    """Give the keys a result is sealed to: of who keeps the list of children on a day, and root's."""
    people = {one for one in trust.people if trust.any_roles(one, on) & ROSTER_ROLES}
    keys = (one for one in trust.keys.values() if not one.retired)
    meant = (
        key for key in keys if key.id == trust.root or (key.kind is KeyKind.PERSON and key.person in people)
    )
    return tuple(sorted(meant, key=lambda key: key.id))


def judged(
    photo: PhotoId, faces: Iterable[FoundFace], known: Gallery[str], thresholds: Thresholds
) -> Searched:
    """Say what the faces of one picture are beside the child's patterns, by the review's own rule."""
    count = unsure = 0
    hits = []
    for face in faces:
        count += 1
        said = judge_face(face, known, thresholds)
        if said.state in _HITS and said.likest is not None:
            distance = round(said.likest.distance * FINEST)
            hits.append(Hit(said.likest.who, said.state is FaceState.MATCH, distance, face.box))
        elif said.state is not FaceState.NO_MATCH:
            unsure += 1
    return Searched(photo, count, unsure, tuple(hits))


def _of_hit(hit: Hit) -> list[Plain]:
    return [hit.pattern, hit.sure, hit.distance, sides_of(hit.box)]


def _hit(value: Plain) -> Hit:
    pattern, sure, distance, sides = list_of(value)
    if not isinstance(sure, bool):
        raise ValueError("yes or no was expected")  # noqa: TRY004 - bad bytes, not a wrong call
    return Hit(text_of(pattern), sure, number_of(distance), box_of(list_of(sides)))


def _searched(value: Plain) -> Searched:
    photo, faces, unsure, hits, error = list_of(value)
    return Searched(
        PhotoId(text_of(photo)),
        number_of(faces),
        number_of(unsure),
        tuple(_hit(one) for one in list_of(hits)),
        None if error is None else text_of(error),
    )
