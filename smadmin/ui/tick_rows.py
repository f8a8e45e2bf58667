"""The rows of a list of accounts with a box each; a row costs nothing before it is seen."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from smadmin.domain.ids import AccountId
from smadmin.domain.policy.reading import fold
from smadmin.ui.plaintext import for_tooltip, one_line

Named = tuple[AccountId, str]
"""An account and what it is called."""
_Index = QModelIndex | QPersistentModelIndex


class TickRows(QAbstractListModel):
    """The accounts that fit what is searched. `ticked` tells that a box was turned."""

    ticked = Signal()

    def __init__(self) -> None:
        """Begin without accounts."""
        super().__init__()
        self._all: tuple[Named, ...] = ()
        self._seen: tuple[Named, ...] = ()
        self._wanted = ""
        self._ticked: set[AccountId] = set()

    @property
    def accounts(self) -> tuple[Named, ...]:
        """All that are offered."""
        return self._all

    @property
    def chosen(self) -> tuple[AccountId, ...]:
        """What is ticked of them, in their order."""
        return tuple(account for account, _ in self._all if account in self._ticked)

    def offer(self, accounts: Sequence[Named]) -> None:
        """Offer these; what is ticked stays ticked, and the same ones stay as they are."""
        if tuple(accounts) != self._all:
            self._all = tuple(accounts)
            self.sift(self._wanted)

    def sift(self, wanted: str) -> None:
        """Leave in sight what fits; what is ticked beside it stays ticked."""
        self.beginResetModel()
        self._wanted, words = wanted, [fold(word) for word in wanted.split()]
        self._seen = tuple(one for one in self._all if not words or _fits(one[1], words))
        self.endResetModel()

    def turn(self, row: int) -> None:
        """Tick an account, or take its tick back."""
        self._ticked ^= {self._seen[row][0]}
        place = self.index(row)
        self.dataChanged.emit(place, place, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._seen)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        account, label = self._seen[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(label)
        if role == Qt.ItemDataRole.ToolTipRole:
            return for_tooltip(label)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if account in self._ticked else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.turn(index.row())
        return True


def _fits(label: str, words: Sequence[str]) -> bool:
    said = fold(label)
    return all(word in said for word in words)
