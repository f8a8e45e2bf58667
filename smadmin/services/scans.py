"""Scans of letters and e-mails in which somebody said yes: sealed like photos, opened in a worker only."""

from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.errors import BadInput
from smadmin.domain.ids import MediaId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.ports import Decoder, PhotoUnreadable
from smadmin.imaging.files import read_photo
from smadmin.services.media import Media

_KIND, _PDF = "image", b"%PDF"


class ScanUnreadable(BadInput):
    """This file can't be a scan; another is to be chosen."""


class Scans:
    """Scans of one school."""

    def __init__(self, media: Media, workers: Decoder) -> None:
        """Stand on the sealed files and the workers."""
        self._media, self._workers = media, workers

    def seal(self, path: Path) -> MediaFile:
        """Look at a scan in a worker and seal it (an errand); its row is kept by the deed that names it.

        Raises:
            ScanUnreadable: if it is no picture.
        """
        try:
            content = read_photo(path)
        except PhotoUnreadable as error:
            raise ScanUnreadable(say("scans.unreadable")) from error
        return self.seal_content(content)

    def seal_content(self, content: bytes) -> MediaFile:
        """Do the same with a picture that is no file, as from the clipboard (an errand)."""
        try:
            self._workers.preview(content, longest_px=1)
        except PhotoUnreadable as error:  # which speaks of photos that can be left out; a scan can't
            said = "scans.pdf" if content.startswith(_PDF) else "scans.unreadable"
            raise ScanUnreadable(say(said)) from error
        return self._media.seal(content, _KIND)

    def picture(self, by: Actor, scan: MediaId, *, longest_px: int) -> Picture:
        """Give a scan to look at, in memory only (an errand)."""
        return self._workers.preview(self._media.open(by, scan), longest_px=longest_px)

    def drop(self, file: MediaFile) -> None:
        """Remove a scan that no deed has named (an errand)."""
        self._media.shred([file])
