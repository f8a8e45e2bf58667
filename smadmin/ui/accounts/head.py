"""What stands above the pages of the open account: its plate and its stage."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.plate import PlatePreview
from smadmin.ui.states import StateChip
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


class AccountHead(QWidget):
    """The head."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(parent)
        self._words = words
        self.plate = PlatePreview(words)
        self.chip = StateChip(State.NOTE, "")
        row = QHBoxLayout(self)  # one row: with large text every line is missing below
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_PX)
        row.addWidget(self.plate, 1)
        row.addWidget(self.chip)

    def show_account(self, model: AccountModel) -> None:
        """Show which account it is, and how it stands."""
        self.plate.show_plate(model.plate)
        self.chip.show_state(model.state, self._words(model.chip))
