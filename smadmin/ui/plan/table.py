"""The calendar's table: it paints what is seen by itself, and only that.

Qt's table keeps the cursor, the scroll places and what a screen reader is told.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import partial
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from smadmin.domain.calendar import Entry
from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.plan import monday_of
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.plan.cells import Cell
from smadmin.ui.plan.heads import NameHeads
from smadmin.ui.plan.painting import Style, colour_of, needs_clip, paint_cell
from smadmin.ui.plan.scrolling import Scrolling
from smadmin.ui.plan.sheets import AccountSheet, MonthSheet, Sheet
from smadmin.ui.rows import shortened

DAYS = 7
_MONTH_DAYS = 31
_NARROW_PX = 22
_NAMES_PX = 176
_NAME_MARGIN_PX = 12
"""Left free at the right of a name."""
_WEEKS_SEEN, _ROWS_SEEN, _LEAST_PX = 5, 3, 300
_LINES = {"week": 4.2, "shapes": 2.4, "month": 3.3, "accounts": 1.7}
"""So many lines of small print a cell has at least; fewer where it has room for shapes alone."""
_HEAD = "QHeaderView::section { padding: 5px 0; font-weight: 400; }"
"""A column of a day is narrower than other tables' heads."""
_READ_AFTER_MS = 15
_SETTLES_AFTER_MS = 250
_ENSURE_VISIBLE = QTableView.ScrollHint.EnsureVisible
_BAR_ALWAYS = Qt.ScrollBarPolicy.ScrollBarAlwaysOn


class Kind(Enum):
    """What the calendar shows: a week by account, a month by weeks, a month by account."""

    WEEK = "week"
    MONTH = "month"
    ACCOUNTS = "accounts"


