"""Looking at the platform's page and typing the handle that stands there: how an account is confirmed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.publish.outside import may_open
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording


class IdentityCard(Card):
    """The card.

    Signals:
        seen: the handle as it was typed.
        pageAsked: the address of the page that is to be opened.
        addressAsked: the page's address is to be entered.
    """

    seen = Signal(str)
    pageAsked = Signal(str)
    addressAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without an account."""
        super().__init__(words.say("accountui.identity"))
        keep_words(self)
        self._words = words
        self.proof = PlainLabel("")
        self.page = PlainLabel("", kind=TextKind.MUTED)
        self.page.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._page = ""
        self.open_button = Button(words.say("accountui.open"), icon="external-link")
        self.open_button.clicked.connect(lambda: self.pageAsked.emit(self._page))
        self.enter_button = Button(words.say("accountui.enter-page"), icon="pencil")
        self.enter_button.clicked.connect(self.addressAsked)
        self.line = QLineEdit()
        self.line.setPlaceholderText(words.say("accountui.seen-hint"))
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._give)
        self.field = Field(words.say("accountui.seen"), self.line)
        self.button = Button(words.say("accountui.confirm"))
        self.button.clicked.connect(self._give)
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        row.addWidget(self.field, 1)
        for part in (self.proof, self.page, self.open_button, self.enter_button):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.body.addWidget(self.button)
        self._blocked: tuple[str, ...] = ()

    def show_account(self, model: AccountModel) -> None:
        """Show how its identity was proven last."""
        proof = self._words(model.proof)
        self.proof.show_text(proof[:1].upper() + proof[1:])
        page = self._page = model.account.page
        self.open_button.setVisible(may_open(page))
        self.enter_button.setVisible(not page)
        reasons = self._words.reasons(model.may.work)
        if reasons:
            self.enter_button.block(reasons)
        else:
            self.enter_button.allow()
        self.page.show_text(
            self._words.say("accountui.open-page", page=page)
            if page
            else self._words.say("accountui.no-page")
        )
        going_live = model.live_blockers is not None
        self.button.show_words(
            self._words.say("accountui.confirm-live" if going_live else "accountui.confirm")
        )
        lacks = () if model.live_blockers is None else model.live_blockers
        self._blocked = self._words.reasons((*model.may.work, *lacks))
        self._typed()

    def begin(self) -> None:
        """Put the keyboard into the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Begin anew."""
        self.line.clear()
        self._typed()

    def show_error(self, sentence: str) -> None:
        """Say below the line what is wrong."""
        self.field.show_error(sentence)

    def _typed(self) -> None:
        self.field.clear_error()
        if self._blocked:
            self.button.block(self._blocked)
        elif not self.line.text().strip():
            self.button.block([self._words.say("accountui.seen-first")])
        else:
            self.button.allow()

    def _give(self) -> None:
        if self.button.isEnabled():
            self.seen.emit(self.line.text())
