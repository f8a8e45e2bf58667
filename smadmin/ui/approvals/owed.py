"""Yeses by phone that wait for this person's countersignature: what went out, who signed, what was said."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.messages import Message, say
from smadmin.services.spoken import OwedLine
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.wording import Wording

_WORDS_SHOWN = 90


def owed_said(line: OwedLine) -> Message:
    """Say who signed what."""
    yes = line.owed.yes
    if yes is None:
        return say("spokenui.owed-unread", name=line.signed_by, on=line.owed.signed_at)
    way = say(f"spoken.way-{yes.way.value}")
    return say("spokenui.owed", name=line.signed_by, sayer=line.said_by, way=way, at=yes.said_at)


def _first_words(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WORDS_SHOWN else f"{line[:_WORDS_SHOWN].rsplit(' ', 1)[0]}…"


class OwedCard(Card):
    """The card; hidden while nothing is owed.

    Signals:
        countersigned: a post's id.
        disowned: the id of a post that went through without this person's yes.
    """

    countersigned = Signal(str)
    disowned = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without any."""
        super().__init__(words.say("spokenui.owed-title"), parent)
        self._words = words
        self.buttons: list[Button] = []
        self.hide()

    def show_lines(self, lines: tuple[OwedLine, ...]) -> None:
        """Show what is owed."""
        self.clear()
        self.buttons = []
        for line in lines:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            column.addWidget(PlainLabel(_first_words(line.owed.words), kind=TextKind.STRONG))
            column.addWidget(PlainLabel(self._words(owed_said(line)), kind=TextKind.NOTE))
            button = Button(self._words.say("spokenui.countersign"), kind=ButtonKind.SMALL)
            button.setObjectName(f"countersign-{line.owed.post}")
            button.clicked.connect(partial(self.countersigned.emit, str(line.owed.post)))
            self.buttons.append(button)
            not_mine = Button(self._words.say("spokenui.not-mine"), kind=ButtonKind.LINK)
            not_mine.setObjectName(f"not-mine-{line.owed.post}")
            not_mine.clicked.connect(partial(self.disowned.emit, str(line.owed.post)))
            deeds = FlowBox()
            for one in (button, not_mine):
                deeds.flow.addWidget(one)
            column.addWidget(deeds)
            self.body.addWidget(holder)
        if lines:
            self.body.addWidget(PlainLabel(self._words.say("spokenui.owed-note"), kind=TextKind.NOTE))
        self.setVisible(bool(lines))
