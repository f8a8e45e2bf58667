"""Whom to call: each with one key that copies the number and one that calls it."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.cases.model import CallRow
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording

_DIALLED = frozenset("+0123456789")


class CallsPart(QWidget):
    """The rows.

    Signals:
        copied: what is to be put on the clipboard.
        called: the number that is to be called.
    """

    copied = Signal(str)
    called = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__()
        self._words = words
        self.copies: dict[str, Button] = {}
        self.calls: dict[str, Button] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF_SPACE_PX)

    def show_rows(self, rows: Sequence[CallRow]) -> None:
        """Show whom to call."""
        empty_layout(self._column)
        self.copies, self.calls = {}, {}
        above = ""
        for row in rows:
            if row.who != above:  # whoever has a number and an address is named once
                self._column.addWidget(PlainLabel(row.who, kind=TextKind.STRONG))
            self._add(row)
            above = row.who

    def _add(self, row: CallRow) -> None:
        said, way = self._words.say, row.copied
        if not way:
            return
        line = QWidget()
        flow = FlowLayout(line)
        flow.addWidget(PlainLabel(way))
        copy = Button(said("cases.copy"), kind=ButtonKind.SMALL)
        copy.setAccessibleName(said("cases.copy-name", what=f"{row.who}, {way}"))
        copy.clicked.connect(lambda _checked=False: self.copied.emit(way))
        self.copies[way] = copy
        flow.addWidget(copy)
        if row.phone:
            call = Button(said("cases.call"), kind=ButtonKind.SMALL)
            call.setAccessibleName(said("cases.call-name", what=f"{row.who}, {way}"))
            call.clicked.connect(lambda _checked=False: self.called.emit(way))
            self.calls[way] = call
            flow.addWidget(call)
        self._column.addWidget(line)


def dial(number: str) -> bool:
    """Have the computer's own program for calls dial; tells whether there is one."""
    digits = "".join(one for one in number if one in _DIALLED)
    return bool(digits) and QDesktopServices.openUrl(QUrl(f"tel:{digits}"))
