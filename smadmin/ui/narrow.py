"""Keeps a card no wider than a line that one likes to read; the width grows with the text."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of


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
