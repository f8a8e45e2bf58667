"""The open account: its head, and its pages behind tabs. A page is made when it is first looked at.

The tabs stand in the order of `PAGES`; the one that was looked at last stays for the next account.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from smadmin.ui.accounts.deeds import AccountDeeds
from smadmin.ui.accounts.head import AccountHead
from smadmin.ui.accounts.log_in_page import CARDS
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.page import AccountPage, Inside
from smadmin.ui.accounts.pages import LOG_IN, OVERVIEW, PAGES
from smadmin.ui.plaintext import for_button
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX


class AccountPanel(QWidget):
    """Head, tabs and pages of one account."""

    def __init__(
        self, around: Surroundings, deeds: AccountDeeds, screen: Screen, parent: QWidget | None = None
    ) -> None:
        """Begin without an account, at the first page."""
        super().__init__(parent)
        words = around.words
        self._inside = Inside(around, deeds, screen, screen.load, self.turn_to)
        in_the_chair = around.office.session.confined  # no log-ins there (decision 4)
        self._names = tuple(name for name in PAGES if name != LOG_IN or not in_the_chair)
        self._made: dict[str, AccountPage] = {}
        self._model: AccountModel | None = None
        self.head = AccountHead(words)
        self.tabs = QTabBar()
        self.tabs.setObjectName("account-pages")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName(words.say("accountui.pages"))
        for name in self._names:
            self.tabs.addTab(for_button(words.say(f"accountui.page-{name}")))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(SPACE_PX + 4)
        self._column.addWidget(self.head)
        self._column.addWidget(self.tabs)
        self._column.addStretch(1)
        self.tabs.currentChanged.connect(lambda _place: self._show_current())

    @property
    def current(self) -> str:
        """The name of the page in sight."""
        return self._names[self.tabs.currentIndex()]

    def page(self, name: str) -> AccountPage:
        """Give a page; it is made when it is first asked for."""
        if name not in self._made:
            made = PAGES[name](self._inside, self)
            made.setVisible(False)
            self._made[name] = made
            self._column.insertWidget(self._column.count() - 1, made)
        return self._made[name]

    def turn_to(self, name: str) -> AccountPage:
        """Show a page, and give it; the first one where there is none of that name in the chair."""
        there = name if name in self._names else OVERVIEW
        self.tabs.setCurrentIndex(self._names.index(there))
        return self.page(there)

    def show_account(self, model: AccountModel) -> None:
        """Show an account; another one than before begins with all forms put away."""
        if self._model is not None and self._model.id != model.id:
            self.rest()
        self._model = model
        self.head.show_account(model)
        self._show_current()

    def rest(self) -> None:
        """Put forms away, and a log-in that is shown."""
        for page in self._made.values():
            page.rest()

    def settle(self) -> None:
        """Let go of what nobody else may see."""
        for page in self._made.values():
            page.settle()

    def _show_current(self) -> None:
        current = self.page(self.current)
        if self._model is not None:
            current.show_account(self._model)
        for page in self._made.values():
            page.setVisible(page is current)


def parts_of(panel: Callable[[], AccountPanel]) -> tuple[Callable[[], object], ...]:
    """Give what makes a panel and its pages one by one (`Screen.parts`)."""
    pages = [lambda name=name: panel().page(name) for name in PAGES]
    cards = [lambda: panel().page(LOG_IN).make_next()] * len(CARDS)
    return (panel, *pages, *cards)
