"""A wheel over a closed choice or number scrolls the page around it; it must not change what is set there."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QGuiApplication, QWheelEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QApplication, QComboBox, QWidget
from typing_extensions import override

_TURNED: Final = (QComboBox, QAbstractSpinBox)
"""What Qt turns by the wheel: choices, and numbers, days and times of day."""


class WheelGuard(QObject):
    """Passes the wheel on from such a box to what lies around it; a list that is open scrolls as ever.

    It watches the windows and not every widget: what each widget is told would pass through here otherwise.
    """

    def __init__(self, application: QGuiApplication) -> None:
        """Watch every window from now on; a dialog is there when it is given the keyboard."""
        super().__init__(application)
        application.focusWindowChanged.connect(self._watch_windows)
        self._watch_windows()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QWheelEvent) or not isinstance(watched, QWindow):
            return False
        if QApplication.activePopupWidget() is not None:
            return False
        window = QWidget.find(watched.winId())
        box = None if window is None else _box_at(window, event.position())
        if window is None or box is None:
            return False
        _scroll_around(box, window, event)
        return True

    def _watch_windows(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)  # once only, however often it is asked


def _box_at(window: QWidget, place: QPointF) -> QWidget | None:
    child = window.childAt(place.toPoint())
    while child is not None and not isinstance(child, _TURNED):
        child = child.parentWidget()
    return child


def _scroll_around(box: QWidget, window: QWidget, event: QWheelEvent) -> None:
    """Turn the nearest area that takes it: Qt hands on from part to part only what the system itself sent."""
    around = box.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractScrollArea):
            inside = around.viewport()
            passed_on = QWheelEvent(
                QPointF(inside.mapFrom(window, event.position().toPoint())),
                event.globalPosition(),
                event.pixelDelta(),
                event.angleDelta(),
                event.buttons(),
                event.modifiers(),
                event.phase(),
                event.inverted(),
            )
            QApplication.sendEvent(inside, passed_on)
            if passed_on.isAccepted():
                return
        around = around.parentWidget()
