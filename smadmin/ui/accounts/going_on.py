"""Letting a held account go on: why, and after another one was logged in, which handle its page shows now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from smadmin.ui.fields import Field
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.wording import Wording


class GoOnForm(SentenceForm):
    """The form. `wentOn` carries the sentence, and the handle as typed; empty where none is asked for."""

    wentOn = Signal(str, str)

    def __init__(self, words: Wording, said: SentenceWords) -> None:
        """Begin without asking for a handle."""
        super().__init__(said)
        self._seen_first = words.say("accountui.seen-first")
        self.seen_line = QLineEdit()
        self.seen_line.setPlaceholderText(words.say("accountui.seen-hint"))
        self.seen = Field(
            words.say("accountui.seen-now"), self.seen_line, note=words.say("accountui.seen-note")
        )
        self.seen.hide()
        self.put_first(self.seen)
        self.seen_line.textEdited.connect(self._look)
        self.seen_line.returnPressed.connect(self._give)
        self.given.connect(self._go_on)

    def ask_seen(self, *, asks: bool) -> None:
        """Ask for the handle, or don't."""
        self.seen.setVisible(asks)

    def show_refused(self, error: str) -> None:
        """Say below the handle what is wrong, where it was asked for, else below the sentence."""
        asked = not self.seen.isHidden()
        (self.seen if asked else self.field).show_error(error)
        if asked:
            self.seen_line.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def unfold(self) -> None:
        super().unfold()
        if not self.seen.isHidden():
            self.seen_line.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def lacking(self) -> str:
        if not self.seen.isHidden() and not self.seen_line.text().strip():
            return self._seen_first
        return super().lacking()

    @override
    def rest(self) -> None:
        if "seen_line" in vars(self):
            self.seen_line.clear()
            self.seen.clear_error()
        super().rest()

    def _look(self) -> None:
        self.seen.clear_error()
        self._typed()

    def _go_on(self, why: str) -> None:
        self.wentOn.emit(why, "" if self.seen.isHidden() else self.seen_line.text().strip())
