"""An open card: the clock, what to do, whom to call, what is still out, who was told, and its closing."""

from collections.abc import Collection, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.cases import About
from smadmin.domain.escalations import Trouble
from smadmin.domain.ids import AccountId, PostId
from smadmin.services.cases import CaseSheet
from smadmin.services.clearing import OutPost
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout, rule
from smadmin.ui.cases.calls import CallsPart
from smadmin.ui.cases.clearing_part import ClearingPart
from smadmin.ui.cases.mistake_part import MistakePart
from smadmin.ui.cases.model import Seen, calls_of, clock_of
from smadmin.ui.cases.parents_letter import told_of
from smadmin.ui.cases.parents_part import ParentsPart
from smadmin.ui.cases.said import policy_said, telling_said
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.sites.trouble import TellingFields, steps_said
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.wording import Wording, age

_TELLS_PARENTS = frozenset({Trouble.CHILD_OUT, Trouble.PRIVATE_OUT})


class CasePanel(Card):
    """A case.

    Signals:
        told: a `Telling`.
        mistaken: why a card was opened by mistake.
        closeAsked, printAsked, policiesAsked: pressed.
        aboutAsked: the thing that it is about is to be shown.
    """

    told = Signal(object)
    mistaken = Signal(str)
    closeAsked = Signal()
    printAsked = Signal()
    policiesAsked = Signal()
    aboutAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(" ")
        self._words = words
        self._sheet: CaseSheet | None = None
        self.clock = StateLine(State.STOP, "")
        self.about = Button("", kind=ButtonKind.LINK)
        self.about.clicked.connect(self.aboutAsked)
        self.clearing, self.calls, self.parents = ClearingPart(words), CallsPart(words), ParentsPart(words)
        self.steps, self.policy = PlainLabel(""), PlainLabel("")
        self.policies = Button(words.say("cases.all-policies"), kind=ButtonKind.LINK)
        self.policies.clicked.connect(self.policiesAsked)
        self.form = TellingFields(words)
        self.form.given.connect(self.told)
        self.form.leave.hide()
        self._told = QVBoxLayout()
        self._told.setSpacing(HALF_SPACE_PX)
        self.close_button = Button(words.say("cases.close"), icon="check")
        self.close_button.clicked.connect(self.closeAsked)
        self.print_button = Button(words.say("cases.print"), icon="printer")
        self.print_button.clicked.connect(self.printAsked)
        self.mistake = MistakePart(words)
        self.mistake.given.connect(self.mistaken)
        self.why = PlainLabel("", kind=TextKind.NOTE)
        self._build()

    def show_case(self, sheet: CaseSheet, seen: Seen, busy: Collection[AccountId]) -> None:
        """Show a case as it was just read; what is chosen about the same one stays."""
        case, words = sheet.case, self._words
        other = self._sheet is None or self._sheet.case.id != case.id
        self._sheet = sheet
        self.show_clock(seen.now)
        if other:
            self.heading.show_text(words.say(f"sites.trouble-{case.trouble.value}"))
            self.steps.show_text(steps_said(case.trouble, words))
            self.calls.show_rows(calls_of(case.trouble, seen.help, words))
            self.policy.show_text(policy_said(case.trouble, seen, words))
            self.form.show_trouble(case.trouble, seen.help)
            self.clearing.show_others(None)
            self.mistake.rest()
        child = case.trouble is Trouble.CHILD_OUT
        post = PostId(case.opening.subject)
        self.clearing.setVisible(child)
        out = seen.clearing.get(post) if child else None
        self.clearing.show_sheet(out if case.open else None, case, busy)
        self.parents.setVisible(case.trouble in _TELLS_PARENTS)
        self.parents.show_told(told_of(seen.school, seen.zone, out, seen.help.principals))
        self.about.setVisible(case.opening.about is not About.ELSEWHERE)
        word = "see-post" if case.opening.about is About.POST else "see-comment"
        self.about.restate(words.say(f"cases.{word}"))
        self._show_told(sheet)

    def show_others(self, case: str, others: Sequence[OutPost]) -> None:
        """Show the other posts with the same photo or child, where that case is still open here."""
        if self._sheet is not None and self._sheet.case.id == case:
            self.clearing.show_others(others)

    def show_clock(self, now: datetime) -> None:
        """Say how long ago it was found."""
        if self._sheet is not None:
            case = self._sheet.case
            said = self._words(clock_of(case, age(case.at, now)))
            self.clock.show_line(said, State.STOP if case.open else State.FINE)

    def _show_told(self, sheet: CaseSheet) -> None:
        words, case = self._words, sheet.case
        empty_layout(self._told)
        if case.told and not case.open:  # while it is open, the form below bears the same heading
            self._told.addWidget(PlainLabel(words.say("cases.told"), kind=TextKind.STRONG))
        for one, name in zip(case.told, sheet.told_by, strict=True):
            self._told.addWidget(StateLine(State.NOTE, telling_said(one.telling, name, words)))
        if case.mistake:
            said = words.say("cases.was-mistake", why=case.mistake)
            self._told.addWidget(StateLine(State.NOTE, said))
        self.mistake.setVisible(case.open and not sheet.mistake_blockers)
        self.form.setVisible(case.open)
        self.close_button.setVisible(case.open)
        reasons = words.reasons(sheet.blockers) if case.open else ()
        if reasons:
            self.close_button.block(reasons)
        else:
            self.close_button.allow()
        self.why.show_text("\n".join(reasons))
        self.why.setVisible(bool(reasons))

    def _build(self) -> None:
        say = self._words.say
        for part in (self.clock, self.about, self.clearing):
            self.body.addWidget(part)
        for heading, widget in (("sites.do-first", self.steps), ("sites.call", self.calls)):
            self.body.addWidget(PlainLabel(say(heading), kind=TextKind.STRONG))
            self.body.addWidget(widget)
        self.body.addWidget(rule())
        self.body.addLayout(self._told)
        self.body.addWidget(self.form)
        self.body.addWidget(rule())
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.close_button, self.print_button):
            flow.addWidget(button)
        self.body.addWidget(buttons)
        self.body.addWidget(self.why)
        self.body.addWidget(self.mistake)
        self.body.addWidget(rule())  # what is read at leisure stands below what is to be done now
        self.body.addWidget(PlainLabel(say("cases.policies"), kind=TextKind.STRONG))
        for at_leisure in (self.policy, self.policies, self.parents):
            self.body.addWidget(at_leisure)
        for label in (self.steps, self.policy):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
