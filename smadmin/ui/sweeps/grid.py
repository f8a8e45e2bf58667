"""A page of pictures that a person looks through; those on which the child is are marked."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem
from typing_extensions import override

from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import say
from smadmin.services.sweep_views import LookPicture
from smadmin.ui.photos.model import Tile
from smadmin.ui.photos.pictures import Key, Pictures
from smadmin.ui.photos.tile_list import TileModel, TileRole
from smadmin.ui.photos.tiles import Size, TilePainter
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

_LEAST_PX = 220


class LookGrid(QListView):
    """The page. Its keys are the looking page's; the arrows are its own.

    Signals:
        turned: the id of a picture whose mark is to be turned.
        wanted: the id of a picture that is wanted large.
        fits: how many pictures fit now.
        seen: another picture of the page is there.
    """

    turned = Signal(str)
    wanted = Signal(str)
    fits = Signal(int)
    seen = Signal()

    def __init__(self, words: Wording, pictures: Pictures) -> None:
        """Begin empty."""
        super().__init__()
        self._words, self._pictures = words, pictures
        self._fits = 0
        self.tiles = TileModel(words, self)
        self._painter = TilePainter(words, pictures, Size.SHEET, self)
        self._painter.pickTurned.connect(lambda tile: self.turned.emit(tile.id))
        self.setModel(self.tiles)
        self.setItemDelegate(self._painter)
        self.setObjectName("look-grid")
        self.setAccessibleName(words.say("sweepui.look-grid"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(QSize(_LEAST_PX, _LEAST_PX))
        self.doubleClicked.connect(self._open)
        pictures.arrived.connect(self._came)
        self._measuring = QTimer(self, singleShot=True)
        self._measuring.timeout.connect(self._measure)

    @property
    def current(self) -> PhotoId | None:
        """The picture the keyboard is on."""
        tile = self.currentIndex().data(TileRole) if self.currentIndex().isValid() else None
        return tile.id if isinstance(tile, Tile) else None

    @property
    def all_there(self) -> bool:
        """Tell whether each picture of the page can be seen, or is known not to be had."""
        return all(
            self._pictures.thumb(one.id) is not None or self._pictures.wrong_with("thumb", one.id)
            for one in self.tiles.tiles
        )

    def show_page(self, page: Sequence[LookPicture], marked: Collection[PhotoId]) -> None:
        """Show a page; the keyboard stays on its picture, or begins with the first."""
        before = self.current
        self.tiles.show_tiles([self._tile(one, marked=one.photo in marked) for one in page])
        if before is None or self.current is None:
            self.go_to(0)

    def go_to(self, row: int) -> None:
        """Put the keyboard on a place of the page."""
        rows = self.tiles.rowCount()
        if rows:
            index = self.tiles.index(min(max(row, 0), rows - 1))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def step(self, steps: int) -> None:
        """Go on or back by so many pictures."""
        self.go_to(self.currentIndex().row() + steps)

    def _tile(self, one: LookPicture, *, marked: bool) -> Tile:
        state, word = (State.STOP, "seen") if marked else (State.NOTE, "not-seen")
        said = say(f"sweepui.look-{word}")
        name = self._words.say("sweepui.look-tile", event=one.event, day=one.day)
        wrong = self._pictures.wrong_with("thumb", one.photo)
        return Tile(one.photo, name, state, said, said, wrong, marked, 1, (), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measuring.start(0)

    def _measure(self) -> None:
        cell = self._painter.sizeHint(QStyleOptionViewItem(), QModelIndex())
        room = self.viewport().size()
        fits = max(room.width() // max(cell.width(), 1), 1) * max(room.height() // max(cell.height(), 1), 1)
        if fits != self._fits:
            self._fits = fits
            self.fits.emit(fits)

    def _open(self, index: QModelIndex) -> None:
        tile = index.data(TileRole)
        if isinstance(tile, Tile):
            self.wanted.emit(tile.id)

    def _came(self, key: Key) -> None:
        if key.kind == "thumb" and self.tiles.row_of(PhotoId(key.of)) >= 0:
            self.tiles.repaint(key.of)
            self.seen.emit()
