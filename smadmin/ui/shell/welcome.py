"""First run: look around in the sample school, set up one's own, or put a backup back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget
from typing_extensions import override

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.icons import ProgramMark
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.screen import Screen
from smadmin.ui.shell.middle import Middle
from smadmin.ui.sides import Sides
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_CARD_PX = 380
_MARK_PX = 56
_CARDS_PX = 2 * (_CARD_PX + SPACE_PX)


class WelcomeScreen(Screen):
    """Two cards, and the ways of who comes to a school that is set up elsewhere, or has a backup.

    Signals: `lookAroundChosen`, `setUpChosen`, `elsewhereChosen`, `putBackChosen`.
    """

    lookAroundChosen = Signal()
    setUpChosen = Signal()
    elsewhereChosen = Signal()
    putBackChosen = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Build both cards."""
        super().__init__(parent)
        self._words = words
        title = PlainLabel(words.say("founding.welcome"), kind=TextKind.TITLE)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        promise = PlainLabel(words.say("founding.promise"), kind=TextKind.MUTED)
        promise.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.look_around = Button(words.say("founding.look-around"), kind=ButtonKind.MAIN)
        self.look_around.clicked.connect(self._look_around)
        self.set_up = Button(words.say("founding.set-up"))
        self.set_up.clicked.connect(self.setUpChosen)
        self.elsewhere = Button(words.say("coming.elsewhere"), kind=ButtonKind.QUIET)
        self.elsewhere.clicked.connect(self.elsewhereChosen)
        self.put_back = Button(words.say("founding.put-back"), kind=ButtonKind.QUIET)
        self.put_back.clicked.connect(self.putBackChosen)
        cards = Sides(
            self._card("founding.look-around-title", "founding.look-around-text", self.look_around),
            self._card("founding.set-up-title", "founding.set-up-text", self.set_up),
            shares=(1, 1),
            least_px=_CARDS_PX,
        )
        self.progress = QProgressBar()
        self.progress.setFixedWidth(_CARD_PX)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(words.say("founding.drawing"))
        self.progress.hide()
        self.page.addStretch(2)
        self.page.addWidget(ProgramMark(_MARK_PX), 0, Qt.AlignmentFlag.AlignHCenter)
        self.page.addSpacing(SPACE_PX)
        self.page.addWidget(title)
        self.page.addWidget(promise)
        self.page.addSpacing(2 * SPACE_PX)
        self.page.addWidget(Middle(cards, width_px=_CARDS_PX))
        self.page.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignHCenter)
        self.page.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignHCenter)
        self.page.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        self.page.addStretch(3)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the sample school is."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()

    @override
    def load(self) -> None:
        self.loaded(lambda: None)

    def _card(self, title: str, text: str, button: Button) -> Card:
        card = Card(self._words.say(title))
        card.body.addWidget(PlainLabel(self._words.say(text), kind=TextKind.MUTED))
        card.body.addStretch(1)
        card.body.addWidget(button)
        return card

    def _look_around(self) -> None:
        for button in (self.look_around, self.set_up, self.elsewhere, self.put_back):
            button.block((self._words.say("founding.drawing"),))
        self.show_progress(0, 0)
        self.lookAroundChosen.emit()
