"""When the log-in was last known to be right, and the press that says so for another year (BAL-B1b4)."""

from functools import partial

from PySide6.QtCore import Qt

from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.yearly import Stage
from smadmin.services.yearly import Confirmed
from smadmin.ui.accounts.page import Inside, allow
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateChip
from smadmin.ui.theme import State

STATES = {
    Stage.FINE: State.FINE,
    Stage.SOON: State.NOTE,
    Stage.DUE: State.DOUBT,
    Stage.LATE: State.STOP,
}


class YearlyCard(Card):
    """Asks for itself what it shows; hidden where no log-in is kept."""

    def __init__(self, inside: Inside) -> None:
        """Begin hidden."""
        words = inside.words
        super().__init__(words.say("yearly.title"))
        self._inside, self._words = inside, words
        self._account: AccountId | None = None
        self.chip = StateChip(State.FINE, "")
        self.said = PlainLabel("", kind=TextKind.MUTED)
        self.button = Button(words.say("yearly.confirm"), icon="check")
        self.button.clicked.connect(self._confirm)
        left = Qt.AlignmentFlag.AlignLeft
        self.body.addWidget(self.chip, 0, left)
        self.body.addWidget(self.said)
        self.body.addWidget(self.button, 0, left)
        self.hide()

    def show_account(self, account: AccountId) -> None:
        """Ask about an account; another one than before is hidden until its answer comes."""
        if account != self._account:
            self._account = account
            self.hide()
        yearly, by = self._inside.around.office.yearly, self._inside.around.by
        self._inside.around.performer.perform(
            lambda: (yearly.of(by, account), yearly.blockers(by, account)),
            done=partial(self._came, account),
            origin=self._inside.screen,
        )

    def _came(self, account: AccountId, found: tuple[Confirmed | None, tuple[Reason, ...]]) -> None:
        confirmed, blocked = found
        if account != self._account:
            return
        if confirmed is not None:
            self._show(confirmed)
            allow(self.button, self._words.reasons(blocked))
        self.setVisible(confirmed is not None)

    def _show(self, confirmed: Confirmed) -> None:
        stage = confirmed.stage
        self.chip.show_state(STATES[stage], self._words.say(f"yearly.stage-{stage.name.lower()}"))
        told = say("yearly.said", day=confirmed.on, name=confirmed.by, due=confirmed.due)
        self.said.show_text(self._words(told))

    def _confirm(self) -> None:
        account, around = self._account, self._inside.around
        if account is None:
            return
        yearly, by = around.office.yearly, around.by
        around.performer.perform(
            lambda: yearly.confirm(by, account),
            done=lambda _: self.show_account(account),
            origin=self._inside.screen,
        )
