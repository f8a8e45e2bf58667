"""A deed that needs a sentence (sending back, taking back, giving up): a button that unfolds into a line.

Inline instead of a dialog; Return does it, Escape folds it again and keeps what was typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import Field
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import keep_words

_LONGEST = 1000


@dataclass(frozen=True)
class SentenceWords:
    """What the form says, worded already.

    Args:
        unfold: the button that begins.
        ask: the label of the line.
        hint: what stands in the empty line.
        do: the button that does it.
        fold: the button that leaves everything as it is.
        first: why it can't be done without a sentence.
    """

    unfold: str
    ask: str
    hint: str
    do: str
    fold: str
    first: str


class SentenceForm(QWidget):
    """The form. `given` carries the sentence, without blanks around it."""

    given = Signal(str)

    def __init__(
        self,
        said: SentenceWords,
        *,
        kind: ButtonKind = ButtonKind.PLAIN,
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take the words.

        Args:
            said: worded already.
            kind: of the button that does it.
            keys: that unfold it, as its button tells them; whoever owns the form listens to them.
            parent: the widget it lies in.
        """
        super().__init__(parent)
        keep_words(self)
        self._said = said
        self.unfold_button = Button(said.unfold, hint=keys)
        self.unfold_button.clicked.connect(self.unfold)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(said.hint)
        self.field = Field(said.ask, self.line)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._give)
        self.do_button = Button(said.do, kind=kind)
        self.do_button.clicked.connect(self._give)
        self._fold_button = Button(said.fold, kind=ButtonKind.QUIET)
        self._fold_button.clicked.connect(self.fold)
        self._inner = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_PX)
        buttons.addWidget(self.do_button)
        buttons.addWidget(self._fold_button)
        buttons.addStretch(1)
        inner = self._column = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.field)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.unfold_button)
        column.addWidget(self._inner)
        self.rest()

    def put_first(self, part: Field) -> None:
        """Put something above the sentence, which is filled in before it."""
        self._column.insertWidget(0, part)
        reached = (part.control, self.line, self.do_button, self._fold_button)
        for before, after in pairwise(reached):  # it was made last, so Tab would reach it last
            QWidget.setTabOrder(before, after)

    def lacking(self) -> str:
        """Say why it can't be done yet; empty where it can."""
        return "" if self.line.text().strip() else self._said.first

    def show_missing(self, reasons: Sequence[str]) -> None:
        """Say why it can't be done at all, or allow it."""
        if reasons:
            self.unfold_button.block(reasons)
            self.fold()
        else:
            self.unfold_button.allow()

    def show_error(self, error: str) -> None:
        """Say below the line what is wrong."""
        self.field.show_error(error)

    def unfold(self) -> None:
        """Show the line and put the keyboard into it."""
        self._inner.show()
        self.unfold_button.hide()
        self._typed()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)

    def fold(self) -> None:
        """Show only the button; what was typed stays."""
        self._inner.hide()
        self.unfold_button.show()

    def rest(self) -> None:
        """Begin anew."""
        self.line.clear()
        self.field.clear_error()
        self.fold()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._inner.isHidden():
            self.fold()
            return
        super().keyPressEvent(event)

    def _typed(self) -> None:
        self.field.clear_error()
        if lacking := self.lacking():
            self.do_button.block([lacking])
        else:
            self.do_button.allow()

    def _give(self) -> None:
        if lacking := self.lacking():
            self.show_error(lacking)
        else:
            self.given.emit(self.line.text().strip())
