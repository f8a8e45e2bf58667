"""A page of help over the window: a title, what it says, *Close*. Esc closes it, too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smadmin.ui.appearance import scale_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_WIDTH_PX, _HEIGHT_PX = 620, 520


class Sheet(QDialog):
    """The page; open it with `open()`. Add widgets to `body`, further buttons to `buttons`."""

    def __init__(self, title: str, words: Wording, above: QWidget) -> None:
        """Take the title and the window over which it opens."""
        super().__init__(above)
        self.words = words
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        content = QWidget()
        content.setProperty("kind", "scrolled")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, SPACE_PX, 0)
        self.body.setSpacing(SPACE_PX)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(title)
        area.setWidget(content)
        self.close_button = Button(words.say("help.close"), kind=ButtonKind.MAIN)
        self.close_button.clicked.connect(self.accept)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(2 * SPACE_PX)
        column.addWidget(PlainLabel(title, kind=TextKind.TITLE))
        column.addWidget(area, 1)
        column.addLayout(self.buttons)
        self._fit(above)
        self.close_button.setFocus()

    def add_button(self, button: Button) -> None:
        """Put a further button at the left of *Close*."""
        self.buttons.insertWidget(0, button)

    def _fit(self, above: QWidget) -> None:
        scale = scale_of(above.font())
        widest, tallest = above.width() - 6 * SPACE_PX, above.height() - 6 * SPACE_PX
        self.resize(min(round(_WIDTH_PX * scale), widest), min(round(_HEIGHT_PX * scale), tallest))
