"""Says that this computer's keyring doesn't answer, what is off without it, and lets one try again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.errors import KnownError
from smadmin.ui.cards import RowCard
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording


class KeyringNotice(QWidget):
    """A row above a form, hidden while the keyring answers. `againAsked`: it may have been opened since."""

    againAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.row: RowCard | None = None
        self.hide()

    def show_missing(self, missing: KnownError | None) -> None:
        """Say why there is no keyring, or nothing where there is one."""
        if self.row is not None:
            self.row.hide()
            self.row.deleteLater()
            self.row = None
        if missing is not None:
            remedy, off = self._words.optional(missing.remedy), self._words.say("founding.without-keyring")
            note = f"{remedy}\n{off}".strip()
            self.row = RowCard(State.DOUBT, self._words(missing.happened), note=note)
            self.row.set_button(self._words.say("founding.again"))
            self.row.chosen.connect(self.againAsked)
            self._column.addWidget(self.row)
        self.setVisible(missing is not None)
