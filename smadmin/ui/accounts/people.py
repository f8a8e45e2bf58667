"""Who administers an account: the principal designates and dismisses, for this account alone (BAL-A2)."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.ids import PersonId
from smadmin.ui.accounts.model import AccountModel, Named
from smadmin.ui.accounts.page import AccountPage, Inside
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.departures.model import leaver_subject
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_LONGEST_TAKER = 24
"""So many letters of a name stand on a button beside others; longer ones would make the page wide."""


class PeopleCard(Card):
    """The card.

    Signals:
        designated: the id of who shall administer the account.
        dismissed: a `Named` who shall not any more.
        handedOver: a `Named`, and the id of who has it from then on.
        leaving: a `Named` who leaves the school.
    """

    designated = Signal(str)
    dismissed = Signal(object)
    handedOver = Signal(object, str)
    leaving = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin without an account."""
        super().__init__(words.say("accountui.people"))
        self._words = words
        self._lines = QVBoxLayout()
        self._lines.setSpacing(HALF_SPACE_PX)
        self.choice = QComboBox()
        self.choice.setAccessibleName(words.say("accountui.choose-person"))
        self.button = Button(words.say("accountui.designate"))
        self.button.clicked.connect(self._designate)
        self._hands: list[Button] = []
        self.choice.currentIndexChanged.connect(self._name_taker)
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        row.addWidget(self.choice, 1)
        row.addWidget(self.button)
        self.nobody = PlainLabel(words.say("accountui.no-administrators"), kind=TextKind.MUTED)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.nobody)
        self.body.addLayout(row)
        self.why_not = PlainLabel("", kind=TextKind.NOTE)
        self.body.addWidget(self.why_not)
        self.body.addWidget(PlainLabel(words.say("accountui.people-note"), kind=TextKind.NOTE))

    def show_account(self, model: AccountModel) -> None:
        """Show who administers it, and who could."""
        reasons = self._words.reasons(model.may.lead)
        self._hands = []
        empty_layout(self._lines)
        for person in model.administrators:
            self._lines.addWidget(self._line(person, leads=not reasons))
        self.nobody.setVisible(not model.administrators)
        chosen = self.choice.currentData()
        self.choice.clear()
        for person in model.candidates:
            self.choice.addItem(person.name, person.id)
        self.choice.setCurrentIndex(max(self.choice.findData(chosen), 0))
        leads = not reasons
        self.choice.setVisible(leads and bool(model.candidates))
        self.button.setVisible(leads and bool(model.candidates))
        self._name_taker()
        self.why_not.show_text("\n".join(reasons))
        self.why_not.setVisible(not leads)

    def _line(self, person: Named, *, leads: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(person.name, fold=Fold.SHORTEN), 1)
        if leads:
            button = Button(self._words.say("accountui.dismiss"), kind=ButtonKind.LINK)
            button.setAccessibleDescription(person.name)
            button.clicked.connect(partial(self.dismissed.emit, person))
            row.addWidget(button)
        if leads:
            hand = Button("", kind=ButtonKind.LINK)
            hand.setAccessibleDescription(person.name)
            hand.clicked.connect(lambda: self.handedOver.emit(person, str(self.choice.currentData())))
            self._hands.append(hand)
            row.addWidget(hand)
        leaves = Button(self._words.say("departures.leaves-school"), kind=ButtonKind.LINK)
        leaves.setAccessibleDescription(person.name)
        leaves.clicked.connect(partial(self.leaving.emit, person))
        row.addWidget(leaves)
        return line

    def _name_taker(self) -> None:
        """Say to whom it would be handed over: to who is chosen below, where a long name stands in full."""
        who = self.choice.currentText()
        shown = who if len(who) <= _LONGEST_TAKER else f"{who[: _LONGEST_TAKER - 1].rstrip()}…"
        for hand in self._hands:
            hand.setVisible(bool(self.choice.currentData()))
            hand.show_words(self._words.say("accountui.hand-over", who=shown))
            hand.setToolTip(for_tooltip(who))

    def _designate(self) -> None:
        if self.choice.currentData():
            self.designated.emit(str(self.choice.currentData()))


class PeoplePage(AccountPage):
    """The page with the card."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(inside, parent)
        self.card, deeds = PeopleCard(inside.words), inside.deeds
        self.column.addWidget(self.card)
        self.card.designated.connect(lambda who: self.on_account(lambda one: deeds.designate(one, who)))
        self.card.dismissed.connect(lambda who: self.on_account(lambda one: deeds.dismiss(one, who)))
        self.card.handedOver.connect(
            lambda who, taker: self.on_account(lambda one: deeds.hand_over(one, who, taker))
        )
        self.card.leaving.connect(
            lambda who: inside.around.doors.open("departures", leaver_subject(PersonId(who.id)))
        )

    @override
    def fill(self, model: AccountModel) -> None:
        self.card.show_account(model)
