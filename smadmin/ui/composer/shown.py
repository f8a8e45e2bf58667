"""Small pictures of photos, as they go out, fetched once each and kept while the screen lives."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Photo
from smadmin.ui.composer.images import pixmap_of
from smadmin.ui.surroundings import Surroundings

LONGEST_PX = 640
_KEPT = 48


@dataclass(frozen=True)
class _Key:
    photo: PhotoId
    version: int


class PictureSource(Protocol):
    """Where widgets get small pictures from."""

    def fetch(self, photo: Photo, show: Callable[[QPixmap], None], *, owner: QObject) -> None:
        """Show a photo as soon as it is there, unless its owner is gone."""
        ...


class SmallPictures(QObject):
    """Gives pixmaps of photos, covered as they stand; each is an errand."""

    def __init__(self, around: Surroundings, origin: QObject) -> None:
        """Take the screen, for which they are fetched."""
        super().__init__(origin)
        self._around = around
        self._origin = origin
        self._kept: dict[_Key, QPixmap] = {}

    def forget(self) -> None:
        """Drop all of them: the window was locked."""
        self._kept.clear()

    def fetch(self, photo: Photo, show: Callable[[QPixmap], None], *, owner: QObject) -> None:
        """Show a photo as soon as it is there.

        Args:
            photo: as it stands; a changed one is fetched anew.
            show: gets the pixmap.
            owner: the widget that shows it; once it is gone nothing is shown.
        """
        key = _Key(photo.id, photo.version)
        if key in self._kept:
            show(self._kept[key])
            return
        if self._around.acting is None:
            return
        by, office = self._around.by, self._around.office

        def came(picture: Picture) -> None:
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = pixmap_of(picture)
            show(self._kept[key])

        def failed(_error: KnownError) -> None:
            """Leave its place empty: what is wrong with a photo is said beside it."""

        self._around.performer.errand(
            lambda: office.previews.as_it_goes_out(by, photo.id, longest_px=LONGEST_PX),
            done=came,
            failed=failed,
            origin=owner,
        )
