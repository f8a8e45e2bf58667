"""A dialog as wide as it is told, times the text's size, and as tall as its words need there.

Qt measures a dialog before it knows how its sentences wrap, which cuts them where the text is large.
"""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of


class FittedDialog(QDialog):
    """Base of the dialogs that ask something."""

    def __init__(self, width_px: int, parent: QWidget | None = None) -> None:
        """Take the width at 100 % text."""
        super().__init__(parent)
        self._width_px = width_px

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.Show, QEvent.Type.LayoutRequest, QEvent.Type.FontChange}:
            self._fit()
        return done

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        width = min(round(self._width_px * scale_of(self.font())), self.screen().availableSize().width())
        self.setMinimumSize(width, max(layout.totalHeightForWidth(width), layout.minimumSize().height()))
        self.resize(width, self.minimumHeight())
