"""The first page of the open account: what it lacks, how it was confirmed, its details."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.accounts import AccountForm, AccountStage
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.services.cadence import AccountCadence
from smadmin.services.excuses import ExcuseView
from smadmin.services.strategies import StrategySheet
from smadmin.ui.accounts.details import DetailsCard
from smadmin.ui.accounts.excuse_card import ExcuseCard
from smadmin.ui.accounts.identity import IdentityCard
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.page import AccountPage, Inside
from smadmin.ui.accounts.standing import StandingCard
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.surroundings import FROM_ACCOUNT


class OverviewPage(AccountPage):
    """The page."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(inside, parent)
        words = inside.words
        self.standing, self.identity = StandingCard(words), IdentityCard(words)
        self.details, self.excuse = DetailsCard(words), ExcuseCard(words)
        self.details.body.addWidget(self.standing.close_form)
        for card in (self.standing, self.excuse, self.identity, self.details):
            self.column.addWidget(card)
        self._adopted = ""
        self._connect()

    @override
    def fill(self, model: AccountModel) -> None:
        self.standing.show_account(model)
        self.identity.show_account(model)
        self.details.show_account(model)
        self._fill_silence(model)
        if self._adopted == model.id:
            self._lead_to_page(model)

    def _fill_silence(self, model: AccountModel) -> None:
        around = self.inside.around
        office, by = around.office, around.by

        def came(read: tuple[tuple[AccountCadence, ...], ExcuseView, StrategySheet]) -> None:
            judged = next((one for one in read[0] if one.account.id == model.id), None)
            if judged is not None and self.model is not None and self.model.id == model.id:
                self.excuse.show_silence(judged, read[1])
                live = judged.account.stage is AccountStage.LIVE
                self.standing.strategy.setVisible(live and read[2].strategy is None)

        around.performer.perform(
            lambda: (
                office.plan.cadence(),
                office.excuses.view(by, model.id),
                office.strategies.sheet(by, model.id),
            ),
            done=came,
            failed=self.inside.deeds.say_error,
            origin=self.inside.screen,
        )

    def _just_adopted(self, account: str) -> None:
        self._adopted = account

    def _lead_to_page(self, model: AccountModel) -> None:
        """Go on from the form to the look at the page, where nothing else is missing."""
        self._adopted = ""
        if model.live_blockers == ():
            self.identity.begin()
            bring_into_view(self.identity)

    @override
    def rest(self) -> None:
        self.standing.rest()
        self.identity.rest()
        self.details.fold()
        self.excuse.rest()

    def _decide_silence(self) -> None:
        """Connect the ways out of a long silence."""
        excuse = self.excuse
        excuse.excused.connect(lambda until, why: self.on_account(lambda one: self._excuse(one, until, why)))
        excuse.takenBack.connect(lambda: self.on_account(self._take_back))
        excuse.handOverAsked.connect(lambda: self.inside.turn_to("people"))
        excuse.closeAsked.connect(self._lead_to_close)

    def _lead_to_close(self) -> None:
        self.standing.close_form.unfold()
        bring_into_view(self.standing.close_form)

    def _excuse(self, model: AccountModel, until: date, why: str) -> None:
        by, excuses = self.inside.around.by, self.inside.around.office.excuses
        said = say("excuses.said", account=model.account.label, until=until)
        self._silence_deed(lambda: excuses.excuse(by, model.id, until=until, why=why), said)

    def _take_back(self, model: AccountModel) -> None:
        by, excuses = self.inside.around.by, self.inside.around.office.excuses
        said = say("excuses.said-back", account=model.account.label)
        self._silence_deed(lambda: excuses.end(by, model.id), said)

    def _silence_deed(self, deed: Callable[[], Changes], said: Message) -> None:
        def done(_changes: Changes) -> None:
            self.excuse.rest()
            self.inside.deeds.say_done(said)
            self.inside.reload()

        def failed(error: KnownError) -> None:
            if not (isinstance(error, NotAllowed) and self.excuse.show_error(error)):
                self.inside.deeds.say_error(error)

        self.inside.around.performer.perform(deed, done=done, failed=failed, origin=self.inside.screen)

    def _connect(self) -> None:
        self._decide_silence()
        deeds, standing, identity = self.inside.deeds, self.standing, self.identity
        standing.held.connect(lambda why: self.on_account(lambda one: deeds.hold(one, why)))
        standing.wentOn.connect(lambda why, seen: self.on_account(lambda one: deeds.go_on(one, why, seen)))
        standing.closed.connect(
            lambda why: self.on_account(lambda one: deeds.ask_close(one, why, self.inside.screen))
        )
        standing.administratorAsked.connect(
            lambda who: self.on_account(lambda one: deeds.designate(one, who))
        )
        standing.strategyAsked.connect(lambda: self.inside.turn_to("strategy"))
        standing.principalChosen.connect(lambda who: self.on_account(lambda one: self._answer_for(one, who)))
        standing.principalAsked.connect(lambda: self.on_account(self._let_principal_in))
        identity.pageAsked.connect(lambda _page: self.on_account(lambda one: deeds.open_own(one.account)))
        identity.addressAsked.connect(self.details.enter_page)
        identity.seen.connect(lambda seen: self.on_account(lambda one: deeds.see(one, seen)))
        self.details.given.connect(self._change)
        deeds.adopted.connect(self._just_adopted)
        deeds.seenRefused.connect(lambda error: identity.show_error(self.inside.words.error(error)))
        deeds.goOnRefused.connect(lambda error: standing.go_on.show_refused(self.inside.words.error(error)))
        deeds.changeRefused.connect(self._refused)
        deeds.settled.connect(self.rest)

    def _answer_for(self, model: AccountModel, who: str) -> None:
        self.inside.deeds.change(model.account, model.form, replace(model.form, principal=PersonId(who)))

    def _let_principal_in(self, model: AccountModel) -> None:
        """Lead to the form of a new person, which leads back here."""
        self.inside.around.doors.open("newcomer", f"{FROM_ACCOUNT}{model.id}")

    def _change(self, form: AccountForm) -> None:
        self.on_account(lambda one: self.inside.deeds.change(one.account, one.form, form))

    def _refused(self, error: KnownError) -> None:
        if not (isinstance(error, NotAllowed) and self.details.form.show_error(error)):
            self.inside.deeds.say_error(error)
