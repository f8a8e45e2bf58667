"""Where a person was on a screen: the focused widget and how far each list is scrolled.

Widgets are found again by their object names, so a screen may rebuild them; what should keep its
place therefore needs a name that is unique on its screen (`row-<id>`).
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


@dataclass(frozen=True)
class Place:
    """Names and scroll values, taken before rendering and given back after it."""

    focused: str
    scrolled: tuple[tuple[str, int, int], ...]

    @classmethod
    def of(cls, screen: QWidget) -> "Place":
        """Remember where the person is."""
        focus = screen.window().focusWidget()
        inside = focus is not None and screen.isAncestorOf(focus)
        areas = [area for area in screen.findChildren(QAbstractScrollArea) if area.objectName()]
        return cls(
            focus.objectName() if focus is not None and inside else "",
            tuple(
                (area.objectName(), area.horizontalScrollBar().value(), area.verticalScrollBar().value())
                for area in areas
            ),
        )

    def restore(self, screen: QWidget) -> None:
        """Go back there, as far as it still exists."""
        for name, across, down in self.scrolled:
            area = screen.findChild(QAbstractScrollArea, name)
            if isinstance(area, QAbstractScrollArea):
                area.horizontalScrollBar().setValue(across)
                area.verticalScrollBar().setValue(down)
        if not self.focused:
            return
        widget = screen.findChild(QWidget, self.focused)
        if isinstance(widget, QWidget) and not widget.hasFocus() and screen.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
