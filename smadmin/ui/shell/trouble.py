"""The screen of a window without an open school: what happened, what is kept, and one way on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.screen import Screen
from smadmin.ui.shell.middle import Middle
from smadmin.ui.shell.trouble_model import TroubleDeed, TroubleModel
from smadmin.ui.states import RoundMark
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording

_WIDTH_PX = 620


class TroubleScreen(Screen):
    """One card in the middle. `asked` carries a `TroubleDeed`."""

    asked = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_model`."""
        super().__init__(parent)
        self._words = words
        self._card = Card()
        self.mark = RoundMark(State.STOP)
        self.title = PlainLabel("", kind=TextKind.TITLE)
        self._said = QVBoxLayout()
        self._said.setSpacing(SPACE_PX)
        self.letters = QLineEdit()
        in_one_width(self.letters)  # seen as they are typed: they are compared with the paper
        self.field = Field(words.say("trouble.letter"), self.letters, note=words.say("trouble.letter-note"))
        self.field.hide()
        self.letters.returnPressed.connect(self._entered)
        self.wrong = PlainLabel("", kind=TextKind.NOTE)
        self.wrong.setProperty("kind", "wrong")
        self.wrong.hide()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(words.say("trouble.working"))
        self.progress.hide()
        self._buttons = FlowLayout()
        self.buttons: dict[TroubleDeed, Button] = {}
        self._where = PlainLabel("", kind=TextKind.SMALL)
        self._arrange()

    def show_model(self, model: TroubleModel) -> None:
        """Say what happened and offer what can be done."""
        self.mark.show_state(model.state)
        self.title.show_text(self._words(model.happened))
        empty_layout(self._said)
        for sentence in model.sentences:
            self._said.addWidget(PlainLabel(self._words(sentence), kind=TextKind.TEXT))
        self._where.show_text(self._words.say("trouble.where", folder=model.folder))
        empty_layout(self._buttons)
        self.buttons.clear()
        self._add(model.main, self._words(model.main_words), ButtonKind.MAIN)
        for deed in model.others:
            self._add(deed, self._words.say(f"trouble.deed-{deed.value}"), ButtonKind.PLAIN)
        self._be_idle()

    def ask_letter(self, wrong: str = "") -> None:
        """Ask for the key from the recovery letter, and say what is wrong with what was typed."""
        self._be_idle()
        if wrong:
            self.field.show_error(wrong)
        else:
            self.field.clear_error()
        self.field.show()
        self.letters.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, sentence: str) -> None:
        """Say that what was tried didn't work either."""
        self._be_idle()
        self.wrong.show_text(sentence)
        self.wrong.show()

    def show_working(self) -> None:
        """Show that something is being tried."""
        self.wrong.hide()
        self.field.clear_error()
        self.progress.show()
        for button in self.buttons.values():
            button.block((self._words.say("trouble.working"),))

    @override
    def load(self) -> None:
        self.loaded(lambda: None)

    def _be_idle(self) -> None:
        self.progress.hide()
        self.wrong.hide()
        for button in self.buttons.values():
            button.allow()

    def _arrange(self) -> None:
        body = self._card.body
        body.setContentsMargins(3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX)
        body.setSpacing(2 * SPACE_PX)
        body.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.title)
        body.addLayout(self._said)
        for widget in (self.field, self.wrong, self.progress):
            body.addWidget(widget)
        body.addLayout(self._buttons)
        body.addWidget(self._where)
        self.page.addStretch(2)
        self.page.addWidget(Middle(self._card, width_px=_WIDTH_PX))
        self.page.addStretch(3)

    def _add(self, deed: TroubleDeed, words: str, kind: ButtonKind) -> None:
        button = Button(words, kind=kind)
        button.clicked.connect(self._asker(deed))
        self._buttons.addWidget(button)
        self.buttons[deed] = button

    def _entered(self) -> None:
        if TroubleDeed.PUT_BACK in self.buttons:
            self.buttons[TroubleDeed.PUT_BACK].press()

    def _asker(self, deed: TroubleDeed) -> Callable[[], None]:
        return lambda: self.asked.emit(deed)
