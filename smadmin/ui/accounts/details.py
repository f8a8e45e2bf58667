"""An account's details as sentences, and as a form when somebody corrects them."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal

from smadmin.domain.messages import say
from smadmin.domain.platforms import HeldBy
from smadmin.ui.accounts.form import AccountFields
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.page import allow
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.wording import Wording


class DetailsCard(Card):
    """The card. `given` carries the form."""

    given = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin without an account."""
        super().__init__(words.say("accountui.details"))
        self._words = words
        self.summary = PlainLabel("", kind=TextKind.MUTED)
        self.button = Button(words.say("accountui.correct"), icon="pencil")
        self.button.clicked.connect(self._unfold)
        self._unfolded = False
        for part in (self.summary, self.button):
            self.body.addWidget(part)

    @cached_property
    def form(self) -> AccountFields:
        """The form; made when somebody first corrects the details, because few ever do."""
        form = AccountFields(self._words, self._words.say("accountui.save"), self)
        form.given.connect(lambda form, _administrator: self.given.emit(form))
        form.left.connect(self.fold)
        form.hide()
        self.body.insertWidget(self.body.indexOf(self.button) + 1, form)
        return form

    def show_account(self, model: AccountModel) -> None:
        """Show the details."""
        self._model = model
        names = {one.id: one.name for one in model.principals}
        words, account = self._words, model.account
        nobody, nothing = words.say("accountui.principal-none"), words.say("accountui.not-entered")
        principal = names.get(account.principal, nobody) if account.principal is not None else nobody
        promise = (
            words.say("accountui.promise-none")
            if account.promised_days is None
            else words.say("accountui.promise", n=account.promised_days)
        )
        lines = (
            words.say("accountui.line-principal", who=principal),
            words.say(f"accountui.line-{_kind_of_login(model)}", login=account.login or nothing),
            promise,
            self._opened(model),
        )
        self.summary.show_text("\n".join(lines))
        allow(self.button, words.reasons(model.may.change))

    def _opened(self, model: AccountModel) -> str:
        """Say who gets into it today, of whom the register knows."""
        words = self._words
        if not model.openers:
            return words.say("accountui.opened-by-nobody")
        people = tuple(say("accounts.person", name=one.name) for one in model.openers)
        return words.say("accountui.opened-by", people=people)

    def fold(self) -> None:
        """Put the form away; the keyboard stays where it was unfolded."""
        if not self._unfolded:
            return
        self._unfolded = False
        self.summary.show()
        self.button.show()
        focused = self.form.focusWidget()
        if focused is not None and focused.hasFocus():
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()

    def enter_page(self) -> None:
        """Unfold the form at the address of the page."""
        if self.button.isEnabled():
            self._unfold()
            self.form.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self) -> None:
        self._unfolded = True
        self.form.show_form(self._model.form, self._model.principals, self._model.pages)
        self.summary.hide()
        self.button.hide()
        self.form.show()
        self.form.begin()
        bring_into_view(self.form)


def _kind_of_login(model: AccountModel) -> str:
    """Tell a log-in from an address that is only written to: a page held by people has none of its own."""
    facts = model.pages.get(model.account.platform)
    return "address" if facts is not None and facts.held_by is HeldBy.ROLES else "login"
