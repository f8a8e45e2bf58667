"""Where the window stood: kept as a short text at its end, put back at the next start."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_WHOLE = "whole"
_NUMBERS = 4
_TITLE_BAR_PX = 40
"""What a window manager puts on top; it isn't known before the window stands."""


def placed(window: QWidget) -> str:
    """Say where a window stands: its frame's corner and its own size, in px, and whether it fills the screen.

    Qt's own way keeps the corner of what is inside the frame, and a window manager that answers late about
    the frame lets the window creep at each start.
    """
    whole = window.isMaximized() or window.isFullScreen()
    size = window.normalGeometry().size() if whole else window.size()
    corner = window.normalGeometry().topLeft() if whole else window.pos()
    numbers = f"{corner.x()} {corner.y()} {size.width()} {size.height()}"
    return f"{numbers} {_WHOLE}" if window.isMaximized() else numbers


def tallest(wanted_px: int, free: QRect) -> int:
    """Give the height wanted for a window, or what the free part of the screen holds below a title bar."""
    return min(wanted_px, free.height() - _TITLE_BAR_PX)


def put_back(window: QWidget, kept: str) -> bool:
    """Put a window back where it stood; tells whether the text said where, on a screen that is there."""
    parts = kept.split()
    numbers = [
        int(part) for part in parts[:_NUMBERS] if part.lstrip("-").isascii() and part.lstrip("-").isdigit()
    ]
    if len(numbers) < _NUMBERS:
        return False
    place = QRect(*numbers)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not place.isValid() or not any(screen.contains(place.center()) for screen in screens):
        return False
    window.resize(place.size())
    window.move(place.topLeft())
    if _WHOLE in parts:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    return True
