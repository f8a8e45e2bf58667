"""A new computer of a school that is set up elsewhere: what is needed, step by step, with its buttons."""

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from smadmin.services.coming import Coming
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.narrow import column_at_left
from smadmin.ui.screen import Screen
from smadmin.ui.states import StateLine
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

_WIDTH_PX = 640


class ComingScreen(Screen):
    """Shown before there is a school here.

    Signals:
        saveAsked: write this computer's file.
        putBackAsked: the copy lies ready.
        leftAgain: not now.
    """

    saveAsked = Signal()
    putBackAsked = Signal()
    leftAgain = Signal()

    def __init__(self, words: Wording) -> None:
        """Stand without letters until `show_computer`."""
        super().__init__()
        self._words = words
        header = ScreenHeader(words.say("coming.elsewhere"))
        back = Button(words.say("founding.back"), kind=ButtonKind.QUIET)
        back.clicked.connect(self.leftAgain)
        header.add_button(back)
        self.head.addWidget(header)
        self.letters = PlainLabel("", kind=TextKind.TITLE)
        in_one_width(self.letters)
        self.save = Button(words.say("coming.save"))
        self.save.clicked.connect(self.saveAsked)
        self.put_back = Button(words.say("joining.put-back"))
        self.put_back.clicked.connect(self.putBackAsked)
        self._first = StateLine(State.NOTE, words.say("coming.step-save"))
        card = Card(words.say("coming.letters"))
        card.body.addWidget(self.letters)
        for step, button in (
            (self._first, self.save),
            (StateLine(State.NOTE, words.say("coming.step-copy")), None),
            (StateLine(State.NOTE, words.say("coming.step-back")), self.put_back),
            (StateLine(State.NOTE, words.say("coming.step-key")), None),
        ):
            card.body.addWidget(step)
            if button is not None:
                card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column = column_at_left(self.page, _WIDTH_PX)
        column.addWidget(PlainLabel(words.say("coming.what"), kind=TextKind.MUTED))
        column.addWidget(card)
        self.page.addStretch(1)

    def show_computer(self, coming: Coming) -> None:
        """Show the letters to be read out."""
        self.letters.show_text(coming.letters)
        self._first.show_line(self._words.say("coming.step-save"), State.NOTE)

    def show_saved(self, name: str) -> None:
        """Say that the file was saved: now it is somebody else's turn."""
        self._first.show_line(self._words.say("coming.saved", file=name), State.FINE)

    @override
    def load(self) -> None:
        self.loaded(lambda: None)
