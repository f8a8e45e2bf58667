"""Keeping and destroying: the schedule and the legal hold, what is due, the order of two, certificates."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message
from smadmin.services.retention import RetentionView
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.records.keeping_said import certificate_lines, hold_lines, schedule_lines
from smadmin.ui.rows import Row, RowList
from smadmin.ui.scrolled import scrolled_alone
from smadmin.ui.sides import Sides
from smadmin.ui.states import ShapeMark
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording

_LIST_PX = 150


class HoldCard(Card):
    """The legal hold.

    Signals:
        putOn: why everything is to be kept.
        lifted: this person signs that it needn't be any more.
    """

    putOn = Signal(str)
    lifted = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without one."""
        super().__init__(words.say("retention.hold"))
        self._words = words
        self.said = PlainLabel("")
        self.line = QLineEdit()
        self.why = Field(words.say("retention.field-why"), self.line)
        self.put = Button(words.say("retention.put-on"), icon="lock")
        self.put.setObjectName("put-on-hold")
        self.lift = Button(words.say("retention.lift"), icon="lock-open")
        self.lift.setObjectName("lift-hold")
        self.put.clicked.connect(lambda: self.putOn.emit(self.line.text()))
        self.line.returnPressed.connect(self.put.click)
        self.lift.clicked.connect(self.lifted)
        self.lacks = PlainLabel("", kind=TextKind.NOTE)
        for part in (self.said, self.why, self.put, self.lift, self.lacks):
            self.body.addWidget(part)

    def show_hold(self, view: RetentionView) -> None:
        """Show it, or what puts one on."""
        hold = view.hold
        self.said.show_text("\n".join(self._words(one) for one in hold_lines(hold)))
        lacks = view.hold_blockers if hold is None else view.lift_blockers
        for part in (self.why, self.put):
            part.setVisible(hold is None and not lacks)
        self.lift.setVisible(hold is not None)
        self.lacks.show_text("\n".join(self._words.reasons(lacks)))
        self.lacks.setVisible(bool(lacks))
        self.why.clear_error()
        if hold is not None:
            self.line.clear()
        _allow(self.put, view.hold_blockers, self._words)
        _allow(self.lift, view.lift_blockers, self._words)


class DueCard(Card):
    """What is due, and the order of two.

    Signals:
        ordered: it is to be destroyed, once somebody else signs.
        signed: the order that waits is signed.
        takenBack: it isn't wanted any more.
    """

    ordered = Signal()
    signed = Signal()
    takenBack = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin with nothing due."""
        super().__init__(words.say("retention.due"))
        self._words = words
        self.said = PlainLabel("", kind=TextKind.MUTED)
        self.list = RowList("due-records", title=words.say("retention.due"))
        self.list.setMinimumHeight(_LIST_PX)
        self.missing = PlainLabel("", kind=TextKind.NOTE)
        self.order = Button(words.say("retention.order"), kind=ButtonKind.DESTRUCTIVE)
        self.order.setObjectName("order-destruction")
        self.sign = Button(words.say("retention.sign"), kind=ButtonKind.DESTRUCTIVE)
        self.sign.setObjectName("sign-destruction")
        self.back = Button(words.say("retention.take-back"))
        self.back.setObjectName("take-back-order")
        self.order.clicked.connect(self.ordered)
        self.sign.clicked.connect(self.signed)
        self.back.clicked.connect(self.takenBack)
        buttons = FlowLayout()
        for button in (self.order, self.sign, self.back):
            buttons.addWidget(button)
        for part in (self.said, self.list, self.missing):
            self.body.addWidget(part)
        self.body.addLayout(buttons)

    def show_due(self, view: RetentionView, rows: Sequence[Row]) -> None:
        """Show what is due, as worded rows, or the order that waits."""
        order = view.order
        if order is not None:
            n = len(order.details)
            self.said.show_text(self._words.say("retention.order-said", by=order.by, at=order.at, n=n))
        elif view.due:
            self.said.show_text(self._words.say("retention.due-said", n=len(view.due)))
        else:
            self.said.show_text(self._words.say("retention.nothing-due"))
        self.list.show_rows(rows, self.list.chosen)
        self.list.setVisible(bool(view.due))
        self.order.setVisible(order is None)
        self.sign.setVisible(order is not None)
        self.back.setVisible(order is not None)
        reasons = view.order_blockers if order is None else view.sign_blockers
        _allow(self.order, view.order_blockers, self._words)
        _allow(self.sign, view.sign_blockers, self._words)
        self.missing.show_text(self._words(reasons[0].message) if reasons else "")
        self.missing.setVisible(bool(reasons) and bool(view.due or order))


class DestroyedCard(Card):
    """What was destroyed so far. `saveAsked` carries a certificate's row."""

    saveAsked = Signal(int)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("retention.destroyed"))
        self._words = words
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_PX)
        self.body.addLayout(self._lines)

    def show_certificates(self, view: RetentionView) -> None:
        """Show the newest first."""
        empty_layout(self._lines)
        for one in view.certificates:
            said = "\n".join(self._words(line) for line in certificate_lines(one))
            self._lines.addWidget(PlainLabel(said))
            save = Button(self._words.say("retention.save"), kind=ButtonKind.SMALL)
            save.setObjectName(f"save-certificate-{one.row}")
            save.clicked.connect(lambda _=False, row=one.row: self.saveAsked.emit(row))
            self._lines.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(view.certificates))


class KeepingPage(QWidget):
    """The page. `left`: the person goes back to the record."""

    left = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin before anything was read."""
        super().__init__()
        self._words = words
        self.back = Button(words.say("recordsasked.back"), kind=ButtonKind.QUIET, icon="arrow-left")
        self.back.setObjectName("back-from-keeping")
        self.back.clicked.connect(self.left)
        self.schedule = Card(words.say("retention.schedule"))
        self.years = PlainLabel("")
        self.schedule.body.addWidget(self.years)
        self.hold, self.due, self.gone = HoldCard(words), DueCard(words), DestroyedCard(words)
        self.outcome, self._shape = PlainLabel(""), ShapeMark(State.FINE)
        rules, things = QWidget(), QWidget()
        for holder, cards in ((rules, (self.schedule, self.hold)), (things, (self.due, self.gone))):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE_PX + 4)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        names = [words.say(f"retention.tab-{one}") for one in ("rules", "things")]
        self.sides = Sides(
            scrolled_alone(rules, "keeping-rules"),
            scrolled_alone(things, "keeping-things"),
            shares=(5, 6),
            names=names,
        )
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        foot.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.outcome, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_PX)
        whole.addLayout(head)
        whole.addWidget(self.sides, 1)
        whole.addLayout(foot)
        self.say(State.FINE, "")

    def show_view(self, view: RetentionView, due: Sequence[Row]) -> None:
        """Show how keeping stands, and what is due in words."""
        self.years.show_text("\n".join(self._words(one) for one in schedule_lines(view)))
        self.hold.show_hold(view)
        self.due.show_due(view, due)
        self.gone.show_certificates(view)

    def say(self, state: State, sentences: Sequence[Message] | str) -> None:
        """Say what became of it."""
        told = sentences if isinstance(sentences, str) else "\n".join(self._words(one) for one in sentences)
        self._shape.show_state(state)
        self.outcome.show_text(told)
        self._shape.setVisible(bool(told))
        self.outcome.setVisible(bool(told))


def _allow(button: Button, reasons: Sequence[Reason], words: Wording) -> None:
    if reasons:
        button.block(words.reasons(reasons))
    else:
        button.allow()
