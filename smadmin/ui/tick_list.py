"""A list of accounts with a box each, which is searched where they are many; as quick with two thousand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.ids import AccountId
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.tick_rows import Named, TickRows
from smadmin.ui.wording import Wording

_ROWS_SEEN = 6
_SEARCHED_FROM = 9
"""With fewer accounts everything is nearly in sight."""


class TickList(QWidget):
    """The list. `ticked` tells that a box was turned."""

    ticked = Signal()

    def __init__(self, words: Wording, title: str) -> None:
        """Begin without accounts; `title` is what the list is called for a screen reader."""
        super().__init__()
        self._pressed: object = None
        self.rows, self.search, self.list = TickRows(), QLineEdit(), QListView()
        self.rows.setParent(self)
        self.rows.ticked.connect(self.ticked)
        self.search.setPlaceholderText(words.say("founding.search-accounts"))
        self.search.setAccessibleName(words.say("founding.search-accounts"))
        self.search.textChanged.connect(self.rows.sift)
        self.list.setModel(self.rows)
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.pressed.connect(self._press)
        self.list.clicked.connect(self._click)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        for part in (self.search, self.list):
            column.addWidget(part)
        self.offer(())

    def offer(self, accounts: Sequence[Named]) -> None:
        """Offer these; what is ticked stays ticked, and the same rows keep the keyboard."""
        self.rows.offer(accounts)
        self.search.setVisible(len(accounts) >= _SEARCHED_FROM)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(0))
        self._fit()

    @property
    def chosen(self) -> tuple[AccountId, ...]:
        """The accounts that are ticked, also those that a search leaves out."""
        return self.rows.chosen

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        rows = min(len(self.rows.accounts), _ROWS_SEEN)
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), 1) + 2 * self.list.frameWidth())

    def _press(self, place: QModelIndex) -> None:
        self._pressed = place.data(Qt.ItemDataRole.CheckStateRole)

    def _click(self, place: QModelIndex) -> None:
        """Let the words tick as the box does, which has answered already where it was hit."""
        if place.data(Qt.ItemDataRole.CheckStateRole) == self._pressed:
            self.rows.turn(place.row())
