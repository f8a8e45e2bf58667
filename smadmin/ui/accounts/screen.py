"""The screen *Accounts*: the register, one account open beside it, its log-in behind the passphrase.

A shown log-in and the clipboard are emptied when the screen settles: at lock, at handing over, at quit.
"""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smadmin.domain.accounts import AccountStage
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.ui.accounts.adding import nameable, new_form
from smadmin.ui.accounts.asking import Asking
from smadmin.ui.accounts.deeds import AccountDeeds
from smadmin.ui.accounts.form import AccountFields, form_within
from smadmin.ui.accounts.model import AccountModel, Register, account_model, principals_of, row_of
from smadmin.ui.accounts.overview import OverviewPage
from smadmin.ui.accounts.page import allow
from smadmin.ui.accounts.pages import OVERVIEW, SET_UP
from smadmin.ui.accounts.panel import AccountPanel, parts_of
from smadmin.ui.accounts.reading import read_register
from smadmin.ui.accounts.register_hand import RegisterHand
from smadmin.ui.accounts.register_model import counted, entries_of
from smadmin.ui.accounts.register_side import RegisterSide
from smadmin.ui.buttons import Button
from smadmin.ui.empty import EmptyState, nothing_chosen
from smadmin.ui.header import ScreenHeader
from smadmin.ui.screen import NEXT_TURN_MS, Screen
from smadmin.ui.scrolled import bring_into_view, empty_area, fill
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners

NEW = "new"  # opened with this, the register shows its form for another account


