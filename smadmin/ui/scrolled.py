"""A part of a screen that scrolls by itself beside a list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from smadmin.ui.theme import SPACE_PX

LEAST_PX = 420


def scrolled(widget: QWidget, name: str) -> QScrollArea:
    """Put a widget into an area that scrolls down only.

    Args:
        widget: what scrolls.
        name: the area's object name, by which its scroll place is kept.
    """
    widget.setProperty("kind", "scrolled")
    layout = widget.layout()
    if layout is not None:
        layout.setContentsMargins(0, 0, SPACE_PX, 0)
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumHeight(LEAST_PX)
    area.setWidget(widget)
    return area
