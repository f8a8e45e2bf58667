"""A job under way: how far it is, and a button that stops it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from smadmin.services.jobs import Progress
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class RunningPanel(QWidget):
    """The job. `stopAsked` tells that somebody pressed the button."""

    stopAsked = Signal()

    def __init__(self, words: Wording, means: str) -> None:
        """Take what stopping does, worded."""
        super().__init__()
        self._words = words
        card = Card(words.say("enrollui.running"))
        self.said = PlainLabel("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words.say("enrollui.running"))
        self.stop_button = Button(words.say("enrollui.stop"), hint="Esc")
        self.stop_button.clicked.connect(self.stopAsked)
        for part in (self.said, self.bar, PlainLabel(means, kind=TextKind.NOTE)):
            card.body.addWidget(part)
        card.body.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(card)
        column.addStretch(1)

    def begin(self) -> None:
        """Show a job that has just begun."""
        self.bar.setRange(0, 0)
        self.said.show_text(self._words.say("enrollui.begun"))
        self.stop_button.allow()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.done)
        self.said.show_text(self._words.say("enrollui.so-far", done=progress.done, total=progress.total))

    def show_stopping(self) -> None:
        """Say that it ends."""
        self.stop_button.block([self._words.say("enrollui.stopping")])
        self.said.show_text(self._words.say("enrollui.stopping"))
