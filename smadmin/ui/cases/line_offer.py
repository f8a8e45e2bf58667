"""What a person does about a post that is still out on an account: try again, open it, say it is gone."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.services.clearing import OutLine
from smadmin.ui.buttons import Button
from smadmin.ui.cases.model import by_itself
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording


class LineOffer(QWidget):
    """The buttons of one line; `buttons` has them by their word and the account's id.

    Signals:
        againAsked, pageAsked, goneSaid: with the `OutLine`.
    """

    againAsked = Signal(object)
    pageAsked = Signal(object)
    goneSaid = Signal(object)

    def __init__(self, line: OutLine, words: Wording) -> None:
        """Offer what fits this line."""
        super().__init__()
        self._line, self._words = line, words
        self.buttons: dict[str, Button] = {}
        self._row = FlowBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        if by_itself(line):
            self._add("try-again", self.againAsked.emit)
        else:
            column.addWidget(PlainLabel(words.say("cases.by-hand"), kind=TextKind.NOTE))
        self._add("open-page", self.pageAsked.emit)
        self._add("is-gone", self.goneSaid.emit)  # also where the program's own log-in fails
        column.addWidget(self._row)

    def _add(self, word: str, asked: Callable[[OutLine], None]) -> None:
        button = Button(self._words.say(f"cases.{word}"))
        button.setAccessibleName(f"{button.text()}, {self._line.account.label}")
        button.clicked.connect(lambda _checked=False: asked(self._line))
        self.buttons[f"{word}:{self._line.account.id}"] = button
        self._row.flow.addWidget(button)
