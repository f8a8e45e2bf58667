"""A scrolled part that can also stand whole, where the page around it scrolls already."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from smadmin.ui.scrolled import keep_off_bar


class GrowingArea(QScrollArea):
    """Scrolls its content, or grows with it."""

    def __init__(self, content: QWidget, *, least_px: int, parent: QWidget | None = None) -> None:
        """Take the content and the height that it keeps in any case, in px."""
        super().__init__(parent)
        self._least_px = least_px
        self._whole = False
        content.setProperty("kind", "scrolled")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(least_px)
        keep_off_bar(self, content)
        self.setWidget(content)
        content.installEventFilter(self)

    def scroll_inside(self) -> None:
        """Scroll the content in the room there is."""
        self._whole = False
        self._fit()

    def stand_whole(self) -> None:
        """Take as much height as the content needs."""
        self._whole = True
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        content = self.widget()
        height = self._needed(content) if self._whole and content is not None else self._least_px
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)

    def _needed(self, content: QWidget) -> int:
        layout = content.layout()
        if layout is None:
            return self._least_px
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self.viewport().width())
        return layout.totalSizeHint().height()
