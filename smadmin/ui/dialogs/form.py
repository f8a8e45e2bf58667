"""A dialog with a few fields: its title, a sentence, what is put on `fields`, and two buttons.

It is gone once closed, so that an answer which comes after a lock finds nobody to tell. Where the screen is
too low for all of it, sentence and fields scroll between the title and the buttons.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.dialogs.fitted import ScrolledDialog
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX


class FormDialog(ScrolledDialog):
    """Base of the dialogs that ask for a word or two; `main` is the button that goes on."""

    def __init__(
        self, title: str, why: str, *, main: str, leave: str, width_px: int, parent: QWidget | None
    ) -> None:
        """Take finished sentences, and the width at 100 % text."""
        super().__init__(width_px, parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(2 * SPACE_PX)
        self.main = Button(main, kind=ButtonKind.MAIN)
        self.main.setDefault(True)
        away = Button(leave)
        away.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(away)
        buttons.addWidget(self.main)
        holder = QWidget()
        asked = QVBoxLayout(holder)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(2 * SPACE_PX)
        asked.addWidget(PlainLabel(why, kind=TextKind.MUTED))
        asked.addLayout(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(2 * SPACE_PX)
        column.addWidget(PlainLabel(title, kind=TextKind.HEADING))
        column.addWidget(self.hold(holder))
        column.addLayout(buttons)
