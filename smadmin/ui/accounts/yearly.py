"""When the log-in was last known to be right, and the press that says so for another year (BAL-B1b4).

Beside it how old the password is, and by when the policy wants another, where it does.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal

from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.yearly import Stage
from smadmin.services.password_ages import Aged
from smadmin.services.yearly import Confirmed
from smadmin.ui.accounts.page import Inside, allow
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateChip, StateLine
from smadmin.ui.theme import State

STATES = {
    Stage.FINE: State.FINE,
    Stage.SOON: State.NOTE,
    Stage.DUE: State.DOUBT,
    Stage.LATE: State.STOP,
}


class YearlyCard(Card):
    """Asks for itself what it shows; hidden where no log-in is kept.

    Signals:
        changeAsked: the log-in's form is to be opened.
    """

    changeAsked = Signal()

    def __init__(self, inside: Inside) -> None:
        """Begin hidden."""
        words = inside.words
        super().__init__(words.say("yearly.title"))
        self._inside, self._words = inside, words
        self._account: AccountId | None = None
        self.chip = StateChip(State.FINE, "")
        self.said = PlainLabel("", kind=TextKind.MUTED)
        self.try_first = PlainLabel(words.say("yearly.try-first"), kind=TextKind.NOTE)
        self.button = Button(words.say("yearly.confirm"), icon="check")
        self.button.clicked.connect(self._confirm)
        self.answer = StateLine(State.FINE, "")
        self.answer.hide()
        self.age_chip = StateChip(State.FINE, "")
        self.age = PlainLabel("", kind=TextKind.MUTED)
        self.change_button = Button(words.say("yearly.password-change"), icon="key-round")
        self.change_button.clicked.connect(self.changeAsked)
        left = Qt.AlignmentFlag.AlignLeft
        self.body.addWidget(self.chip, 0, left)
        self.body.addWidget(self.said)
        self.body.addWidget(self.try_first)
        self.body.addWidget(self.button, 0, left)
        self.body.addWidget(self.answer)
        self.body.addWidget(self.age_chip, 0, left)
        self.body.addWidget(self.age)
        self.body.addWidget(self.change_button, 0, left)
        self.hide()

    def show_account(self, account: AccountId) -> None:
        """Ask about an account; another one than before is hidden until its answer comes."""
        if account != self._account:
            self._account = account
            self.answer.hide()
            self.hide()
        office, by = self._inside.around.office, self._inside.around.by
        yearly, ages = office.yearly, office.password_ages
        self._inside.around.performer.perform(
            lambda: (yearly.of(by, account), yearly.blockers(by, account), ages.of(by, account)),
            done=partial(self._came, account),
            origin=self._inside.screen,
        )

    def _came(
        self, account: AccountId, found: tuple[Confirmed | None, tuple[Reason, ...], Aged | None]
    ) -> None:
        confirmed, blocked, aged = found
        if account != self._account:
            return
        if confirmed is not None:
            self._show(confirmed)
            allow(self.button, self._words.reasons(blocked))
            self.try_first.setVisible(not blocked)
            self._show_age(aged, mine=not blocked)
        self.setVisible(confirmed is not None)

    def _show(self, confirmed: Confirmed) -> None:
        stage, words = confirmed.stage, self._words
        told = say("yearly.said", day=confirmed.on, name=confirmed.by, due=confirmed.due)
        if confirmed.unset:
            self.chip.show_state(State.DOUBT, words.say("yearly.unset"))
            told = say("yearly.said-unset", day=confirmed.on, name=confirmed.by, due=confirmed.due)
        else:
            self.chip.show_state(STATES[stage], words.say(f"yearly.stage-{stage.name.lower()}"))
        self.said.show_text(words(told))
        self.button.show_words(words.say("yearly.confirm-first" if confirmed.unset else "yearly.confirm"))

    def _show_age(self, aged: Aged | None, *, mine: bool) -> None:
        """Say how old the password is; a day by which it must be another stands there with its state."""
        stage = Stage.FINE if aged is None else aged.stage
        self.age.setVisible(aged is not None)
        self.age_chip.setVisible(stage > Stage.FINE)
        self.change_button.setVisible(aged is not None and mine)
        if aged is None:
            return
        told = say("yearly.password-since", since=aged.since)
        if aged.due is not None:
            told = say("yearly.password-by", since=aged.since, due=aged.due)
        self.age.show_text(self._words(told))
        if stage > Stage.FINE:
            self.age_chip.show_state(STATES[stage], self._words.say(f"yearly.stage-{stage.name.lower()}"))

    def _confirm(self) -> None:
        account, around = self._account, self._inside.around
        if account is None:
            return
        yearly, by = around.office.yearly, around.by
        around.performer.perform(
            lambda: yearly.confirm(by, account),
            done=lambda _: self._done(account),
            origin=self._inside.screen,
        )

    def _done(self, account: AccountId) -> None:
        """Answer where the press was: on the same day nothing else of the card looks different."""
        around = self._inside.around
        noted = say("yearly.noted", at=around.office.school.local(around.now))
        self.answer.show_line(self._words(noted))
        self.answer.setVisible(account == self._account)
        self.show_account(account)
