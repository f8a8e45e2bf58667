"""Letters that are read out, typed from paper or copied by hand: 0 and O, 1 and l look different in them."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget


def in_one_width(widget: QWidget) -> None:
    """Show a text or a field in the system's letters of one width; the style sheet keeps size and colour."""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    widget.setStyleSheet(f"font-family: '{family}';")
