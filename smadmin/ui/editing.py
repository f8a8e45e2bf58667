"""The Edit menu's deeds, carried out by whichever text has the keyboard, or by what has edits of its own."""

from functools import partial
from operator import methodcaller
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit, QWidget

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
        else:
            taker = _taker(focused)
            if taker is not None:
                taker.take_edit(deed)

    for deed in _METHODS:
        menus.offer(deed, partial(carry_out, deed))


def _taker(widget: QWidget | None) -> TakesEdits | None:
    """Give what has edits of its own: what has the keyboard, or what it stands on."""
    while widget is not None and not isinstance(widget, TakesEdits):
        widget = widget.parentWidget()
    return widget
