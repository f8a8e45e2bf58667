"""The small things at *Read it back*: at most three of them, and how many there are.

Each can be mended by itself; *Mend all* mends all that nobody has to judge, the ones not shown too.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from smadmin.domain.policy.check_ids import CheckId
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.composer.findings import FindingLine, Hints
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_LONGEST = 32
"""A longer mend isn't read out on its button: it would reach beyond the card."""
_OURS: Mapping[str, str] = {
    CheckId.SPELLING: "compose.our-word",
    CheckId.MENTION: "compose.our-handle",
}
"""What people can teach the school's checks, by check."""


class HintsCard(Card):
    """Hints with their mends.

    Signals:
        mendAsked: the lines that are to be mended.
        oursAsked: the `FindingLine` of a word that is right here, of an account that may be mentioned.
    """

    mendAsked = Signal(tuple)
    oursAsked = Signal(object)

    def __init__(self, hints: Hints, words: Wording, parent: QWidget | None = None) -> None:
        """Take what it shows."""
        shown = len(hints.shown)
        few = shown == hints.number
        title = words.say("compose.hints", n=shown) if few else ""
        super().__init__(title or words.say("compose.hints-of", n=hints.number, shown=shown), parent)
        self._words = words
        self.mends: list[Button] = []
        self.ours: list[Button] = []
        self.mend_all: Button | None = None
        for line in hints.shown:
            self.body.addWidget(self._row(line))
        mendable = len(hints.mendable)
        if mendable > 1 or set(hints.mendable) - set(hints.shown):
            self.mend_all = Button(words.say("compose.mend-all", n=mendable), kind=ButtonKind.PLAIN)
            self.mend_all.clicked.connect(lambda: self.mendAsked.emit(hints.mendable))
            self.body.addWidget(self.mend_all)

    def _row(self, line: FindingLine) -> QFrame:
        frame = finding_frame(line, self._words)
        deeds = QWidget()
        row = FlowLayout(deeds, gap_px=2)
        remedy = line.finding.remedy
        if remedy is not None and line.mends_text:
            short = len(remedy.replacement) <= _LONGEST
            label = self._words(remedy.label) if short else self._words.say("compose.mend-all", n=1)
            mend = Button(label, kind=ButtonKind.SMALL)
            mend.clicked.connect(lambda: self.mendAsked.emit((line,)))
            row.addWidget(mend)
            self.mends.append(mend)
        if line.finding.rule in _OURS:
            ours = Button(self._words.say(_OURS[line.finding.rule]), kind=ButtonKind.LINK)
            ours.clicked.connect(lambda: self.oursAsked.emit(line))
            row.addWidget(ours)
            self.ours.append(ours)
        layout = frame.layout()
        if row.count() and layout is not None:
            layout.addWidget(deeds)
        return frame


def finding_frame(line: FindingLine, words: Wording) -> QFrame:
    """Show a finding's sentence, its words and the clause, without any deed."""
    frame = QFrame()
    frame.setProperty("kind", "finding")
    frame.setProperty("state", line.state.value)
    lines = QVBoxLayout(frame)
    lines.setContentsMargins(SPACE_PX + 2, 0, 0, 0)
    lines.setSpacing(2)
    lines.addWidget(PlainLabel(words(line.whole), kind=TextKind.STRONG))
    about = " · ".join(part for part in (line.finding.text, line.source) if part)
    lines.addWidget(PlainLabel(about, kind=TextKind.NOTE))
    return frame
