"""What an account lacks; and stopping it, letting it go on, closing it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.accounts.answering import WhoAnswers
from smadmin.ui.accounts.going_on import GoOnForm
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.states import StateLine
from smadmin.ui.stopped import stop_said
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


class StandingCard(Card):
    """The card; `close_form` stands further down, where nobody presses it by haste.

    Signals:
        held, closed: the sentence that says why.
        wentOn: that sentence, and the handle that its page shows now, where it was asked for.
        principalChosen: the id of who is to answer for it, where nobody does yet.
        principalAsked: nobody here could yet, and somebody should be let in.
        administratorAsked: the id of who is to administer it, where nobody does yet.
        strategyAsked: it has no strategy yet, which hinders nothing.
    """

    held = Signal(str)
    wentOn = Signal(str, str)
    closed = Signal(str)
    principalChosen = Signal(str)
    principalAsked = Signal()
    administratorAsked = Signal(str)
    strategyAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without an account."""
        super().__init__(words.say("accountui.standing"))
        self._words = words
        self.nothing = StateLine(State.FINE, words.say("accountui.nothing-missing"))
        self.stop, self.why_not = StateLine(State.STOP, ""), StateLine(State.NOTE, "")
        self._missing = QVBoxLayout()
        self._missing.setSpacing(0)
        self.strategy = QWidget()
        line = QVBoxLayout(self.strategy)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(StateLine(State.NOTE, words.say("strategies.missing")))
        write = Button(words.say("strategies.write-it"), kind=ButtonKind.LINK)
        write.clicked.connect(self.strategyAsked)
        line.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        self.strategy.hide()
        self.answers = WhoAnswers(words)
        self.answers.chosen.connect(self.principalChosen)
        self.answers.letInAsked.connect(self.principalAsked)
        self.name_them = Button("", icon="user-round")
        self._nameable = ""
        self.name_them.clicked.connect(self._name_first)
        self.hold = SentenceForm(_sentence(words, "hold"))
        self.go_on = GoOnForm(words, _sentence(words, "go-on"))
        self.close_form = SentenceForm(_sentence(words, "close"), kind=ButtonKind.DESTRUCTIVE)
        self.hold.given.connect(self.held)
        self.go_on.wentOn.connect(self.wentOn)
        self.close_form.given.connect(self.closed)
        forms = QVBoxLayout()
        forms.setSpacing(SPACE_PX // 2)
        for form in (self.why_not, self.go_on, self.hold):
            forms.addWidget(form)
        self.body.addWidget(self.stop)
        self.body.addWidget(self.nothing)
        self.body.addLayout(self._missing)
        self.body.addWidget(self.strategy)
        for button in (self.answers, self.name_them):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(forms)

    def show_account(self, model: AccountModel) -> None:
        """Show how it stands."""
        self.nothing.setVisible(not model.missing and model.stop is None)
        self.stop.setVisible(model.stop is not None)
        self.go_on.ask_seen(asks=model.stop is not None and model.stop.asks)
        if model.stop is not None:
            self.stop.show_line(self._words(stop_said(model.stop)))
        held = self._words.reasons((*model.may.answer, *model.may.go_on)) if model.can_go_on else ()
        self.why_not.setVisible(bool(held))
        self.why_not.show_line(" ".join(held))
        empty_layout(self._missing)
        for missing in model.missing:
            self._missing.addWidget(StateLine(State.DOUBT, self._words(missing)))
        self.answers.show_account(model)
        self._offer_naming(model)
        for form, shown, reasons in (
            (self.hold, model.can_hold, model.may.work),
            (self.go_on, model.can_go_on, (*model.may.answer, *model.may.go_on)),
            (self.close_form, model.can_close, model.may.answer),
        ):
            form.setVisible(shown)
            form.show_missing(self._words.reasons(reasons))

    def _offer_naming(self, model: AccountModel) -> None:
        """Let who may name do so with one press: an administrator of the school stands first (BAL-A2)."""
        waits = bool(model.missing) and not model.administrators and not model.may.lead
        self.name_them.setVisible(waits and bool(model.candidates))
        if model.candidates:
            first = model.candidates[0]
            self._nameable = first.id
            self.name_them.show_words(self._words.say("accountui.name-them", name=first.name))

    def _name_first(self) -> None:
        self.administratorAsked.emit(self._nameable)

    def rest(self) -> None:
        """Put the sentences away."""
        for form in (self.hold, self.go_on, self.close_form):
            form.rest()


def _sentence(words: Wording, what: str) -> SentenceWords:
    return SentenceWords(
        unfold=words.say(f"accountui.{what}"),
        ask=words.say("accountui.why"),
        hint=words.say(f"accountui.{what}-hint"),
        do=words.say(f"accountui.{what}-do"),
        fold=words.say("accountui.leave"),
        first=words.say("accountui.why-first"),
    )
