"""Photos as tiles: the list that the contact sheet and the strip below a photo both show."""

from collections.abc import Container, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import say
from smadmin.ui.photos.model import Tile
from smadmin.ui.wording import Wording

TileRole = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class TileModel(QAbstractListModel):
    """The tiles of a folder."""

    def __init__(self, words: Wording, parent: QObject) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._tiles: tuple[Tile, ...] = ()

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """What is shown."""
        return self._tiles

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show other tiles; those that stay are the same rows still, and what was chosen stays chosen."""
        new = tuple(tiles)
        self._take_out({one.id for one in new})
        if not self._put_in(new):  # they come in another order
            self.beginResetModel()
            self._tiles = new
            self.endResetModel()
            return
        old, self._tiles = self._tiles, new
        pairs = enumerate(zip(old, self._tiles, strict=True))
        changed = [row for row, (before, now) in pairs if before != now]
        if changed:  # told once: a view takes a while over each telling, and there may be thousands
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def _take_out(self, stay: Container[PhotoId]) -> None:
        gone = [row for row, tile in enumerate(self._tiles) if tile.id not in stay]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._tiles = self._tiles[:first] + self._tiles[last + 1 :]
            self.endRemoveRows()

    def _put_in(self, tiles: tuple[Tile, ...]) -> bool:
        """Put new tiles where they belong; tells whether those that were there come in the same order."""
        there = {one.id for one in self._tiles}
        if [one.id for one in tiles if one.id in there] != [one.id for one in self._tiles]:
            return False
        for first, last in _runs([row for row, tile in enumerate(tiles) if tile.id not in there]):
            self.beginInsertRows(QModelIndex(), first, last)
            self._tiles = self._tiles[:first] + tiles[first : last + 1] + self._tiles[first:]
            self.endInsertRows()
        return True

    def row_of(self, photo: PhotoId | None) -> int:
        """Give a photo's row, or -1."""
        return next((row for row, tile in enumerate(self._tiles) if tile.id == photo), -1)

    def repaint(self, photo: str) -> None:
        """Have a photo's tile painted anew; its picture has come."""
        for row, tile in enumerate(self._tiles):
            if tile.id == photo:
                self.dataChanged.emit(self.index(row), self.index(row))

    def told(self, tile: Tile) -> str:
        """Say a tile in words, for screen readers and tooltips."""
        parts = [tile.name, self._words(tile.word)]
        if tile.why is not None:
            parts.append(self._words(tile.why))
        if tile.picked:
            parts.append(self._words(say("photoui.picked")))
        if tile.alike > 1:
            parts.append(self._words(say("photoui.stack" if tile.folded else "photoui.alike", n=tile.alike)))
        return "\n".join(parts)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._tiles)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        tile = self._tiles[index.row()]
        if role == TileRole:
            return tile
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return self.told(tile).replace("\n", ", ")
        return None


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Give the first and last of rows that follow one another."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
