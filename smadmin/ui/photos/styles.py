"""What covers look like: a small menu below the photo. It holds for the folder, and for the next one."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from smadmin.domain.photos.covers import CoverStyle
from smadmin.ui.buttons import ButtonKind
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.wording import Wording

KEY = "S"


class StyleButton(KeyButton):
    """Says what covers look like, and offers the other looks.

    Signals:
        styleChosen: a `CoverStyle` other than the one shown.
    """

    styleChosen = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Say the default until `show_style`."""
        super().__init__(_said(words, CoverStyle.SOLID), KEY, kind=ButtonKind.SMALL, parent=parent)
        self.setObjectName("tool-cover-style")
        self._words = words
        self._style = CoverStyle.SOLID
        self.menu_shown: QMenu | None = None
        self.clicked.connect(self.offer)

    def show_style(self, style: CoverStyle) -> None:
        """Say what covers look like."""
        self._style = style
        self.show_words(_said(self._words, style))

    def offer(self) -> None:
        """Open the menu; arrow keys and Return choose in it, and each look has a letter of its own."""
        menu = QMenu(self)
        self.menu_shown = menu
        menu.aboutToHide.connect(self._gone)
        group = QActionGroup(menu)
        for style in CoverStyle:
            action = menu.addAction(self._words.say(f"photoui.style-{style.value}"))
            action.setCheckable(True)
            action.setChecked(style is self._style)
            action.triggered.connect(lambda _checked, style=style: self._choose(style))
            group.addAction(action)
            if style is self._style:
                menu.setActiveAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, style: CoverStyle) -> None:
        if style is not self._style:
            self.styleChosen.emit(style)

    def _gone(self) -> None:
        if self.menu_shown is not None:
            self.menu_shown.deleteLater()
            self.menu_shown = None


def _said(words: Wording, style: CoverStyle) -> str:
    return words.say("photoui.cover-style", style=words.say(f"photoui.style-{style.value}"))
