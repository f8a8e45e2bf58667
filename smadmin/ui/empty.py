"""The empty state: what this place is for, and the first step as a button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.icons import IconMark
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX

_ICON_PX = 40


class EmptyState(QWidget):
    """Stands where a list would be. `stepChosen` tells that the first step was pressed."""

    stepChosen = Signal()

    def __init__(
        self, icon: str, title: str, *, text: str, step: str = "", parent: QWidget | None = None
    ) -> None:
        """Take what the place is for; `step` is empty where somebody else has to begin."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_PX)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconMark(icon, size_px=_ICON_PX), 0, centre)
        column.addSpacing(SPACE_PX)
        self.title = self._words(title, TextKind.HEADING)
        self.text = self._words(text, TextKind.MUTED)
        for label in (self.title, self.text):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(label, 3)
            line.addStretch(1)
            column.addLayout(line)
        self.button: Button | None = None
        if step:
            self.button = Button(step, kind=ButtonKind.PLAIN)
            self.button.clicked.connect(self.stepChosen)
            column.addSpacing(SPACE_PX)
            column.addWidget(self.button, 0, centre)
        column.addStretch(3)

    def _words(self, text: str, kind: TextKind) -> PlainLabel:
        label = PlainLabel(text, kind=kind)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label


def nothing_chosen(text: str) -> PlainLabel:
    """Say in the middle of a place that nothing is open there."""
    label = PlainLabel(text, kind=TextKind.MUTED)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
