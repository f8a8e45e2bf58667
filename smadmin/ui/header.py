"""A screen's head: title, a note, and at the upper right the one main button.

Beside the main button stands what is still missing, in words; so nobody wonders why it is grey. With
large text the buttons move to a line of their own instead of squeezing the title.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.states import ShapeMark, StateChip
from smadmin.ui.theme import HALF_SPACE_PX, RING_PX, SPACE_PX, State

_GAP_PX = SPACE_PX + 4


class ScreenHeader(QWidget):
    """Title row of a screen. `mainChosen` tells that the main button was pressed."""

    mainChosen = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, *, whole_note: bool = False) -> None:
        """Take the screen's title; `whole_note` where the note says what one looks at, and isn't cut."""
        super().__init__(parent)
        self.title = PlainLabel(title, kind=TextKind.TITLE, fold=Fold.SHORTEN)
        self.note = PlainLabel("", kind=TextKind.MUTED, fold=Fold.SHORTEN)
        self.main: Button | None = None
        self._others: list[Button] = []
        self._lowered: tuple[Button, ...] = ()
        self._keeps_below = False
        self._gives_way = not whole_note
        self._stood_below = False
        self._shape = ShapeMark(State.WAITS)
        self._missing = PlainLabel("", kind=TextKind.NOTE, fold=Fold.SHORTEN)
        self._left, self._left_row = _side()
        self._left_row.addWidget(self.title)
        self._left_row.addWidget(self.note)
        self._left_row.addStretch(1)
        self._right, self._right_row = _side()
        self._right_row.setSpacing(SPACE_PX)
        self._right_row.addStretch(1)
        self._said = QWidget()
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(SPACE_PX)
        said.addWidget(self._shape)
        said.addWidget(self._missing, 1)
        self._right_row.addWidget(self._said)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP_PX)
        self._box.addWidget(self._left, 1)
        self._box.addWidget(self._right)
        self._below, self._below_row = _side()
        self._below_row.setSpacing(SPACE_PX)
        self._below_row.addStretch(1)
        self._box.addWidget(self._below)
        self._below.hide()
        self._right.hide()
        self._show_missing_words("")

    def add_chip(self, state: State, word: str) -> StateChip:
        """Put a state behind the note."""
        chip = StateChip(state, word)
        self._left_row.insertWidget(self._left_row.count() - 1, chip)
        return chip

    def lead_with(self, button: Button) -> None:
        """Put a way back before the title."""
        self._left_row.insertWidget(0, button)

    def add_button(self, button: Button) -> None:
        """Put a second button to the left of the main one."""
        self._right_row.addWidget(button)
        self._others.append(button)
        if self.main is not None:
            self._right_row.addWidget(self.main)  # it stays the last
        self._lowered = ()
        self._right.show()

    def set_main(self, words: str, *, icon: str | None = None, hint: str = "") -> Button:
        """Make the screen's main button; a screen has one.

        Raises:
            ValueError: it has one already.
        """
        if self.main is not None:
            raise ValueError("a screen has one main button")
        self.main = Button(words, kind=ButtonKind.MAIN, icon=icon, hint=hint)
        self.main.clicked.connect(self.mainChosen)
        self._right_row.addWidget(self.main)
        self._right.show()
        return self.main

    def show_missing(self, reasons: Sequence[str], *, and_more: str = "") -> None:
        """Say what is still missing and disable the main button, or allow it where nothing is.

        Args:
            reasons: sentences, the most important first; none allows the button.
            and_more: words for the others ("and 2 more"), worded by the caller.
        """
        if self.main is None:
            raise ValueError("only a main button can miss something")
        if not reasons:
            self.main.allow()
            self._show_missing_words("")
            return
        self.main.block(reasons)
        several = len(reasons) > 1
        self._show_missing_words(f"{reasons[0]} {and_more}" if several else reasons[0])
        if several:
            self._missing.setToolTip(for_tooltip("\n".join(reasons)))

    def show_main(self, *, shown: bool) -> None:
        """Hide the main button, and what it misses, while something else on the screen comes first."""
        if self.main is not None:
            self.main.setVisible(shown)
        self._said.setVisible(shown and bool(self.missing))
        self._arrange()

    def keep_lines(self) -> None:
        """From now on leave the buttons below the title once they had to go there, until the width changes.

        What stands below the head then keeps its place while what is missing comes and goes.
        """
        self._keeps_below, self._stood_below = True, False
        self._arrange()

    @property
    def missing(self) -> str:
        """What stands beside the main button, empty where nothing is missing."""
        return self._missing.whole_text

    def _show_missing_words(self, words: str) -> None:
        self._missing.show_text(words)
        self._said.setVisible(bool(words))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._stood_below = False
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # a button came or went, or has other words
            self._arrange()
        return done

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange()

    def _arrange(self) -> None:
        # The note gives way first, so it isn't counted.
        needed = self._title_line - (self.note.sizeHint().width() // 2 if self._gives_way else 0)
        said = 0 if self._said.isHidden() else self._said.sizeHint().width() + SPACE_PX
        right = self._buttons_width() + said
        beside = self._right.isHidden() or (not self._stood_below and needed + right <= self.width())
        self._stood_below = self._keeps_below and not beside
        self._note_alone(alone=not beside and bool(self.note.whole_text) and self._title_line > self.width())
        self._say_alone(alone=not beside and right > self.width())
        self._lower(() if beside else self._too_many())
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not direction:
            self._box.setDirection(direction)
            self._box.setSpacing(_GAP_PX if beside else HALF_SPACE_PX)

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return (*self._others, *([] if self.main is None else [self.main]))

    def _buttons_width(self) -> int:
        """Tell how wide the buttons are side by side, on whatever line each is now."""
        seen = [one for one in self._buttons if not one.isHidden()]
        return sum(one.sizeHint().width() for one in seen) + SPACE_PX * len(seen)

    def _too_many(self) -> tuple[Button, ...]:
        """Give the last buttons, for which there is no room beside the first ones."""
        at = 0
        for place, one in enumerate(self._buttons):
            at += 0 if one.isHidden() else one.sizeHint().width() + SPACE_PX
            if at > self.width():
                return self._buttons[place:]
        return ()

    def _lower(self, lowered: tuple[Button, ...]) -> None:
        """Give some buttons a line of their own, so that none is squeezed."""
        if lowered == self._lowered:
            return
        self._lowered = lowered
        for one in self._buttons:
            hidden = one.isHidden()
            (self._below_row if one in lowered else self._right_row).addWidget(one)
            one.setHidden(hidden)
        self._below.setVisible(bool(lowered))

    @property
    def _title_line(self) -> int:
        """How wide title, note and chips are beside one another, wherever the note stands now."""
        items = (self._left_row.itemAt(place) for place in range(self._left_row.count()))
        inside = {item.widget() for item in items if item is not None}
        parts = {one for one in inside if one is not None and not one.isHidden()} | {self.note}
        return sum(one.sizeHint().width() + _GAP_PX for one in parts)

    def _note_alone(self, *, alone: bool) -> None:
        """Give the note a line of its own below a title that is as long as the head is wide."""
        if alone is (self._box.indexOf(self.note) >= 0):
            return
        if alone:
            self._box.insertWidget(1, self.note)
        else:
            self._left_row.insertWidget(self._left_row.indexOf(self.title) + 1, self.note)

    def _say_alone(self, *, alone: bool) -> None:
        """Give what is missing a line of its own where it would be cut off beside the buttons."""
        if alone is (self._box.indexOf(self._said) >= 0):
            return
        hidden = self._said.isHidden()
        if alone:
            self._box.insertWidget(self._box.indexOf(self._right), self._said)
        else:
            self._right_row.insertWidget(1, self._said)
        self._said.setHidden(hidden)


def _side() -> tuple[QWidget, QHBoxLayout]:
    side = QWidget()
    row = QHBoxLayout(side)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP_PX)
    side.setMinimumHeight(2 * RING_PX)
    row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return side, row
