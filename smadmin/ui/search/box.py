"""The search of the whole window: a line to type in, and below it what was found, kind by kind.

The keyboard stays in the line: arrows choose, Enter opens, Escape leaves.
"""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.services.search import OF_EACH
from smadmin.ui.dialogs.fitted import FittedDialog, needed_height
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.rows import Row, RowList
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_WIDTH_PX = 620
_SIDES_SEEN = 2
"""So many times what a list shows at least."""
_OF_THE_SCREEN = 0.8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
_LONGEST = 200


class SearchBox(FittedDialog):
    """Open it with `open()`.

    Signals:
        asked: what is typed now.
        chosen: the key of the row that is to be opened.
    """

    asked = Signal(str)
    chosen = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_WIDTH_PX, parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.say("search.title"))
        self._words, self._answered, self._opens = words, "", False
        self.line = QLineEdit()
        self.line.setObjectName("search-line")
        self.line.setClearButtonEnabled(True)
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(words.say("search.type"))
        self.line.setAccessibleName(words.say("search.title"))
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.list = RowList("found", title=words.say("search.found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line has the arrows
        self.list.rowOpened.connect(self._open)
        keeps_place = self.list.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.list.setSizePolicy(keeps_place)
        self.list.hide()
        self.said = PlainLabel(words.say("search.hint"), kind=TextKind.MUTED)
        self.keys = PlainLabel(words.say("search.keys"), kind=TextKind.NOTE)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE_PX, 2 * SPACE_PX, 2 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(SPACE_PX)
        for part in (self.line, self.said, self.list, self.keys):
            column.addWidget(part)
        self.line.setFocus()

    def show_found(self, text: str, rows: Sequence[Row]) -> None:
        """Show what was found; what answers an older question is left out."""
        if text != self.line.text():
            return
        self._answered = text
        said = self._said(text, rows)
        self.list.show_rows(rows, rows[0].key if rows else "")
        self.list.setVisible(bool(rows))
        self.said.show_text(said)
        self.line.setAccessibleDescription("\n".join((said, self._current())))
        if self._opens:
            self._open()

    def say_failed(self, sentence: str) -> None:
        """Say why nothing can be found now."""
        self.list.show_rows((), "")
        self.list.hide()
        self.said.show_text(sentence)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS:
                self._step(_STEPS[key])
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._open()
                return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self._opens = False
        self.asked.emit(text)

    def _step(self, by: int) -> None:
        rows = self.list.rows
        if not rows:
            return
        place = next((n for n, row in enumerate(rows) if row.key == self.list.chosen), 0)
        place = max(0, min(len(rows) - 1, place + by))
        self.list.choose(rows[place].key)
        self.list.scrollTo(self.list.currentIndex())
        self.line.setAccessibleDescription(self._current())

    def _open(self) -> None:
        """Open what is chosen; of a question that isn't answered yet, what its answer begins with."""
        if self._answered != self.line.text():
            self._opens = True
        elif self.list.chosen:
            self.chosen.emit(self.list.chosen)

    def _current(self) -> str:
        chosen = self.list.chosen
        return next((row.spoken for row in self.list.rows if row.key == chosen), "")

    def _said(self, text: str, rows: Sequence[Row]) -> str:
        if not text.strip():
            return self._words.say("search.hint")
        if not rows:
            return self._words.say("search.nothing")
        full = max(Counter(row.aside for row in rows).values()) >= OF_EACH
        return self._words.say("search.some" if full else "search.number", n=len(rows))

    @override
    def _squeeze(self, layout: QLayout, width: int, most: int) -> None:
        # As tall before anything is found as after: nothing moves below who types.
        least = self.list.minimumSizeHint().height()
        rest = needed_height(layout, width) - self.list.minimumHeight()
        height = max(least // 2, min(least * _SIDES_SEEN, round(most * _OF_THE_SCREEN) - rest))
        if height != self.list.minimumHeight():
            self.list.setFixedHeight(height)
