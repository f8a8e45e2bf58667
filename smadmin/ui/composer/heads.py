"""The heads of the steps: title, note, and each step's one main button at the upper right."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.accounts import Account
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.composer.standing import StandingModel
from smadmin.ui.header import ScreenHeader
from smadmin.ui.plaintext import one_line
from smadmin.ui.wording import Wording


class Step(Enum):
    """Where the person is."""

    WRITE = "write"
    READ_BACK = "read-back"
    HANDED_IN = "handed-in"
    CLOSED = "closed"


class Heads(QWidget):
    """All heads, one of them in sight. Each signal is a button that was pressed."""

    readBackAsked = Signal()
    sendAsked = Signal()
    onwardAsked = Signal()
    backAsked = Signal()
    draftsAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Make them."""
        super().__init__(parent)
        self._words = words
        self.writing = ScreenHeader(words.say("compose.title"))
        self.drafts = Button(words.say("compose.drafts"), icon="chevron-down")
        self.drafts.clicked.connect(self.draftsAsked)
        self.writing.add_button(self.drafts)
        self.read_back = self.writing.set_main(words.say("compose.read-back"), hint="Ctrl+Enter")
        self.writing.mainChosen.connect(self.readBackAsked)
        self.reading = ScreenHeader(words.say("compose.read-back-title"))
        back = Button(words.say("compose.go-on-writing"), icon="arrow-left")
        back.clicked.connect(self.backAsked)
        self.reading.add_button(back)
        self.send = self.reading.set_main(words.say("compose.hand-in"), hint="Ctrl+Enter")
        self.reading.mainChosen.connect(self.sendAsked)
        self.standing = ScreenHeader(words.say("compose.title"))
        self.others = Button(words.say("compose.drafts"), kind=ButtonKind.PLAIN, icon="chevron-down")
        self.others.clicked.connect(self.draftsAsked)
        self.standing.add_button(self.others)
        self.onward = self.standing.set_main(words.say("compose.hand-over"), hint="Ctrl+Enter")
        self.standing.mainChosen.connect(self.onwardAsked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._heads = {
            Step.WRITE: self.writing,
            Step.READ_BACK: self.reading,
            Step.HANDED_IN: self.standing,
            Step.CLOSED: ScreenHeader(words.say("compose.title")),
        }
        for head in self._heads.values():
            column.addWidget(head)

    def show_step(self, step: Step) -> None:
        """Show a step's head."""
        for one, head in self._heads.items():
            head.setVisible(one is step)

    def show_missing(self, reasons: Sequence[str]) -> None:
        """Say what is missing before it can be read back."""
        more = self._words.say("compose.and-more", n=len(reasons) - 1) if len(reasons) > 1 else ""
        self.writing.show_missing(reasons, and_more=more)

    def show_alone(self, *, alone: bool) -> None:
        """Word the button of the second step: for others to release, or straight on."""
        self.send.show_words(self._words.say("compose.release-alone" if alone else "compose.hand-in"))

    def show_accounts(self, accounts: tuple[Account, ...]) -> None:
        """Say beside the button that sends as whom it goes out."""
        handles = ", ".join(one_line(one.at_handle) for one in accounts)
        self.reading.note.show_text(self._words.say("compose.goes-out-as", accounts=handles))

    def show_standing(self, model: StandingModel) -> None:
        """Word the button of the third step: publish, or let somebody else sit down."""
        self.onward.show_words(self._words.say("compose.publish" if model.publish else "compose.hand-over"))
        self.onward.setVisible(model.publish or model.hand_over)

    @property
    def below_drafts(self) -> QPoint:
        """Where the menu of drafts opens, on the screen."""
        button = self.others if self.standing.isVisible() else self.drafts
        return button.mapToGlobal(QPoint(0, button.height()))
