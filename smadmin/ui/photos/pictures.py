"""Pictures for the screen: fetched by errands one after the other, kept in memory, the oldest let go.

Whoever paints asks while painting; what isn't there yet is fetched, newest wish first, and `arrived` tells.
Nothing is decoded on the GUI thread, nothing is written anywhere.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import FaceId, MediaId, PhotoId
from smadmin.domain.messages import Message
from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, Picture
from smadmin.domain.photos.review import Photo
from smadmin.services.office import Office
from smadmin.ui.surroundings import Surroundings

THUMB_PX = 320
FACE_PX = 420
BIG_PX = 2000
MOST_KEPT_BYTES = 256 * 1024 * 1024
_BYTES_SHOWN = 4
_HELD_MS = 2_000


@dataclass(frozen=True)
class Key:
    """Which picture: what kind, of what, and of which version where that changes it."""

    kind: str
    of: str
    detail: str = ""


class Pictures(QObject):
    """The screen's pictures.

    Signals:
        arrived: a `Key` whose picture is there now, or can't be had.
    """

    arrived = Signal(object)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        """Begin with none."""
        super().__init__(parent)
        self._around = around
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._kept_bytes = 0
        self._wrong: dict[Key, Message] = {}
        self._wishes: OrderedDict[Key, Callable[[Actor], Picture]] = OrderedDict()
        self._busy = False
        self._held = False
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.timeout.connect(self.go_on)

    def hold(self) -> None:
        """Fetch no small pictures for a moment: somebody waits for a first photo's result."""
        self._held = True
        self._hold.start(_HELD_MS)

    def go_on(self) -> None:
        """Fetch small pictures again."""
        self._held = False
        self._fetch_next()

    def thumb(self, photo: PhotoId) -> QPixmap | None:
        """Give a photo's small picture, or None until it arrives."""
        return self._get(
            Key("thumb", photo), lambda by: self._office.previews.photo(by, photo, longest_px=THUMB_PX)
        )

    def photo(self, photo: PhotoId) -> QPixmap | None:
        """Give a photo as it was taken, large."""
        return self._get(
            Key("photo", photo), lambda by: self._office.previews.photo(by, photo, longest_px=BIG_PX)
        )

    def as_it_goes_out(self, photo: Photo) -> QPixmap | None:
        """Give a photo with its covers, as it stands in this version."""
        return self._get(
            Key("out", photo.id, str(photo.version)),
            lambda by: self._office.previews.as_it_goes_out(by, photo.id, longest_px=BIG_PX),
        )

    def face(self, photo: PhotoId, face: FaceId) -> QPixmap | None:
        """Give one face with some room around it."""
        return self._get(
            Key("face", face, photo),
            lambda by: self._office.previews.face(by, photo, face, longest_px=FACE_PX),
        )

    def portrait(self, media: MediaId) -> QPixmap | None:
        """Give a child's portrait."""
        return self._get(
            Key("portrait", media),
            lambda by: self._office.portraits.picture(by, media, longest_px=FACE_PX),
        )

    def portrait_face(self, media: MediaId) -> QPixmap | None:
        """Give the face of a child's portrait, with some room around it."""
        return self._get(
            Key("portrait-face", media),
            lambda by: self._office.portraits.face(by, media, longest_px=FACE_PX),
        )

    def wrong_with(self, kind: str, of: str) -> Message | None:
        """Say why a picture can't be had, or None."""
        return next((why for key, why in self._wrong.items() if (key.kind, key.of) == (kind, of)), None)

    def forget_failures(self) -> None:
        """Let what couldn't be had be asked for again."""
        self._wrong.clear()

    @property
    def _office(self) -> Office:
        return self._around.office

    def _get(self, key: Key, fetch: Callable[[Actor], Picture]) -> QPixmap | None:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._wrong:
            self._wishes[key] = fetch
            self._wishes.move_to_end(key, last=key.kind != "thumb")
            self._fetch_next()
        return None

    def _fetch_next(self) -> None:
        if self._busy or not self._wishes or self._around.acting is None:
            return
        if self._held and next(reversed(self._wishes)).kind == "thumb":
            return
        key, fetch = self._wishes.popitem(last=True)
        self._busy, by = True, self._around.by
        self._around.performer.errand(
            lambda: image_of(fetch(by)),
            done=lambda image: self._came(key, image),
            failed=lambda error: self._failed(key, error),
            origin=self,
        )

    def _came(self, key: Key, image: QImage) -> None:
        self._kept[key] = QPixmap.fromImage(image)
        self._kept_bytes += image.width() * image.height() * _BYTES_SHOWN
        while self._kept_bytes > MOST_KEPT_BYTES and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._kept_bytes -= gone.width() * gone.height() * _BYTES_SHOWN
        self._go_on(key)

    def _failed(self, key: Key, error: KnownError) -> None:
        self._wrong[key] = error.happened
        self._go_on(key)

    def _go_on(self, key: Key) -> None:
        self._busy = False
        self.arrived.emit(key)
        self._fetch_next()


def image_of(picture: Picture) -> QImage:
    """Make Qt's image of a picture; the pixels are copied, so that the picture may go."""
    stride = picture.width * BYTES_PER_PIXEL
    shown = QImage(picture.pixels, picture.width, picture.height, stride, QImage.Format.Format_RGB888)
    return shown.convertToFormat(QImage.Format.Format_RGB32)
