"""What a correction says of itself while it is written: what it corrects, where that is out, who found it.

It goes where its original is out, for what was planned for that, and pictures stay: none of it is asked.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.ids import PostId
from smadmin.domain.messages import say
from smadmin.domain.posts import Draft
from smadmin.services.corrections import ToldCorrection
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording


class CorrectsCard(Card):
    """The lines, in the place of the questions where a post goes and what it is planned for.

    Signals:
        originalAsked: the id of the post that is out.
    """

    originalAsked = Signal(str)

    def __init__(self, words: Wording, questions: QWidget) -> None:
        """Begin hidden, with the questions there."""
        super().__init__()
        self._words, self.questions = words, questions
        self._elsewhere: list[QWidget] = []
        self._original = ""
        self._head = StateLine(State.NOTE, "")
        self._note = PlainLabel("", kind=TextKind.NOTE)
        self.see = Button(words.say("compose.corrects-see"), kind=ButtonKind.SMALL, icon="external-link")
        self.see.clicked.connect(lambda: self.originalAsked.emit(self._original))
        self.body.addWidget(self._head)
        self.body.addWidget(self._note)
        self.body.addWidget(self.see, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def hide_too(self, widget: QWidget) -> None:
        """Hide something else while a correction is written."""
        self._elsewhere.append(widget)

    def show_told(self, told: ToldCorrection | None, accounts: Sequence[Account]) -> None:
        """Show what a draft corrects; None: it corrects nothing."""
        self.setVisible(told is not None)
        for one in (self.questions, *self._elsewhere):
            one.setVisible(told is None)
        if told is None:
            return
        names = tuple(say("compose.name", name=one.label) for one in accounts)
        head = self._words.say("compose.corrects", words=told.words, accounts=names)
        note = self._words.say("compose.corrects-note", name=told.by, when=told.correction.found)
        self._head.show_line(head)
        self._note.show_text(note)
        self._original = told.correction.original


class Corrects(QObject):
    """Finds out for each draft that is opened."""

    def __init__(self, around: Surroundings, card: CorrectsCard, origin: QObject) -> None:
        """Take the card that says it."""
        super().__init__(origin)
        self._around, self._card, self._origin = around, card, origin
        self._open: PostId | None = None
        card.originalAsked.connect(lambda post: around.doors.open("publish", post))

    def opened(self, draft: Draft | None, accounts: Sequence[Account] = ()) -> None:
        """Ask the record of a draft; a new one corrects nothing."""
        if draft is None or draft.id != self._open:
            self._card.show_told(None, ())
        self._open = None if draft is None else draft.id
        if draft is None:
            return
        office, by, post = self._around.office, self._around.by, draft.id

        def came(told: ToldCorrection | None) -> None:
            if self._open == post:
                self._card.show_told(told, accounts)

        self._around.performer.perform(
            lambda: office.corrections.of(by, post), done=came, origin=self._origin
        )
