"""Renders a post as readers see it: the text up to *See more*, pictures as they are cut, the link's card."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.appearing import WHOLE, Cut
from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.review import Photo
from smadmin.ui.appearance import tokens_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.composer.images import PhotoView
from smadmin.ui.composer.paragraphs import breakable
from smadmin.ui.composer.seen import Seen
from smadmin.ui.composer.shown import PictureSource
from smadmin.ui.icons import IconMark
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.theme import CONTROL_RADIUS_PX, HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_ALONE_PX = 140
_BESIDE_PX = 84
_MOST_PHOTOS = 4


class CutPhoto(PhotoView):
    """The part of a photo that readers see, as large as its place allows."""

    def __init__(self, *, height_px: int, parent: QWidget | None = None) -> None:
        """Take the height of its place."""
        super().__init__(height_px=height_px, parent=parent)
        self._whole: QPixmap | None = None
        self._cut = WHOLE

    @override
    def show_pixmap(self, pixmap: QPixmap | None) -> None:
        self._whole = pixmap
        self.update()

    def show_cut(self, cut: Cut) -> None:
        """Show another part."""
        if cut != self._cut:
            self._cut = cut
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(self.rect())
        source = QRectF()
        if self._whole is not None:
            size, cut = QSize(self._whole.size()), self._cut
            source = QRectF(
                cut.left * size.width(),
                cut.top * size.height(),
                (cut.right - cut.left) * size.width(),
                (cut.bottom - cut.top) * size.height(),
            )
            scale = min(place.width() / source.width(), place.height() / source.height())
            place = QRectF(0, 0, source.width() * scale, source.height() * scale)
        clip = QPainterPath()
        clip.addRoundedRect(place, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
        painter.setClipPath(clip)
        painter.fillRect(place, QColor(tokens_of(self.palette()).line))
        if self._whole is not None:
            painter.drawPixmap(place, self._whole, source)
        painter.end()


class LinkCard(QFrame):
    """Where a platform shows a card of the linked page; what it shows comes from that page."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without link."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(SPACE_PX + 2, SPACE_PX, SPACE_PX + 2, SPACE_PX)
        lines.setSpacing(2)
        self.host = PlainLabel("", kind=TextKind.STRONG, fold=Fold.SHORTEN)
        lines.addWidget(self.host)
        lines.addWidget(PlainLabel(words.say("compose.link-card"), kind=TextKind.NOTE))

    def show_host(self, host: str) -> None:
        """Show a link's host; nothing where there is none."""
        self.host.show_text(host)
        self.setVisible(bool(host))


class FilmCard(QFrame):
    """Where readers find the video; it is watched in its own window."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand for any video."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_PX + 2, SPACE_PX * 2, SPACE_PX + 2, SPACE_PX * 2)
        row.addWidget(IconMark("video"))
        row.addWidget(PlainLabel(words.say("compose.preview-video"), kind=TextKind.STRONG), 1)


class SeenPost(QWidget):
    """A post as readers see it."""

    def __init__(self, words: Wording, pictures: PictureSource, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._pictures = pictures
        self._seen = Seen()
        self._open = False
        self._wanted: tuple[PhotoId, ...] = ()
        self._places: list[CutPhoto] = []
        self._fetched: dict[PhotoId, int] = {}
        self.text = PlainLabel("")
        self.more = Button("", kind=ButtonKind.LINK)
        self.more.setObjectName("see-more")
        self.more.setProperty("flush", "yes")  # its words begin where the text does
        self.more.clicked.connect(self._fold)
        written = QWidget()
        column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        column.addLayout(row)
        photos = QWidget()
        self._grid = QGridLayout(photos)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(HALF_SPACE_PX)
        self.card = LinkCard(words)
        self.video = FilmCard(words)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE_PX)
        for widget in (written, photos, self.video, self.card):
            self._box.addWidget(widget)
        self._written, self._photos = written, photos
        self.card.hide()
        self.video.hide()

    def show_seen(self, seen: Seen, photos: dict[PhotoId, Photo]) -> None:
        """Show a post; a text that was unfolded stays so while it is written on."""
        if not seen.rest:
            self._open = False
        if seen.pictures_first != self._seen.pictures_first:
            for place, widget in enumerate((self._photos, self.video)):
                self._box.removeWidget(widget)
                self._box.insertWidget(place if seen.pictures_first else place + 1, widget)
        self._seen = seen
        self._show_text()
        self.card.show_host(seen.card)
        self.video.setVisible(seen.video)
        self._show_photos(photos)

    def fold(self) -> None:
        """Fold the text again: another account is seen."""
        self._open = False

    def _show_text(self) -> None:
        seen, say = self._seen, self._words.say
        said = (
            f"{seen.text}{seen.rest}" if self._open else f"{seen.text.rstrip()} …" if seen.rest else seen.text
        )
        self.text.show_text(breakable(said) or say("compose.preview-empty"))
        self.more.setVisible(bool(seen.rest))
        self.more.show_words(say("compose.see-less" if self._open else "compose.see-more"))

    def _fold(self) -> None:
        self._open = not self._open
        self._show_text()

    def _show_photos(self, photos: dict[PhotoId, Photo]) -> None:
        """Keep each photo's place from the first moment; what comes into it moves nothing."""
        shown = self._seen.pictures[:_MOST_PHOTOS]
        wanted = tuple(one.photo for one in shown)
        if wanted != self._wanted:
            self._wanted, self._fetched = wanted, {}
            empty_layout(self._grid)
            high = _ALONE_PX if len(wanted) == 1 else _BESIDE_PX
            self._places = [CutPhoto(height_px=high) for _ in wanted]
            for index, view in enumerate(self._places):
                self._grid.addWidget(view, index // 2, index % 2)
        self._photos.setVisible(bool(wanted))
        for one, view in zip(shown, self._places, strict=True):
            view.show_cut(one.cut)
            photo = photos.get(one.photo)
            if photo is not None and self._fetched.get(one.photo) != photo.version:
                self._fetched[one.photo] = photo.version
                self._pictures.fetch(photo, view.show_pixmap, owner=view)
