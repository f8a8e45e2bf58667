"""The search for one child's face in what was published, as work for computers where nobody is signed in.

A signed-in person makes a task file: the child's patterns under random ids, and of each picture the file's
name and its own secret. It is sealed to the computer logins it names and ends after a day (`keys.md`,
Unattended). What such a login finds it seals to the people who keep the list. Pure, no cipher.
"""

import base64
import binascii
import math
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Self

from smadmin.domain.canonical import Plain, canonical, loads, parse
from smadmin.domain.ids import PhotoId, SeatId
from smadmin.domain.photos.faces import DESCRIPTOR_NUMBERS, Descriptor
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.photos.plainly import list_of, number_of, text_of

TASK_PART = "sweep-task"
"""The part of the row that seals a task file. It lies in plain, for computer logins read it: no child."""
CHUNK = 50
"""So many pictures are searched between two results: what a kill costs."""
LASTS = timedelta(hours=24)
LEASE = timedelta(minutes=10)
"""So long a chunk is one login's; whoever is still at it says so again before that."""
VERSION = 1
FINEST = 10_000
"""Distances are written as whole numbers of this share: no float is canonical."""
_NUMBERS = f"<{DESCRIPTOR_NUMBERS}d"


@dataclass(frozen=True)
class Wanted:
    """A picture to search.

    Args:
        photo: a random id that says nothing to whoever can't open the school's list.
        name: the sealed file's name on the disk.
        secret: what opens this one file.
        sha256: of what it holds, hex.
    """

    photo: PhotoId
    name: str
    secret: str = field(repr=False)
    sha256: str


@dataclass(frozen=True)
class Pattern:
    """A face pattern under a random id: whose it is, its file doesn't say."""

    id: str
    numbers: Descriptor = field(repr=False)


@dataclass(frozen=True, repr=False)
class TaskFile:
    """What is sealed to the computer logins that search. It has no `repr`: it opens pictures.

    Twenty thousand pictures are five million bytes, so each piece is read when its turn has come: a window
    beside it waits for nothing that is read in one go.

    Args:
        id: of this file; a sweep may need several, one after the other.
        ends_at: UTC; afterwards nobody works by it.
        engine: whose patterns these are, as `EngineName.descriptor` says.
        thresholds: where a likeness begins, as in the review.
        count: of the pictures.
        lines: the pieces as they are written.
    """

    id: str
    sweep: str
    ends_at: datetime
    engine: str
    thresholds: Thresholds
    patterns: tuple[Pattern, ...]
    count: int
    lines: tuple[bytes, ...]

    @property
    def chunks(self) -> int:
        """Count the pieces in which it is worked off."""
        return chunks_of(self.count)

    def chunk(self, number: int) -> tuple[Wanted, ...]:
        """Give the pictures of a piece, counted from 0.

        Raises:
            ValueError: there is none of this number, or it isn't one of ours.
        """
        if not 0 <= number < len(self.lines):
            raise ValueError("no such piece")
        found = tuple(_wanted(one) for one in list_of(loads(self.lines[number])))
        if len(found) != min(CHUNK, self.count - number * CHUNK):
            raise ValueError("another number of pictures than was said")
        return found

    def to_bytes(self) -> bytes:
        """Give the content to be sealed: a line that says what it is, then one for each piece."""
        least = self.thresholds
        head = canonical(
            {
                "v": VERSION,
                "id": self.id,
                "sweep": self.sweep,
                "ends": told(self.ends_at),
                "engine": self.engine,
                "match": round(least.match * FINEST),
                "possible": round(least.possible * FINEST),
                "smallest": least.smallest_px,
                "patterns": [[one.id, _text(one.numbers)] for one in self.patterns],
                "count": self.count,
            }
        )
        return b"\n".join((head, *self.lines))

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """Read it back; its pieces are read by `chunk`.

        Raises:
            ValueError: for something else.
        """
        head, *lines = content.split(b"\n")
        try:
            said = versioned(head)
            read = cls(
                id=text_of(said["id"]),
                sweep=text_of(said["sweep"]),
                ends_at=moment_of(said["ends"]),
                engine=text_of(said["engine"]),
                thresholds=Thresholds(
                    match=number_of(said["match"]) / FINEST,
                    possible=number_of(said["possible"]) / FINEST,
                    smallest_px=number_of(said["smallest"]),
                ),
                patterns=tuple(_pattern(one) for one in list_of(said["patterns"])),
                count=number_of(said["count"]),
                lines=tuple(lines),
            )
        except (KeyError, TypeError) as error:
            raise ValueError("not a task file") from error
        if len(lines) != read.chunks:
            raise ValueError("not a task file")
        return read


