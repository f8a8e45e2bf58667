"""Whose preview is seen: a small button for each account, on as many lines as they need.

A tab bar would shorten four names to "Fa…" and "In…" in the narrow column.
"""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from smadmin.domain.ids import AccountId
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.flow import FlowLayout
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.theme import HALF_SPACE_PX


@dataclass(frozen=True)
class AccountTab:
    """One account's button: its words, and a tooltip: the handle, and what its platform takes."""

    account: AccountId
    words: str
    more: str


class AccountTabs(QWidget):
    """The buttons. `chosen` comes after another account was pressed."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without any."""
        super().__init__(parent)
        self.setObjectName("preview-accounts")
        self._flow = FlowLayout(self, gap_px=HALF_SPACE_PX)
        self._group = QButtonGroup(self)
        self._buttons: dict[AccountId, Button] = {}
        self.current: AccountId | None = None
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons, in order."""
        return tuple(self._buttons.values())

    def show_tabs(self, tabs: tuple[AccountTab, ...]) -> None:
        """Show these accounts; the one that was seen stays so, else the first is."""
        if tuple(self._buttons) != tuple(tab.account for tab in tabs):
            for old in self._buttons.values():
                self._group.removeButton(old)
                self._flow.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._buttons = {tab.account: self._made(tab.account) for tab in tabs}
            if self.current not in self._buttons:
                self.current = next(iter(self._buttons), None)
        for tab in tabs:
            button = self._buttons[tab.account]
            button.show_words(tab.words)
            button.setToolTip(for_tooltip(tab.more))
            button.setChecked(tab.account == self.current)
        self.updateGeometry()

    def _made(self, account: AccountId) -> Button:
        button = Button("", kind=ButtonKind.SMALL)
        button.setCheckable(True)
        button.setObjectName(f"preview-{account}")
        button.clicked.connect(lambda: self._choose(account))
        self._group.addButton(button)
        self._flow.addWidget(button)
        return button

    def _choose(self, account: AccountId) -> None:
        self.current = account
        self.chosen.emit()
