"""The Edit menu's deeds, carried out by whichever text has the keyboard, or by what has edits of its own."""

from functools import partial
from operator import methodcaller
from typing import Protocol, runtime_checkable

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


@runtime_checkable
class TakesEdits(Protocol):
    """What isn't a text and can be edited all the same."""

    def take_edit(self, deed: str) -> None:
        """Carry out one of the menu's deeds, or nothing where it makes no sense here."""
        ...


def offer_editing(menus: Menus, window: QMainWindow) -> None:
    """Offer undo, redo, cut, copy, paste and *select all* for what is focused in the window."""

    def carry_out(deed: str) -> None:
        focused = window.focusWidget()
        if isinstance(focused, QLineEdit | QTextEdit | QPlainTextEdit):
            methodcaller(_METHODS[deed])(focused)
        elif isinstance(focused, TakesEdits):
            focused.take_edit(deed)

    for deed in _METHODS:
        menus.offer(deed, partial(carry_out, deed))
