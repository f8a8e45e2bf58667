"""The painters of a year: a strip of weeks, darkest where silent, and bars of posts against the promise.

They paint on any painter, so that the same picture is on the screen and in a file. Nothing is told by colour
alone: overdue weeks have a mark, unknown ones are a dot, bars stand below or above the promise's line.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from smadmin.domain.rhythm import Silence
from smadmin.ui.cadence.model import WeekCell, YearModel
from smadmin.ui.theme import DARK, Tokens, mixed

_RADIUS_PX = 3
_DOT_PX = 1.5
_ROOMY_PX = 8
_MARK = 0.36
_GAP_BESIDE_MONTH_PX = 6
_DASHES = (4, 3)

_DARKNESS = {Silence.KEPT: 0.0, Silence.SOME: 0.38, Silence.NONE: 0.72, Silence.LATE: 1.0}


def shade(silence: Silence, tokens: Tokens) -> str:
    """Give a week's colour: the more silent, the darker, in either theme."""
    if tokens is DARK:
        return mixed(
            mixed(tokens.good, tokens.ink, 0.25), mixed(tokens.background, "#000000", 0.7), _DARKNESS[silence]
        )
    return mixed(tokens.good_soft, tokens.ink, _DARKNESS[silence])


def column(place: QRectF, number: int, count: int) -> QRectF:
    """Give the place of a week in a picture, the number counted from the oldest."""
    step = place.width() / max(count, 1)
    gap = 2.0 if step > _ROOMY_PX else 1.0
    return QRectF(place.x() + number * step, place.y(), max(step - gap, 1), place.height())


def paint_strip(painter: QPainter, place: QRectF, weeks: Sequence[WeekCell], tokens: Tokens) -> None:
    """Paint a year as a row of cells."""
    for number, week in enumerate(weeks):
        paint_cell(painter, column(place, number, len(weeks)), week.silence, tokens)


def paint_cell(painter: QPainter, place: QRectF, silence: Silence | None, tokens: Tokens) -> None:
    """Paint one week, or its sample in the legend."""
    if silence is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.edge))
        painter.drawEllipse(place.center(), _DOT_PX, _DOT_PX)
        return
    inside = place.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(QColor(tokens.edge), 1))
    painter.setBrush(QColor(shade(silence, tokens)))
    radius = min(_RADIUS_PX, inside.width() / 3)
    painter.drawRoundedRect(inside, radius, radius)
    if silence is Silence.LATE:
        side = min(place.width(), place.height()) * _MARK
        mark = QRectF(0, 0, side, side)
        mark.moveCenter(place.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.stop_soft if tokens is not DARK else tokens.stop))
        painter.drawRect(mark)


def paint_bars(painter: QPainter, place: QRectF, year: YearModel, tokens: Tokens) -> None:
    """Paint posts a week as bars, and the promise as a dashed line."""
    painter.setPen(QPen(QColor(tokens.edge), 1))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    for number, week in enumerate(year.weeks):
        if not week.posts:
            continue
        room = column(place, number, len(year.weeks))
        high = place.height() * week.posts / year.most
        short = week.silence is Silence.SOME
        painter.setPen(QPen(QColor(tokens.accent), 1))
        painter.setBrush(QColor(tokens.accent_soft if short else tokens.accent))
        painter.drawRect(
            QRectF(room.x() + 0.5, place.bottom() - high + 0.5, max(room.width() - 1, 1), high - 1)
        )
    if year.promised is not None:
        line = place.bottom() - place.height() * year.promised / year.most
        pen = QPen(QColor(tokens.stop), 1.5)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.drawLine(QPointF(place.left(), line), QPointF(place.right(), line))


def paint_months(
    painter: QPainter, place: QRectF, weeks: Sequence[WeekCell], names: Mapping[int, str], tokens: Tokens
) -> None:
    """Write the months below their first weeks, as many as have room.

    Args:
        painter: has the font.
        place: where.
        weeks: the columns above.
        names: short names by number.
        tokens: the theme's.
    """
    painter.setPen(QColor(tokens.muted))
    metrics = QFontMetricsF(painter.font())
    free = place.right()
    # From the newest back: what has no room then is the rest of a month at the very left.
    for number, week in reversed(tuple(enumerate(weeks))):
        if week.month is None:
            continue
        left = column(place, number, len(weeks)).left()
        if left + metrics.horizontalAdvance(names[week.month.month]) > free:
            continue
        painter.drawText(QPointF(left, place.top() + metrics.ascent()), names[week.month.month])
        free = left - _GAP_BESIDE_MONTH_PX
