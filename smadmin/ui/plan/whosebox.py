"""Whose posts the calendar shows: those of every account, or of one."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox

from smadmin.domain.accounts import Account
from smadmin.domain.ids import AccountId
from smadmin.ui.wording import Wording

_CHARACTERS = 16


class WhoseBox(QComboBox):
    """The choice."""

    def __init__(self, words: Wording) -> None:
        """Begin without accounts."""
        super().__init__()
        self._words = words
        self.setAccessibleName(words.say("gridui.which-account"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_CHARACTERS)

    @property
    def only(self) -> AccountId | None:
        """The account that is chosen, or None for all."""
        chosen = self.currentData()
        return None if chosen is None else AccountId(str(chosen))

    def show_accounts(self, accounts: Iterable[Account]) -> None:
        """Offer these; what was chosen stays, and nobody hears that it was chosen anew."""
        chosen = self.currentData()
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.clear()
        self.addItem(self._words.say("gridui.all-accounts"), None)
        for one in accounts:
            self.addItem(one.called, one.id)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)  # noqa: FBT003  the same
