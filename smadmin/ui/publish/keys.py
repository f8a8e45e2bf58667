"""Ctrl+Return presses the main button from anywhere on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from smadmin.ui.buttons import Button


def press_on_return(screen: QWidget, main: Button) -> None:
    """Let the keys press it; held down they press once."""
    keys = QShortcut(QKeySequence("Ctrl+Return"), screen, autoRepeat=False)
    keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    keys.activated.connect(main.press)
