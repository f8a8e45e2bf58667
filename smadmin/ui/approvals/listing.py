"""The queue as a list: one look tells whose post it is, where it goes, and whether one can release it.

Rows are painted, so a hundred cost what ten do; ↑ and ↓ come from the list itself.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smadmin.domain.ids import PostId
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.approvals.queue import QueueModel, QueueRow
from smadmin.ui.plaintext import for_tooltip, one_line
from smadmin.ui.rows import note_font, paint_line, paint_surface
from smadmin.ui.states import draw_shape
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State, state_colours
from smadmin.ui.wording import Wording

_ID = Qt.ItemDataRole.UserRole
_STATE = Qt.ItemDataRole.UserRole + 1
_LINES = Qt.ItemDataRole.UserRole + 2
_INSET_PX = 12
_SHAPE_PX = 10
_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX
_ROWS_SEEN = 2.4
"""So many rows are seen at least; the cut one says that there are more."""


class QueueList(QListView):
    """The list. `postChosen` carries the id of the row that is current now."""

    postChosen = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._silent, self._low = False, False
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_RowPainter(self))
        self.setObjectName("queue")
        self.setAccessibleName(words.say("approvalui.queue"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._chose)

    def show_model(self, model: QueueModel, chosen: PostId | None) -> None:
        """Show the queue with one row current; says nothing about the choice."""
        self._silent = True
        self._rows.clear()
        for row in model.rows:
            self._rows.appendRow(self._item(row))
        self._silent = False
        self.choose(chosen)
        self.updateGeometry()
        if self._low:
            self.stand_low()

    def choose(self, post: PostId | None) -> bool:
        """Make a row the current one, silently, or none where the post isn't there; tells whether it is."""
        self._silent = True
        self.setCurrentIndex(QModelIndex())
        self._silent = False
        for number in range(self._rows.rowCount()):
            index = self._rows.index(number, 0)
            if index.data(_ID) == post:
                self._silent = True
                self.setCurrentIndex(index)
                self._silent = False
                self.scrollTo(index)
                return True
        return False

    def stand_tall(self) -> None:
        """Take the height there is."""
        self._low = False
        self.setMaximumHeight(_NO_LIMIT)

    def stand_low(self) -> None:
        """Take a few rows only: the open post stands below."""
        self._low = True
        self.setMaximumHeight(self.minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._low:
            self.stand_low()  # larger text has higher rows

    def _item(self, row: QueueRow) -> QStandardItem:
        words = row.words or self._words.say("approvalui.no-words")
        who, chip, since = self._words(row.who), self._words(row.chip), self._words(row.since)
        item = QStandardItem()
        item.setData(row.post, _ID)
        item.setData(row.state, _STATE)
        item.setData((one_line(words), one_line(who), one_line(chip), one_line(since)), _LINES)
        spoken = self._words.say(
            "approvalui.row-spoken", words=one_line(words), who=who, chip=chip, since=since
        )
        item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        why = self._words.optional(row.why)
        item.setToolTip(for_tooltip("\n".join(line for line in (one_line(words), who, why) if line)))
        return item

    def _chose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._silent:
            self.postChosen.emit(current.data(_ID))

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint().height()  # an empty part below the rows says nothing
        return QSize(0, min(whole, round(_row_height(self.font()) * _ROWS_SEEN)))

    @override
    def sizeHint(self) -> QSize:
        rows = max(self._rows.rowCount(), 1)
        return QSize(super().sizeHint().width(), round(_row_height(self.font()) * rows) + 2 * SPACE_PX)


class _RowPainter(QStyledItemDelegate):
    """Paints a row in three lines: the words, who and where, the state and since when."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, round(_row_height(option.font)))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        words, who, chip, since = index.data(_LINES)
        state: State = index.data(_STATE)
        tokens = tokens_of(option.palette)
        ink, _ = state_colours(state, tokens)
        font = QFont(option.font)
        place = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        paint_surface(painter, place, option)
        inner = place.adjusted(_INSET_PX - 2, SPACE_PX, -_INSET_PX + 2, -SPACE_PX)
        note = note_font(font)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        top = (
            paint_line(painter, inner, inner.top(), words, font=strong, colour=QColor(tokens.ink))
            + HALF_SPACE_PX
        )
        top = paint_line(painter, inner, top, who, font=note, colour=QColor(tokens.muted)) + HALF_SPACE_PX
        side = _SHAPE_PX * scale_of(font)
        metrics = QFontMetricsF(note)
        shape = QRectF(inner.left(), top + (metrics.height() - side) / 2, side, side)
        draw_shape(painter, state, shape, QColor(ink))
        after = inner.adjusted(side + 6, 0, 0, 0)
        since_px = min(metrics.horizontalAdvance(since), after.width() * 0.45)
        note.setWeight(QFont.Weight.DemiBold)
        paint_line(
            painter, after.adjusted(0, 0, -since_px - SPACE_PX, 0), top, chip, font=note, colour=QColor(ink)
        )
        note.setWeight(QFont.Weight.Normal)
        right = QRectF(after.right() - since_px, 0, since_px, 0)
        paint_line(painter, right, top, since, font=note, colour=QColor(tokens.muted))
        painter.restore()


def _row_height(font: QFont) -> float:
    lines = QFontMetricsF(font).height() + 2 * QFontMetricsF(note_font(font)).height()
    return lines + 2 * HALF_SPACE_PX + 2 * SPACE_PX + 4
