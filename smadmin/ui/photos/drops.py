"""What somebody dropped: files of this computer, a picture that is no file, or neither of them.

A browser, a mail program or a phone's window may hand over a picture itself, or an address, or nothing that
can be taken. Only the bytes are handed on; what they are shows in a jailed process: Qt decodes none of them.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from smadmin.services.photos.sources import Given

_PICTURES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/tiff": ".tif",
    "image/heic": ".heic",
    "image/heif": ".heif",
    "image/avif": ".avif",
}
"""Best first: a program that offers several offers the same picture."""
_PROMISES = ("application/x-moz-file-promise", "com.apple.pasteboard.promised-file", "FileGroupDescriptor")
"""Files that would be made only after the drop; nobody makes them for us."""


@dataclass(frozen=True)
class Dropped:
    """What can be taken of a drop."""

    paths: tuple[Path, ...] = ()
    given: tuple[Given, ...] = ()

    @property
    def nothing(self) -> bool:
        """Tell whether there is nothing to take."""
        return not self.paths and not self.given


def may_be_photos(offered: QMimeData) -> bool:
    """Tell whether a drop is listened to: then it is taken, or answered."""
    formats = offered.formats()
    return offered.hasUrls() or any(
        one in _PICTURES or any(promise in one for promise in _PROMISES) for one in formats
    )


def dropped(offered: QMimeData) -> Dropped:
    """Take what a drop holds."""
    paths = tuple(Path(url.toLocalFile()) for url in offered.urls() if url.isLocalFile())
    if paths:
        return Dropped(paths)
    for kind, ending in _PICTURES.items():
        content = bytes(offered.data(kind).data()) if offered.hasFormat(kind) else b""
        if content:
            return Dropped(given=(Given(f"dropped{ending}", content),))
    return Dropped()