class CalendarTable(QTableView):
    """Shows the calendar; `CalendarGrid` adds the keyboard and the mouse.

    Signals:
        pointed: the cursor stands on another day or post.
        seen: the first and the last day that are seen.
    """

    pointed = Signal()
    seen = Signal(object, object)

    def __init__(self, by_account: AccountSheet, by_week: MonthSheet, parent: QWidget | None = None) -> None:
        """Take both tables; `show_kind` chooses."""
        super().__init__(parent)
        self.kind = Kind.WEEK
        self.chosen = 0
        self._by_account, self._by_week = by_account, by_week
        self.over = QModelIndex()
        self.setObjectName("calendar-grid")
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        # A bar that comes and goes would change the width by which columns are measured, without end.
        self.setVerticalScrollBarPolicy(_BAR_ALWAYS)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self._style: Style | None = None
        self._heads = NameHeads(self)
        self.setVerticalHeader(self._heads)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setStyleSheet(_HEAD)
        self._looking = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._looking.setObjectName("calendar-looking")
        self._looking.timeout.connect(self._look)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _value: self._looking.start())
        self._scrolling = Scrolling(self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES_AFTER_MS)
        self._settling.setObjectName("calendar-settling")
        self._settling.timeout.connect(self._settle)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self._settling.start())

    @property
    def sheet(self) -> Sheet:
        """The table that is shown."""
        return self._by_week if self.kind is Kind.MONTH else self._by_account

    @property
    def cell(self) -> Cell | None:
        """What stands where the cursor is."""
        index = self.currentIndex()
        return self.sheet.cell(index.row(), index.column()) if index.isValid() else None

    @property
    def entry(self) -> Entry | None:
        """The post on which the cursor stands."""
        cell = self.cell
        if cell is None or not cell.marks:
            return None
        return cell.marks[min(self.chosen, len(cell.marks) - 1)].entry

    def show_kind(self, kind: Kind) -> None:
        """Show another kind; the cursor is put anew with `go_to`."""
        self.kind = kind
        if self.model() is not self.sheet:
            self.setModel(self.sheet)
            self.selectionModel().currentChanged.connect(self._moved)
        self.verticalHeader().setVisible(kind is not Kind.MONTH)
        # A month's seven columns have room; the other kinds never have, so that the bar doesn't come and go.
        across = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if kind is Kind.MONTH else _BAR_ALWAYS
        self.setHorizontalScrollBarPolicy(across)
        self._measure()

    def go_to(self, day: date, account: AccountId | None, slot: SlotId | None = None) -> None:
        """Put the cursor on a day, and on one of its posts; an account is a row where rows are accounts."""
        index = self.sheet.index_of(day, account)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        cell = self.cell
        if cell is not None and slot is not None:
            slots = [mark.entry.slot and mark.entry.slot.id for mark in cell.marks]
            self.chosen = slots.index(slot) if slot in slots else 0
        self.viewport().update()
        self.pointed.emit()
        self._looking.start()

    @override
    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: QTableView.ScrollHint = _ENSURE_VISIBLE
    ) -> None:
        super().scrollTo(index, hint)
        if self.kind is Kind.WEEK and index.isValid():  # a week is always seen from its Monday on
            self._scroll_to(monday_of(self.sheet.day_at(index.row(), index.column())))

    def begin_at(self, day: date) -> None:
        """Scroll so that what is seen begins with a day's week, or with its month."""
        if self.kind is Kind.WEEK:
            self._scroll_to(monday_of(day))
        else:
            self._scroll_to(max(day.replace(day=1), self.sheet.shown.first))
        self._looking.start()

    def days_seen(self) -> tuple[date, date]:
        """Give the first and the last day that are seen."""
        width, height = self.viewport().width(), self.viewport().height()
        rows, columns = max(0, self.sheet.rowCount() - 1), max(0, self.sheet.columnCount() - 1)
        top, left = max(0, self.rowAt(1)), max(0, self.columnAt(1))
        bottom, right = self.rowAt(height - 2), self.columnAt(width - 2)
        bottom, right = rows if bottom < 0 else bottom, columns if right < 0 else right
        return self.sheet.day_at(top, left), self.sheet.day_at(bottom, right)

    # ---- how it looks

    def _measure(self) -> None:
        """Fit columns and rows to the viewport: a week, a month of weeks, or a month of days is seen."""
        self._heads.measure()
        scale, width = scale_of(self.font()), max(1, self.viewport().width())
        line = self.style_of_cells().line_px
        names = round(min(_NAMES_PX * scale, self.width() / 3))
        self.verticalHeader().setFixedWidth(names)
        margin = round(_NAME_MARGIN_PX * scale) + self._heads.room_px
        self._by_account.shorten = partial(self._shortened, width=names - margin)
        self._by_account.narrow = self.kind is Kind.ACCOUNTS
        columns = _MONTH_DAYS if self.kind is Kind.ACCOUNTS else DAYS
        least = _NARROW_PX * scale if self.kind is Kind.ACCOUNTS else 0
        self.horizontalHeader().setMinimumSectionSize(1)
        fitted = width // columns if self.kind is Kind.MONTH else ceil(max(least, width / columns))
        self.horizontalHeader().setDefaultSectionSize(max(1, fitted))
        week = "week" if self.style_of_cells().wide(fitted) else "shapes"
        height = int(_LINES[week if self.kind is Kind.WEEK else self.kind.value] * line)
        beside = self.height() - self.viewport().height()
        self.setMinimumHeight(max(_LEAST_PX, beside + _ROWS_SEEN * height))
        if self.kind is Kind.MONTH:
            height = max(height, self.viewport().height() // _WEEKS_SEEN)
        self.verticalHeader().setDefaultSectionSize(height)
        self.updateGeometries()  # the bars' ranges don't follow a new size by themselves

    def _shortened(self, name: str, *, width: int) -> str:
        """Cut a name by itself: the head reckons without its own margins."""
        bold = QFont(self.font())
        bold.setBold(True)
        return shortened(name, QFontMetricsF(bold), width)

    def style_of_cells(self) -> Style:
        """Give how cells are painted now: the same as before where nothing changed, with all that it kept."""
        head, ratio = self.kind is Kind.MONTH, self.devicePixelRatioF()
        style = Style(self.sheet.words, tokens_of(self.palette()), self.font(), ratio, head)
        if style != self._style:
            self._style = style
        return self._style

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        day = self.days_seen()[0] if self.sheet.columnCount() else None
        super().resizeEvent(event)
        self._measure()
        if day is not None:
            self._scroll_to(day)
            self.scrollTo(self.currentIndex())
        self._looking.start()

    def _scroll_to(self, day: date) -> None:
        """Let what is seen begin with a day, or with its week where rows are weeks."""
        index = self.sheet.index_of(day, None)
        if self.kind is Kind.MONTH:
            self.verticalScrollBar().setValue(index.row() * self.rowHeight(0))
        else:
            self.horizontalScrollBar().setValue(index.column() * self.columnWidth(0))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, style = QPainter(self.viewport()), self.style_of_cells()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        exposed = event.rect() & self.viewport().rect()
        here = self.currentIndex()
        rows = self._span(exposed.top(), exposed.bottom(), self.rowAt, self.sheet.rowCount())
        columns = self._span(exposed.left(), exposed.right(), self.columnAt, self.sheet.columnCount())
        if rows and columns:
            self._paint_cells(painter, rows, columns, style)
        for index, line in ((here, Qt.PenStyle.SolidLine), (self.over, Qt.PenStyle.DashLine)):
            if index.isValid():
                width = 2.0 if self.hasFocus() or index is self.over else 1.0
                painter.setPen(QPen(QColor(style.tokens.accent), width, line))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self.visualRect(index)).adjusted(1, 1, -2, -2))
        painter.end()

    def _paint_cells(self, painter: QPainter, rows: range, columns: range, style: Style) -> None:
        """Paint cells on one ground, with one line for each row and column: there are hundreds of them."""
        whole = self.place_of(rows[0], columns[0]) | self.place_of(rows[-1], columns[-1])
        painter.fillRect(whole, colour_of(style.tokens.card))
        across = [(one, self.columnViewportPosition(one), self.columnWidth(one)) for one in columns]
        down = [(one, self.rowViewportPosition(one), self.rowHeight(one)) for one in rows]
        here, sheet, wide = self.currentIndex(), self.sheet, style.wide(self.columnWidth(0))
        for row, top, height in down:
            for column, left, width in across:
                cell, place = sheet.cell(row, column), QRectF(left, top, width, height)
                mine = here.row() == row and here.column() == column
                clips = needs_clip(cell, style, wide=wide)
                if clips:
                    painter.save()
                    painter.setClipRect(place)
                paint_cell(painter, place, cell, style, chosen=self.chosen if mine else None)
                if clips:
                    painter.restore()
        line = colour_of(style.tokens.line)
        for _, top, height in down:
            painter.fillRect(whole.left(), top + height - 1, whole.width(), 1, line)
        for _, left, width in across:
            painter.fillRect(left + width - 1, whole.top(), 1, whole.height(), line)

    def place_of(self, row: int, column: int) -> QRect:
        """Give where a cell stands in the viewport."""
        left, top = self.columnViewportPosition(column), self.rowViewportPosition(row)
        return QRect(left, top, self.columnWidth(column), self.rowHeight(row))

    @staticmethod
    def _span(least: int, most: int, at: Callable[[int], int], number: int) -> range:
        first, last = at(least), at(most)
        return range(0) if first < 0 else range(first, (number - 1 if last < 0 else last) + 1)

    def _moved(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen = 0
        self.viewport().update()
        self.pointed.emit()

    def _settle(self) -> None:
        """Let a week that was scrolled to by hand begin with the nearest Monday."""
        bar, width = self.horizontalScrollBar(), self.columnWidth(0)
        if self.kind is not Kind.WEEK or not width or not self.sheet.columnCount():
            return
        if bar.isSliderDown():
            self._settling.start()
            return
        weeks = round(bar.value() / (DAYS * width))
        bar.setValue(weeks * DAYS * width)

    def _look(self) -> None:
        if self.sheet.rowCount() and self.sheet.columnCount():
            self.seen.emit(*self.days_seen())
