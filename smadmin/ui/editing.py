"""The Edit menu's deeds, carried out by whichever text has the keyboard."""

from functools import partial
from operator import methodcaller

from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit

from smadmin.ui.menus import Menus

_METHODS = {
    "undo": "undo",
    "redo": "redo",
    "cut": "cut",
    "copy": "copy",
    "paste": "paste",
    "select-all": "selectAll",
}


def offer_editing(menus: Menus, window: QMainWindow) -> None:
    """Offer undo, redo, cut, copy, paste and *select all* for the focused text of the window."""

    def carry_out(method: str) -> None:
        focused = window.focusWidget()
        if isinstance(focused, QLineEdit | QTextEdit | QPlainTextEdit):
            methodcaller(method)(focused)

    for deed, method in _METHODS.items():
        menus.offer(deed, partial(carry_out, method))
