"""Letting in somebody new, who sits beside the person that may do so (`keys.md`, New person)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from typing_extensions import override

from smadmin.domain.accounts import Account
from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.services.asking import let_in
from smadmin.services.backups import Made
from smadmin.services.carried import bring_request
from smadmin.services.coming import ENDING as COMPUTER
from smadmin.services.founding import (
    accounts_to_name_for,
    admit_beside,
    employees_only,
    new_person,
    who_may_be_let_in,
)
from smadmin.services.phrases import make_phrase
from smadmin.services.requested import Waiting, waiting_for
from smadmin.services.seats import Seat
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.founding.carrying import ask_where_backup, ask_which
from smadmin.ui.founding.copying import CopyCard
from smadmin.ui.founding.designated import AccountTicks
from smadmin.ui.founding.keyring import KeyringNotice
from smadmin.ui.founding.person import PersonFields
from smadmin.ui.founding.requests import RequestsCard
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.narrow import column_at_left
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import FROM_ACCOUNT, Surroundings
from smadmin.ui.theme import State

_ROLES = (Role.PRINCIPAL, Role.ADMINISTRATOR, Role.REVIEWER, Role.COMMUNICATIONS)
"""A deputy has days, which are given under *People*."""

FROM_GATE = "gate"
"""Opened with this, the form was asked for by who was about to hand over the chair."""
_WIDTH_PX = 520
_BROUGHT = "request-brought"


class NewcomerScreen(Screen):
    """The form of a new person; whoever acts now signs it with their own key."""

    def __init__(self, around: Surroundings) -> None:
        """Build the form."""
        super().__init__()
        self._around, self._words = around, around.words
        self._for_chair, self._account = False, ""
        self._letting_in = ""
        self._barred: Mapping[Role, tuple[Reason, ...]] = {}
        self._header = ScreenHeader(self._words.say("founding.newcomer"))
        main = self._header.set_main(self._words.say("founding.let-in"))
        self._header.mainChosen.connect(
            lambda: around.doors.with_passphrase(self._let_in, say("founding.let-in"))
        )
        back = Button(self._words.say("founding.back"), kind=ButtonKind.QUIET)
        back.clicked.connect(self._go_back)
        self._header.add_button(back)
        bring = Button(self._words.say("joining.bring"), kind=ButtonKind.QUIET)
        bring.setAccessibleDescription(self._words.say("joining.bring-note"))
        bring.setToolTip(for_tooltip(self._words.say("joining.bring-note")))
        bring.clicked.connect(lambda: ask_which(self, self._words, self.bring))
        self._header.add_button(bring)
        self.head.addWidget(self._header)
        self.keyring = KeyringNotice(self._words)
        self.keyring.againAsked.connect(self._ask_keyring)
        self.page.addWidget(self.keyring)
        self.requests = RequestsCard(_ROLES, self._words)
        self.requests.letIn.connect(self._let_in_there)
        self.requests.backupAsked.connect(self._ask_where_backup)
        self.copy = CopyCard(around, self)
        self.copy.told.connect(self.bannerAsked)
        self.person = PersonFields(_ROLES, self._words)
        self.accounts = AccountTicks(self._words)
        self.person.put_below_role(self.accounts)
        card = Card(self._words.say("founding.newcomer-title"))
        card.body.addWidget(PlainLabel(self._words.say("founding.newcomer-what"), kind=TextKind.MUTED))
        card.body.addWidget(self.person)
        column = column_at_left(self.page, _WIDTH_PX)
        column.addWidget(self.copy)
        column.addWidget(self.requests)
        column.addWidget(card)
        self.page.addStretch(1)
        self.person.edited.connect(self._look)
        self.person.entered.connect(main.press)
        self._look()

    def open_subject(self, subject: str) -> None:
        """Know where one came from: handing over the chair (`FROM_GATE`) or an account; it goes on there."""
        self._for_chair = subject == FROM_GATE
        self._account = subject.removeprefix(FROM_ACCOUNT) if subject.startswith(FROM_ACCOUNT) else ""

    @override
    def shown(self) -> None:
        self._for_chair, self._account = False, ""
        super().shown()

    @override
    def load(self) -> None:
        self.loaded(self._look)
        self._ask_keyring()
        self._look_for_requests()
        office, language = self._around.office, self._words.language
        self._around.performer.perform(
            lambda: employees_only(office, language), done=self.person.quote, origin=self
        )
        self._around.performer.perform(
            lambda: who_may_be_let_in(office, _ROLES), done=self._show_barred, origin=self
        )
        self._around.performer.perform(
            lambda: accounts_to_name_for(office), done=self._show_accounts, origin=self
        )

    @override
    def settle(self) -> None:
        self.person.clear_passphrases()
        self.requests.forget_signed()
        self.copy.forget()

    def _look_for_requests(self) -> None:
        office = self._around.office
        self._around.performer.errand(lambda: waiting_for(office), done=self._show_waiting, origin=self)

    def _show_waiting(self, waiting: Sequence[Waiting]) -> None:
        self.requests.show_waiting(waiting)
        self._look()

    def bring(self, file: Path) -> None:
        """Take in a request that came as a file, which waits below as any other; or a new computer's file."""
        if file.suffix == COMPUTER:
            self.copy.bring(file)
            return
        office = self._around.office

        def brought(_done: None) -> None:
            self.bannerAsked.emit(BannerModel(State.FINE, say("joining.brought"), key=_BROUGHT))
            self.requests.forget_signed()
            self._look_for_requests()

        self._around.performer.errand(
            lambda: bring_request(office, file),
            done=brought,
            failed=lambda error: self.bannerAsked.emit(replace(banner_of(error), key=_BROUGHT)),
            origin=self,
        )

    def _let_in_there(
        self, waiting: Waiting, typed: str, role: Role | None, accounts: tuple[AccountId, ...]
    ) -> None:
        office = self._around.office
        roles = frozenset[Role]() if role is None else frozenset({role})

        def signed(done: Done[str]) -> None:
            self.requests.show_signed(waiting.name, done.value)
            self._look_for_requests()

        def go_on() -> None:
            self.requests.show_working(waiting)
            self._around.performer.errand(
                lambda: let_in(office, waiting, typed=typed, roles=roles, accounts=accounts),
                done=signed,
                failed=lambda error: self.requests.show_refused(waiting, self._words.error(error)),
                origin=self,
            )

        self._around.doors.with_passphrase(go_on, say("joining.sign"))

    def _ask_where_backup(self) -> None:
        day = f"{self._around.now:%Y-%m-%d}"
        ask_where_backup(self, self._words, day, self._save_backup)

    def _save_backup(self, file: Path) -> None:
        def saved(made: Made) -> None:
            told = say("joining.backup-saved", file=made.file.name)
            self.bannerAsked.emit(BannerModel(State.FINE, told, key=_BROUGHT))

        backups = self._around.office.backups
        self._around.performer.errand(lambda: backups.write(file), done=saved, origin=self)

    def _ask_keyring(self) -> None:
        self._around.performer.errand(self._around.office.find_seat, done=self._heard_keyring, origin=self)

    def _heard_keyring(self, seat: Seat) -> None:
        self.keyring.show_missing(seat.missing)
        without = seat.identity is None
        if without != bool(self.person.phrase.phrase):
            self.person.make_phrase(make_phrase() if without else "")
        self._look()

    def _show_barred(self, barred: Mapping[Role, tuple[Reason, ...]]) -> None:
        """Know before anything is typed whom the person acting now may not let in.

        Who founded the school as an administrator lets in its principal and nobody else: nothing to choose.
        """
        self._barred = barred
        allowed = [role for role, reasons in barred.items() if not reasons]
        if len(allowed) == 1:
            self.person.choose_role(allowed[0])
        self._look()

    def _show_accounts(self, accounts: tuple[Account, ...]) -> None:
        self.accounts.show_accounts(accounts)
        self.requests.show_accounts(accounts)

    def _look(self) -> None:
        form = self.person.form
        self.accounts.follow(form.role)
        barred = self._barred.get(form.role, ()) if form.role else self._wholly_barred()
        missing = (*form.missing_role(), *form.missing())
        # Whoever waits is let in with the button beside their letters; this one is the form's.
        elsewhere = not (self.requests.isHidden() or form.begun or barred)
        working = self._words.say("founding.letting-in", name=self._letting_in)
        self._header.show_missing((working,) if self._letting_in else self._words.reasons(barred or missing))
        self._header.show_main(shown=not elsewhere)

    def _wholly_barred(self) -> tuple[Reason, ...]:
        """Say why the person acting now lets in nobody at all; without reasons they let in somebody."""
        return next(iter(self._barred.values()), ()) if all(self._barred.values()) else ()

    def _let_in(self) -> None:
        form, office = self.person.form, self._around.office
        accounts = self.accounts.chosen if form.role is Role.ADMINISTRATOR else ()
        self.person.clear_passphrases()
        self._show_working(form.name)

        def let_in() -> Done[str]:
            person = new_person(
                office.grounds, form.name, email=form.email, phone=form.phone, statement=form.statement
            )
            roles = frozenset({form.role} if form.role else ())
            done = admit_beside(office, person, roles=roles, passphrase=form.passphrase, accounts=accounts)
            return Done(person.name, done)

        self._around.performer.errand(let_in, done=self._is_in, failed=self._refused, origin=self)

    def _show_working(self, name: str) -> None:
        """Say whom the program lets in while it does; without a name the form is there again."""
        self._letting_in = name
        self.person.setEnabled(not name)
        self._look()

    def _is_in(self, done: Done[str]) -> None:
        self._show_working("")
        self.bannerAsked.emit(BannerModel(State.FINE, say("founding.is-in", name=done.value)))
        if self._for_chair:
            self._around.doors.hand_over("approvals")
        else:
            self._go_back()

    def _go_back(self) -> None:
        if self._account:
            self._around.doors.open("accounts", self._account)
        else:
            self._around.doors.open("today")

    def _refused(self, error: KnownError) -> None:
        self._show_working("")
        if isinstance(error, NotAllowed):
            self.person.show_reasons(error.reasons)
            if self.person.wrong is not None:
                self.person.wrong.control.setFocus()
            return
        self.bannerAsked.emit(banner_of(error))
        self._ask_keyring()
