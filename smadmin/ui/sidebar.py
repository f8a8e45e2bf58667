"""The side bar: the screens of one's role, what waits on each, and *More* for the others."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.icons import icon_pixmap
from smadmin.ui.navigation import Entry, Navigation
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.theme import CONTROL_RADIUS_PX, ICON_PX, NOTE_PX, SIDE_WIDTH_PX, SPACE_PX, Tokens
from smadmin.ui.wording import Wording

_ITEM_HEIGHT_PX = 38
_INSET_PX = 12
_WITHIN_PX = 18
"""So far in stands what belongs to *More*."""

_APART_PX = 11
_WITH_COUNT_PX = 96
"""Beside the words: the icon, and room for a count."""

_MOST_COUNTED = 99


class SideItem(QAbstractButton):
    """One line of the side bar: icon, words, and how many things wait; or a deed, outlined as a button."""

    def __init__(
        self, icon: str, title: str, *, indent_px: int = 0, deed: bool = False, parent: QWidget | None = None
    ) -> None:
        """Take icon and words, how far in they stand, and whether it does something instead of leading on."""
        super().__init__(parent)
        self._icon = icon
        self._left = _INSET_PX + indent_px
        self._title = title
        self._deed = deed
        self._waiting = 0
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_waiting(self, waiting: int, said: str) -> None:
        """Show how many things wait, and say it to a screen reader (`said` is worded already)."""
        self._waiting = waiting
        self.setAccessibleName(f"{self._title}, {said}" if waiting else self._title)
        self.update()

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    @override
    def sizeHint(self) -> QSize:
        scale = scale_of(self.font())
        words = self.fontMetrics().horizontalAdvance(self._title)
        icon = min(scale, 1.5)
        around = self._left - _INSET_PX + _WITH_COUNT_PX * icon
        if self._deed:
            around = self._left + ICON_PX * icon + _APART_PX + _INSET_PX
        return QSize(round(words + around), round(_ITEM_HEIGHT_PX * min(scale, 1.6)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        self._paint_surface(painter, surface, tokens)
        scale = scale_of(self.font())
        side = round(ICON_PX * min(scale, 1.5))
        words = QColor(tokens.ink if self.isChecked() or self._deed else tokens.muted)
        icon_colour = tokens.accent if self.isChecked() else tokens.muted
        icon = icon_pixmap(self._icon, icon_colour, side, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(self._left, (self.height() - side) / 2), icon)
        badge = self._paint_badge(painter, surface, tokens) if self._waiting else 0.0
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(words)
        left = self._left + side + _APART_PX
        place = QRectF(left, 0, self.width() - left - badge - _INSET_PX, self.height())
        title = QFontMetricsF(font).elidedText(self._title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, title)
        painter.end()

    def _paint_surface(self, painter: QPainter, surface: QRectF, tokens: Tokens) -> None:
        painter.setPen(QPen(QColor(tokens.edge), 1) if self._deed else Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.setBrush(QColor(tokens.card))
        elif self.underMouse() or self.isDown():
            painter.setBrush(QColor(tokens.hover))
        else:
            painter.setBrush(QColor(tokens.card) if self._deed else Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawRoundedRect(surface, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)

    def _paint_badge(self, painter: QPainter, surface: QRectF, tokens: Tokens) -> float:
        count = str(self._waiting) if self._waiting <= _MOST_COUNTED else f"{_MOST_COUNTED}+"
        font = QFont(self.font())
        font.setPixelSize(round(NOTE_PX * scale_of(self.font()) * 0.94))
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        height = metrics.height() + 3
        width = max(metrics.horizontalAdvance(count) + 13, height + 4)
        pill = QRectF(surface.right() - width - 7, (self.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.attention_soft))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(tokens.attention))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, count)
        return width


class Sidebar(QFrame):
    """The side bar. Signals: `screenChosen` (its name), `moreFolded` (whether *More* is closed now)."""

    screenChosen = Signal(str)
    moreFolded = Signal(bool)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without screens and with *More* folded."""
        super().__init__(parent)
        self._words = words
        self._navigation = Navigation()
        self._folded = True
        self._items: dict[str, SideItem] = {}
        self.setProperty("kind", "sidebar")
        self.setAccessibleName(words.say("shell.screens"))
        self._holder = QWidget()
        self._holder.setProperty("kind", "scrolled")
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(SPACE_PX, SPACE_PX + 2, SPACE_PX, SPACE_PX)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidget(self._holder)
        self._bar = scroller.verticalScrollBar()
        self._bar.rangeChanged.connect(lambda _least, _most: self.updateGeometry())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroller)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(SPACE_PX, 0, SPACE_PX, SPACE_PX)
        outer.addLayout(self._below)
        self._more = SideItem("chevron-right", words.say("shell.more"))
        self._more.clicked.connect(self._turn_more)
        self._column.insertWidget(0, self._more)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.hide()

    def show_navigation(self, navigation: Navigation) -> None:
        """Show screens, what waits on them, and which is open; without any there is no side bar."""
        self.setVisible(bool(navigation.entries))
        if [one.name for one in navigation.entries] != list(self._items) or (
            len(navigation.daily) != len(self._navigation.daily)
        ):
            self._rebuild(navigation)
        self._navigation = navigation
        for entry in navigation.entries:
            item = self._items[entry.name]
            item.setChecked(entry.name == navigation.current)
            item.show_waiting(entry.waiting, self._words.say("shell.waiting", n=entry.waiting))
        if any(entry.name == navigation.current for entry in navigation.more):
            self._folded = False
        self._fold()

    def put_below(self, item: SideItem) -> None:
        """Put something below the screens that never scrolls away; it makes the bar no wider."""
        item.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._below.addWidget(item)

    def take_from_below(self, item: SideItem) -> None:
        """Take that away again."""
        item.hide()
        item.deleteLater()

    def unfold_more(self) -> None:
        """Open *More*."""
        self._folded = False
        self._fold()

    def item(self, name: str) -> SideItem:
        """Give a screen's line."""
        return self._items[name]

    @override
    def sizeHint(self) -> QSize:
        widest = max((item.sizeHint().width() for item in self._items.values()), default=0)
        bar = self._bar.sizeHint().width() if self._bar.maximum() else 0  # it takes its room from the words
        return QSize(max(SIDE_WIDTH_PX, widest + 2 * SPACE_PX + bar), 200)

    def _rebuild(self, navigation: Navigation) -> None:
        for old in self._items.values():
            old.hide()
            old.deleteLater()
        self._column.removeWidget(self._more)
        self._items = {one.name: self._make(one, indent_px=0) for one in navigation.daily}
        self._items |= {one.name: self._make(one, indent_px=_WITHIN_PX) for one in navigation.more}
        for index, entry in enumerate(navigation.daily):
            self._column.insertWidget(index, self._items[entry.name])
        self._column.insertWidget(len(navigation.daily), self._more)
        for index, entry in enumerate(navigation.more, start=len(navigation.daily) + 1):
            self._column.insertWidget(index, self._items[entry.name])
        daily = [self._items[one.name] for one in navigation.daily]
        more = [self._items[one.name] for one in navigation.more]
        # New lines join the end of the window's tab order; they are brought to where *More* has
        # stood from the start, and *More* goes behind the daily ones.
        for before, after in (*pairwise([self._more, *daily]), *pairwise([*daily[-1:], self._more, *more])):
            QWidget.setTabOrder(before, after)
        self.updateGeometry()

    def _make(self, entry: Entry, *, indent_px: int) -> SideItem:
        item = SideItem(entry.icon, self._words(entry.title), indent_px=indent_px)
        item.setCheckable(True)
        item.setAutoExclusive(False)
        item.setToolTip(for_tooltip(entry.shortcut))
        item.setObjectName(f"side-{entry.name}")
        item.clicked.connect(lambda: self._choose(entry.name))
        return item

    def _choose(self, name: str) -> None:
        # What is open is the frame's to say; a click alone doesn't check the line.
        self.show_navigation(self._navigation)
        self.screenChosen.emit(name)

    def _turn_more(self) -> None:
        self._folded = not self._folded
        self._fold()
        self.moreFolded.emit(self._folded)

    def _fold(self) -> None:
        for entry in self._navigation.more:
            self._items[entry.name].setVisible(not self._folded)
        self._more.setVisible(bool(self._navigation.more))
        self._more.show_icon("chevron-right" if self._folded else "chevron-down")
        waiting = self._navigation.waiting_under_more if self._folded else 0
        self._more.show_waiting(waiting, self._words.say("shell.waiting", n=waiting))
