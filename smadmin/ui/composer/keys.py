"""The screen's keys, by name; what is held down is pressed once."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeyEvent, QKeySequence


def deed_of(event: QKeyEvent, deeds: Mapping[str, Callable[[], None]]) -> Callable[[], None] | None:
    """Give the deed of a pressed key, or None; a key that repeats by itself does nothing."""
    pressed = QKeySequence(event.keyCombination())
    for keys, deed in deeds.items():
        if pressed == QKeySequence(keys):
            return _nothing if event.isAutoRepeat() else deed
    return None


def _nothing() -> None:
    """Do nothing: the key is still held down."""
