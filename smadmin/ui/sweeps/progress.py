"""How far the search of faces is: pictures, computers, about how long; and that the screen may be locked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.sweeps.faces import Progressing
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording


class SearchingCard(Card):
    """How far the reading of all posts is, while it lasts."""

    def __init__(self, words: Wording) -> None:
        """Begin hidden."""
        super().__init__(words.say("sweepui.searching"))
        self._words = words
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words.say("sweepui.searching"))
        self.said = PlainLabel("")
        self.body.addWidget(self.said)
        self.body.addWidget(self.bar)
        self.hide()

    def show_far(self, far: tuple[int, int] | None) -> None:
        """Show how many of how many were read; None where nothing is searched."""
        self.setVisible(far is not None)
        if far is None:
            return
        done, total = far
        said = self._words.say("sweepui.searching-far", done=done, total=total)
        self.said.show_text(said if total else self._words.say("sweepui.searching-begun"))
        self.bar.setRange(0, total)  # of nothing known yet: it only moves
        self.bar.setValue(done)
        self.bar.setAccessibleDescription(said)


class ProgressCard(Card):
    """The card.

    Signals:
        stopAsked: the search of faces is to end.
        againAsked: what is left is to be searched.
    """

    stopAsked = Signal()
    againAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin hidden."""
        super().__init__(words.say("sweepui.faces"))
        self._words = words
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words.say("sweepui.faces"))
        self.said = StateLine(State.NOTE, "")
        self._notes = QVBoxLayout()
        self.stop_button = Button(words.say("sweepui.stop"), kind=ButtonKind.SMALL)
        self.stop_button.clicked.connect(self.stopAsked)
        self.again_button = Button(words.say("sweepui.again"))
        self.again_button.clicked.connect(self.againAsked)
        buttons = FlowBox()
        for button in (self.stop_button, self.again_button):
            buttons.flow.addWidget(button)
        self.body.addWidget(self.said)
        self.body.addWidget(self.bar)
        self.body.addLayout(self._notes)
        self.body.addWidget(buttons)
        self._buttons = buttons
        self.hide()

    def show_progress(self, one: Progressing | None) -> None:
        """Show how it stands; None where no face is searched."""
        self.setVisible(one is not None)
        if one is None:
            return
        self.said.show_line(self._words(one.said), one.state)
        self.bar.setRange(0, max(one.total, 1))
        self.bar.setValue(one.done)
        self.bar.setAccessibleDescription(self._words(one.said))
        self.bar.setVisible(one.running)
        empty_layout(self._notes)
        for note in one.notes:
            self._notes.addWidget(PlainLabel(self._words(note), kind=TextKind.NOTE))
        self.stop_button.setVisible(one.running)
        self.again_button.setVisible(one.again)
        if one.blockers:
            self.again_button.block(self._words.reasons(one.blockers))
        else:
            self.again_button.allow()
        self._buttons.setVisible(one.running or one.again)
