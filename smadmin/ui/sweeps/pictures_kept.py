"""Pictures as they went out: the kept export of each photo, or the photo itself where none was kept."""

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap
from typing_extensions import override

from smadmin.domain.ids import MediaId, PhotoId
from smadmin.ui.photos.pictures import BIG_PX, THUMB_PX, Key, Pictures
from smadmin.ui.surroundings import Surroundings

BIG = "kept"
"""The kind of a large picture's `Key`."""


class KeptPictures(Pictures):
    """The screen's pictures; which file each photo's is, it is told beforehand."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        """Begin with none."""
        super().__init__(around, parent)
        self._files: dict[PhotoId, MediaId] = {}

    def know(self, files: Iterable[tuple[PhotoId, MediaId | None]]) -> None:
        """Know what was kept of photos; None: nothing was, so the photo itself is shown."""
        self._files.update({photo: file for photo, file in files if file is not None})

    @override
    def thumb(self, photo: PhotoId) -> QPixmap | None:
        return self._of("thumb", photo, THUMB_PX)

    def large(self, photo: PhotoId) -> QPixmap | None:
        """Give it large."""
        return self._of(BIG, photo, BIG_PX)

    def _of(self, kind: str, photo: PhotoId, longest_px: int) -> QPixmap | None:
        file = self._files.get(photo)
        if file is None:
            return self._get(
                Key(kind, photo), lambda by: self._office.previews.photo(by, photo, longest_px=longest_px)
            )
        return self._get(
            Key(kind, photo, file), lambda by: self._office.previews.file(by, file, longest_px=longest_px)
        )
