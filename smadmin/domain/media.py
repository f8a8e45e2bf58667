"""Media: files that are kept encrypted beside the store, and the right to use them.

A file's name is the SHA-256 of what lies on the disk; its key stands in the row's sealed cell, so removing
the row makes every copy of the file unreadable.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from smadmin.domain.ids import MediaId, SchoolId

PHOTO_ENDINGS = (
    ".jpg",
    ".jpeg",
    ".jpe",
    ".png",
    ".webp",
    ".gif",
    ".tif",
    ".tiff",
    ".heic",
    ".heif",
    ".hif",
    ".avif",
)
"""What counts as a photo in folders and dialogs; a file that is named singly is tried whatever its name."""

FILM_ENDINGS = (".mov", ".mp4", ".m4v", ".3gp", ".avi", ".mts", ".webm", ".mkv")
"""What is told from a photo without being opened."""


class RightOfUse(StrEnum):
    """Where a picture comes from; `unknown` blocks (BAL-B1h)."""

    UNKNOWN = "unknown"
    STAFF = "staff"  # taken by staff at work
    GIVEN = "given"  # given in writing by who made it
    LICENSED = "licensed"  # bought or under an open licence
    OWN = "own"  # the school's own (logo, drawing)


class Use(StrEnum):
    """What pictures are wanted for; only the school's own purposes are taken (SOC-M6)."""

    SCHOOL = "school"  # news, events, teaching, on the school's own accounts and pages
    PERSONAL = "personal"
    PROMOTIONAL = "promotional"  # for somebody else's good


@dataclass(frozen=True)
class MediaFile:
    """An encrypted file.

    Args:
        name: SHA-256 of the encrypted bytes, hex: its name on the disk.
        secret: the file's own age identity; lives in the sealed cell only.
        sha256: of the original bytes, hex.
        size: of the original, bytes.
        kind: MIME type.
    """

    id: MediaId
    school: SchoolId
    name: str
    secret: str
    sha256: str
    size: int
    kind: str
    version: int = 1


class FileSealer(Protocol):
    """Seals files, each under a secret of its own."""

    def close(self, content: bytes) -> tuple[str, bytes]:
        """Seal content; gives the file's secret and the sealed bytes."""
        ...

    def open(self, secret: str, sealed: bytes) -> bytes:
        """Open sealed bytes.

        Raises:
            Tampered: if they were changed.
        """
        ...
