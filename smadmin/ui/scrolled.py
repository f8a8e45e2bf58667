"""A part of a screen that scrolls by itself beside a list."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from smadmin.ui.theme import SPACE_PX

LEAST_PX = 260
_LAYOUT_TURNS = 4
"""Turns of the event queue until wrapped words have their height and a scroll bar has come."""
_KEPT_MS = 400
"""So long a page is still read anew after a deed: a form above is put away, another card fills."""


def scrolled(widget: QWidget, name: str) -> QScrollArea:
    """Put a widget into an area that scrolls down only.

    Args:
        widget: what scrolls.
        name: the area's object name, by which its scroll place is kept.
    """
    area = empty_area(name)
    fill(area, widget)
    return area


def scrolled_alone(widget: QWidget, name: str) -> QScrollArea:
    """Put a widget into such an area that takes the room there is: the page around never scrolls for it."""
    area = scrolled(widget, name)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    return area


def empty_area(name: str, parent: QWidget | None = None) -> QScrollArea:
    """Make such an area where it stands, to be filled later; the later, the cheaper (see `screens.md`)."""
    area = QScrollArea(parent)
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumHeight(LEAST_PX)
    return area


def area_of(name: str, parent: QWidget, *cards: QWidget) -> QScrollArea:
    """Make such an area with cards below one another, at the top of their place."""
    area, whole = empty_area(name, parent), QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_PX)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    fill(area, whole)
    return area


def fill(area: QScrollArea, widget: QWidget) -> None:
    """Put what scrolls into an area."""
    widget.setProperty("kind", "scrolled")
    keep_off_bar(area, widget)
    area.setWidget(widget)


def keep_off_bar(area: QScrollArea, widget: QWidget) -> None:
    """Let what scrolls keep off its bar while there is one; without one it reaches the page's own edge.

    Pictures are lower where they are narrower: then the bar goes because of the room that is kept off it. The
    room stays unless all fits without it too, or bar and room would chase one another for ever.
    """

    def keep(_least: int, most: int) -> None:
        layout = widget.layout()
        if layout is None:
            return
        kept = layout.contentsMargins().right()
        if most > 0 or (kept and not _fits(area, layout, width=area.viewport().width() + kept)):
            room = SPACE_PX
        else:
            room = 0
        if room != kept:
            layout.setContentsMargins(0, 0, room, 0)

    area.verticalScrollBar().rangeChanged.connect(keep)
    keep(0, area.verticalScrollBar().maximum())


def _fits(area: QScrollArea, layout: QLayout, *, width: int) -> bool:
    needed = (
        layout.totalHeightForWidth(width)
        if layout.hasHeightForWidth()
        else layout.totalMinimumSize().height()
    )
    return needed <= area.viewport().height()


def bring_into_view(widget: QWidget) -> None:
    """Scroll every area around a widget that was just shown to it, once it has been laid out."""
    _bring(widget, turns=_LAYOUT_TURNS)
    _Kept(widget)


class _Kept(QObject):
    """Keeps a widget in view for a moment while the page around it still grows or shrinks."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        around = widget.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.verticalScrollBar().rangeChanged.connect(self._show)
            around = around.parentWidget()
        over = QTimer(self, singleShot=True)
        over.timeout.connect(self.deleteLater)
        over.start(_KEPT_MS)

    def _show(self) -> None:
        if self._widget.isVisible():
            _scroll_to(self._widget)


def _bring(widget: QWidget, *, turns: int) -> None:
    def show() -> None:
        _scroll_to(widget)
        if turns > 1:
            _bring(widget, turns=turns - 1)

    QTimer.singleShot(0, widget, show)


def show_whole(widget: QWidget) -> None:
    """Scroll every area around a widget so far that the widget is in sight; nothing moves where it is.

    Of what is taller than its area, any part is in sight enough: somebody reads it from its beginning.
    """
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            place = QRect(widget.mapTo(around.viewport(), QPoint(0, 0)), widget.size())
            seen = around.viewport().rect()
            tall = place.height() > seen.height()
            if not (seen.intersects(place) if tall else seen.contains(place.center())):
                around.ensureWidgetVisible(widget, 0, 2 * SPACE_PX)
        around = around.parentWidget()


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, 2 * SPACE_PX)
            if widget.height() > around.viewport().height():  # then its head is what must be seen
                bar = around.verticalScrollBar()
                bar.setValue(bar.value() + widget.mapTo(around.viewport(), QPoint(0, 0)).y())
        around = around.parentWidget()
