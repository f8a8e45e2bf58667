"""A dialog with a few fields: its title, a sentence, what is put on `fields`, and two buttons.

It is gone once closed, so that an answer which comes after a lock finds nobody to tell. Where the screen is
too low for all of it, sentence and fields scroll between the title and the buttons.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.dialogs.fitted import FittedDialog, needed_height
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scrolled import scrolled
from smadmin.ui.theme import SPACE_PX


class FormDialog(FittedDialog):
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
        self._asked = QWidget()
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(2 * SPACE_PX)
        asked.addWidget(PlainLabel(why, kind=TextKind.MUTED))
        asked.addLayout(self.fields)
        self._asked.installEventFilter(self)  # what scrolls doesn't tell the dialog that it grew
        self.middle = scrolled(self._asked, "asked")
        self.middle.setFixedHeight(0)  # until `_squeeze` knows
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(2 * SPACE_PX)
        column.addWidget(PlainLabel(title, kind=TextKind.HEADING))
        column.addWidget(self.middle)
        column.addLayout(buttons)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def _squeeze(self, layout: QLayout, width: int, most: int) -> None:
        asked, around = self._asked.layout(), layout.contentsMargins()
        if asked is None:
            return
        wanted = needed_height(asked, width - around.left() - around.right())
        rest = needed_height(layout, width) - self.middle.minimumHeight()
        height = max(0, min(wanted, most - rest))
        if (
            height != self.middle.minimumHeight()
        ):  # once: taller for a moment, it would forget how far it is scrolled
            self.middle.setFixedHeight(height)
