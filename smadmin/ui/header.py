"""A screen's head: title, a note, and at the upper right the one main button.

Beside the main button stands what is still missing, in words; so nobody wonders why it is grey.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.states import State, StateChip
from smadmin.ui.theme import RING_PX, SPACE_PX


class ScreenHeader(QWidget):
    """Title row of a screen. `mainChosen` tells that the main button was pressed."""

    mainChosen = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Take the screen's title."""
        super().__init__(parent)
        self.title = PlainLabel(title, kind=TextKind.TITLE, fold=Fold.SHORTEN)
        self.note = PlainLabel("", kind=TextKind.MUTED, fold=Fold.SHORTEN)
        self._missing = PlainLabel("", kind=TextKind.NOTE, fold=Fold.SHORTEN)
        self._missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, -RING_PX, 0)
        self._row.setSpacing(SPACE_PX + 4)
        self._row.addWidget(self.title)
        self._row.addWidget(self.note)
        self._row.addStretch(1)
        self._row.addWidget(self._missing)
        self.main: Button | None = None
        self._missing.hide()

    def add_chip(self, state: State, word: str) -> StateChip:
        """Put a state behind the note."""
        chip = StateChip(state, word)
        self._row.insertWidget(2, chip)
        return chip

    def add_button(self, button: Button) -> None:
        """Put a second button to the left of the main one."""
        last = self._row.count() - (1 if self.main is not None else 0)
        self._row.insertWidget(last, button)

    def set_main(self, words: str, *, icon: str | None = None, hint: str = "") -> Button:
        """Make the screen's main button; a screen has one.

        Raises:
            ValueError: it has one already.
        """
        if self.main is not None:
            raise ValueError("a screen has one main button")
        self.main = Button(words, kind=ButtonKind.MAIN, icon=icon, hint=hint)
        self.main.clicked.connect(self.mainChosen)
        self._row.addWidget(self.main)
        return self.main

    def show_missing(self, reasons: Sequence[str], *, and_more: str = "") -> None:
        """Say what is still missing and disable the main button, or allow it where nothing is.

        Args:
            reasons: sentences, the most important first; none allows the button.
            and_more: words for the others ("and 2 more"), worded by the caller.
        """
        self._missing.setVisible(bool(reasons))
        if self.main is None:
            return
        if not reasons:
            self.main.allow()
            return
        self._missing.show_text(f"{reasons[0]}  {and_more}" if len(reasons) > 1 and and_more else reasons[0])
        self.main.block(reasons)
        if len(reasons) > 1:
            self._missing.setToolTip(for_tooltip("\n".join(reasons)))
