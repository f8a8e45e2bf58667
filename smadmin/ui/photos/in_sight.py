"""When a face counts as looked at: drawn with no part out of sight, and a moment for each has passed."""

from PySide6.QtWidgets import QApplication, QWidget

_LOOK_MS = 150
"""For each face: nobody compares two faces more quickly."""


def wholly_in_sight(widget: QWidget) -> bool:
    """Tell whether no part of a widget is hidden or scrolled away; to be asked while it paints."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def moment_ms(faces: int) -> int:
    """Give how long so many faces stand before an answer is taken, in milliseconds.

    Not before the button that was just pressed takes presses again.
    """
    return max(_LOOK_MS * faces, QApplication.doubleClickInterval())
