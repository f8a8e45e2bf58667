"""The form of a new list: names, one a line or from a file, and the last day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QProgressBar, QWidget

from smadmin.domain.errors import Reason
from smadmin.domain.name_lists import typed_names
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import DateField, Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording

_LINES = 7
_NEED_NO_PLACE = frozenset({"reviewers.has-passphrase", "reviewers.on-the-list"})
"""Reasons against a name that go when it is left out, with nobody the worse for it."""


class ListForm(Card):
    """Names and a day.

    Signals:
        edited: something was typed or chosen.
        fileChosen: a list's path.
        left: nobody is added after all.
    """

    edited = Signal()
    fileChosen = Signal(str)
    left = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty."""
        super().__init__(words.say("reviewers.new-list"), parent)
        self._words = words
        self.body.addWidget(PlainLabel(words.say("reviewers.new-list-what"), kind=TextKind.MUTED))
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(_LINES * self.names.fontMetrics().lineSpacing() + 2 * SPACE_PX)
        self.names.setPlaceholderText(words.say("reviewers.names-example"))
        self.ends = DateField(words)
        self.name_field = Field(
            words.say("reviewers.names"), self.names, note=words.say("reviewers.names-note")
        )
        self.end_field = Field(words.say("reviewers.ends"), self.ends, note=words.say("reviewers.ends-note"))
        self.file = Button(words.say("reviewers.from-file"), icon="upload")
        self.leave = Button(words.say("reviewers.not-now"), kind=ButtonKind.QUIET)
        self.leave_out = Button(words.say("reviewers.leave-out"))
        self.leave_out.clicked.connect(self._leave_out)
        self._needless: frozenset[str] = frozenset()
        self.taken = PlainLabel("", kind=TextKind.NOTE)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(words.say("reviewers.making"))
        self.making = PlainLabel(words.say("reviewers.making"), kind=TextKind.NOTE)
        row = FlowLayout()
        for button in (self.leave_out, self.file, self.leave):
            row.addWidget(button)
        for part in (self.name_field, self.taken):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.body.addWidget(self.end_field)
        self.body.addWidget(self.making)
        self.body.addWidget(self.progress)
        self.names.textChanged.connect(self._heard)
        self.ends.dateChanged.connect(lambda _day: self.end_field.clear_error())
        self.file.clicked.connect(self._choose)
        self.leave.clicked.connect(self.left)
        keep_words(self)
        self.leave_out.hide()
        self._say_taken("")
        self.rest()

    @property
    def typed(self) -> tuple[str, ...]:
        """The names as they stand."""
        return typed_names(self.names.toPlainText())

    def begin(self, ends: date) -> None:
        """Offer a last day, where nobody chose one, and take the keyboard."""
        self.ends.show_day(ends)
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, names: Sequence[str]) -> None:
        """Take names from a file, each once, below what was typed, and say how many they were."""
        there = {name.casefold() for name in self.typed}
        found = {name.casefold(): name for name in reversed(names)}
        new = [name for lowered, name in reversed(found.items()) if lowered not in there]
        self.names.setPlainText("\n".join((*self.typed, *new)))
        said = [self._words.say("reviewers.taken", n=len(new))]
        if there_before := len(found) - len(new):
            said.append(self._words.say("reviewers.taken-before", n=there_before))
        self._say_taken(" ".join(said))

    def clear_names(self) -> None:
        """Begin anew."""
        self.names.clear()
        self._say_taken("")
        self.rest()

    def work(self, done: int, total: int) -> None:
        """Show how many codes are made."""
        self.setEnabled(False)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()
        self.making.show()

    def rest(self) -> None:
        """Show no progress."""
        self.setEnabled(True)
        self.progress.hide()
        self.making.hide()

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Say below each field what is wrong with it."""
        for place, field in (("names", self.name_field), ("ends", self.end_field)):
            said = [self._words(one.message) for one in reasons if one.place == place]
            if said:
                field.show_error("\n".join(said[:4]))
        needless = [one.message for one in reasons if one.message.id in _NEED_NO_PLACE]
        self._needless = frozenset(str(one.values["name"]).casefold() for one in needless)
        self.leave_out.setVisible(bool(needless))

    @property
    def wrong(self) -> Field | None:
        """The first field of which something wrong is said, or None."""
        return next((one for one in (self.name_field, self.end_field) if one.error), None)

    def _heard(self) -> None:
        self.name_field.clear_error()
        self.leave_out.hide()
        self.edited.emit()

    def _leave_out(self) -> None:
        kept = [name for name in self.typed if name.casefold() not in self._needless]
        left = len(self.typed) - len(kept)
        self.names.setPlainText("\n".join(kept))
        self._say_taken(self._words.say("reviewers.left-out", n=left))
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_taken(self, sentence: str) -> None:
        self.taken.show_text(sentence)
        self.taken.setVisible(bool(sentence))

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self._words.say("reviewers.from-file"), "", self._words.say("reviewers.list-files")
        )
        if name:
            self.fileChosen.emit(name)
