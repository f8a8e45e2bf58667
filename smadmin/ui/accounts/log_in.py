"""An account's log-in: kept, shown for half a minute, copied for less; nothing of it stays in the widgets.

The card asks (`showAsked`, `copyAsked`, `changeAsked`, `kept`); what comes back is shown and dropped again.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import Message, say
from smadmin.services.copies import Field as LogInField
from smadmin.ui.accounts.log_in_form import LogInForm
from smadmin.ui.accounts.log_in_shown import Clock, ShownLogIn
from smadmin.ui.accounts.model import LogInModel
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import ShapeMark, StateLine
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

_SECOND_MS = 1_000


class LogInCard(Card):
    """The card.

    Signals:
        showAsked: the log-in is to be shown.
        copyAsked: a `Field` of it, and which of several, is to be copied.
        changeAsked: what is kept is to be put into the form.
        kept: a `LogIn` that was typed in.
        resealAsked: it is to be locked anew for who may open it today.
        proposeAsked: a password is to be made, in a `Style`.
    """

    showAsked = Signal()
    copyAsked = Signal(object, int)
    changeAsked = Signal()
    kept = Signal(object)
    resealAsked = Signal()
    proposeAsked = Signal(object)

    def __init__(self, words: Wording, clock: Clock) -> None:
        """Begin without an account; the clock is for codes that count half a minute."""
        super().__init__(words.say("accountui.log-in"))
        self._words = words
        self._model: LogInModel | None = None
        self._token: str | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.tick)
        self.said = PlainLabel("")
        self.doubts: list[StateLine] = []
        self.tokens_end = PlainLabel("", kind=TextKind.MUTED)
        self.others = StateLine(State.DOUBT, words.say("accountui.others-now"))
        self.reseal_button = Button(words.say("accountui.reseal"))
        self.reseal_button.clicked.connect(self.resealAsked)
        self.why = QLineEdit()
        self.why_field = Field(words.say("loginui.why"), self.why, note=words.say("loginui.why-note"))
        self.why.textEdited.connect(self.why_field.clear_error)
        self.note = PlainLabel("", kind=TextKind.SMALL)
        self._note_shape = ShapeMark(State.WAITS)
        note = QHBoxLayout()
        note.addWidget(self._note_shape)
        note.addWidget(self.note, 1)
        self.view = ShownLogIn(words, clock)
        self.view.copyAsked.connect(self.copyAsked)
        self.view.gone.connect(self._timer.stop)
        self.form = LogInForm(words)
        self.form.given.connect(self.kept)
        self.form.proposeAsked.connect(self.proposeAsked)
        self.form.folded.connect(self._form_folded)
        for part in (self.said, self.tokens_end, self.others, self.reseal_button, self.why_field):
            self.body.addWidget(part)
        self.body.addLayout(self._build_buttons())
        self.body.addLayout(note)
        self.body.addWidget(self.view)
        self.body.addWidget(self.form)
        self.say_note("")

    @property
    def shown(self) -> bool:
        """Whether a log-in is on the screen."""
        return not self.view.isHidden()

    @property
    def reason(self) -> str:
        """Why it is opened, where the policy keeps copies for emergencies."""
        return self.why.text().strip()

    def show_model(self, model: LogInModel) -> None:
        """Show how the log-in stands."""
        self._model = model
        self.said.show_text(self._words(model.said))
        self._show_doubts(model)
        self.tokens_end.show_text(self._words.optional(model.tokens_end))
        self.tokens_end.setVisible(model.tokens_end is not None)
        self.others.show_line(self._words(model.not_mine or say("accountui.others-now")))
        self.others.setVisible(model.kept and (model.others_now or model.not_mine is not None))
        self.reseal_button.setVisible(model.kept and model.others_now and model.not_mine is None)
        self.why_field.setVisible(model.kept and model.why_asked and model.not_mine is None)
        reasons = self._words.reasons(model.blockers)
        opening = reasons or ((self._words(model.not_mine),) if model.not_mine else ())
        for button in (self.show_button, *self.copy_buttons.values()):
            button.setVisible(model.kept)
        for field in (LogInField.USER, LogInField.PASSWORD):
            self.copy_buttons[field].setVisible(model.kept and model.by_password)
        self.keep_button.show_words(self._words.say(f"loginui.{_keep_word(model)}"))
        for button in (self.keep_button, self.reseal_button):
            button.block(reasons) if reasons else button.allow()
        for button in (self.show_button, *self.copy_buttons.values()):
            button.block(opening) if opening else button.allow()

    def show_log_in(self, log_in: LogIn) -> None:
        """Show it for half a minute."""
        self.form.fold()
        self.view.show_log_in(log_in)
        self._timer.start()

    def hide_log_in(self) -> None:
        """Take it off the screen and out of the widgets."""
        self.view.hide_log_in()

    def edit(self, log_in: LogIn) -> None:
        """Unfold the form with what is kept."""
        self.hide_log_in()
        self.keep_button.hide()
        self.form.begin(log_in, needs_password=self._model is None or self._model.by_password)
        if self._token is not None:
            self.form.begin_token(self._token)

    def tick(self) -> None:
        """Count a second down."""
        self.view.tick()

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
        self.form.fold()
        self.why.setText("")

    def _show_doubts(self, model: LogInModel) -> None:
        for line in self.doubts:
            line.setParent(None)
            line.deleteLater()
        self.doubts = [StateLine(State.DOUBT, self._words(one)) for one in model.doubts]
        for place, line in enumerate(self.doubts, self.body.indexOf(self.said) + 1):
            self.body.insertWidget(place, line)

    def _build_buttons(self) -> FlowLayout:
        words = self._words
        self.show_button = Button(words.say("accountui.show"), icon="eye")
        self.show_button.clicked.connect(self._ask_to_show)
        self.copy_buttons: dict[LogInField, Button] = {}
        for field in (LogInField.USER, LogInField.PASSWORD):
            button = Button(words.say(f"accountui.copy-{field}"), icon="copy")
            button.clicked.connect(lambda _checked=False, field=field: self._ask_to_copy(field))
            self.copy_buttons[field] = button
        self.keep_button = Button(words.say("loginui.keep"), icon="key-round")
        self.keep_button.clicked.connect(self.begin_changing)
        flow = FlowLayout(gap_px=2)
        for button in (self.show_button, *self.copy_buttons.values(), self.keep_button):
            flow.addWidget(button)
        return flow

    def _ask_to_show(self) -> None:
        if self._said_why():
            self.showAsked.emit()

    def _ask_to_copy(self, field: LogInField) -> None:
        if self._said_why():
            self.copyAsked.emit(field, 0)

    def _said_why(self) -> bool:
        if self.why_field.isHidden() or self.reason:
            return True
        self.why_field.show_error(self._words.say("loginui.why-first"))
        self.why.setFocus()
        return False

    def _form_folded(self) -> None:
        self._token = None
        self.keep_button.show()

    @property
    def for_token(self) -> bool:
        """Whether the form was opened to keep an access token."""
        return self._token is not None

    def begin_token(self, name: str) -> None:
        """Open the form at the access token of this name, or at a new one."""
        self._token = name
        self.begin_changing()

    def begin_changing(self) -> None:
        """Open the form: with what is kept, if this person may open it; else with the user name alone."""
        model = self._model
        opens = model is not None and model.kept and model.not_mine is None
        if opens and (self.why_field.isHidden() or self.reason):
            self.changeAsked.emit()
        else:
            self.edit(LogIn(model.user if model is not None and model.by_password else "", ""))


def _keep_word(model: LogInModel) -> str:
    if model.by_password:
        return "change" if model.kept else "keep"
    return "change-tokens" if model.kept else "keep-tokens"
