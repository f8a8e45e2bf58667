"""The pictures under the text: each with its state, its words asked for, and a place to add more."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.review import Photo
from smadmin.domain.posts import Content
from smadmin.ui.appearance import scale_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.composer.describing import DescriptionField
from smadmin.ui.composer.images import PhotoView
from smadmin.ui.composer.readiness import PictureLine
from smadmin.ui.composer.shown import PictureSource
from smadmin.ui.flow import FlowLayout
from smadmin.ui.states import StateChip
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.wording import Wording

_TILE_PX = 250
_PHOTO_PX = 96


class PictureTile(QFrame):
    """One picture of the post.

    Signals:
        described: the words of what it shows, while they are typed.
        removed, sought: from its menu; it is to be taken off, or opened in Photos.
        movedBy: by how many places.
    """

    described = Signal(str)
    removed = Signal()
    sought = Signal()
    movedBy = Signal(int)

    def __init__(self, photo: PhotoId, words: Wording, parent: QWidget | None = None) -> None:
        """Take the photo's id."""
        super().__init__(parent)
        self.photo = photo
        self._words = words
        self._alone = True
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(HALF_SPACE_PX)
        self.view = PhotoView(height_px=_PHOTO_PX)
        column.addWidget(self.view)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.state = StateChip(State.WAITS, "")
        row.addWidget(self.state)
        row.addStretch(1)
        self.more = Button(words.say("compose.photo-deeds"), kind=ButtonKind.ICON, icon="ellipsis")
        self.more.clicked.connect(self._offer)
        row.addWidget(self.more)
        column.addLayout(row)
        self.alt = DescriptionField()
        self.alt.setObjectName(f"alt-{photo}")
        self.alt.setPlaceholderText(words.say("compose.alt-asked"))
        self.alt.described.connect(self.described)
        column.addWidget(self.alt)
        self.setFixedWidth(round(_TILE_PX * scale_of(self.font())))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            wanted = round(_TILE_PX * scale_of(self.font()))
            if self.maximumWidth() != wanted:
                self.setFixedWidth(wanted)

    def show_line(self, line: PictureLine, alt: str, *, alone: bool) -> None:
        """Show how it stands; the words being typed stay as they are."""
        self.state.show_state(line.state, self._words(line.says))
        self.alt.setAccessibleName(self._words.say("compose.alt-for", number=line.number))
        if not self.alt.hasFocus():
            self.alt.show_words(alt)
        self._alone = alone

    def deeds(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Give what can be done with it: words and call."""
        say = self._words.say
        order = (
            (say("compose.earlier"), partial(self.movedBy.emit, -1)),
            (say("compose.later"), partial(self.movedBy.emit, 1)),
        )
        always = (
            (say("compose.open-in-photos"), self.sought.emit),
            (say("compose.remove-photo"), self.removed.emit),
        )
        return always if self._alone else (*order, *always)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, call in self.deeds():
            menu.addAction(words).triggered.connect(lambda _checked, call=call: call())
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


class PictureTiles(QWidget):
    """All pictures of the post, and where more come from.

    Signals:
        described: `(photo, words)`.
        removed, sought: the photo.
        moved: `(photo, steps)`.
        chooseAsked: photos are to be chosen.
        arranged: other pictures are shown, or none.
    """

    described = Signal(str, str)
    removed = Signal(str)
    sought = Signal(str)
    moved = Signal(str, int)
    chooseAsked = Signal()
    arranged = Signal()

    def __init__(self, words: Wording, pictures: PictureSource, parent: QWidget | None = None) -> None:
        """Take where small pictures come from; its button `add` stands elsewhere on the page."""
        super().__init__(parent)
        self._words = words
        self._pictures = pictures
        self.hide()
        self._flow = FlowLayout(self)
        self._tiles: dict[PhotoId, PictureTile] = {}
        self._shown: dict[PhotoId, int] = {}
        self.add = Button(words.say("compose.add-photos"), kind=ButtonKind.SMALL, icon="image-plus")
        self.add.setObjectName("add-photos")
        self.add.clicked.connect(self.chooseAsked)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def tiles(self) -> tuple[PictureTile, ...]:
        """The tiles in the post's order."""
        return tuple(self._tiles.values())

    def show_pictures(
        self, content: Content, lines: tuple[PictureLine, ...], photos: Mapping[PhotoId, Photo]
    ) -> None:
        """Show the post's pictures; those that stay keep their tiles."""
        order = tuple(picture.photo for picture in content.pictures)
        if order != tuple(self._tiles):
            self._arrange(order)
        for picture, line in zip(content.pictures, lines, strict=True):
            tile = self._tiles[picture.photo]
            tile.show_line(line, picture.alt, alone=len(order) == 1)
            photo = photos.get(picture.photo)
            if photo is not None and self._shown.get(photo.id) != photo.version:
                self._shown[photo.id] = photo.version
                self._pictures.fetch(photo, tile.view.show_pixmap, owner=tile)

    def ask_for_words(self, photo: PhotoId) -> None:
        """Put the keyboard where a photo is described."""
        tile = self._tiles.get(photo)
        if tile is not None:
            tile.alt.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, order: tuple[PhotoId, ...]) -> None:
        for photo in [one for one in self._tiles if one not in order]:
            gone = self._tiles.pop(photo)
            self._shown.pop(photo, None)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._tiles = {photo: self._tiles.get(photo) or self._made(photo) for photo in order}
        for tile in self._tiles.values():
            self._flow.removeWidget(tile)
            self._flow.addWidget(tile)
        self._order_tabs()
        self.setVisible(bool(self._tiles))
        self.updateGeometry()
        self.arranged.emit()

    def _order_tabs(self) -> None:
        """Let the keyboard go from description to description; what is seldom wanted comes behind them."""
        tiles = self._tiles.values()
        for before, after in pairwise((*(one.alt for one in tiles), *(one.more for one in tiles))):
            QWidget.setTabOrder(before, after)

    def _made(self, photo: PhotoId) -> PictureTile:
        tile = PictureTile(photo, self._words)
        tile.described.connect(lambda alt: self.described.emit(photo, alt))
        tile.removed.connect(lambda: self.removed.emit(photo))
        tile.sought.connect(lambda: self.sought.emit(photo))
        tile.movedBy.connect(lambda steps: self.moved.emit(photo, steps))
        return tile
