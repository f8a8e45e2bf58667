"""The page *Communications* of the open account: what it asked for, and what it may do (BAL-B1f4, YEL-A4)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import Message, say
from smadmin.domain.office_requests import OfficeRequest, Wish
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.office_cards import AskCard, AskedCard, PowersCard
from smadmin.ui.accounts.office_model import OfficeSeen, office_model, read_office
from smadmin.ui.accounts.page import AccountPage, Inside


class OfficePage(AccountPage):
    """The page; it reads what it shows when an account is shown."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(inside, parent)
        words = inside.words
        self.asked, self.ask, self.powers = AskedCard(words), AskCard(words), PowersCard(words)
        for card in (self.asked, self.ask, self.powers):
            self.column.addWidget(card)
            card.hide()
        self._connect()

    @override
    def fill(self, model: AccountModel) -> None:
        around = self.inside.around
        office, by = around.office, around.by
        around.performer.perform(
            lambda: read_office(office, by, model.account),
            done=self._came,
            failed=self.inside.deeds.say_error,
            origin=self.inside.screen,
        )

    @override
    def rest(self) -> None:
        self.ask.rest()
        self.powers.rest()

    def _came(self, seen: OfficeSeen) -> None:
        if self.model is None or self.model.id != seen.account.id:
            return  # another account is open by now
        shown = office_model(seen)
        self.asked.show_office(shown)
        self.powers.show_office(shown)
        self.asked.show()
        self.powers.show()
        self.ask.setVisible(shown.can_ask)

    def _connect(self) -> None:
        deeds = self.inside.deeds
        self.asked.pageAsked.connect(deeds.open_page)
        self.asked.postAsked.connect(lambda post: self.inside.around.doors.open("publish", post))
        self.asked.closeAsked.connect(lambda: self.inside.turn_to("overview"))
        self.asked.done.connect(partial(self._answer, sentence="", done=True))
        self.asked.refused.connect(lambda request, why: self._answer(request, sentence=why, done=False))
        self.asked.takenBack.connect(self._take_back)
        self.ask.removalAsked.connect(lambda page, why: self._ask(Wish.REMOVAL, why, page=page))
        self.ask.closingAsked.connect(lambda why: self._ask(Wish.CLOSING, why))
        self.powers.confirmed.connect(self._confirm)
        self.powers.stoodIn.connect(self._stand_in)
        self.powers.heldAll.connect(partial(self._all, hold=True))
        self.powers.wentOnAll.connect(partial(self._all, hold=False))

    def _answer(self, request: OfficeRequest, *, sentence: str, done: bool) -> None:
        by, requests = self.inside.around.by, self.inside.around.office.office_requests
        self._deed(lambda: requests.answer(by, request, sentence, done=done), say("powers.said-answered"))

    def _take_back(self, request: OfficeRequest) -> None:
        by, requests = self.inside.around.by, self.inside.around.office.office_requests
        self._deed(lambda: requests.take_back(by, request), say("powers.said-taken-back"))

    def _ask(self, wish: Wish, why: str, *, page: str = "") -> None:
        if self.model is None:
            return
        account = self.model.account
        by, requests = self.inside.around.by, self.inside.around.office.office_requests
        self._deed(
            lambda: requests.ask(by, account.id, wish, page=page, reason=why),
            say("powers.said-asked", account=account.label),
            failed=self._not_asked,
            rest=self.ask.rest,
        )

    def _not_asked(self, error: KnownError) -> None:
        if not (isinstance(error, NotAllowed) and self.ask.show_refused(error)):
            self.inside.deeds.say_error(error)

    def _confirm(self) -> None:
        hand = self.inside.around.office.district_hand
        self._for_account(hand.confirm, "powers.said-confirmed")

    def _stand_in(self) -> None:
        hand = self.inside.around.office.district_hand
        self._for_account(hand.stand_in, "powers.said-stands-in")

    def _for_account(self, do: Callable[[Actor, AccountId], Changes], said: str) -> None:
        if self.model is not None:
            by, account = self.inside.around.by, self.model.account
            self._deed(lambda: do(by, account.id), say(said, account=account.label))

    def _all(self, why: str, *, hold: bool) -> None:
        by, hand = self.inside.around.by, self.inside.around.office.district_hand
        if hold:
            self._deed(lambda: hand.hold_all(by, why=why), say("powers.said-held-all"), rest=self.powers.rest)
        else:
            said = say("powers.said-went-on-all")
            self._deed(lambda: hand.go_on_all(by, why=why), said, rest=self.powers.rest)

    def _deed(
        self,
        deed: Callable[[], Changes],
        said: Message,
        *,
        failed: Callable[[KnownError], None] | None = None,
        rest: Callable[[], None] | None = None,
    ) -> None:
        """Do it; `rest` puts away what was typed for it, and nothing that was typed for something else."""
        deeds = self.inside.deeds

        def done(_changes: Changes) -> None:
            deeds.say_done(said)
            if rest is not None:
                rest()
            self.inside.reload()

        self.inside.around.performer.perform(
            deed, done=done, failed=failed or deeds.say_error, origin=self.inside.screen
        )
