"""The page of the open account's log-in. A shown log-in goes when the page is left."""

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


class LogInPage(AccountPage):
    """The page."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(inside, parent)
        self.holders = HoldersCard(inside)
        self.column.addWidget(self.holders)
        self.card = LogInCard(inside.words, lambda: inside.around.office.desk.now)
        self.column.addWidget(self.card)
        self.copies = CopiesCard(inside, lambda: self.card.reason)
        self.column.addWidget(self.copies)
        self.yearly = YearlyCard(inside)
        self.yearly.changeAsked.connect(self.card.begin_changing)
        self.column.addWidget(self.yearly)
        self.connection = ConnectionCard(inside)
        self.column.addWidget(self.connection)
        self.card.form.folded.connect(self.yearly.answer.hide)
        self.desk = LogInDesk(inside.around, self.card, inside.screen)
        self.desk.changed.connect(inside.reload)

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
        self.desk.account = None  # what is still under way for it is dropped when it comes
        self.card.rest()
        self.copies.rest()
        self.holders.rest()
        self.connection.rest()

    @override
    def settle(self) -> None:
        self.desk.settle()
        self.copies.rest()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.card.hide_log_in()
        self.copies.rest()
