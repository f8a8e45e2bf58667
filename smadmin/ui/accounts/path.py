"""The path of an account: its stages, what is said of each, and the one next step with its button."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.accounts.opening_model import Next, OpeningModel
from smadmin.ui.accounts.path_steps import PathStep
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.states import StateChip, StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_ASKED_OF = frozenset({Next.ANSWER, Next.LET_IN, Next.ENTER, Next.GO_LIVE})


class PathCard(Card):
    """The card.

    Signals:
        stepChosen: the button of the next step was pressed; a `Next`.
        letInChosen: communications confirms that it gets in.
        enterChosen: something said outside is to be entered.
        declined: the sentence with which it is sent back.
        letterCopied, letterOpened: the e-mail to communications is wanted.
        scanAsked: the id of a scan that is to be shown.
    """

    stepChosen = Signal(object)
    letInChosen = Signal()
    enterChosen = Signal()
    declined = Signal(str)
    letterCopied = Signal()
    letterOpened = Signal()
    scanAsked = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin without an account."""
        super().__init__(words.say("openingui.path"))
        self._words = words
        self._next = Next.NOTHING
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(HALF_SPACE_PX)
        self.said = PlainLabel("", kind=TextKind.STRONG)
        self.due, self.due_soon = StateLine(State.NOTE, ""), StateLine(State.DOUBT, "")
        self._lacks = QVBoxLayout()
        self._lacks.setSpacing(0)
        self.approve_button = Button(words.say("openingui.do-approve"), kind=ButtonKind.MAIN)
        self.approve_button.clicked.connect(lambda: self.stepChosen.emit(Next.APPROVE))
        self.step_button = Button("")
        self.step_button.clicked.connect(lambda: self.stepChosen.emit(self._next))
        self.let_in_button = Button(words.say("openingui.let-in"))
        self.let_in_button.clicked.connect(self.letInChosen)
        self.enter_button = Button(words.say("openingui.enter"), kind=ButtonKind.LINK)
        self.enter_button.clicked.connect(self.enterChosen)
        self.copy_button = Button(words.say("openingui.letter-copy"), icon="copy")
        self.copy_button.clicked.connect(self.letterCopied)
        self.mail_button = Button(words.say("openingui.letter-open"), icon="external-link")
        self.mail_button.clicked.connect(self.letterOpened)
        buttons = FlowLayout(gap_px=SPACE_PX // 2)
        for button in (
            self.approve_button,
            self.step_button,
            self.let_in_button,
            self.copy_button,
            self.mail_button,
            self.enter_button,
        ):
            buttons.addWidget(button)
        self.body.addWidget(self._chips)
        self.body.addLayout(self._notes)
        self.body.addWidget(self.said)
        self.body.addWidget(self.due)
        self.body.addWidget(self.due_soon)
        self.body.addLayout(self._lacks)
        self.body.addLayout(buttons)
        self.decline = SentenceForm(
            SentenceWords(
                unfold=words.say("openingui.decline"),
                ask=words.say("accountui.why"),
                hint=words.say("openingui.decline-hint"),
                do=words.say("openingui.decline-do"),
                fold=words.say("accountui.leave"),
                first=words.say("accountui.why-first"),
            )
        )
        self.decline.given.connect(self.declined)
        self.body.addWidget(self.decline)

    def show_opening(self, model: OpeningModel) -> None:
        """Show how far it is, and what is next."""
        words, self._next = self._words, model.next
        empty_layout(self._flow)
        empty_layout(self._notes)
        empty_layout(self._lacks)
        for step in model.path:
            self._flow.addWidget(StateChip(step.state, words(step.words)))
            self._note(step)
        self.said.show_text(words(model.said))
        self.due.setVisible(model.due is not None and not model.due_soon)
        self.due_soon.setVisible(model.due is not None and model.due_soon)
        if model.due is not None:
            for line in (self.due, self.due_soon):
                line.show_line(words(model.due))
            for missing in model.lacks:
                self._lacks.addWidget(StateLine(State.WAITS, words(missing)))
        self.approve_button.setVisible(model.next is Next.APPROVE)
        self.decline.setVisible(model.next is Next.APPROVE)
        asked = model.next in _ASKED_OF and model.acts
        self.step_button.setVisible(asked)
        if asked:
            self.step_button.show_words(words.say(f"openingui.do-{model.next.value}"))
        self.let_in_button.setVisible(model.lets_in)
        self.enter_button.setVisible(bool(model.enters))
        self.copy_button.setVisible(model.writes)
        self.mail_button.setVisible(model.writes and bool(model.mail_to))

    def _note(self, step: PathStep) -> None:
        if step.note is None:
            return
        said = self._words.say("openingui.noted", step=step.words, note=step.note)
        self._notes.addWidget(PlainLabel(said, kind=TextKind.NOTE))
        if step.scan is None:
            return
        button = Button(self._words.say("openingui.scan-show"), kind=ButtonKind.LINK, icon="file-text")
        button.setAccessibleDescription(said)
        button.clicked.connect(partial(self.scanAsked.emit, step.scan))
        self._notes.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
