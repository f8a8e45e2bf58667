"""Cards: a surface with a heading, and a row with mark, sentence and one button (Today's shape)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import RoundMark
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State


class Card(QFrame):
    """A surface on which things of one kind lie. Add widgets to `body`."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        """Take a heading, or none."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * SPACE_PX, 14, 2 * SPACE_PX, 14)
        self.body.setSpacing(SPACE_PX)
        self.heading = PlainLabel(heading, kind=TextKind.HEADING)
        if not heading:  # shown before it lies in a window, a widget is a window of its own for a moment
            self.heading.hide()
        policy = self.heading.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)  # in a tall card it stays at the top
        self.heading.setSizePolicy(policy)
        self.body.addWidget(self.heading)

    def clear(self) -> None:
        """Take everything but the heading off, before rendering anew."""
        empty_layout(self.body, first=1)


def form_card(heading: str, means: str, form: QWidget) -> Card:
    """Lay a form on a card, below what it is for."""
    card = Card(heading)
    card.body.addWidget(PlainLabel(means, kind=TextKind.MUTED))
    card.body.addWidget(form)
    return card


class RowCard(QFrame):
    """A sentence with one button. `chosen` tells that it was pressed."""

    chosen = Signal()

    def __init__(
        self,
        state: State,
        title: str,
        *,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take what it says."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * SPACE_PX, 12, 2 * SPACE_PX, 12)
        self._row.setSpacing(14)
        self._row.addWidget(RoundMark(state), 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = QVBoxLayout()
        self._words.setSpacing(HALF_SPACE_PX)
        self.title = PlainLabel(title, kind=TextKind.STRONG)
        self._words.addWidget(self.title)
        self.note = PlainLabel(note, kind=TextKind.NOTE)
        if not note:
            self.note.hide()
        self._words.addWidget(self.note)
        self._row.addLayout(self._words, 1)
        self.button: Button | None = None

    def set_button(self, words: str, *, kind: ButtonKind = ButtonKind.PLAIN) -> Button:
        """Give it its button."""
        self.button = Button(words, kind=kind)
        self.button.clicked.connect(self.chosen)
        self.button.setAccessibleDescription(self.title.whole_text)
        self.put_button_beside()
        return self.button

    def put_button_beside(self) -> None:
        """Put the button at the right of the words."""
        if self.button is not None and self._row.indexOf(self.button) < 0:
            self._words.removeWidget(self.button)
            self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def put_button_below(self) -> None:
        """Put the button below the words, where text is too large for both side by side."""
        if self.button is not None and self._words.indexOf(self.button) < 0:
            self._row.removeWidget(self.button)
            self._words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


def empty_layout(layout: QLayout, *, first: int = 0) -> None:
    """Take items off a layout, from the one numbered `first` on, and delete their widgets."""
    while (item := layout.takeAt(first)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty_layout(inner)


def rule() -> QFrame:
    """Make a thin line between two parts of a card."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line
