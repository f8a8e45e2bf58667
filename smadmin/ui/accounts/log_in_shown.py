"""A log-in on the screen: its lines, the code that counts now, and when all of it goes again.

Nothing of it stays in the widgets once it is hidden.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.errors import BadInput
from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import say
from smadmin.domain.one_time import Seed
from smadmin.services.copies import Field
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

SHOWN_S = 30
"""How long a log-in stays on the screen."""

Clock = Callable[[], datetime]
"""Gives the present moment, UTC."""


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
        self._code: PlainLabel | None = None
        self._code_name: PlainLabel | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(SPACE_PX)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(SPACE_PX)
        self._lines.setVerticalSpacing(2)
        self._lines.setColumnStretch(0, 1)
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
        self._line(say_words("accountui.user"), log_in.user)
        if log_in.password or not log_in.tokens:
            self._line(say_words("accountui.password"), log_in.password)
        if log_in.seed:
            self._line_of_code(log_in.seed)
        if log_in.email:
            self._line(say_words("loginui.email"), log_in.email, Field.EMAIL)
        codes = "\n".join(log_in.recovery) or say_words("accountui.no-codes")
        self._line(say_words("accountui.codes"), codes, Field.RECOVERY if log_in.recovery else None)
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
        self._show_left()

    def hide_log_in(self) -> None:
        """Take it off the screen and out of the widgets."""
        if self.isHidden():
            return
        self.hide()
        for label in self.findChildren(PlainLabel):
            if label.objectName() == "secret":
                label.show_text("")
        empty_layout(self._lines)
        self._seed, self._code, self._code_name = None, None, None
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

    def _line(
        self,
        name: str,
        value: str,
        field: Field | None = None,
        *,
        which: int = 0,
        title: PlainLabel | None = None,
    ) -> PlainLabel:
        row = self._lines.rowCount()
        self._lines.addWidget(title or PlainLabel(name, kind=TextKind.NOTE), row, 0)
        label = PlainLabel(value)
        label.setObjectName("secret")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        font = label.font()
        font.setFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
        label.setFont(font)
        self._lines.addWidget(label, row + 1, 0)
        if field is not None:
            copy = Button(self._words.say("loginui.copy"), kind=ButtonKind.LINK, icon="copy")
            copy.setAccessibleName(self._words.say("loginui.copy-named", name=name))
            copy.clicked.connect(lambda: self.copyAsked.emit(field, which))
            self._lines.addWidget(copy, row + 1, 1, Qt.AlignmentFlag.AlignTop)
        return label

    def _line_of_code(self, seed: str) -> None:
        try:
            self._seed = Seed.read(seed)
        except BadInput:  # an older program kept it as it was typed
            return
        self._code_name = PlainLabel("", kind=TextKind.NOTE)
        self._code = self._line("", "", Field.CODE, title=self._code_name)

    def _show_left(self) -> None:
        self.left.show_text(self._words.say("accountui.hidden-in", n=self._left_s))
        if self._seed is None or self._code is None or self._code_name is None:
            return
        now = self._clock()
        code = self._seed.code(now)
        half = len(code) // 2
        self._code.show_text(f"{code[:half]} {code[half:]}")
        self._code_name.show_text(self._words.say("loginui.code-left", n=self._seed.left_s(now)))
