"""The set-up list: each thing with where it is found, its clause, words to copy, and a tick."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.accounts.opening_model import ItemRow, OpeningModel
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.screen import NEXT_TURN_MS
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_ROWS_A_TURN = 5


class TickWords(PlainLabel):
    """What a box says, on as many lines as it takes: a check box's own words take one, however long."""

    def __init__(self, text: str, box: QCheckBox) -> None:
        """Take the box that a press on the words presses."""
        super().__init__(text)
        self._box = box
        box.setAccessibleName(text)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.click()
        super().mouseReleaseEvent(event)


class SetUpList(Card):
    """The card.

    Signals:
        ticked, unticked: a `SetUpItem`.
        copied: words that are to be put on the clipboard.
    """

    ticked = Signal(object)
    unticked = Signal(object)
    copied = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin without an account."""
        super().__init__(words.say("openingui.list"))
        self._words = words
        self._shown: tuple[ItemRow, ...] = ()
        self._barred = ""
        self.later = PlainLabel(words.say("openingui.tick-later"), kind=TextKind.STRONG)
        self.boxes: dict[str, QCheckBox] = {}
        self._made: dict[str, QWidget] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_PX + 4)
        self.body.addWidget(PlainLabel(words.say("openingui.list-means"), kind=TextKind.MUTED))
        self.body.addWidget(self.later)
        self.body.addLayout(self._rows)

    def show_opening(self, model: OpeningModel) -> None:
        """Show the list; where it is as it was, nothing is made anew, so that the keyboard stays."""
        self._barred = ""
        if not (model.works and model.ticks):
            self._barred = self._words.say("openingui.not-yours" if model.ticks else "openingui.tick-later")
        self.later.setVisible(not model.ticks)
        for box in self.boxes.values():
            self._allow(box)
        if model.items == self._shown:
            return
        if [one.item for one in model.items] == [one.item for one in self._shown] and self._whole:
            self._change(model.items)
            return
        focused = next((name for name, box in self.boxes.items() if box.hasFocus()), "")
        self._shown, self.boxes = model.items, {}
        empty_layout(self._rows)
        self._add(model.items, 0, focused)

    @property
    def _whole(self) -> bool:
        return self._rows.count() == len(self._shown)

    def _change(self, items: tuple[ItemRow, ...]) -> None:
        """Make those rows anew that say something else, each in its place, so that the page doesn't jump."""
        for before, row in zip(self._shown, items, strict=True):
            if before == row:
                continue
            focused = self.boxes[row.item.value].hasFocus()
            worn, fresh = self._made[row.item.value], self._row(row)
            self._rows.replaceWidget(worn, fresh)
            fresh.show()
            if focused:
                self.boxes[row.item.value].setFocus()
            worn.hide()
            worn.deleteLater()
        self._shown = items

    def _add(self, items: tuple[ItemRow, ...], begin: int, focused: str) -> None:
        """Make some rows, and the next ones in a turn of their own: all thirteen take 40 ms."""
        if items is not self._shown:
            return  # the list became another meanwhile
        end = begin + _ROWS_A_TURN
        for row in items[begin:end]:
            self._rows.addWidget(self._row(row))
            if row.item.value == focused:
                self.boxes[focused].setFocus()
        if end < len(items):
            QTimer.singleShot(NEXT_TURN_MS, self, partial(self._add, items, end, focused))

    def _row(self, row: ItemRow) -> QWidget:
        whole, words = QWidget(), self._words
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_PX)
        grid.setVerticalSpacing(HALF_SPACE_PX // 2)
        grid.setColumnStretch(1, 1)
        box = QCheckBox()
        grid.addWidget(box, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(TickWords(words(row.title), box), 0, 1)
        box.setChecked(row.done is not None)
        self._allow(box)
        box.toggled.connect(partial(self._toggled, row))
        self.boxes[row.item.value], self._made[row.item.value] = box, whole
        notes = QVBoxLayout()
        notes.setSpacing(HALF_SPACE_PX // 2)
        if row.done is not None:
            notes.addWidget(PlainLabel(words(row.done), kind=TextKind.NOTE))
        elif row.where:
            notes.addWidget(PlainLabel(row.where, kind=TextKind.NOTE))
        if row.clause is not None:
            notes.addWidget(PlainLabel(words(row.clause), kind=TextKind.NOTE))
        if row.lead is not None:
            notes.addWidget(PlainLabel(words(row.lead), kind=TextKind.NOTE))
        for text in row.texts:
            notes.addWidget(self._text(text))
        grid.addLayout(notes, 1, 1)
        return whole

    def _allow(self, box: QCheckBox) -> None:
        """Let it be ticked, or say why it can't be."""
        box.setEnabled(not self._barred)
        box.setToolTip(for_tooltip(self._barred) if self._barred else "")

    def _text(self, text: str) -> QWidget:
        card = Card()
        card.body.setContentsMargins(SPACE_PX, SPACE_PX, SPACE_PX, SPACE_PX)
        card.body.addWidget(PlainLabel(text))
        button = Button(self._words.say("openingui.copy-words"), kind=ButtonKind.LINK, icon="copy")
        button.clicked.connect(partial(self.copied.emit, text))
        card.body.addWidget(button)
        return card

    def _toggled(self, row: ItemRow, on: bool) -> None:
        (self.ticked if on else self.unticked).emit(row.item)
