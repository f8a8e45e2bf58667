"""Beside the week: the signature's card on top, and the card with each account's stage and gap."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout, rule
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.plan.model import AccountLine
from smadmin.ui.plan.signed import Signed
from smadmin.ui.platform_mark import PlatformMark
from smadmin.ui.rows import Row, RowList
from smadmin.ui.states import RoundMark, StateChip, StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_FEW = 12
"""So many accounts have a line each; making more takes too long for one turn of the window."""
_MANY_SEEN = 8


class SignatureCard(QFrame):
    """Whether the week is signed; the record's letters to write down."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_signed`."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._words = words
        self._mark = RoundMark(State.WAITS)
        self.title = PlainLabel("", kind=TextKind.STRONG)
        self.note, self.entered = PlainLabel("", kind=TextKind.NOTE), PlainLabel("", kind=TextKind.NOTE)
        # Only paper needs them, so nobody else has to read them; they are copied by hand or with the mouse.
        self.letters = PlainLabel("", kind=TextKind.NOTE)
        self.letters.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said = QVBoxLayout()
        said.setSpacing(HALF_SPACE_PX)
        self.left, self.gone = PlainLabel("", kind=TextKind.NOTE), PlainLabel("", kind=TextKind.NOTE)
        self.which = Button(words.say("planui.gone-show"), kind=ButtonKind.LINK)
        self.which.setObjectName("gone-show")
        self.which.clicked.connect(self._show_gone)
        self._several = QWidget()
        left = QHBoxLayout(self._several)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SPACE_PX)
        left.addWidget(self.left, 1)
        left.addWidget(self.which)
        said.addWidget(self.title)
        said.addWidget(self.entered)
        said.addWidget(self.note)
        said.addWidget(self._several)
        said.addWidget(self.gone)
        said.addWidget(self.letters)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE_PX, 12, 2 * SPACE_PX, 12)
        row.setSpacing(14)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(said, 1)

    def show_signed(self, signed: Signed) -> None:
        """Show how the signature stands."""
        self._mark.show_state(signed.state)
        self.title.show_text(self._words(signed.title))
        self.note.show_text(self._words(signed.note))
        self.entered.show_text(self._words.optional(signed.entered))
        self.entered.setVisible(signed.entered is not None)
        self.letters.show_text(self._words.optional(signed.letters))
        self.letters.setVisible(signed.letters is not None)
        several = len(signed.gone) > 1
        self.gone.show_text("\n".join(self._words(line) for line in signed.gone))
        self.gone.setVisible(len(signed.gone) == 1)  # several are counted, so that the week stays in sight
        self.left.show_text(self._words.optional(signed.left))
        self.which.show()
        self._several.setVisible(several)

    def _show_gone(self) -> None:
        self.gone.show()
        self.which.hide()


class AccountsCard(Card):
    """Each account: its stage, by when it needs a post, and the gap this week will leave.

    Many of them are a painted list, those with a gap first.
    """

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_accounts`."""
        super().__init__(words.say("planui.accounts"), parent)
        self._words = words
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_PX)
        self.body.addLayout(self._column)
        self.many = RowList("plan-accounts", title=words.say("planui.accounts"))
        self.many.setMinimumHeight(_MANY_SEEN * self.many.minimumSizeHint().height() // 3)
        self.body.addWidget(self.many)
        self.body.addStretch(1)

    def show_accounts(self, lines: Sequence[AccountLine]) -> None:
        """Show other accounts."""
        empty_layout(self._column)
        few = lines if len(lines) <= _FEW else ()
        self.many.setVisible(not few)
        self.many.show_rows([] if few else [self._row(line) for line in _gaps_first(lines)], self.many.chosen)
        for number, line in enumerate(few):
            if number:
                self._column.addWidget(rule())
            head = QHBoxLayout()
            head.setSpacing(SPACE_PX)
            head.addWidget(PlatformMark(line.platform), 0, Qt.AlignmentFlag.AlignVCenter)
            head.addWidget(PlainLabel(line.name, fold=Fold.SHORTEN), 1)
            self._column.addLayout(head)
            chip = StateChip(line.state, self._words(line.stage))  # beside the name one of them would be cut
            self._column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
            self._column.addWidget(PlainLabel(self._words(line.due), kind=TextKind.NOTE))
            if line.gap is not None:
                self._column.addWidget(StateLine(State.STOP, self._words(line.gap)))

    def _row(self, line: AccountLine) -> Row:
        note, stage = self._words(line.gap or line.due), self._words(line.stage)
        state = line.state if line.gap is None else State.STOP
        return Row(line.name, line.name, note, state=state, chip=stage, platform=line.platform)


def _gaps_first(lines: Sequence[AccountLine]) -> list[AccountLine]:
    return sorted(lines, key=lambda line: line.gap is None)
