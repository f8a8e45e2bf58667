"""What came of taking photos in: of one file, of one lot, and of all that was brought."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from smadmin.domain.ids import MediaId, PhotoId, PhotoSetId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import Message
from smadmin.domain.photos.covers import CoverStyle


@dataclass(frozen=True)
class Incoming:
    """A file that was read and sealed, and waits for its row."""

    name: str
    file: MediaFile


@dataclass(frozen=True)
class LeftOut:
    """A file that could not be read at all."""

    name: str
    why: Message


@dataclass(frozen=True)
class SetAside:
    """A Live Photo's film: its picture is taken in."""

    name: str


Read = Incoming | LeftOut | SetAside
"""What became of one file."""


@dataclass(frozen=True)
class Known:
    """What a further lot of the same set needn't ask the store again.

    Args:
        style: the look of the covers.
        reviewed: the newest reviewed photo of each digest.
        digests: what the set has already.
        row: the record's row that began it; None before.
    """

    style: CoverStyle
    reviewed: Mapping[str, PhotoId]
    digests: frozenset[str] = frozenset()
    row: int | None = None


@dataclass(frozen=True)
class Lot:
    """What one deed kept.

    Args:
        originals: the files that have a photo now; another file of the lot is the same as one of these.
        known: what the next lot goes on with.
    """

    set: PhotoSetId
    photos: tuple[PhotoId, ...]
    originals: frozenset[MediaId]
    known: Known


@dataclass(frozen=True)
class TakenIn:
    """What came of taking a folder in.

    Args:
        same: how many files were the same to the byte as one that is there already.
        films: how many Live Photos' films were set aside.
    """

    set: PhotoSetId
    photos: tuple[PhotoId, ...]
    left_out: tuple[LeftOut, ...]
    same: int
    films: int = 0

    def and_then(self, more: "TakenIn") -> "TakenIn":
        """Add what came of a further lot."""
        return replace(
            self,
            photos=(*self.photos, *more.photos),
            left_out=(*self.left_out, *more.left_out),
            same=self.same + more.same,
            films=self.films + more.films,
        )
