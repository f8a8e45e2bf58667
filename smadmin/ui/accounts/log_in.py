"""An account's log-in: kept, shown for half a minute, copied for less; nothing of it stays in the widgets.

The card asks (`showAsked`, `copyAsked`, `kept`); what comes back is shown and dropped again.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import Message, say
from smadmin.services.copies import Field as LogInField
from smadmin.ui.accounts.model import LogInModel
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.states import ShapeMark, StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording

SHOWN_S = 30
"""How long a log-in stays on the screen."""

_SECOND_MS = 1_000
_CODES_LINES = 4


class LogInCard(Card):
    """The card.

    Signals:
        showAsked: the log-in is to be shown.
        copyAsked: a `Field` of it is to be copied.
        kept: a `LogIn` that was typed in.
        resealAsked: it is to be locked anew for who may open it today.
    """

    showAsked = Signal()
    copyAsked = Signal(object)
    kept = Signal(object)
    resealAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without an account."""
        super().__init__(words.say("accountui.log-in"))
        self._words = words
        self._left_s = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.tick)
        self.said = PlainLabel("")
        self.others = StateLine(State.DOUBT, words.say("accountui.others-now"))
        self.reseal_button = Button(words.say("accountui.reseal"))
        self.reseal_button.clicked.connect(self.resealAsked)
        self.note = PlainLabel("", kind=TextKind.SMALL)
        self._note_shape = ShapeMark(State.WAITS)
        note = QHBoxLayout()
        note.addWidget(self._note_shape)
        note.addWidget(self.note, 1)
        for part in (self.said, self.others, self.reseal_button):
            self.body.addWidget(part)
        self.body.addLayout(self._build_buttons())
        self.body.addLayout(note)
        self.body.addWidget(self._build_shown())
        self.body.addWidget(self._build_form())
        self.say_note("")
        self.hide_log_in()

    @property
    def shown(self) -> bool:
        """Whether a log-in is on the screen."""
        return not self._shown.isHidden()

    def show_model(self, model: LogInModel) -> None:
        """Show how the log-in stands."""
        self._user = model.user
        self.said.show_text(self._words(model.said))
        self.others.show_line(self._words(model.not_mine or say("accountui.others-now")))
        self.others.setVisible(model.kept and (model.others_now or model.not_mine is not None))
        self.reseal_button.setVisible(model.kept and model.others_now and model.not_mine is None)
        reasons = self._words.reasons(model.blockers)
        opening = reasons or ((self._words(model.not_mine),) if model.not_mine else ())
        for button in (self.show_button, *self.copy_buttons.values()):
            button.setVisible(model.kept)
        self.keep_button.show_words(self._words.say("accountui.replace" if model.kept else "accountui.keep"))
        for button in (self.keep_button, self.reseal_button):
            button.block(reasons) if reasons else button.allow()
        for button in (self.show_button, *self.copy_buttons.values()):
            button.block(opening) if opening else button.allow()

    def show_log_in(self, log_in: LogIn) -> None:
        """Show it for half a minute."""
        codes = "\n".join(log_in.recovery) or self._words.say("accountui.no-codes")
        for label, text in zip(self._values, (log_in.user, log_in.password, codes), strict=True):
            label.show_text(text)
        self._left_s = SHOWN_S
        self._shown.show()
        self._timer.start()
        self._show_left()

    def hide_log_in(self) -> None:
        """Take it off the screen and out of the widgets."""
        self._timer.stop()
        self._shown.hide()
        for label in self._values:
            label.show_text("")

    def tick(self) -> None:
        """Count a second down."""
        self._left_s -= 1
        if self._left_s <= 0:
            self.hide_log_in()
        else:
            self._show_left()

    def say_note(self, sentence: str, *, state: State = State.WAITS) -> None:
        """Say something about the log-in below its buttons; empty takes it away."""
        self._note_shape.show_state(state)
        self.note.show_text(sentence)
        self.note.setVisible(bool(sentence))
        self._note_shape.setVisible(bool(sentence))

    def say_message(self, message: Message | None, *, state: State = State.WAITS) -> None:
        """Say a message below the buttons, or nothing."""
        self.say_note(self._words.optional(message), state=state)

    def rest(self) -> None:
        """Forget what was shown and typed."""
        self.hide_log_in()
        self.say_note("")
        self._fold()

    # ---- layout

    def _build_buttons(self) -> FlowLayout:
        words = self._words
        self.show_button = Button(words.say("accountui.show"), icon="eye")
        self.show_button.clicked.connect(self.showAsked)
        self.copy_buttons: dict[LogInField, Button] = {}
        for field in (LogInField.USER, LogInField.PASSWORD):
            button = Button(words.say(f"accountui.copy-{field}"), icon="copy")
            button.clicked.connect(lambda _checked=False, field=field: self.copyAsked.emit(field))
            self.copy_buttons[field] = button
        self.keep_button = Button(words.say("accountui.keep"), icon="key-round")
        self.keep_button.clicked.connect(self._unfold)
        flow = FlowLayout(gap_px=2)
        for button in (self.show_button, *self.copy_buttons.values(), self.keep_button):
            flow.addWidget(button)
        return flow

    def _build_shown(self) -> QWidget:
        words = self._words
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(2)
        self._values = (PlainLabel(""), PlainLabel(""), PlainLabel(""))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        for name, label in zip(("user", "password", "codes"), self._values, strict=True):
            font = label.font()
            font.setFamilies([fixed])
            label.setFont(font)
            column.addWidget(PlainLabel(words.say(f"accountui.{name}"), kind=TextKind.NOTE))
            column.addWidget(label)
        self.left = PlainLabel("", kind=TextKind.NOTE)
        hide = Button(words.say("accountui.hide"), kind=ButtonKind.LINK, icon="eye-off")
        hide.clicked.connect(self.hide_log_in)
        row = QHBoxLayout()
        row.addWidget(hide)
        row.addWidget(self.left, 1)
        column.addLayout(row)
        return self._shown

    def _build_form(self) -> QWidget:
        words = self._words
        self._user = ""
        self.user, self.password, self.codes = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.codes.setTabChangesFocus(True)
        for line in (self.user, self.password):
            line.returnPressed.connect(self._give)
        self.codes.setFixedHeight(_CODES_LINES * self.codes.fontMetrics().lineSpacing() + 2 * SPACE_PX)
        save = Button(words.say("accountui.keep-do"))
        save.clicked.connect(self._give)
        self.save_button = save
        leave = Button(words.say("accountui.leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self._fold)
        buttons = QHBoxLayout()
        for button in (save, leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._form = QWidget()
        self.password_field = Field(words.say("accountui.password"), self.password)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(Field(words.say("accountui.user"), self.user))
        column.addWidget(self.password_field)
        column.addWidget(
            Field(words.say("accountui.codes"), self.codes, note=words.say("accountui.codes-note"))
        )
        column.addLayout(buttons)
        self._form.hide()
        return self._form

    def _unfold(self) -> None:
        self.hide_log_in()
        self.user.setText(self._user)
        self._form.show()
        self.user.setFocus(Qt.FocusReason.OtherFocusReason)
        self.user.selectAll()
        bring_into_view(self._form)

    def _fold(self) -> None:
        self._form.hide()
        self.password_field.clear_error()
        for line in (self.user, self.password):
            line.setText("")  # unlike clear(), this leaves nothing for *Undo* to bring back
        self.codes.clear()

    def _give(self) -> None:
        if not self.password.text():
            self.password_field.show_error(self._words.say("accountui.password-first"))
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        codes = tuple(line.strip() for line in self.codes.toPlainText().splitlines() if line.strip())
        self.kept.emit(LogIn(self.user.text().strip(), self.password.text(), codes))

    def _show_left(self) -> None:
        self.left.show_text(self._words.say("accountui.hidden-in", n=self._left_s))
