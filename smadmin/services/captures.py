"""The page that visitors saw, kept whole: a sealed file beside the store, which the row about it names.

A computer login that sends with nobody signed in holds no school key, so that it can name no file; its row
keeps the post's part of the page and the whole page's digest all the same.
"""

import hashlib
from dataclasses import dataclass

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.media import MediaFile
from smadmin.domain.publishers import Seen
from smadmin.services.media import Media

MOST_KEPT = 5_000_000
"""Bytes of a page that are kept; of a larger one as much, from the post itself on."""
_KIND = "application/octet-stream"
"""What a server sent isn't believed to be what it says."""


@dataclass(frozen=True)
class Captured:
    """What a visitor saw, and the file in which the page is kept; None where it couldn't be."""

    seen: Seen
    file: MediaFile | None


class Captures:
    """Pages as they were captured."""

    def __init__(self, media: Media) -> None:
        """Stand on the sealed files."""
        self._media = media

    def keep(self, seen: Seen) -> MediaFile | None:
        """Seal what a visitor was sent (an errand); the deed that writes of it adds the row.

        None where there was nothing, or the disk takes nothing: what was seen is written down all the same.
        """
        _, kept = cut(seen, MOST_KEPT)
        try:
            return self._media.seal(kept, _KIND) if kept else None
        except OutsideFailed:
            return None


def cut(seen: Seen, most: int) -> tuple[int, bytes]:
    """Give what is kept of a page, and from which of its bytes on: all, or the post's part of it."""
    start = 0 if len(seen.captured) <= most else seen.begins
    return start, seen.captured[start : start + most]


def file_part(seen: Seen, file: MediaFile | None) -> dict[str, Plain]:
    """Give what a row says of the file in which the page is kept; nothing where it isn't."""
    if file is None:
        return {}
    start, kept = cut(seen, MOST_KEPT)
    whole = len(kept) == len(seen.captured)
    digest = hashlib.sha256(kept).hexdigest()
    return {"file": {"id": file.id, "sha256": digest, "from": start, "whole": whole}}
