"""A log-in as it is typed in: everything that somebody else would need to get into the account.

What is kept already is put in by whoever may open it, so nothing is asked twice; folded away, the form
forgets all of it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import BadInput
from smadmin.domain.log_ins import LogIn, SecondStep
from smadmin.domain.one_time import Seed
from smadmin.domain.passwords import Style
from smadmin.ui.accounts.token_fields import TokenFields
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import Field
from smadmin.ui.letters import in_one_width
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_CODES_LINES = 4
_STEPS = (SecondStep.UNKNOWN, SecondStep.NONE, SecondStep.CODES, SecondStep.PHONE, SecondStep.OTHER)


class LogInForm(QWidget):
    """The form.

    Signals:
        given: a `LogIn`, as typed.
        folded: it was put away.
        proposeAsked: a password is to be made, in a `Style`.
    """

    given = Signal(object)
    folded = Signal()
    proposeAsked = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin folded away."""
        super().__init__()
        self._words = words
        self._needs_password = True
        self._made = ""
        self.user, self.password, self.email, self.seed = (QLineEdit() for _ in range(4))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.codes = QPlainTextEdit()
        for letters in (self.password, self.seed, self.codes):
            in_one_width(letters)
        self.codes.setTabChangesFocus(True)
        self.codes.setFixedHeight(_CODES_LINES * self.codes.fontMetrics().lineSpacing() + 2 * SPACE_PX)
        self.second = QComboBox()
        for step in _STEPS:
            self.second.addItem(words.say(f"loginui.second-{step}"), step.value)
        self.second.currentIndexChanged.connect(self._follow)
        for line in (self.user, self.password, self.email, self.seed):
            line.returnPressed.connect(self.give)
        self.tokens = TokenFields(words)
        self.password_field = Field(words.say("accountui.password"), self.password)
        self.second_field = Field(words.say("loginui.second"), self.second)
        self.seed_field = Field(words.say("loginui.seed"), self.seed, note=words.say("loginui.seed-note"))
        self.seed.textEdited.connect(self.seed_field.clear_error)
        self._build()
        self.hide()

    def begin(self, log_in: LogIn, *, needs_password: bool) -> None:
        """Unfold it with what is known.

        Args:
            log_in: what is kept, or the user name alone.
            needs_password: False where the account is held by people's own log-ins.
        """
        self._needs_password = needs_password
        for line, text in (
            (self.user, log_in.user),
            (self.password, log_in.password),
            (self.email, log_in.email),
            (self.seed, log_in.seed),
        ):
            line.setText(text)
        self.codes.setPlainText("\n".join(log_in.recovery))
        self.second.setCurrentIndex(_STEPS.index(log_in.second))
        self.tokens.begin(log_in.tokens)
        for part in (self.password_field, self._making):
            part.setVisible(needs_password)
        for part, kept in self._lines():
            part.setVisible(needs_password or bool(kept))
        self._follow()
        self.show()
        if not needs_password and not log_in.user:  # programs' tokens are all that is kept here
            self.begin_token("")
            return
        first = self.password if log_in.password else self.user
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()
        bring_into_view(self)

    def begin_token(self, name: str) -> None:
        """Go to the access token of this name, or to a new one."""
        self.tokens.begin_at(name, ends=not self._needs_password)
        bring_into_view(self.tokens)

    def propose(self, password: str) -> None:
        """Put in a password that was made, to be seen: somebody enters it on the platform now."""
        self._made = password
        self.password.setText(password)
        self._see(on=True)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.password.selectAll()

    def fold(self) -> None:
        """Put it away and forget what was typed."""
        self._made = ""
        self.hide()
        for field in (self.password_field, self.seed_field):
            field.clear_error()
        for line in (self.user, self.password, self.email, self.seed):
            line.setText("")  # unlike clear(), this leaves nothing for *Undo* to bring back
        self.codes.setPlainText("")
        self.tokens.begin(())
        self._see(on=False)
        self.folded.emit()

    def give(self) -> None:
        """Give what was typed, once there is a password."""
        if self._needs_password and not self.password.text():
            self.password_field.show_error(self._words.say("accountui.password-first"))
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        second = SecondStep(self.second.currentData())
        seed = self.seed.text().strip() if second is SecondStep.CODES else ""
        if seed and not self._readable(seed):
            return
        password = self.password.text() if self._needs_password else ""
        codes = tuple(line.strip() for line in self.codes.toPlainText().splitlines() if line.strip())
        self.given.emit(
            LogIn(
                self.user.text().strip(),
                password,
                codes,
                email=self.email.text().strip(),
                seed=seed,
                second=second,
                tokens=self.tokens.entered(),
                made=self._made if password == self._made else "",
            )
        )

    def _readable(self, seed: str) -> bool:
        """Say at its field, in view, that a seed is none."""
        try:
            Seed.read(seed)
        except BadInput as odd:
            self.seed_field.show_error(self._words.error(odd))
            self.seed.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self.seed_field)
            return False
        return True

    def _build(self) -> None:
        words = self._words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(SPACE_PX)
        self.user_field = Field(words.say("accountui.user"), self.user)
        column.addWidget(self.user_field)
        column.addWidget(self.password_field)
        column.addWidget(self._build_making())
        self.email_field = Field(words.say("loginui.email"), self.email, note=words.say("loginui.email-note"))
        column.addWidget(self.email_field)
        column.addWidget(self.second_field)
        column.addWidget(self.seed_field)
        self.codes_field = Field(
            words.say("accountui.codes"), self.codes, note=words.say("accountui.codes-note")
        )
        column.addWidget(self.codes_field)
        column.addWidget(self.tokens)
        self.save_button = Button(words.say("accountui.keep-do"))
        self.save_button.clicked.connect(self.give)
        leave = Button(words.say("accountui.leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.fold)
        buttons = QHBoxLayout()
        for button in (self.save_button, leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _lines(self) -> tuple[tuple[QWidget, str], ...]:
        """Give the fields that only a log-in of one's own has, each with what stands in it."""
        second = SecondStep(self.second.currentData())
        return (
            (self.user_field, self.user.text()),
            (self.email_field, self.email.text()),
            (self.second_field, "" if second is SecondStep.UNKNOWN else second.value),
            (self.codes_field, self.codes.toPlainText()),
        )

    def _build_making(self) -> QWidget:
        self._making = QWidget()
        row = QHBoxLayout(self._making)
        row.setContentsMargins(0, 0, 0, 0)
        self.eye = Button(self._words.say("loginui.see"), kind=ButtonKind.LINK, icon="eye")
        self.eye.clicked.connect(lambda: self._see(on=self._hidden))
        row.addWidget(self.eye)
        for style in Style:
            button = Button(self._words.say(f"loginui.make-{style}"), kind=ButtonKind.LINK, icon="refresh-cw")
            button.clicked.connect(lambda _=False, style=style: self.proposeAsked.emit(style))
            row.addWidget(button)
        row.addStretch(1)
        return self._making

    @property
    def _hidden(self) -> bool:
        return self.password.echoMode() is QLineEdit.EchoMode.Password

    def _see(self, *, on: bool) -> None:
        modes = QLineEdit.EchoMode
        self.password.setEchoMode(modes.Normal if on else modes.Password)
        self.eye.show_words(self._words.say("loginui.unsee" if on else "loginui.see"))

    def _follow(self) -> None:
        """Show the seed's field only where codes come from one, and say what a phone comes to."""
        step = SecondStep(self.second.currentData())
        self.seed_field.setVisible(step is SecondStep.CODES)
        if step is SecondStep.PHONE:
            self.second_field.show_error(self._words.say("loginui.phone-leaves"))
        else:
            self.second_field.clear_error()
