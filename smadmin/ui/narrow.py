"""Keeps a card no wider than a line that one likes to read; the width grows with the text."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.theme import SPACE_PX

_ALL = 1_000
"""As in `Middle`: in a row with a stretch wrapped words get the height that they need."""


class _Width(QObject):
    def __init__(self, widget: QWidget, width_px: int) -> None:
        super().__init__(widget)
        self._widget, self._width_px = widget, width_px
        widget.installEventFilter(self)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
        return False

    def _fit(self) -> None:
        self._widget.setMaximumWidth(round(self._width_px * scale_of(self._widget.font())))


def keep_narrow(widget: QWidget, width_px: int) -> None:
    """Let a widget be at most so many pixels wide at 100 % text, more at larger text."""
    _Width(widget, width_px)


def column_at_left(page: QBoxLayout, width_px: int) -> QVBoxLayout:
    """Lay a column at a page's left, no wider than a form reads well; give it, for the cards.

    Args:
        page: where it goes next.
        width_px: at 100 % text.
    """
    narrow = QWidget()
    column = QVBoxLayout(narrow)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_PX + 4)
    keep_narrow(narrow, width_px)
    row = QHBoxLayout()
    row.addWidget(narrow, _ALL)
    row.addStretch(1)
    page.addLayout(row)
    return column
