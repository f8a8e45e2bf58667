"""One account open: how it stands, its proof, its log-in, its people, its details."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.accounts.form import AccountFields
from smadmin.ui.accounts.identity import IdentityCard
from smadmin.ui.accounts.log_in import LogInCard
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.people import PeopleCard
from smadmin.ui.accounts.standing import StandingCard
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


def allow(button: Button, blocked: Sequence[str]) -> None:
    """Let a button be pressed, or say why not."""
    if blocked:
        button.block(blocked)
    else:
        button.allow()


class DetailsCard(Card):
    """The details as sentences, and as a form when somebody corrects them. `given` carries the form."""

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
        form.given.connect(self.given)
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
            words.say("accountui.line-login", login=account.login or nothing),
            promise,
        )
        self.summary.show_text("\n".join(lines))
        allow(self.button, words.reasons(model.may.work))

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


class AccountPanel(QWidget):
    """The cards of one account."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(parent)
        self.standing = StandingCard(words)
        self.identity = IdentityCard(words)
        self.log_in = LogInCard(words)
        self.people = PeopleCard(words)
        self.details = DetailsCard(words)
        self.details.body.addWidget(self.standing.close_form)
        self.identity.addressAsked.connect(self.details.enter_page)
        self._shown = ""
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_PX + 4)
        for card in (self.standing, self.identity, self.log_in, self.people, self.details):
            column.addWidget(card)
        column.addStretch(1)

    def show_account(self, model: AccountModel) -> None:
        """Show an account; another one than before begins with all forms put away."""
        if model.id != self._shown:
            self.rest()
        self._shown = model.id
        self.standing.show_account(model)
        self.identity.show_account(model)
        self.log_in.show_model(model.log_in)
        self.people.show_account(model)
        self.details.show_account(model)

    def rest(self) -> None:
        """Put forms away, and a log-in that is shown."""
        self.standing.rest()
        self.identity.rest()
        self.log_in.rest()
        self.details.fold()
