"""Which handle do you see? None is chosen beforehand, and *Another one* is always there.

The right answer may lead on at once, so an arrow key only moves on: Space answers, or the mouse.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.publish.lane import ANOTHER
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX


class HandleChoice(QWidget):
    """A question with handles to choose from. `picked` carries the handle, or `ANOTHER`."""

    picked = Signal(str)

    def __init__(
        self,
        question: str,
        handles: Sequence[str],
        *,
        another: str,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take the question, the handles, the words for none of them, and what follows from the answer."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(PlainLabel(question, kind=TextKind.STRONG))
        if note:
            column.addWidget(PlainLabel(note, kind=TextKind.NOTE))
        holder = QWidget()
        flow = FlowLayout(holder, gap_px=2 * SPACE_PX)
        self.buttons: dict[str, QRadioButton] = {}
        for handle in (*handles, ANOTHER):
            said = another if handle == ANOTHER else handle
            button = QRadioButton(for_button(said))
            button.setAutoExclusive(False)
            button.setAccessibleName(f"{question} {said}")
            button.clicked.connect(lambda _checked, one=handle: self.picked.emit(one))
            self.buttons[handle] = button
            flow.addWidget(button)
        column.addWidget(holder)

    def show_picked(self, handle: str) -> None:
        """Show what was chosen; an empty text chooses nothing."""
        for one, button in self.buttons.items():
            button.setChecked(one == handle)
