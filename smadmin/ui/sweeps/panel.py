"""One search in its panel: how far it is, what is searched or was found, what can't be, and its report."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.sweeps.leaving import LeftOutCard
from smadmin.ui.sweeps.model import Next, Overview
from smadmin.ui.sweeps.progress import ProgressCard, SearchingCard
from smadmin.ui.sweeps.report import ReportCard
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


class SweepPanel(QWidget):
    """The panel.

    Signals:
        workAsked: the worklist is to be seen again.
        lookAsked: the pictures are to be looked through, beside what the main button leads to.
    """

    workAsked = Signal()
    lookAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__()
        self._words = words
        self.card, self.limits = Card(" "), Card(words.say("sweepui.limits"))
        self.stands = StateLine(State.NOTE, "")
        self._head = PlainLabel("", kind=TextKind.STRONG)
        self._lines, self._limits = QVBoxLayout(), QVBoxLayout()
        self.work_button = Button(words.say("sweepui.see-found"), icon="list")
        self.work_button.clicked.connect(self.workAsked)
        self.look_button = Button(words.say("sweepui.main-look"), icon="images")
        self.look_button.clicked.connect(self.lookAsked)
        self.progress, self.report = ProgressCard(words), ReportCard(words)
        self.searching, self.left_out = SearchingCard(words), LeftOutCard(words)
        self.card.body.addWidget(self.stands)
        self.card.body.addWidget(self._head)
        self.card.body.addLayout(self._lines)
        for button in (self.work_button, self.look_button):
            self.card.body.addWidget(button)
        self.limits.body.addLayout(self._limits)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        for part in (self.searching, self.report, self.card, self.progress, self.left_out, self.limits):
            column.addWidget(part)
        column.addStretch(1)
        self.hide()

    def show_overview(self, one: Overview | None, *, found: int) -> None:
        """Show a search; `found` is how many things were found for it."""
        self.setVisible(one is not None)
        if one is None:
            return
        words, before = self._words, one.following is Next.BEGIN
        self.card.heading.show_text(words(one.title))
        self.card.heading.show()
        self.stands.show_line(words(one.stands), one.state)
        head = "what" if before else "at-the-end" if one.report else "so-far"
        self._head.show_text(words.say(f"sweepui.{head}"))
        empty_layout(self._lines)
        for state, line in one.lines:
            self._lines.addWidget(StateLine(state, words(line)))
        self.work_button.setVisible(found > 0 and one.following is not Next.DECIDE)
        self.look_button.setVisible(one.may_look)
        self.progress.show_progress(one.progress)
        self.left_out.show_left_out(one.left_out, may_take_back=one.may_take_back)
        empty_layout(self._limits)
        for line in one.limits:
            self._limits.addWidget(PlainLabel("• " + words(line)))
        self.limits.setVisible(bool(one.limits))
        self.report.setVisible(one.report)
