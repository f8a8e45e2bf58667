"""The screen of a locked window: who sits down? Also the second person's, when the chair is handed over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import RowCard
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.screen import Screen
from smadmin.ui.shell.middle import Middle
from smadmin.ui.shell.model import SitDownModel
from smadmin.ui.shell.sitdown import SitDown
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording

_CARD_PX, _BARRED_PX = 420, 620


class GateScreen(Screen):
    """A sit-down card in the middle.

    Signals:
        tried: person and passphrase.
        arrived: an `Expected`, the code of the signed list, and the PIN.
        leftAgain: nobody sits down after all.
        newcomerAsked: somebody who isn't listed yet wants to sit down.
        againAsked: the keyring may answer by now.
        joinAsked: somebody has no key on this login, or one that doesn't open any more.
        putBackAsked: nobody has a key here, and the copy of the school may be the wrong one, or an old one.
    """

    tried = Signal(str, str)
    arrived = Signal(object, str, str)
    leftAgain = Signal()
    newcomerAsked = Signal()
    againAsked = Signal()
    joinAsked = Signal()
    putBackAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_model`."""
        super().__init__(parent)
        self._words = words
        self.card = SitDown(words)
        self.card.tried.connect(self.tried)
        self.card.arrived.connect(self.arrived)
        self.head.addStretch(0)
        self.page.addStretch(2)
        self.page.addWidget(Middle(self.card, width_px=_CARD_PX))
        self.explained = PlainLabel("", kind=TextKind.MUTED)
        self.explained.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.addWidget(self.explained)
        self.barred = RowCard(State.DOUBT, "")
        self.barred.set_button(words.say("session.again"))
        self.barred.chosen.connect(self.againAsked)
        self.barred.hide()
        self.page.addWidget(Middle(self.barred, width_px=_BARRED_PX))
        self.with_code = PlainLabel(words.say("session.with-code"), kind=TextKind.NOTE)
        self.with_code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.with_code.hide()
        self.page.addWidget(self.with_code)
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        row.addStretch(1)
        self.newcomer = Button(words.say("session.newcomer"), kind=ButtonKind.QUIET)
        self.newcomer.clicked.connect(self.newcomerAsked)
        self.back = Button(words.say("session.back"), kind=ButtonKind.QUIET)
        self.back.clicked.connect(self.leftAgain)
        self.join = Button(words.say("joining.title"), kind=ButtonKind.MAIN)
        self.cant = Button(words.say("joining.cant"), kind=ButtonKind.QUIET)
        for button in (self.join, self.cant):
            button.clicked.connect(self.joinAsked)
            button.hide()
            row.addWidget(button)
        self.put_back = Button(words.say("joining.put-back"), kind=ButtonKind.QUIET)
        self.put_back.clicked.connect(self.putBackAsked)
        self.put_back.hide()
        row.addWidget(self.newcomer)
        row.addWidget(self.back)
        row.addStretch(1)
        self.page.addLayout(row)
        self.page.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignHCenter)
        self.page.addStretch(3)

    def show_model(self, model: SitDownModel, *, explained: str = "", handing_over: bool = False) -> None:
        """Show who can sit down; a handed-over chair can also be kept."""
        self.card.setEnabled(True)
        self.card.show_model(model)
        self.card.show_trouble("")
        self.explained.show_text(explained)
        self.explained.setVisible(bool(explained))
        self.barred.hide()
        self.newcomer.setVisible(handing_over)
        self.with_code.setVisible(handing_over and bool(model.expected))
        self.back.setVisible(handing_over)
        self.card.setVisible(bool(model.people) or handing_over or bool(model.expected))
        for button in (self.join, self.put_back):
            button.setVisible(not handing_over and not model.people)
        # In the sample everybody's passphrase stands on the card, but for who changed theirs.
        known = bool(model.sample_passphrase) and model.all_told
        self.cant.setVisible(not handing_over and bool(model.people) and not known)

    def show_barred(self, sentences: str) -> None:
        """Say why no passphrase opens anything here now, and let one try again."""
        happened, _, rest = sentences.partition("\n")
        self.barred.title.show_text(happened)
        self.barred.note.show_text(rest)
        self.barred.note.setVisible(bool(rest))
        self.barred.show()

    @override
    def shown(self) -> None:
        super().shown()
        if self.card.isHidden():
            self.join.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.card.take_keyboard()  # hidden, the card couldn't take it

    @override
    def load(self) -> None:
        self.loaded(lambda: None)
