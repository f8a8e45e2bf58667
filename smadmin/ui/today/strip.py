"""An account's last weeks as a strip of cells: darker means more posts, hollow red means it was late.

Painted by hand; what a cell says is also its tooltip, the strip's accessible name and a row of the table.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from smadmin.domain.week import PastWeek
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.theme import Tokens, mixed

_CELL_PX, _GAP_PX, _RADIUS_PX = 18, 3, 4
_LEAST_PX = 5
_ROOMY_PX = 9
_WIDEST_PX = 30
_DOT_PX = 1.5
MANY = 2
"""From so many posts a week on, a cell is as dark as it gets."""


class WeekStrip(QWidget):
    """A row of cells, one a week, the oldest at the left."""

    def __init__(
        self, weeks: Sequence[PastWeek], said: Sequence[str], summary: str, parent: QWidget | None = None
    ) -> None:
        """Take the weeks, a sentence for each, and one for all of them."""
        super().__init__(parent)
        self._weeks = tuple(weeks)
        self._said = tuple(said)
        self.setAccessibleName(summary)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        number = max(len(self._weeks), 1)
        return QSize(number * (_CELL_PX + _GAP_PX) - _GAP_PX, round(_CELL_PX * scale_of(self.font())))

    @override
    def minimumSizeHint(self) -> QSize:
        number = max(len(self._weeks), 1)
        return QSize(number * (_LEAST_PX + 1), self.sizeHint().height())

    def cell(self, number: int) -> QRectF:
        """Give a week's place, in the widget's px; the number counts from the oldest."""
        count = max(len(self._weeks), 1)
        gap = _GAP_PX if self.width() / count > _ROOMY_PX else 1
        step = min((self.width() + gap) / count, _WIDEST_PX)
        return QRectF(number * step, 0, max(step - gap, 1), self.height())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            where = QPointF(event.pos())
            found = next((n for n in range(len(self._weeks)) if self.cell(n).contains(where)), None)
            QToolTip.showText(
                event.globalPos(), "" if found is None else for_tooltip(self._said[found]), self
            )
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, week in enumerate(self._weeks):
            _paint(painter, self.cell(number), week, tokens)
        painter.end()


def _paint(painter: QPainter, place: QRectF, week: PastWeek, tokens: Tokens) -> None:
    inside = place.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    if week.before:
        painter.setBrush(QColor(tokens.line))
        painter.drawEllipse(place.center(), _DOT_PX, _DOT_PX)
        return
    if week.late and not week.posts:
        painter.setPen(QPen(QColor(tokens.stop), 1))
        painter.setBrush(QColor(tokens.stop_soft))
    elif not week.posts:
        painter.setBrush(QColor(tokens.line))
    else:
        share = 0.0 if week.posts >= MANY else 0.45
        painter.setBrush(QColor(mixed(tokens.good, tokens.card, share)))
    radius = min(_RADIUS_PX, inside.width() / 3)
    painter.drawRoundedRect(inside, radius, radius)
    if week.late and not week.posts:
        side = min(place.width(), place.height()) * 0.34
        mark = QRectF(0, 0, side, side)
        mark.moveCenter(place.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.stop))
        painter.drawRect(mark)
