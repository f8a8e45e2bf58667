"""The page of the open account's log-in. A shown log-in goes when the page is left."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.ui.accounts.connection import ConnectionCard
from smadmin.ui.accounts.holders import HoldersCard
from smadmin.ui.accounts.log_in import LogInCard
from smadmin.ui.accounts.log_in_copies import CopiesCard
from smadmin.ui.accounts.log_in_desk import LogInDesk
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.page import AccountPage, Inside
from smadmin.ui.accounts.yearly import YearlyCard

RENEW = "renew"
"""The part that says how a log-in is made anew which the platform refuses."""

CARDS = ("holders", "desk", "copies", "yearly", "connection")
"""What the page is made of, one after the other."""

_Made = TypeVar("_Made", HoldersCard, LogInCard, CopiesCard, YearlyCard, ConnectionCard)


class LogInPage(AccountPage):
    """The page. Its cards are made one by one, each below the one before it: together they take too long."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        """Begin without an account, and empty."""
        super().__init__(inside, parent)
        self._cards: list[HoldersCard | LogInCard | CopiesCard | YearlyCard | ConnectionCard] = []

    @cached_property
    def holders(self) -> HoldersCard:
        """Who else holds the log-in."""
        return self._below(HoldersCard(self.inside))

    @cached_property
    def card(self) -> LogInCard:
        """The log-in itself, behind the passphrase."""
        _ = self.holders
        return self._below(LogInCard(self.inside.words, lambda: self.inside.around.office.desk.now))

    @cached_property
    def desk(self) -> LogInDesk:
        """What is done with it."""
        desk = LogInDesk(self.inside.around, self.card, self.inside.screen)
        desk.changed.connect(self.inside.reload)
        return desk

    @cached_property
    def copies(self) -> CopiesCard:
        """Its copies for whom the school names."""
        card = self.card
        return self._below(CopiesCard(self.inside, lambda: card.reason))

    @cached_property
    def yearly(self) -> YearlyCard:
        """That it still works, once a year."""
        _ = self.copies
        yearly = self._below(YearlyCard(self.inside))
        yearly.changeAsked.connect(self.card.begin_changing)
        self.card.form.folded.connect(yearly.answer.hide)
        return yearly

    @cached_property
    def connection(self) -> ConnectionCard:
        """What the program posts with."""
        _ = self.yearly
        made = self._below(ConnectionCard(self.inside))
        made.tokenAsked.connect(self.card.begin_token)
        self.desk.tokenKept.connect(made.take_token)
        return made

    @override
    def make_next(self) -> None:
        missing = next((name for name in CARDS if name not in vars(self)), None)
        if missing is not None:
            getattr(self, missing)

    @override
    def fill(self, model: AccountModel) -> None:
        self.desk.account = model.account
        self.card.show_model(model.log_in)
        self.holders.show_account(model.account)
        self.copies.show_account(model.account)
        self.yearly.show_account(model.account.id)
        self.connection.show_account(model.account)

    @override
    def begin_at(self, part: str) -> None:
        if part == RENEW:
            self.connection.begin_renewing()

    @override
    def rest(self) -> None:
        if "desk" in vars(self):
            self.desk.account = None  # what is still under way for it is dropped when it comes
        for card in self._cards:
            if not isinstance(card, YearlyCard):
                card.rest()

    @override
    def settle(self) -> None:
        if "desk" in vars(self):
            self.desk.settle()
        if "copies" in vars(self):
            self.copies.rest()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if "card" in vars(self):
            self.card.hide_log_in()
        if "copies" in vars(self):
            self.copies.rest()

    def _below(self, card: _Made) -> _Made:
        """Put a card below those that are made."""
        self._cards.append(card)
        self.column.addWidget(card)
        return card
