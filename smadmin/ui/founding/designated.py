"""For which accounts somebody new is named with being let in as an administrator: boxes to tick (BAL-A2)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.accounts import Account
from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.ui.founding.tick_rows import TickRows
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording

_ROWS_SEEN = 6
_SEARCHED_FROM = 9
"""With fewer accounts everything is nearly in sight."""


class AccountTicks(QWidget):
    """A box for each account that whoever lets in may name for; without any it says who names, and where."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin hidden and without accounts."""
        super().__init__(parent)
        self._words = words
        self._pressed: object = None
        self.title = PlainLabel(words.say("founding.for-accounts"), kind=TextKind.STRONG)
        self.rows, self.search, self.list = TickRows(), QLineEdit(), QListView()
        self.rows.setParent(self)
        self.search.setPlaceholderText(words.say("founding.search-accounts"))
        self.search.setAccessibleName(words.say("founding.search-accounts"))
        self.search.textChanged.connect(self.rows.sift)
        self.rows.ticked.connect(self._say)
        self._build_list()
        self.note = PlainLabel("", kind=TextKind.NOTE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        for part in (self.title, self.search, self.list, self.note):
            column.addWidget(part)
        self._say()
        self.hide()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Offer these accounts; what is ticked stays ticked, and the same rows keep the keyboard."""
        self.rows.offer(accounts)
        self.search.setVisible(len(accounts) >= _SEARCHED_FROM)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(0))
        self._fit()
        self._say()

    def follow(self, role: Role | None) -> None:
        """Stand there for an administrator alone."""
        self.setVisible(role is Role.ADMINISTRATOR)

    @property
    def chosen(self) -> tuple[AccountId, ...]:
        """The accounts that are ticked."""
        return self.rows.chosen

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _build_list(self) -> None:
        self.list.setModel(self.rows)
        self.list.setAccessibleName(self.title.whole_text)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.pressed.connect(self._press)
        self.list.clicked.connect(self._click)

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

    def _say(self) -> None:
        said = "named" if self.chosen else "none" if self.rows.accounts else "later"
        self.title.setVisible(bool(self.rows.accounts))
        self.note.show_text(self._words.say(f"founding.for-accounts-{said}", n=len(self.chosen)))
