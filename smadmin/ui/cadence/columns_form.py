"""Which column of a list says what: asked of a person where no title is known."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.past_posts import Columns
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import ChoiceField, Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel
from smadmin.ui.plaintext import one_line
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_ASKED = ("when", "account", "link")


class ColumnsForm(QWidget):
    """The form; `leave` is the button *Not now*.

    Signals:
        chosen: the `Columns`.
    """

    chosen = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without titles."""
        super().__init__(parent)
        self._words = words
        self.choices = {one: ChoiceField() for one in _ASKED}
        self.read = Button(words.say("pastposts.columns-read"))
        self.leave = Button(words.say("pastposts.not-now"), kind=ButtonKind.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(PlainLabel(words.say("pastposts.columns-ask")))
        for name, choice in self.choices.items():
            choice.setObjectName(f"column-{name}")
            column.addWidget(Field(words.say(f"pastposts.columns-{name}"), choice))
        buttons = QWidget()
        line = FlowLayout(buttons)
        line.addWidget(self.read)
        line.addWidget(self.leave)
        column.addWidget(buttons)
        self.choices["when"].currentIndexChanged.connect(self._allow)
        self.read.clicked.connect(self._read)

    def show_titles(self, titles: Sequence[str]) -> None:
        """Offer these columns; none is chosen yet."""
        for choice in self.choices.values():
            choice.clear()
            choice.addItem(self._words.say("pastposts.columns-none"), None)
            for place, title in enumerate(titles):
                choice.addItem(self._named(place + 1, one_line(title)), place)
        self._allow()

    def begin(self) -> None:
        """Put the keyboard on the first choice."""
        self.choices["when"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self, number: int, title: str) -> str:
        if title:
            return self._words.say("pastposts.columns-titled", n=number, title=title)
        return self._words.say("pastposts.columns-untitled", n=number)

    def _allow(self) -> None:
        if self.choices["when"].currentData() is None:
            self.read.block((self._words.say("pastposts.columns-no-day"),))
        else:
            self.read.allow()

    def _read(self) -> None:
        when, account, link = (choice.currentData() for choice in self.choices.values())
        self.chosen.emit(Columns(when, account, link))
