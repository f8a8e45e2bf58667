"""The margin: a card per finding beside the text, with the clause, one click that mends, and judgement."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.messages import Message, say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.composer.columns import Scrolled
from smadmin.ui.composer.findings import MOST_LINES, FindingLine
from smadmin.ui.composer.paragraphs import breakable
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.states import StateChip
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_OF_A_CHILD = frozenset(
    {CheckId.FIRST_NAMES_ONLY, CheckId.OPTED_OUT_NAME, CheckId.OPTED_OUT_FIRST_NAME, CheckId.STUDENT_RECORD}
)
"""Findings that may mean somebody else of the same name."""


class FindingCard(QFrame):
    """One finding.

    Signals:
        mendAsked: its remedy was pressed.
        standAsked: a reason was given for letting it stand.
        oursAsked: what it found is the school's own.
        sought: the card was pressed; the text should show where it is.
    """

    mendAsked = Signal()
    standAsked = Signal(str)
    oursAsked = Signal()
    sought = Signal()

    def __init__(self, line: FindingLine, words: Wording, parent: QWidget | None = None) -> None:
        """Take what it says."""
        super().__init__(parent)
        self.line = line
        self._words = words
        self.setProperty("kind", "finding")
        self.setProperty("state", line.state.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_PX + 2, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        self.title = PlainLabel(breakable(words(line.whole)), kind=TextKind.STRONG)
        column.addWidget(self.title)
        self.clause = PlainLabel(
            "\n".join(part for part in (_clause(line, words), line.source) if part), kind=TextKind.NOTE
        )
        column.addWidget(self.clause)
        self._deeds = QWidget()
        deeds = FlowLayout(self._deeds, gap_px=2)
        self.mend: Button | None = None
        if line.finding.remedy is not None:
            self.mend = Button(words(line.finding.remedy.label), kind=ButtonKind.SMALL)
            self.mend.clicked.connect(self.mendAsked)
            deeds.addWidget(self.mend)
        self.ours: Button | None = None
        if line.finding.rule == CheckId.PHONE_NUMBER:
            self.ours = Button(words.say("compose.our-number"), kind=ButtonKind.LINK)
            self.ours.clicked.connect(self.oursAsked)
            deeds.addWidget(self.ours)
        self.not_this: Button | None = None
        if line.may_stand and line.finding.rule in _OF_A_CHILD:
            self.not_this = Button(words.say("compose.not-this-child"), kind=ButtonKind.LINK)
            reason = words.say("compose.not-this-child-because")
            self.not_this.clicked.connect(lambda: self.standAsked.emit(reason))
            deeds.addWidget(self.not_this)
        self.stand: Button | None = None
        if line.may_stand:
            self.stand = Button(words.say("compose.let-stand"), kind=ButtonKind.LINK)
            self.stand.clicked.connect(self._ask_reason)
            deeds.addWidget(self.stand)
        column.addWidget(self._deeds)
        self._reason = _Reason(words)
        self._reason.given.connect(self.standAsked)
        self._reason.hide()
        column.addWidget(self._reason)

    def _ask_reason(self) -> None:
        self._deeds.hide()
        self._reason.show()
        self._reason.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.sought.emit()
        event.accept()


class _Reason(QWidget):
    """Asks for the reason, which the record keeps."""

    given = Signal(str)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        self.field = QLineEdit()
        self.field.setPlaceholderText(words.say("compose.reason"))
        self.field.setAccessibleName(words.say("compose.reason"))
        self.button = Button(words.say("compose.let-it"), kind=ButtonKind.SMALL)
        self._missing = words.say("compose.reason-needed")
        self.field.textChanged.connect(self._judge)
        self.field.returnPressed.connect(self._give)
        self.button.clicked.connect(self._give)
        column.addWidget(self.field)
        column.addWidget(self.button)
        self._judge()

    def _judge(self) -> None:
        if self.field.text().strip():
            self.button.allow()
        else:
            self.button.block([self._missing])

    def _give(self) -> None:
        if reason := self.field.text().strip():
            self.given.emit(reason)


class FindingsCard(Card):
    """All findings.

    Signals:
        mendAsked, oursAsked, sought: with the `FindingLine`.
        standAsked: with the `FindingLine` and the reason.
        policiesAsked: the policies and whom to ask are to be shown (BAL-D7).
    """

    mendAsked = Signal(object)
    standAsked = Signal(object, str)
    oursAsked = Signal(object)
    sought = Signal(object)
    policiesAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin with nothing found."""
        super().__init__("", parent)
        self._words = words
        self._lines: tuple[FindingLine, ...] | None = None
        self._cards: list[FindingCard] = []
        head = QWidget()
        parts = FlowLayout(head, gap_px=HALF_SPACE_PX)
        self.blocks = StateChip(State.STOP, "")
        self.warnings = StateChip(State.DOUBT, "")
        heading = PlainLabel(words.say("compose.findings"), kind=TextKind.HEADING, fold=Fold.SHORTEN)
        for part in (heading, self.blocks, self.warnings):
            parts.addWidget(part)
        self.body.addWidget(head)
        self._none = PlainLabel("", kind=TextKind.MUTED)
        self.body.addWidget(self._none)
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, HALF_SPACE_PX, 0)
        column.setSpacing(SPACE_PX + 4)
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_PX + 4)
        column.addLayout(self._list)
        self._more = PlainLabel("", kind=TextKind.NOTE)
        column.addWidget(self._more)
        self.policies = Button(words.say("cases.all-policies"), kind=ButtonKind.LINK)
        self.policies.clicked.connect(self.policiesAsked)
        column.addWidget(self.policies)
        column.addStretch(1)
        self.area = Scrolled(cards, "findings")
        self.body.addWidget(self.area, 1)
        self.show_lines((), none=say("compose.none-yet"))

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """The cards in sight."""
        return tuple(self._cards)

    def show_lines(self, lines: tuple[FindingLine, ...], *, none: Message) -> None:
        """Show these findings; the same ones keep their cards, and a reason half typed.

        Args:
            lines: what was found.
            none: what stands there where nothing was found.
        """
        blocks = sum(line.state is State.STOP for line in lines)
        warnings = len(lines) - blocks
        self.blocks.show_state(State.STOP, self._words.say("compose.must-solve", n=blocks))
        self.blocks.setVisible(blocks > 0)
        self.warnings.show_state(State.DOUBT, self._words(say("compose.warnings", n=warnings)))
        self.warnings.setVisible(warnings > 0)
        self._none.show_text(self._words(none))
        self._none.setVisible(not lines)
        hidden = max(0, len(lines) - MOST_LINES)
        self._more.show_text(self._words(say("compose.more-findings", n=hidden)))
        self._more.setVisible(hidden > 0)
        self.policies.setVisible(bool(lines))
        if lines != self._lines:
            self._lines = lines
            self._arrange(lines[:MOST_LINES])

    def _arrange(self, lines: tuple[FindingLine, ...]) -> None:
        kept = dict(zip(_names(tuple(card.line for card in self._cards)), self._cards, strict=True))
        self._cards = []
        for place, (name, line) in enumerate(zip(_names(lines), lines, strict=True)):
            card = kept.pop(name, None)
            if card is None:
                card = self._made(line)
            card.line = line
            self._list.insertWidget(place, card)
            self._cards.append(card)
        for gone in kept.values():
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _made(self, line: FindingLine) -> FindingCard:
        card = FindingCard(line, self._words)
        card.mendAsked.connect(lambda: self.mendAsked.emit(card.line))
        card.standAsked.connect(lambda reason: self.standAsked.emit(card.line, reason))
        card.oursAsked.connect(lambda: self.oursAsked.emit(card.line))
        card.sought.connect(lambda: self.sought.emit(card.line))
        return card


def _names(lines: tuple[FindingLine, ...]) -> list[Hashable]:
    """Name findings so that one keeps its card while the words before it are still being typed."""
    seen: Counter[Hashable] = Counter()
    names: list[Hashable] = []
    for line in lines:
        remedy = line.finding.remedy
        without_place = replace(line, finding=replace(line.finding, span=None, remedy=None))
        name = (without_place, None if remedy is None else remedy.label)
        names.append((name, seen[name]))
        seen[name] += 1
    return names


def _clause(line: FindingLine, words: Wording) -> str:
    """Give what the district asks: its own words where mandated, else ours in the reader's language."""
    if line.clause is None:
        return ""
    if line.clause.verbatim is not None:
        return words.say("compose.quoted", words=line.clause.verbatim)
    return line.clause.said(words.language)
