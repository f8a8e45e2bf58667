"""The card *This week*: its slots and what else went out, day by day, each with how it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from smadmin.domain.messages import Message
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.platform_mark import PlatformMark
from smadmin.ui.states import StateChip
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.today.model import DayLine
from smadmin.ui.wording import Wording


class WeekCard(Card):
    """Shows `DayLine`s. `planAsked` tells that somebody wants to see the plan."""

    planAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_week`."""
        super().__init__(words.say("today.this-week"), parent)
        self._words = words
        self._shown: tuple[DayLine, ...] = ()
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_PX + 2)
        self._grid.setVerticalSpacing(SPACE_PX)
        self._grid.setColumnStretch(2, 1)
        self._note = PlainLabel("", kind=TextKind.NOTE)
        self.open_plan = Button(words.say("today.open-plan"), kind=ButtonKind.QUIET)
        self.open_plan.setObjectName("open-plan")
        self.open_plan.clicked.connect(self.planAsked)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_PX)
        foot.addWidget(self._note, 1)
        foot.addWidget(self.open_plan, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self._lines)
        self.body.addStretch(1)
        self.body.addLayout(foot)

    def show_week(self, lines: Sequence[DayLine], note: Message, *, plans: bool, more: int = 0) -> None:
        """Show other slots.

        Args:
            lines: by day.
            note: what is said of the week as a whole.
            plans: whether this person opens the plan from here.
            more: how many further posts the plan has in it.
        """
        further = self._words.say("today.more-week", n=more) if more else ""
        self._note.show_text(" ".join(one for one in (self._words(note), further) if one))
        self.open_plan.setVisible(plans)
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        empty_layout(self._grid)
        day, middle = "", Qt.AlignmentFlag.AlignVCenter
        for row, line in enumerate(lines):
            weekday = self._words(line.weekday)
            label = PlainLabel("" if weekday == day else weekday, kind=TextKind.STRONG, fold=Fold.SHORTEN)
            day = weekday
            about = line.topic or self._words.say("today.off-plan")
            said = self._words.say("today.slot-of", topic=about, account=line.account)
            # What wasn't planned has no topic; then its account is what tells it from the others.
            topic = PlainLabel(line.topic or line.account, fold=Fold.SHORTEN)
            topic.setAccessibleName(said)
            for column, widget in enumerate((label, PlatformMark(line.platform), topic)):
                widget.setToolTip(for_tooltip(said))
                self._grid.addWidget(widget, row, column, middle)
            chip = StateChip(line.state, self._words(line.word))
            self._grid.addWidget(chip, row, 3, middle | Qt.AlignmentFlag.AlignRight)
