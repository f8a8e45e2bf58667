"""A card in the middle of a wide page, which grows with the text.

It is laid out between margins: with an alignment its words don't get the height they need.
"""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of

_ALL = 1_000


class Middle(QWidget):
    """Holds one widget, no wider than so many pixels at normal text."""

    def __init__(self, widget: QWidget, *, width_px: int) -> None:
        """Take the widget and its width."""
        super().__init__()
        self._widget = widget
        self._width_px = width_px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(widget, _ALL)
        row.addStretch(1)
        self._grow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def _grow(self) -> None:
        self._widget.setMaximumWidth(round(self._width_px * scale_of(self.font())))
