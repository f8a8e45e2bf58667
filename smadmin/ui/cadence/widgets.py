"""The two pictures of a year as widgets, and their legend. What a week says is its tooltip too."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from smadmin.domain.rhythm import Silence
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.cadence.model import KEYS, YearModel
from smadmin.ui.cadence.paint import column, paint_bars, paint_cell, paint_months, paint_strip
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.theme import HALF_SPACE_PX
from smadmin.ui.wording import Wording

_STRIP_PX, _BARS_PX = 26, 92
_LEAST_WEEK_PX, _WEEK_PX = 4, 12
_SAMPLE_PX = 14

Paint = Callable[[QPainter, QRectF, YearModel], None]


def month_names(language: str) -> Mapping[int, str]:
    """Give the months' short names in a language (two letters), by number."""
    locale = QLocale(language)
    return {n: locale.standaloneMonthName(n, QLocale.FormatType.ShortFormat) for n in range(1, 13)}


class YearPicture(QWidget):
    """Base of both: weeks from left to right, the months below."""

    height_px = _STRIP_PX

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._names = month_names(words.language)
        self._year: YearModel | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_year(self, year: YearModel, said: str) -> None:
        """Show another year; `said` tells all of it to whoever doesn't see it."""
        self._year = year
        self.setAccessibleName(said)
        self.update()

    def paint(self, painter: QPainter, place: QRectF, year: YearModel) -> None:
        """Paint the weeks."""

    @override
    def sizeHint(self) -> QSize:
        count = 1 if self._year is None else max(len(self._year.weeks), 1)
        high = round(self.height_px * scale_of(self.font())) + self.fontMetrics().height()
        return QSize(count * _WEEK_PX, high + HALF_SPACE_PX)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width() * _LEAST_WEEK_PX // _WEEK_PX, hint.height())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            said = self.said_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), for_tooltip(said), self)
            return True
        return super().event(event)

    def said_at(self, where: QPointF) -> str:
        """Give what is said of the week at a place, or nothing."""
        weeks = () if self._year is None else self._year.weeks
        whole = QRectF(self.rect())
        found = (one for n, one in enumerate(weeks) if column(whole, n, len(weeks)).contains(where))
        week = next(found, None)
        return "" if week is None else self._words(week.said)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._year is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = self.fontMetrics().height() + HALF_SPACE_PX
        self.paint(painter, QRectF(self.rect()).adjusted(0, 0, 0, -below), self._year)
        months = QRectF(self.rect()).adjusted(0, self.height() - self.fontMetrics().height(), 0, 0)
        paint_months(painter, months, self._year.weeks, self._names, tokens_of(self.palette()))
        painter.end()


class YearStrip(YearPicture):
    """A year as weeks, the darkest silent."""

    @override
    def paint(self, painter: QPainter, place: QRectF, year: YearModel) -> None:
        paint_strip(painter, place, year.weeks, tokens_of(self.palette()))


class YearBars(YearPicture):
    """Posts a week against the promise."""

    height_px = _BARS_PX

    @override
    def paint(self, painter: QPainter, place: QRectF, year: YearModel) -> None:
        paint_bars(painter, place, year, tokens_of(self.palette()))


class _Sample(QWidget):
    def __init__(self, silence: Silence | None) -> None:
        super().__init__()
        self._silence = silence
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = round(_SAMPLE_PX * scale_of(self.font()))
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cell(painter, QRectF(self.rect()), self._silence, tokens_of(self.palette()))
        painter.end()


class Legend(QWidget):
    """What the cells mean, in a line that folds."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Say each kind of week beside its sample."""
        super().__init__(parent)
        line = FlowLayout(self)
        for silence, name in KEYS:
            one = QWidget()
            row = QHBoxLayout(one)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(HALF_SPACE_PX)
            row.addWidget(_Sample(silence), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(PlainLabel(words.say(f"pastposts.key-{name}"), kind=TextKind.NOTE))
            line.addWidget(one)
