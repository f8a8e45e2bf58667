"""How an access token is made or renewed, walked through step by step, each with a picture of the page.

The last step leads to the line in the log-in where it is kept.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.token_steps import TokenStep
from smadmin.ui.accounts.token_picture import TokenPicture
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class TokenGuide(QWidget):
    """The steps; hidden where nothing is known of the platform.

    Signals:
        tokenAsked: the line where the token is kept is wanted.
    """

    tokenAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin hidden."""
        super().__init__()
        self._words = words
        self._steps: tuple[TokenStep, ...] = ()
        self._server, self._at = "", 0
        self.count = PlainLabel("", kind=TextKind.STRONG)
        self.do = PlainLabel("")
        self.picture = TokenPicture()
        self.back = Button(words.say("connectui.step-back"), kind=ButtonKind.QUIET)
        self.on = Button(words.say("connectui.step-on"))
        self.put_in = Button(words.say("connectui.step-put-in"), icon="key-round")
        self.back.clicked.connect(lambda: self._go(self._at - 1))
        self.on.clicked.connect(lambda: self._go(self._at + 1))
        self.put_in.clicked.connect(self.tokenAsked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        for part in (self.count, self.do, self.picture):
            column.addWidget(part)
        flow = FlowLayout(gap_px=2)
        for button in (self.back, self.on, self.put_in):
            flow.addWidget(button)
        column.addLayout(flow)
        self.hide()

    def begin(self, steps: tuple[TokenStep, ...], server: str) -> None:
        """Show the first step; `server` is the account's own."""
        self._steps, self._server = steps, server
        self.setVisible(bool(steps))
        if steps:
            self._show(0)

    def _go(self, to: int) -> None:
        self._show(to)
        button: Callable[[], None] = self.on.setFocus if not self.on.isHidden() else self.put_in.setFocus
        button()

    def _show(self, to: int) -> None:
        """Show a step; behind the platform's own comes the one that is done here."""
        words, self._at = self._words, min(max(to, 0), len(self._steps))
        last = self._at == len(self._steps)
        self.count.show_text(words.say("connectui.step", n=self._at + 1, of=len(self._steps) + 1))
        self.picture.setVisible(not last)
        self.back.setVisible(self._at > 0)
        self.on.setVisible(not last)
        self.put_in.setVisible(last)
        if last:
            self.do.show_text(words.say("connectui.step-here"))
            return
        step = self._steps[self._at]
        drawn, address = step.said(words.language), step.address(self._server)
        self.do.show_text(drawn.do)
        self.picture.show_page(
            address, drawn, words.say("connectui.step-picture", address=address, press=drawn.press)
        )
