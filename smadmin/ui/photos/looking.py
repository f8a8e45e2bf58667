"""How a second look is laid out: the photo and what belongs to it in a column, the panel beside them."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.ui.theme import SPACE_PX


def beside(panel: QWidget, photo: QWidget, *, above: QWidget, below: QWidget | None = None) -> QWidget:
    """Give a photo, which takes all room there is, with the panel at its right."""
    column = QVBoxLayout()
    column.setSpacing(SPACE_PX)
    column.addWidget(above)
    column.addWidget(photo, 1)
    if below is not None:
        column.addWidget(below)
    whole = QWidget()
    across = QHBoxLayout(whole)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(SPACE_PX + 4)
    across.addLayout(column, 1)
    across.addWidget(panel)
    return whole
