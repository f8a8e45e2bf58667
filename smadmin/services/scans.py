"""Scans of letters and e-mails in which somebody said yes: sealed like photos, opened in a worker only."""

from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.ids import MediaId
from smadmin.domain.media import MediaFile
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.ports import Decoder
from smadmin.imaging.files import read_photo
from smadmin.services.media import Media

_KIND = "image"


class Scans:
    """Scans of one school."""

    def __init__(self, media: Media, workers: Decoder) -> None:
        """Stand on the sealed files and the workers."""
        self._media, self._workers = media, workers

    def seal(self, path: Path) -> MediaFile:
        """Look at a scan in a worker and seal it (an errand); its row is kept by the deed that names it.

        Raises:
            PhotoUnreadable: if it is no picture.
        """
        content = read_photo(path)
        self._workers.preview(content, longest_px=1)
        return self._media.seal(content, _KIND)

    def picture(self, by: Actor, scan: MediaId, *, longest_px: int) -> Picture:
        """Give a scan to look at, in memory only (an errand)."""
        return self._workers.preview(self._media.open(by, scan), longest_px=longest_px)

    def drop(self, file: MediaFile) -> None:
        """Remove a scan that no deed has named (an errand)."""
        self._media.shred([file])
