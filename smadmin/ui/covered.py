"""A picture as it goes out: whole, covered as it stands, fetched in a worker and kept in memory only."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import MediaId
from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, Picture
from smadmin.domain.photos.review import Photo
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import CONTROL_RADIUS_PX, SPACE_PX

LONGEST_PX = 1200
_TALLEST_PX = 460
_WAITING_PX = 180
_KEPT = 24


def pixmap_of(picture: Picture) -> QPixmap:
    """Make a pixmap of a picture's pixels (a copy)."""
    line = picture.width * BYTES_PER_PIXEL
    image = QImage(picture.pixels, picture.width, picture.height, line, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image.copy())


class WholePicture(QWidget):
    """A picture fitted into its width without cutting anything off; words until it comes."""

    def __init__(self, waiting: str, *, alt: str, parent: QWidget | None = None) -> None:
        """Take the words shown meanwhile, and what a screen reader says of it."""
        super().__init__(parent)
        self._words = waiting
        self._pixmap: QPixmap | None = None
        self.setAccessibleName(alt)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> bool:
        """Whether the picture is there."""
        return self._pixmap is not None

    @property
    def words(self) -> str:
        """What it says in place of the picture."""
        return "" if self.shown else self._words

    def show_pixmap(self, pixmap: QPixmap) -> None:
        """Show the picture."""
        self._pixmap = pixmap
        self._fit()

    def show_words(self, words: str) -> None:
        """Say why there is no picture."""
        self._pixmap, self._words = None, words
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(2 * _WAITING_PX, self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_WAITING_PX // 2, self._height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), QColor(tokens.background))
        if self._pixmap is None:
            painter.setPen(QColor(tokens.muted))
            inner = self.rect().adjusted(SPACE_PX, SPACE_PX, -SPACE_PX, -SPACE_PX)
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        else:
            fitted = self._fitted(self._pixmap)
            left = (self.width() - fitted.width()) // 2
            painter.drawPixmap(left, 0, fitted.width(), fitted.height(), self._pixmap)
        painter.end()

    def _fitted(self, pixmap: QPixmap) -> QSize:
        room = QSize(max(self.width(), 1), _TALLEST_PX)
        return pixmap.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def _height(self) -> int:
        if self._pixmap is None:
            return round(_WAITING_PX * min(scale_of(self.font()), 1.5))
        return max(self._fitted(self._pixmap).height(), 1)

    def _fit(self) -> None:
        self.setFixedHeight(self._height())
        self.update()


class CoveredPictures:
    """Fetches pictures as they go out, each an errand, and keeps the last ones while the screen lives."""

    def __init__(self, around: Surroundings, *, longest_px: int = LONGEST_PX) -> None:
        """Take the surroundings and the longer side in px."""
        self._around = around
        self._longest_px = longest_px
        self._kept: dict[object, QPixmap] = {}

    def fetch(
        self,
        photo: Photo,
        *,
        show: Callable[[QPixmap], None],
        failed: Callable[[KnownError], None],
        owner: QObject,
        file: MediaId | None = None,
    ) -> None:
        """Show a photo as soon as it is there; nothing happens once its owner is gone.

        Args:
            photo: as it stands; a changed one is fetched anew.
            file: the covered file that is meant, else the one people look at; where none is made, the photo
                is covered for the screen.
            show: gets the pixmap.
            failed: gets the reason why there is none.
            owner: what shows it.
        """
        made = file or photo.exported
        key = made or (photo.id, photo.version)
        if key in self._kept:
            show(self._kept[key])
            return
        by, previews, longest = self._around.by, self._around.office.previews, self._longest_px

        def came(picture: Picture) -> None:
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = pixmap_of(picture)
            show(self._kept[key])

        def read() -> Picture:
            if made is not None:
                return previews.file(by, made, longest_px=longest)
            return previews.as_it_goes_out(by, photo.id, longest_px=longest)

        self._around.performer.errand(
            read,
            done=came,
            failed=failed,
            origin=owner,
        )
