"""What doesn't fit in a window: cut words, bars in bars, controls that are grey without a reason.

Each finder gives sentences that name the widget; an empty list is what a test wants.
"""

from collections.abc import Iterator

from PySide6.QtCore import SIGNAL, QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel

_ROUNDING_PX = 1
# A Button listens to itself (it notes when it was pressed), which does nothing.
_PRESSED = ("clicked()", "clicked(bool)", "toggled(bool)", "pressed()", "released()")


def seen(root: QWidget) -> Iterator[QWidget]:
    """Give every widget that can be seen, or could be scrolled to."""
    return (one for one in root.findChildren(QWidget) if one.isVisible() and one.width() > 0)


def cut_words(root: QWidget) -> list[str]:
    """Name what has less room than its words need and doesn't say the rest in a tooltip."""
    return [f"{_named(one)}: {why}" for one in seen(root) if (why := _cut(one))]


def nested_bars(root: QWidget) -> list[str]:
    """Name what scrolls inside something that scrolls the same way."""
    areas = [one for one in seen(root) if isinstance(one, QAbstractScrollArea) and _scrolls(one)]
    return [
        f"{_named(inner)} scrolls inside {_named(outer)}"
        for outer in areas
        for inner in areas
        if outer is not inner and outer.isAncestorOf(inner)
    ]


def mute_controls(root: QWidget) -> list[str]:
    """Name disabled controls that don't say why, to the eye and to a screen reader."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QSpinBox, QDateEdit)
    return [
        _named(one)
        for one in seen(root)
        if isinstance(one, kinds)
        and not isinstance(one.parentWidget(), QComboBox | QSpinBox | QDateEdit | QTabBar)
        and not one.isEnabledTo(one.window())
        and not (one.toolTip() and one.accessibleDescription())
    ]


def dead_buttons(root: QWidget) -> list[str]:
    """Name buttons that can be pressed and that nobody listens to; a group of choices listens for its own."""
    return [
        _named(one)
        for one in seen(root)
        if isinstance(one, QAbstractButton)
        and one.isEnabled()
        and one.group() is None
        and not (isinstance(one, QToolButton) and (one.menu() is not None or one.actions()))
        and not isinstance(one.parentWidget(), QComboBox | QSpinBox | QDateEdit | QTabBar | QLineEdit)
        and max(one.receivers(SIGNAL(signal)) for signal in _PRESSED) <= isinstance(one, Button)
    ]


def _cut(widget: QWidget) -> str:
    if isinstance(widget, PlainLabel):
        return _cut_label(widget) or _outside(widget)
    if isinstance(widget, QAbstractButton) and not isinstance(widget.parentWidget(), QTabBar):
        return _cut_button(widget) or _outside(widget)
    if isinstance(widget, QComboBox):
        needed = widget.fontMetrics().horizontalAdvance(widget.currentText())
        told = widget.currentText() in widget.toolTip()
        return "" if told or needed < widget.width() else "its choice is wider than its place"
    if isinstance(widget, QLineEdit) and widget.placeholderText():
        needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        told = bool(widget.toolTip()) or bool(widget.text())
        return "" if told or needed <= widget.contentsRect().width() else "its hint is wider than its place"
    return ""


def _cut_label(label: PlainLabel) -> str:
    if not label.whole_text:
        return ""
    if label.whole_text not in label.accessibleName():
        return "a screen reader isn't told the whole"
    room, metrics = label.contentsRect(), label.fontMetrics()
    if label.text() != label.whole_text:
        return "" if label.toolTip() else "shortened without a tooltip"
    if not label.wordWrap():
        return "wider than its place" if metrics.horizontalAdvance(label.text()) > room.width() + 2 else ""
    parts = label.text().replace("\u200b", " ").split()  # a mark without width lets a line break there, too
    widest = max(metrics.horizontalAdvance(word) for word in parts or [""])
    if widest > room.width() + _ROUNDING_PX and not label.toolTip():
        return "a word is wider than its place"
    return "taller than its place" if label.heightForWidth(label.width()) > label.height() + 1 else ""


def _cut_button(button: QAbstractButton) -> str:
    words = button.text() or button.accessibleName()
    if not words or words in button.toolTip():
        return ""
    needed = button.sizeHint()
    if button.width() + _ROUNDING_PX < needed.width():
        return f"{button.width()} px wide, needs {needed.width()}"
    if button.height() + _ROUNDING_PX < needed.height():
        return f"{button.height()} px high, needs {needed.height()}"
    return ""


def _outside(widget: QWidget) -> str:
    """Tell whether something around cuts it off, but for what can be scrolled to."""
    inner, around = widget, widget.parentWidget()
    while around is not None and not around.isWindow():
        where = QRect(inner.mapTo(around, QPoint(0, 0)), inner.size())
        if where.right() > around.rect().right() + _ROUNDING_PX or where.left() < -_ROUNDING_PX:
            return f"reaches out of {_named(around)} sideways"
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is around:
            inner, around = area, area.parentWidget()
            continue
        if where.bottom() > around.rect().bottom() + _ROUNDING_PX:
            return f"reaches out of {_named(around)} below"
        around = around.parentWidget()
    return ""


def _scrolls(area: QAbstractScrollArea) -> bool:
    bar = area.verticalScrollBar()
    return bar.isVisible() and bar.maximum() > 0


def _named(widget: QWidget) -> str:
    words = widget.whole_text if isinstance(widget, PlainLabel) else widget.accessibleName()
    if isinstance(widget, QLabel) and not words:
        words = widget.text()
    return f"{type(widget).__name__} {widget.objectName()}“{words[:60]}”"