class AccountsScreen(Screen):
    """The register of official accounts."""

    NOUNS = frozenset({"accounts", "people", "credentials"})
    PERSONAL = True

    def __init__(self, around: Surroundings) -> None:
        """Build it empty; `load` fills it."""
        super().__init__()
        self._around, self._words = around, around.words
        self._register: Register | None = None
        self._open: AccountId | None = None
        self._adding_next = False
        self.model: AccountModel | None = None
        self.banners = UndoBanners(self._words)
        self.deeds = AccountDeeds(around, self.banners, self)
        self._build_head()
        self._build_sides()
        self._connect()

    @override
    def parts(self) -> tuple[Callable[[], object], ...]:
        return parts_of(lambda: self.panel)

    def open_subject(self, subject: str) -> None:
        """Show one account, at a page (`office:<id>`) or part (`log-in:renew:<id>`); or a form (`NEW`)."""
        if subject == NEW:
            self.begin_adding()
            return
        page, _, account = subject.rpartition(":")
        page, _, part = page.partition(":")
        if page:
            self.panel.turn_to(page).begin_at(part)
        self.list.choose(account)
        self._sides.turn_to_second()
        self._open_row(account)

    def _open_row(self, account: str) -> None:
        self._open = AccountId(account)
        if not self.side.in_sight(account):
            self.side.show_all()
        self._right.setCurrentWidget(self._nobody)
        self._render_panel()
        self._panel_area.verticalScrollBar().setValue(0)

    def begin_adding(self) -> None:
        """Show the form for another account."""
        self._adding_next = self._register is None
        if self._register is None or self._register.may_add:
            return
        self.panel.rest()
        self._stand_there(self._adding_area)
        known = self._register
        self.add_form.show_form(new_form(known), principals_of(known), known.pages, nameable(known))
        self.add_form.begin()

    def begin_asking(self) -> None:
        """Show the form for asking for a new account."""
        if self._register is not None:
            self._stand_there(self._asking_area)
            self.asking.begin(new_form(self._register))

    def _stand_there(self, area: QWidget) -> None:
        self._whole.setCurrentWidget(self._sides)
        self._sides.turn_to_second()
        self._right.setCurrentWidget(area)
        if self._filling:
            self.list.choose("")  # the form is about none of them, and each leads away from it
        self.main.setVisible(not self._filling)

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        self._around.performer.perform(
            partial(read_register, self._around.office, self._around.by),
            done=self._came,
            failed=self.banners.say_error,
            origin=self,
        )

    @override
    def settle(self) -> None:
        if "panel" in vars(self):  # else there is no log-in yet that could be shown
            self.panel.settle()
        self.banners.quiet()

    # ---- rendering

    def _came(self, register: Register) -> None:
        self._register = register
        ids = [seen.listed.account.id for seen in register.accounts]
        if self._open not in ids:
            self._open = ids[0] if ids else None
        show = partial(self._show_register, register)
        if "panel" in vars(self):
            show()
        else:  # made in this turn and filled in the next, for each takes 25 ms
            self.panel.page(self.panel.current)
            QTimer.singleShot(NEXT_TURN_MS, self, show)

    def _show_register(self, register: Register) -> None:
        self.loaded(partial(self._render, register))
        if self._adding_next:
            self.begin_adding()

    def _render(self, register: Register) -> None:
        rows = [row_of(seen) for seen in register.accounts]
        entries = entries_of(register.accounts)
        self.header.note.show_text(self._words(counted(entries)))
        self.side.show_register(entries, rows, "" if self._filling else self._open or "", register.me)
        self._whole.setCurrentWidget(self._sides if rows or self._filling else self.empty)
        self._render_panel()

    def _render_panel(self) -> None:
        register = self._register
        if register is None:
            return
        seen = register.get(self._open if self._filling or self.side.in_sight(self._open or "") else None)
        self.model = None if seen is None else account_model(seen, register)
        blocked = self._words.reasons(register.may_add)
        for button in (self.add_button, self.empty.button):
            if button is not None:
                allow(button, blocked)
        self._show_main(blocked)
        if not self._filling:
            self._right.setCurrentWidget(self._nobody if self.model is None else self._panel_area)
        if self.model is not None:
            self.panel.show_account(self.model)

    def _sifted(self) -> None:
        """Nothing stands beside a list that doesn't have it; the list marks again what is open."""
        if not self._filling:
            self.list.choose(self._open or "")
            if (self.model is not None) is not self.side.in_sight(self._open or ""):
                self._render_panel()

    def _show_main(self, blocked: tuple[str, ...]) -> None:
        """The main button lets an account go live that is being set up, else adds one; a form has its own."""
        going_live = self.model is not None and self.model.live_blockers is not None
        asked = self.model is not None and self.model.account.stage is AccountStage.ASKED
        self.add_button.setVisible(going_live or asked)
        self.main.setVisible(not asked and not self._filling)  # who says yes has that button before them
        self.main.show_words(self._words.say("accountui.go-live" if going_live else "accountui.add"))
        if self.model is not None and self.model.live_blockers is not None:
            missing = self._words.reasons((*self.model.may.work, *self.model.live_blockers))
            more = self._words.say("accountui.and-more", n=max(len(missing) - 1, 1))
            self.header.show_missing(missing, and_more=more)
        else:
            self.header.show_missing(blocked)

    # ---- what is pressed

    def _main(self) -> None:
        if self.model is not None and self.model.live_blockers is not None:
            self._stand_there(self._panel_area)
            overview = self.panel.turn_to(OVERVIEW)
            if isinstance(overview, OverviewPage):
                bring_into_view(overview.identity)
                overview.identity.begin()
        else:
            self.begin_adding()

    @property
    def _filling(self) -> bool:
        """Whether a form for another account stands there, which a reload leaves alone."""
        return self._right.currentWidget() in {self._adding_area, self._asking_area}

    def _add_refused(self, error: KnownError) -> None:
        if not (isinstance(error, NotAllowed) and self.add_form.show_error(error)):
            self.banners.say_error(error)

    # ---- layout

    def _build_head(self) -> None:
        self.header = ScreenHeader(self._words.say("accountui.title"))
        self.main = self.header.set_main(self._words.say("accountui.add"))
        self.header.mainChosen.connect(self._main)
        self.add_button = Button(self._words.say("accountui.add"))
        self.add_button.clicked.connect(self.begin_adding)
        self.side = RegisterSide(self._words)
        self.hand = RegisterHand(self._around, self.side, self.banners, self)
        self.ask_button = Button(self._words.say("openingui.ask"))
        self.ask_button.clicked.connect(self.begin_asking)
        for button in (self.hand.button, self.ask_button, self.add_button):
            self.header.add_button(button)
        self.head.addWidget(self.header)
        self.head.addWidget(self.banners)

    def _build_sides(self) -> None:
        """Build from the outside in: what is put into the window full is styled once more by each layer."""
        words = self._words
        self._whole = QStackedWidget()
        self.page.addWidget(self._whole, 1)
        self.list = self.side.list
        self._right = QStackedWidget()
        names = [words.say(f"accountui.tab-{one}") for one in ("all", "one")]
        self._sides = Sides(self.side, self._right, shares=(4, 8), names=names)
        self.hand.keep_to_list(self._sides, self.ask_button, self.header.note)
        self.empty = EmptyState(
            "at-sign",
            words.say("accountui.empty-title"),
            text=words.say("accountui.empty-text"),
            step=words.say("accountui.empty-step"),
        )
        for part in (QWidget(), self.empty, self._sides):
            self._whole.addWidget(part)
        self._nobody = nothing_chosen(words.say("accountui.nothing-chosen"))
        self._panel_area = empty_area("account", self._right)
        self._adding_area = empty_area("adding", self._right)
        self._asking_area = empty_area("asking", self._right)
        for part in (self._nobody, self._panel_area, self._adding_area, self._asking_area):
            self._right.addWidget(part)

    @cached_property
    def panel(self) -> AccountPanel:
        """The open account; made when the register has come, for all at once takes 50 ms."""
        panel = AccountPanel(self._around, self.deeds, self, self._panel_area.viewport())
        fill(self._panel_area, panel)
        return panel

    @cached_property
    def add_form(self) -> AccountFields:
        """The form for another account; made when it is first asked for, because few ever ask."""
        form = form_within(self._adding_area, self._words)
        form.given.connect(self.deeds.adopt)
        form.left.connect(self._leave_adding)
        return form

    @cached_property
    def asking(self) -> Asking:
        """Asking for a new account."""
        asking = Asking(self._around, self._asking_area, self.deeds, self)
        asking.asked.connect(lambda account: self.open_subject(f"{SET_UP}:{account}"))
        asking.asked.connect(self.load)
        asking.left.connect(self._leave_adding)
        return asking

    def _connect(self) -> None:
        self.list.rowChosen.connect(self._open_row)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.side.find_account)
        self.side.sifted.connect(self._sifted)
        self.list.rowOpened.connect(self._sides.turn_to_second)
        self.empty.stepChosen.connect(self.begin_adding)
        self.deeds.settled.connect(self.load)
        self.deeds.adopted.connect(self._open_row)
        self.deeds.adopted.connect(self.load)
        self.deeds.addRefused.connect(self._add_refused)

    def _leave_adding(self) -> None:
        self._right.setCurrentWidget(self._nobody)
        if self._register is not None:
            self._render(self._register)
