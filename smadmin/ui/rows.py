"""A list of two-line rows, painted, so that thousands cost what ten do; for children, accounts, the record.

What a row says is given worded (`Row`); the list knows no noun. It keeps the current row over a reload.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smadmin.domain.accounts import Platform
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.icons import platform_pixmap
from smadmin.ui.plaintext import for_tooltip, one_line
from smadmin.ui.states import draw_shape
from smadmin.ui.theme import CONTROL_RADIUS_PX, HALF_SPACE_PX, NOTE_PX, SPACE_PX, State, Tokens, state_colours

_ROW = Qt.ItemDataRole.UserRole
_INSET_PX = 10
_SHAPE_PX = 10
_ICON_PX = 20
_ROWS_SEEN = 3.4
"""So many rows are seen at least; the cut one says that there are more."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """One row, worded.

    Args:
        key: what it stands for.
        title: the first line.
        note: the second line, in small print.
        aside: at the right end of the first line.
        state: the shape before the second line, with `chip` as its word; None for neither.
        platform: its icon stands before both lines.
    """

    key: str
    title: str
    note: str = ""
    aside: str = ""
    state: State | None = None
    chip: str = ""
    platform: Platform | None = None

    @property
    def spoken(self) -> str:
        """All of it, for screen readers and the tooltip."""
        return "\n".join(one_line(part) for part in (self.title, self.chip, self.note, self.aside) if part)


class _Rows(QAbstractListModel):
    """The rows as Qt asks for them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return for_tooltip(row.spoken)
        return one_line(row.title) if role == Qt.ItemDataRole.DisplayRole else None


class RowList(QListView):
    """The list.

    Signals:
        rowChosen: the key of the row that is current now.
        rowAgain: the key of the row that is opened and was current before: something else may stand beside.
        rowOpened: a row was clicked, or opened with Enter.
    """

    rowChosen = Signal(str)
    rowAgain = Signal(str)
    rowOpened = Signal()

    def __init__(self, name: str, *, title: str, parent: QWidget | None = None) -> None:
        """Begin empty.

        Args:
            name: its object name, by which its scroll place is kept.
            title: what a screen reader calls it.
            parent: the widget around.
        """
        super().__init__(parent)
        self._silent, self._before = False, ""
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_RowPainter(self))
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._chose)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows.rows

    @property
    def chosen(self) -> str:
        """The key of the current row, empty where none is."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].key if index.isValid() else ""

    def show_rows(self, rows: Sequence[Row], chosen: str) -> None:
        """Show rows with one of them current; says nothing about the choice."""
        if tuple(rows) == self._rows.rows:  # a reset would swallow the press that is going on
            self.choose(chosen)
            return
        place = self.verticalScrollBar().value()
        self._silent = True
        self._rows.show(rows)
        self._silent = False
        self.executeDelayedItemsLayout()  # else the scroll bar has no range yet, and the place is lost
        self.verticalScrollBar().setValue(place)
        self.choose(chosen)

    def choose(self, key: str) -> None:
        """Make a row the current one, silently; none where no row has this key."""
        number = next((i for i, row in enumerate(self._rows.rows) if row.key == key), None)
        self._silent = True
        if number is None:
            self.selectionModel().clear()
        elif self.chosen != key:
            self.setCurrentIndex(self._rows.index(number, 0))
        self._silent = False

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, round(_row_height(self.font()) * _ROWS_SEEN))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._before = self.chosen
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._before = self.chosen
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        key = self._rows.rows[index.row()].key
        if key == self._before:
            self.rowAgain.emit(key)
        self.rowOpened.emit()

    def _chose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._silent:
            self.rowChosen.emit(self._rows.rows[current.row()].key)


class _RowPainter(QStyledItemDelegate):
    """Paints a row: the platform, the title with what stands aside, the state and the note."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, round(_row_height(option.font)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(_ROW)
        tokens, font = tokens_of(option.palette), QFont(option.font)
        place = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        paint_surface(painter, place, option)
        inner = place.adjusted(_INSET_PX, SPACE_PX - 1, -_INSET_PX, -SPACE_PX + 1)
        if row.platform is not None:
            side = round(_ICON_PX * scale_of(font))
            icon = platform_pixmap(
                row.platform.value, tokens.muted, side, painter.device().devicePixelRatioF()
            )
            painter.drawPixmap(round(inner.left()), round(inner.center().y() - side / 2), icon)
            inner.setLeft(inner.left() + side + _INSET_PX)
        top = _paint_first(painter, inner, row, font=font, tokens=tokens)
        _paint_second(painter, inner, top + HALF_SPACE_PX, row, font=note_font(font), tokens=tokens)
        painter.restore()


def _paint_first(painter: QPainter, place: QRectF, row: Row, *, font: QFont, tokens: Tokens) -> float:
    note = note_font(font)
    aside_px = min(QFontMetricsF(note).horizontalAdvance(one_line(row.aside)), place.width() * 0.45)
    if row.aside:
        right = QRectF(place.right() - aside_px, place.top(), aside_px, 0)
        drop = QFontMetricsF(font).ascent() - QFontMetricsF(note).ascent()
        paint_line(painter, right, place.top() + drop, row.aside, font=note, colour=QColor(tokens.muted))
        place = place.adjusted(0, 0, -aside_px - SPACE_PX, 0)
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return paint_line(painter, place, place.top(), row.title, font=strong, colour=QColor(tokens.ink))


def _paint_second(
    painter: QPainter, place: QRectF, top: float, row: Row, *, font: QFont, tokens: Tokens
) -> None:
    if row.state is not None:
        ink, _ = state_colours(row.state, tokens)
        side = _SHAPE_PX * scale_of(font) * (NOTE_PX / 14)
        height = QFontMetricsF(font).height()
        draw_shape(
            painter, row.state, QRectF(place.left(), top + (height - side) / 2, side, side), QColor(ink)
        )
        place = place.adjusted(side + 6, 0, 0, 0)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        paint_line(painter, place, top, row.chip, font=strong, colour=QColor(ink))
        used = QFontMetricsF(strong).horizontalAdvance(one_line(row.chip))
        place = place.adjusted(used + SPACE_PX, 0, 0, 0)
    if row.note and place.width() > 0:
        paint_line(painter, place, top, row.note, font=font, colour=QColor(tokens.muted))


def paint_surface(painter: QPainter, place: QRectF, option: QStyleOptionViewItem) -> None:
    """Draw what lies under a row: the choice, or the mouse over it."""
    tokens = tokens_of(option.palette)
    flags: QStyle.StateFlag = option.state
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if flags & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        painter.setBrush(QColor(tokens.accent_soft if chosen else tokens.hover))
        painter.drawRoundedRect(place, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)


def paint_line(
    painter: QPainter, place: QRectF, top: float, text: str, *, font: QFont, colour: QColor
) -> float:
    """Draw one line, shortened to its place; gives where the next may begin."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(colour)
    shown = shortened(text, metrics, place.width() + 1)
    box = QRectF(place.left(), top, place.width() + 2, metrics.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return top + metrics.height()


def shortened(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Cut a text to a width in px; one that is cut where it was cut before has its dots once."""
    shown = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, width)
    return shown.replace("……", "…") if shown.endswith("……") else shown


def note_font(font: QFont) -> QFont:
    """Give the font of small print beside a list's own."""
    note = QFont(font)
    note.setPixelSize(round(NOTE_PX * scale_of(font)))
    return note


def _row_height(font: QFont) -> float:
    lines = QFontMetricsF(font).height() + QFontMetricsF(note_font(font)).height()
    return lines + HALF_SPACE_PX + 2 * SPACE_PX + 2
