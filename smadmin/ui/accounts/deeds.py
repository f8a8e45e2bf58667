"""What is done to an account of the register; each deed runs on the store's thread for the screen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Account, AccountForm
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError
from smadmin.domain.first_pages import alike
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import Message, say
from smadmin.ui.accounts.model import AccountModel, Named
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.opened_said import say_opened
from smadmin.ui.publish.outside import Outside, desktop_of
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners

_NO_BROWSER = say("accountui.no-browser")


class AccountDeeds(QObject):
    """Deeds for the screen.

    Signals:
        settled: something was done; read again.
        adopted: the id of an account that was added.
        addRefused, changeRefused, seenRefused, goOnRefused: a `KnownError` about the form of another account,
            about corrected details, about the handle that was seen, or about letting a held account go on.
    """

    settled = Signal()
    adopted = Signal(str)
    addRefused = Signal(object)
    changeRefused = Signal(object)
    seenRefused = Signal(object)
    goOnRefused = Signal(object)

    def __init__(self, around: Surroundings, banners: UndoBanners, origin: QObject) -> None:
        """Take the screen for which deeds are done, and its banners."""
        super().__init__(origin)
        self._around, self._banners, self._origin = around, banners, origin
        self.asking: ConfirmDialog | None = None
        self.outside: Outside = desktop_of(around.office.school, around.office.browsing)

    def say_error(self, error: KnownError) -> None:
        """Say above the register what went wrong."""
        self._banners.say_error(error)

    def say_done(self, said: Message) -> None:
        """Say above the register that something was done."""
        self._banners.say_done(said)

    def open_own(self, account: Account) -> None:
        """Open an account's own page in the browser that knows no other log-in."""
        opened = self.outside.open_apart(account, account.page, self._around.by.person)
        say_opened(self._banners, opened, _NO_BROWSER)

    def open_page(self, page: str) -> None:
        """Open a page that nobody logs in to."""
        say_opened(self._banners, self.outside.open_page(page), _NO_BROWSER)

    def adopt(self, form: AccountForm, administrator: str = "") -> None:
        """Take an account into the register, and name who administers it where somebody was chosen."""
        self._asked_first(form, lambda: self._adopt(form, administrator))

    def _asked_first(self, form: AccountForm, then: Callable[[], None]) -> None:
        """Ask about a page that is easily taken for another, and go on with what is sure of itself."""
        office = self._around.office
        hosts = [host for facts in office.policy.platforms.values() for host in facts.hosts]
        found = alike(form.platform, form.page, (*office.school.domains, *hosts))
        if found is None:
            then()
            return
        lost = say("accountui.alike-site", site=found.site) if found.site else say("accountui.alike-letters")
        question = Question(
            say("accountui.alike-ask", server=found.server),
            lost,
            say("accountui.alike-do"),
            say("accountui.alike-keep"),
        )
        self.asking = ConfirmDialog(question, self._around.words, self._banners.window())
        self.asking.confirmed.connect(then)
        self.asking.open()

    def _adopt(self, form: AccountForm, administrator: str) -> None:
        by, accounts = self._around.by, self._around.office.accounts

        def done(adopted: Done[AccountId]) -> None:
            self._banners.say_done(say("accountui.said-adopted", name=form.name))
            if not administrator:
                self.adopted.emit(adopted.value)
                return
            named = PersonId(administrator)
            self._around.performer.perform(
                lambda: accounts.designate(by, adopted.value, named),
                done=lambda _: self.adopted.emit(adopted.value),
                failed=lambda error: self._adopted_only(adopted.value, error),
                origin=self._origin,
            )

        self._around.performer.perform(
            lambda: accounts.adopt(by, form), done=done, failed=self.addRefused.emit, origin=self._origin
        )

    def _adopted_only(self, account: AccountId, error: KnownError) -> None:
        """Show an account that is in the register without its administrator, and why."""
        self.adopted.emit(account)
        self._banners.say_error(error)

    def change(self, account: Account, before: AccountForm, form: AccountForm) -> None:
        """Correct an account's details; with another handle it must be proven anew, so that isn't undone."""
        if form.page.strip() == before.page.strip():
            self._change(account, before, form)
        else:
            self._asked_first(form, lambda: self._change(account, before, form))

    def _change(self, account: Account, before: AccountForm, form: AccountForm) -> None:
        by, accounts = self._around.by, self._around.office.accounts
        proven_anew = account.filled(form).identity != account.identity

        def undo() -> None:
            by_now = self._around.by
            self._deed(
                lambda: accounts.change(by_now, accounts.get(account.id), before),
                say("accountui.said-changed", name=before.name),
            )

        self._deed(
            lambda: accounts.change(by, account, form),
            say("accountui.said-changed-prove" if proven_anew else "accountui.said-changed", name=form.name),
            undo=None if proven_anew else undo,
            failed=self.changeRefused.emit,
        )

    def see(self, model: AccountModel, handle: str) -> None:
        """Confirm what stands on the page; an account that is being set up goes live with it."""
        by, accounts = self._around.by, self._around.office.accounts
        if model.live_blockers is None:
            self._deed(
                lambda: accounts.confirm(by, model.id, handle_seen=handle),
                say("accountui.said-confirmed", name=model.account.name),
                failed=self.seenRefused.emit,
            )
        else:
            self._deed(
                lambda: accounts.go_live(by, model.id, handle_seen=handle),
                say("accountui.said-live", name=model.account.name),
                failed=self.seenRefused.emit,
            )

    def designate(self, model: AccountModel, person: str) -> None:
        """Designate an administrator."""
        by, accounts = self._around.by, self._around.office.accounts
        name = next((one.name for one in model.candidates if one.id == person), "")
        named = Named(PersonId(person), name)
        self._deed(
            lambda: accounts.designate(by, model.id, named.id),
            say("accountui.said-designated", who=name, name=model.account.name),
            undo=lambda: self.dismiss(model, named),
        )

    def dismiss(self, model: AccountModel, person: Named) -> None:
        """End somebody's designation; a role for the whole school stays."""
        by, accounts = self._around.by, self._around.office.accounts
        self._deed(
            lambda: accounts.dismiss(by, model.id, person.id),
            say("accountui.said-dismissed", who=person.name, name=model.account.name),
        )

    def hand_over(self, model: AccountModel, giver: Named, taker: str) -> None:
        """Let the account go from one colleague to another."""
        by, hand_overs = self._around.by, self._around.office.hand_overs
        name = next((one.name for one in model.candidates if one.id == taker), "")
        said = say("accountui.said-handed-over", name=model.account.name, giver=giver.name, who=name)
        self._deed(lambda: hand_overs.hand_over(by, model.id, giver.id, PersonId(taker)), said)

    def hold(self, model: AccountModel, why: str) -> None:
        """Stop everything from this account."""
        by, accounts = self._around.by, self._around.office.accounts
        said = say("accountui.said-held", name=model.account.name)
        self._deed(lambda: accounts.hold(by, model.id, why=why), said)

    def go_on(self, model: AccountModel, why: str, seen: str) -> None:
        """Let a held account go on; `seen` is the handle that its page shows now, where it was asked for."""
        by, accounts = self._around.by, self._around.office.accounts
        said = say("accountui.said-went-on", name=model.account.name)
        self._deed(
            lambda: accounts.go_on(by, model.id, why=why, handle_seen=seen),
            said,
            failed=self.goOnRefused.emit,
        )

    def ask_close(self, model: AccountModel, why: str, screen: QWidget) -> None:
        """Ask over the screen whether an account is to be closed, which can't be undone."""
        question = Question(
            say("accountui.close-ask", name=model.account.name),
            say("accountui.close-lost"),
            say("accountui.close-do"),
            say("accountui.close-keep"),
        )
        dialog = ConfirmDialog(question, self._around.words, screen)
        dialog.confirmed.connect(lambda: self.close(model, why))
        dialog.open()

    def close(self, model: AccountModel, why: str) -> None:
        """Close an account for good."""
        by, accounts = self._around.by, self._around.office.accounts
        said = say("accountui.said-closed", name=model.account.name)
        self._deed(lambda: accounts.close(by, model.id, why=why), said, then=lambda: self._forget(model.id))

    def _forget(self, account: AccountId) -> None:
        """Remove a closed account's browser folders: live log-ins lie in them."""
        browsing = self._around.office.browsing
        self._around.performer.errand(
            lambda: browsing.remove_account(account), failed=self._banners.say_error, origin=self._origin
        )

    def _deed(
        self,
        deed: Callable[[], Changes],
        said: Message,
        *,
        undo: Callable[[], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        def done(_changes: Changes) -> None:
            self._banners.say_done(said, undo=undo)
            self.settled.emit()
            then()

        self._around.performer.perform(
            deed, done=done, failed=failed or self._banners.say_error, origin=self._origin
        )
