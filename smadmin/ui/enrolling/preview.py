"""What taking a list over would do: how many come and change, what is asked, what isn't taken and why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from smadmin.domain.messages import Message
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.enrolling.model import PreviewModel, ToldRow
from smadmin.ui.enrolling.weaker import WeakerCard
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.rows import Row, RowList
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


class LinesCard(Card):
    """Sentences, each with its state."""

    def __init__(self, heading: str, words: Wording) -> None:
        """Begin empty."""
        super().__init__(heading)
        self._words = words
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        self.said: tuple[str, ...] = ()

    def show_lines(self, lines: Sequence[tuple[State, Message]]) -> None:
        """Show these sentences."""
        empty_layout(self._lines)
        self.said = tuple(self._words(message) for _, message in lines)
        for (state, _), sentence in zip(lines, self.said, strict=True):
            self._lines.addWidget(StateLine(state, sentence))


class ToldCard(Card):
    """Rows of a list that a person should know of; hidden where there is none."""

    def __init__(self, heading: str, means: str, *, name: str, words: Wording) -> None:
        """Take what these rows have in common."""
        super().__init__(heading)
        self._words = words
        self.body.addWidget(PlainLabel(means, kind=TextKind.NOTE))
        self.list = RowList(name, title=heading)
        self.body.addWidget(self.list)
        self.hide()

    def show_rows(self, rows: Sequence[ToldRow]) -> None:
        """Show these rows."""
        shown = [self._row(place, row) for place, row in enumerate(rows)]
        self.list.show_rows(shown, "")
        self.setVisible(bool(rows))

    def _row(self, place: int, row: ToldRow) -> Row:
        line = self._words.optional(row.line)
        return Row(str(place), row.name or line, self._words(row.what), line if row.name else "")


class PreviewPanel(QWidget):
    """The preview. `wholeTurned` tells that the list is, or isn't, the whole school."""

    wholeTurned = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without a list."""
        super().__init__()
        self._words = words
        self.counts = LinesCard(words.say("enrollui.would"), words)
        self.whole = QCheckBox(for_button(words.say("enrollui.whole")))
        self.whole.setObjectName("whole-school")
        self.whole.toggled.connect(lambda _on: self.wholeTurned.emit())
        self._whole_means = PlainLabel("", kind=TextKind.NOTE)
        self.counts.body.addWidget(self.whole)
        self.counts.body.addWidget(self._whole_means)
        self.weaker = WeakerCard(words)
        self.weaker.hide()
        self.refused = ToldCard(
            words.say("enrollui.list-not-taken"),
            words.say("enrollui.not-taken-means"),
            name="not-taken",
            words=words,
        )
        self.doubts = ToldCard(
            words.say("enrollui.doubts"),
            words.say("enrollui.doubts-means"),
            name="doubts",
            words=words,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        for part in (self.counts, self.weaker, self.refused, self.doubts):
            column.addWidget(part)
        column.addStretch(1)

    def show_preview(self, model: PreviewModel) -> None:
        """Show what taking the list over would do."""
        self.counts.show_lines(model.lines)
        if not model.missing:
            self.whole.setChecked(False)
        means = self._words.say("enrollui.whole-means", n=model.missing)
        self._whole_means.show_text(means)
        self.whole.setAccessibleDescription(means)
        self.whole.setVisible(model.missing > 0)
        self._whole_means.setVisible(model.missing > 0)
        self.weaker.show_rows(model.weaker)
        self.refused.show_rows(model.refused)
        self.doubts.show_rows(model.doubts)
