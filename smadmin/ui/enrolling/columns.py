"""What a list's columns mean: each with its title, what stands below it, and a box to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from smadmin.domain.enrolling.meanings import Meaning
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.enrolling.model import ColumnRow
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.plaintext import one_line
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_LEAST_LETTERS = 14


class ColumnsCard(Card):
    """The columns. `meaningsChosen` tells that a person said what one means."""

    meaningsChosen = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin without a list."""
        super().__init__(words.say("enrollui.columns"))
        self._words = words
        self.boxes: dict[int, QComboBox] = {}
        self.body.addWidget(PlainLabel(words.say("enrollui.columns-means"), kind=TextKind.NOTE))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_PX + HALF_SPACE_PX)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    @property
    def meanings(self) -> dict[int, Meaning]:
        """What each column means now; those that are passed over aren't in it."""
        chosen = {place: box.currentData() for place, box in self.boxes.items()}
        return {place: Meaning(meant) for place, meant in chosen.items() if meant}

    def show_columns(self, rows: Sequence[ColumnRow]) -> None:
        """Show a list's columns."""
        empty_layout(self._rows)
        self.boxes = {}
        for row in rows:
            self._rows.addWidget(self._row(row))

    def _row(self, row: ColumnRow) -> QWidget:
        title = self._words(row.title)
        box = QComboBox()
        box.setObjectName(f"column-{row.place}")
        box.setAccessibleName(self._words.say("enrollui.means", title=title))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST_LETTERS)
        box.addItem(self._words.say("enrollui.passed-over"), "")
        for meaning in Meaning:
            box.addItem(self._words.say(f"enrolling.means-{meaning}"), meaning.value)
        box.setCurrentIndex(box.findData(row.meaning.value) if row.meaning is not None else 0)
        box.currentIndexChanged.connect(lambda _index: self.meaningsChosen.emit())
        self.boxes[row.place] = box
        label = PlainLabel(title, kind=TextKind.STRONG, fold=Fold.SHORTEN)
        label.setBuddy(box)
        below = PlainLabel(one_line(" · ".join(row.samples)), kind=TextKind.NOTE, fold=Fold.SHORTEN)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        for part in (label, below, box):
            column.addWidget(part)
        return whole
