"""The strip below a photo: the photos that are being gone through, small, each with its state."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from smadmin.domain.ids import PhotoId
from smadmin.ui.photos.model import Tile
from smadmin.ui.photos.pictures import Key, Pictures
from smadmin.ui.photos.tile_list import TileModel, TileRole
from smadmin.ui.photos.tiles import Size, TilePainter
from smadmin.ui.wording import Wording


class Strip(QListView):
    """Small tiles in one line; `chosen` is called with the photo that was clicked."""

    def __init__(self, words: Wording, pictures: Pictures, chosen: Callable[[PhotoId], None]) -> None:
        """Stand empty until `show_tiles`."""
        super().__init__()
        self._chosen = chosen
        self.tiles = TileModel(words, self)
        self._painter = TilePainter(words, pictures, Size.STRIP, self)
        self.setModel(self.tiles)
        self.setItemDelegate(self._painter)
        self.setObjectName("strip")
        self.setAccessibleName(words.say("photoui.strip"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(self._clicked)
        pictures.arrived.connect(self._came)

    def show_tiles(self, tiles: Sequence[Tile], current: PhotoId | None) -> None:
        """Show the photos and which of them is seen large."""
        self.tiles.show_tiles(tiles)
        row = self.tiles.row_of(current)
        if row >= 0:
            self.setCurrentIndex(self.tiles.index(row))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self.sizeHintForRow(0) + 16 if self.tiles.rowCount() else 0
        wide = self.horizontalScrollBar().maximum() > 0
        self.setFixedHeight(max(height + (self.horizontalScrollBar().sizeHint().height() if wide else 0), 8))

    def _clicked(self, index: QModelIndex) -> None:
        tile = index.data(TileRole)
        if isinstance(tile, Tile):
            self._chosen(tile.id)

    def _came(self, key: Key) -> None:
        if key.kind == "thumb":
            self.tiles.repaint(key.of)
