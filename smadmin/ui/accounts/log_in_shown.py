"""A log-in on the screen: its lines, the code that counts now, and when all of it goes again.

Nothing of it stays in the widgets once it is hidden.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.errors import BadInput
from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import say
from smadmin.domain.one_time import Seed
from smadmin.services.copies import Field
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

SHOWN_S = 30
"""How long a log-in stays on the screen."""

Clock = Callable[[], datetime]
"""Gives the present moment, UTC."""


class _Line(QWidget):
    """What a value is, the value in letters of one width, and the press that copies it."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__()
        self.name = PlainLabel(name, kind=TextKind.NOTE)
        self.value = PlainLabel(value)
        in_one_width(self.value)
        self.button = Button("", kind=ButtonKind.LINK, icon="copy")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.value, 1, 0)
        grid.addWidget(self.button, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)


class ShownLogIn(QWidget):
    """The lines of an open log-in.

    Signals:
        copyAsked: a `Field`, and which of several, to be copied.
        gone: nothing is shown any more.
    """

    copyAsked = Signal(object, int)
    gone = Signal()

    def __init__(self, words: Wording, clock: Clock) -> None:
        """Begin with nothing shown."""
        super().__init__()
        self._words, self._clock = words, clock
        self._left_s = 0
        self._seed: Seed | None = None
        self._code: _Line | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(SPACE_PX)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_PX)
        column.addLayout(self._lines)
        self.left = PlainLabel("", kind=TextKind.NOTE)
        hide = Button(words.say("accountui.hide"), kind=ButtonKind.LINK, icon="eye-off")
        hide.clicked.connect(self.hide_log_in)
        row = QHBoxLayout()
        row.addWidget(hide)
        row.addWidget(self.left, 1)
        column.addLayout(row)
        self.hide()

    def show_log_in(self, log_in: LogIn) -> None:
        """Show it for half a minute."""
        empty_layout(self._lines)
        say_words = self._words.say
        self._line(say_words("accountui.user"), log_in.user, Field.USER)
        if log_in.password or not log_in.tokens:
            self._line(say_words("accountui.password"), log_in.password, Field.PASSWORD)
        if log_in.made:
            self._line(say_words("loginui.made"), log_in.made, Field.MADE)
        if log_in.before:
            self._line(say_words("loginui.before"), log_in.before, Field.BEFORE)
        if log_in.seed:
            self._line_of_code(log_in.seed)
        if log_in.email:
            self._line(say_words("loginui.email"), log_in.email, Field.EMAIL)
        self._line(say_words("accountui.codes"), "\n".join(log_in.recovery), Field.RECOVERY)
        for place, token in enumerate(log_in.tokens):
            name = token.name or say_words("loginui.token")
            named = (
                say("loginui.token-endless", name=name)
                if token.ends is None
                else say("loginui.token-until", name=name, day=token.ends)
            )
            self._line(self._words(named), token.secret, Field.TOKEN, which=place)
        self._left_s = SHOWN_S
        self.show()
        bring_into_view(self)
        self._show_left()

    def hide_log_in(self) -> None:
        """Take it off the screen and out of the widgets."""
        if self.isHidden():
            return
        self.hide()
        for line in self.findChildren(_Line):
            line.value.show_text("")
        empty_layout(self._lines)
        self._seed, self._code = None, None
        self.gone.emit()

    def tick(self) -> None:
        """Count a second down."""
        if self.isHidden():
            return
        self._left_s -= 1
        if self._left_s <= 0:
            self.hide_log_in()
        else:
            self._show_left()

    def _line(self, name: str, value: str, field: Field, *, which: int = 0) -> _Line:
        line = _Line(name, value)
        if value or field is Field.CODE:
            line.button.show_words(self._words.say("loginui.copy"))
            line.button.setAccessibleName(self._words.say("loginui.copy-named", name=name))
            line.button.clicked.connect(lambda: self.copyAsked.emit(field, which))
        else:
            line.button.hide()
            line.value.show_text(self._words.say("accountui.no-codes"))
        self._lines.addWidget(line)
        return line

    def _line_of_code(self, seed: str) -> None:
        try:
            self._seed = Seed.read(seed)
        except BadInput:  # an older program kept it as it was typed
            return
        self._code = self._line(self._words.say("loginui.code"), "", Field.CODE)

    def _show_left(self) -> None:
        self.left.show_text(self._words.say("accountui.hidden-in", n=self._left_s))
        if self._seed is None or self._code is None:
            return
        now = self._clock()
        code = self._seed.code(now)
        half = len(code) // 2
        self._code.value.show_text(f"{code[:half]} {code[half:]}")
        self._code.name.show_text(self._words.say("loginui.code-left", n=self._seed.left_s(now)))
