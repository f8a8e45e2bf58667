"""A request that waits: its letters, what is still to be done, and the field for the other one's letters."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit
from typing_extensions import override

from smadmin.domain.errors import KnownError
from smadmin.services.asking import Pending
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.narrow import keep_narrow
from smadmin.ui.screen import Screen
from smadmin.ui.states import StateLine
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

_WIDTH_PX = 620
_STEPS = ("save", "sign", "back", "type")
_ALL = 1_000
"""As in `Middle`: in a row with a stretch wrapped words get the height that they need."""


class PendingScreen(Screen):
    """Shown until the request was signed and root's letters were typed.

    Signals:
        typed: root's letters.
        askedAnew: forget this request.
        saveAsked: write it to a file, for a computer that shares no folder with this one.
        putBackAsked: the backup that brings the key lies ready, as a file.
        leftAgain: not now.
    """

    typed = Signal(str)
    askedAnew = Signal()
    saveAsked = Signal()
    putBackAsked = Signal()
    leftAgain = Signal()

    def __init__(self, words: Wording) -> None:
        """Stand empty until `show_pending`."""
        super().__init__()
        self._words = words
        self.header = ScreenHeader(words.say("joining.title"))
        self.main = self.header.set_main(words.say("joining.take-up"))
        self.main.clicked.connect(self._type)
        anew = Button(words.say("joining.withdraw"))
        anew.clicked.connect(self.askedAnew)
        back = Button(words.say("joining.back"), kind=ButtonKind.QUIET)
        back.clicked.connect(self.leftAgain)
        self.header.add_button(back)
        self.header.add_button(anew)
        self.head.addWidget(self.header)
        self.card = Card(" ")
        keep_narrow(self.card, _WIDTH_PX)
        self.what = PlainLabel("", kind=TextKind.MUTED)
        self.mine = PlainLabel("", kind=TextKind.TITLE)
        self.letters = QLineEdit()
        for read_out in (self.mine, self.letters):
            in_one_width(read_out)
        self.letters.returnPressed.connect(self.main.press)
        self.field = Field(words.say("joining.root"), self.letters, note=words.say("joining.root-note"))
        self.save = Button(words.say("joining.save"), kind=ButtonKind.QUIET)
        self.save.clicked.connect(self.saveAsked)
        self.put_back = Button(words.say("joining.put-back"), kind=ButtonKind.QUIET)
        self.put_back.clicked.connect(self.putBackAsked)
        self.away = PlainLabel(words.say("joining.away"), kind=TextKind.STRONG)
        self.steps = [StateLine(State.NOTE, words.say(f"joining.step-{one}")) for one in _STEPS]
        for part in (self.what, self.mine, self.away, self.steps[0]):
            self.card.body.addWidget(part)
        self.card.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        for part in self.steps[1:3]:
            self.card.body.addWidget(part)
        self.card.body.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.body.addWidget(self.steps[3])
        self.card.body.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(self.card, _ALL)
        row.addStretch(1)
        self.page.addLayout(row)
        self.page.addStretch(1)

    def show_pending(self, pending: Pending) -> None:
        """Show whose request it is, its letters, and whether it was signed."""
        self.card.heading.show_text(self._words.say("joining.waiting", name=pending.name))
        what = self._words.say("joining.let-in-what" if pending.let_in else "joining.waiting-what")
        ends = (
            ""
            if pending.let_in or not pending.ends
            else self._words.say("joining.waiting-ends", n=pending.ends)
        )
        self.what.show_text(f"{what} {ends}".strip())
        self.mine.show_text(pending.letters)
        waits = bool(pending.letters)
        for part in (self.mine, self.away, self.save, self.put_back, *self.steps):
            part.setVisible(waits)
        self._show_saved(saved=False)
        self.field.clear_error()
        self.setEnabled(True)

    def show_saved(self) -> None:
        """Say that the request went to a file: now it is somebody else's turn."""
        self._show_saved(saved=True)

    def _show_saved(self, *, saved: bool) -> None:
        for step, one in zip(self.steps, _STEPS, strict=True):
            done = saved and one == "save"
            said = f"joining.step-{one}-done" if done else f"joining.step-{one}"
            step.show_line(self._words.say(said), State.FINE if done else State.NOTE)

    def show_refused(self, error: KnownError) -> None:
        """Say below the field why one can't go on yet."""
        self.setEnabled(True)
        self.field.show_error(self._words.error(error))
        self.letters.setFocus()

    def _type(self) -> None:
        self.typed.emit(self.letters.text())

    @override
    def load(self) -> None:
        self.loaded(lambda: None)
