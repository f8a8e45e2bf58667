"""When a face counts as looked at: drawn with no part out of sight, and a moment for each has passed."""

from collections.abc import Hashable

from PySide6.QtCore import QObject, QTimer
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


class Moment(QTimer):
    """A moment in which what was just put before somebody takes no answer: a second press meant the first."""

    def __init__(self, parent: QObject) -> None:
        """Be over."""
        super().__init__(parent)
        self.setSingleShot(True)
        self._shown: Hashable = None

    def show(self, what: Hashable, faces: int) -> None:
        """Begin, unless the same stands there already, with so many faces to compare."""
        if what != self._shown:
            self._shown = what
            self.begin(faces)

    def begin(self, faces: int) -> None:
        """Begin, also where the same stood there before; what is under way never gets shorter."""
        self.start(max(moment_ms(faces), self.remainingTime()))
