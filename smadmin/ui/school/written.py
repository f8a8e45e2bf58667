"""A policy as it is written: its common values as a form, or the whole text. One shows at a time."""

from functools import cached_property

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.school.values import ValuesForm
from smadmin.ui.scrolled import scrolled
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_LEAST_TEXT_PX = 260


class WrittenPolicy(QWidget):
    """Both views of one text.

    Signals:
        typed: somebody typed into the text.
        valueSet, contactsSet: the form's own.
        turned: the other view shows.
    """

    typed = Signal()
    valueSet = Signal(object)
    contactsSet = Signal(object)
    turned = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin with the form, without a policy."""
        super().__init__(parent)
        self._words = words
        self.text = QPlainTextEdit()
        self.text.setProperty("kind", "code")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(_LEAST_TEXT_PX)
        self.text.textChanged.connect(self.typed)
        self._note = PlainLabel("", kind=TextKind.NOTE)
        self._shape = Button("", kind=ButtonKind.LINK)
        self._shape.setProperty("flush", "yes")
        self._shape.clicked.connect(lambda: self.show_as_text() if self.is_form else self.show_as_form())
        holder = QWidget()
        self._cards = QVBoxLayout(holder)
        self._cards.addStretch(1)
        self._form = scrolled(holder, "policy-values")
        self._lines = QWidget()
        lines = QVBoxLayout(self._lines)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(Field(words.say("policies.text"), self.text), 1)
        lines.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(self._form, 1)
        column.addWidget(self._lines, 1)
        column.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_as_form()

    @cached_property
    def values(self) -> ValuesForm:
        """The form; made when it is wanted, because its many fields take long."""
        made = ValuesForm(self._words)
        made.valueSet.connect(self.valueSet)
        made.contactsSet.connect(self.contactsSet)
        self._cards.insertWidget(0, made)
        return made

    @property
    def is_form(self) -> bool:
        """Whether the form shows."""
        return self._lines.isHidden()

    @property
    def own(self) -> bool:
        """Whether the text is one's own, to be written on."""
        return not self.text.isReadOnly()

    def show_text(self, text: str, *, own: bool) -> None:
        """Take another text; the form follows once it was read."""
        with QSignalBlocker(self.text):
            self.text.setPlainText(text)
        self.text.setReadOnly(not own)
        self._note.show_text(self._words.say("policies.text-note" if own else "policies.shipped-note"))

    def show_as_form(self) -> None:
        """Show the common values."""
        self._turn(form=True)

    def show_as_text(self) -> None:
        """Show the whole policy, line by line."""
        self._turn(form=False)

    def show_line(self, line: int) -> None:
        """Put the cursor into a line, and the line into sight."""
        block = self.text.document().findBlockByNumber(line - 1)
        if block.isValid():
            self.show_as_text()
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            self.text.setTextCursor(cursor)
            self.text.centerCursor()
            self.text.setFocus()

    def _turn(self, *, form: bool) -> None:
        self._form.setVisible(form)
        self._lines.setVisible(not form)
        self._shape.show_words(self._words.say("policies.as-text" if form else "policies.as-form"))
        self.turned.emit()