@dataclass(frozen=True)
class Sealed:
    """What the signed row says of a task file, in plain.

    Args:
        task: the file's id.
        sha256: of the sealed bytes, hex.
        seats: the computer logins it is sealed to; no other one's result counts.
        pictures: how many it lists.
    """

    task: str
    sha256: str
    seats: tuple[SeatId, ...]
    ends_at: datetime
    pictures: int

    @property
    def chunks(self) -> int:
        """Count the pieces in which it is worked off."""
        return chunks_of(self.pictures)

    def to_plain(self) -> dict[str, Plain]:
        """Give what the row's part says."""
        return {
            "task": self.task,
            "sha256": self.sha256,
            "seats": list(self.seats),
            "ends": told(self.ends_at),
            "pictures": self.pictures,
        }

    @classmethod
    def from_plain(cls, said: Mapping[str, Plain]) -> Self:
        """Read it back.

        Raises:
            ValueError: for something else.
        """
        try:
            return cls(
                text_of(said["task"]),
                text_of(said["sha256"]),
                tuple(SeatId(text_of(one)) for one in list_of(said["seats"])),
                moment_of(said["ends"]),
                number_of(said["pictures"]),
            )
        except (KeyError, TypeError) as error:
            raise ValueError("not a task file's row") from error


def written(pictures: Sequence[Wanted]) -> tuple[bytes, ...]:
    """Write pictures down piece by piece, for `TaskFile.lines`."""
    pieces = (pictures[start : start + CHUNK] for start in range(0, len(pictures), CHUNK))
    return tuple(canonical([[o.photo, o.name, o.secret, o.sha256] for o in piece]) for piece in pieces)


def versioned(content: bytes) -> dict[str, Plain]:
    """Read an object of this shape's version.

    Raises:
        ValueError: for something else, or of another version.
    """
    said = parse(content)
    if said.get("v") != VERSION:
        raise ValueError("an unknown shape")
    return said


def chunks_of(pictures: int) -> int:
    """Count the pieces in which so many pictures are searched."""
    return -(-pictures // CHUNK)


def told(moment: datetime) -> str:
    """Give a moment as it stands in a task file."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def moment_of(value: Plain) -> datetime:
    """Read a moment, UTC.

    Raises:
        ValueError: for something else, or without a time zone.
    """
    moment = datetime.fromisoformat(text_of(value))
    if moment.tzinfo is None:
        raise ValueError("a moment with its zone was expected")
    return moment


def _pattern(value: Plain) -> Pattern:
    id_, numbers = list_of(value)
    try:
        read = struct.unpack(_NUMBERS, base64.b64decode(text_of(numbers, longest=None), validate=True))
    except (struct.error, binascii.Error) as error:
        raise ValueError("a face pattern was expected") from error
    if not all(math.isfinite(one) for one in read):
        raise ValueError("a face pattern was expected")
    return Pattern(text_of(id_), read)


def _wanted(value: Plain) -> Wanted:
    photo, name, secret, sha256 = (text_of(one) for one in list_of(value))
    return Wanted(PhotoId(photo), name, secret, sha256)


def _text(numbers: Descriptor) -> str:
    return base64.b64encode(struct.pack(_NUMBERS, *numbers)).decode("ascii")
