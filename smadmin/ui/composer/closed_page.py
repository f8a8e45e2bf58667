"""What stands in place of the writing page for somebody who can't write: why, and what leads on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.cards import empty_layout
from smadmin.ui.composer.closed import Closed
from smadmin.ui.empty import EmptyState
from smadmin.ui.wording import Wording


class ClosedPage(QWidget):
    """The page. `accountsAsked` tells that the step to Accounts was pressed."""

    accountsAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._shown: Closed | None = None
        self.setProperty("kind", "scrolled")
        self._column = QVBoxLayout(self)
        self.state: EmptyState | None = None

    def show_closed(self, closed: Closed) -> None:
        """Say why nothing can be written."""
        if closed == self._shown:
            return
        self._shown = closed
        empty_layout(self._column)
        words = self._words
        self.state = EmptyState(
            "pencil-line", words(closed.title), text=words(closed.text), step=words.optional(closed.step)
        )
        self.state.stepChosen.connect(self.accountsAsked)
        self._column.addWidget(self.state)
