"""Paints a cell of the calendar: the day, the school's name for it, gaps, and posts as shape and words.

Only what is seen is painted. A page of 200 accounts shows hundreds of cells: shapes are drawn once per state,
size and colour and kept, a text is cut and measured once, and fonts and colours are made once for a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from smadmin.domain.messages import Message
from smadmin.domain.school_days import DaysKind
from smadmin.ui.appearance import scale_of
from smadmin.ui.plaintext import one_line
from smadmin.ui.plan.cells import Cell, Mark
from smadmin.ui.rows import note_font, shortened
from smadmin.ui.states import draw_shape
from smadmin.ui.theme import HALF_SPACE_PX, State, Tokens, state_colours
from smadmin.ui.wording import Wording

_SHAPE_PX = 10
_WIDE_FROM_PX = 72
"""From this width on (at 100 %) a cell has room for words."""
_LEAST_TOPIC, _LEAST_BESIDE = 4, 3
"""Narrower than so many shapes, a shortened topic says nothing, nor what stands beside it."""
_WEEKEND = 5
_KEPT_TEXTS = 4_000
_ENDLESS_PX = 100_000.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Style:
    """How cells are painted: made once for a page.

    Args:
        ratio: the screen's pixels for each of ours.
        head: whether the cell names its day (no header above does).
    """

    words: Wording
    tokens: Tokens
    font: QFont
    ratio: float
    head: bool

    @cached_property
    def scale(self) -> float:
        """How large the text is, 1.0 as designed."""
        return scale_of(self.font)

    def wide(self, width: float) -> bool:
        """Tell whether a cell of this width has room for words."""
        return width >= _WIDE_FROM_PX * self.scale

    @cached_property
    def line_px(self) -> float:
        """The height of a post's line."""
        return self.hands[False].metrics.height() + HALF_SPACE_PX

    @cached_property
    def head_px(self) -> float:
        """The height of the line with the day."""
        return self.line_px if self.head else HALF_SPACE_PX

    @cached_property
    def hands(self) -> dict[bool, "Hand"]:
        """How small print is written: as it is, and strong."""
        strong = note_font(self.font)
        strong.setWeight(QFont.Weight.DemiBold)
        return {False: Hand(note_font(self.font)), True: Hand(strong)}


class Hand:
    """Writes in one font; what was cut to a width once is kept."""

    def __init__(self, font: QFont) -> None:
        """Take the font."""
        self.font, self.metrics = font, QFontMetricsF(font)
        self._cut: dict[tuple[str, float], tuple[str, float]] = {}

    def cut(self, text: str, width: float) -> tuple[str, float]:
        """Give a text as one line that is shortened to a width, and the width that it takes."""
        key = (text, width)
        if key not in self._cut:
            if len(self._cut) > _KEPT_TEXTS:
                self._cut.clear()
            said = shortened(one_line(text), self.metrics, width)
            self._cut[key] = said, self.metrics.horizontalAdvance(said)
        return self._cut[key]

    def width(self, text: str) -> float:
        """Give the width of a text that isn't shortened."""
        return self.cut(text, _ENDLESS_PX)[1]

    def beside(self, before: str, word: str, width: float, least: float) -> str:
        """Give two parts as one line: the second stays whole, the first is left out below its least width."""
        if not before or not word:
            return before or word
        room = width - self.width(f" · {word}")
        return f"{self.cut(before, room)[0]} · {word}" if room >= least else word


@lru_cache(maxsize=64)
def colour_of(name: str) -> QColor:
    """Give a colour of the theme by its name, read once."""
    return QColor(name)


@lru_cache(maxsize=64)
def _shape(state: State, colour: str, side: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_shape(painter, state, QRectF(0, 0, side, side), QColor(colour))
    painter.end()
    return pixmap


def places(place: QRectF, number: int, style: Style) -> Iterator[QRectF]:
    """Give where a cell's posts stand, as many as there is room for; the rest is counted in the last line."""
    if style.wide(place.width()):
        top, room = place.top() + style.head_px, place.bottom() - place.top() - style.head_px
        lines = max(1, int(room // style.line_px))
        for line in range(min(number, lines if number <= lines else lines - 1)):
            yield QRectF(place.left(), top + line * style.line_px, place.width(), style.line_px)
        return
    side = _SHAPE_PX * style.scale + HALF_SPACE_PX
    body = _below_day(place, style)
    across = max(1, int(body.width() // side))
    for one in range(min(number, across * max(1, int(body.height() // side)))):
        row, column = divmod(one, across)
        width = min(number - row * across, across) * side
        left = body.center().x() - width / 2 + column * side
        rows = -(-number // across)
        yield QRectF(left, body.center().y() - rows * side / 2 + row * side, side, side)


def _below_day(place: QRectF, style: Style) -> QRectF:
    """Give where a narrow cell's shapes stand: below its day, where no head of a column says it."""
    return place.adjusted(0, style.head_px if style.head else 0, 0, 0)


def needs_clip(cell: Cell, style: Style, *, wide: bool) -> bool:
    """Tell whether what is painted in a cell may reach beyond it: words do, a ground and shapes don't."""
    return style.head or (wide and (bool(cell.marks or cell.gaps) or cell.kind is not None))


def paint_cell(painter: QPainter, place: QRectF, cell: Cell, style: Style, *, chosen: int | None) -> None:
    """Paint a cell on a ground of cards; `chosen` is the post on which the keyboard stands, or None."""
    _paint_ground(painter, place, cell, style)
    if not cell.loaded:
        return
    wide = style.wide(place.width())
    if wide or style.head:
        _paint_head(painter, place, cell, style)
    spots = list(places(place, len(cell.marks), style)) if cell.marks else []
    for number, (spot, mark) in enumerate(zip(spots, cell.marks, strict=False)):
        if wide:
            _paint_line(painter, spot, mark, style, several=cell.account is None, chosen=number == chosen)
        else:
            _paint_shape(painter, spot, mark.state, style, chosen=number == chosen and len(cell.marks) > 1)
    if len(spots) < len(cell.marks) and wide:
        more = QRectF(place.left(), place.top() + style.head_px, place.width(), style.line_px)
        more.translate(0, len(spots) * style.line_px)
        said = style.words.say("gridui.more", n=len(cell.marks) - len(spots))
        _text(painter, more.adjusted(HALF_SPACE_PX, 0, -2, 0), said, style, style.tokens.muted)
    elif not cell.marks and cell.gaps and not wide:
        _paint_shape(painter, _below_day(place, style), State.STOP, style, chosen=False)


def _paint_ground(painter: QPainter, place: QRectF, cell: Cell, style: Style) -> None:
    tokens = style.tokens
    weekend = cell.day.weekday() >= _WEEKEND
    if weekend or not cell.loaded:
        painter.fillRect(place, colour_of(tokens.background))
    if cell.free or cell.kind is DaysKind.EXAMS:
        painter.fillRect(place, colour_of(tokens.side))
        pattern = Qt.BrushStyle.BDiagPattern if cell.free else Qt.BrushStyle.Dense7Pattern
        painter.fillRect(place, QBrush(QColor(tokens.edge if not cell.free else tokens.line), pattern))
    if cell.account is not None and (cell.gaps or cell.open_gaps):
        if cell.gaps:
            painter.fillRect(place, colour_of(tokens.stop_soft))
        painter.fillRect(QRectF(place.left(), place.bottom() - 3, place.width(), 3), colour_of(tokens.stop))
    if cell.today:
        painter.fillRect(QRectF(place.left(), place.top(), place.width(), 3), colour_of(tokens.accent))


def _paint_head(painter: QPainter, place: QRectF, cell: Cell, style: Style) -> None:
    line = QRectF(place.left() + HALF_SPACE_PX, place.top() + 3, place.width() - 6, style.head_px)
    if style.head:
        day = style.words.say("planui.date", day=cell.day) if cell.day.day == 1 else str(cell.day.day)
        day = f"{day} {style.words.say('planui.today')}" if cell.today else day
        colour = style.tokens.accent if cell.today else style.tokens.muted
        used = _text(painter, line, day, style, colour, strong=cell.today)
        line.setLeft(line.left() + used + HALF_SPACE_PX)
    elif cell.marks:
        return
    else:
        line.setHeight(style.line_px)
    if cell.gaps:
        _paint_gap(painter, line, cell, style)
    elif cell.of_school is not None:
        _text(painter, line, style.words(cell.of_school), style, style.tokens.muted)


def _paint_gap(painter: QPainter, line: QRectF, cell: Cell, style: Style) -> None:
    alone = cell.account is not None
    said = style.words.say("gridui.gap") if alone else style.words.say("gridui.gaps", n=len(cell.gaps))
    width = line.width()
    mark = round(_SHAPE_PX * style.scale * 0.9)
    if width < 3 * mark:
        return
    painter.drawPixmap(
        QPointF(line.left(), line.center().y() - mark / 2),
        _shape(State.STOP, style.tokens.stop, mark, style.ratio),
    )
    _text(painter, line.adjusted(mark + HALF_SPACE_PX, 0, 0, 0), said, style, style.tokens.stop)


def _paint_shape(painter: QPainter, spot: QRectF, state: State, style: Style, *, chosen: bool) -> None:
    ink, _ = state_colours(state, style.tokens)
    side = round(_SHAPE_PX * style.scale)
    corner = spot.center() - QPointF(side / 2, side / 2)
    painter.drawPixmap(corner, _shape(state, ink, side, style.ratio))
    if chosen:
        painter.setPen(QPen(colour_of(style.tokens.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(spot)


def _paint_line(
    painter: QPainter, spot: QRectF, mark: Mark, style: Style, *, several: bool, chosen: bool
) -> None:
    ink, soft = state_colours(mark.state, style.tokens)
    inner = spot.adjusted(2, 1, -2, -1)
    painter.setPen(QPen(colour_of(style.tokens.accent), 1.5) if chosen else Qt.PenStyle.NoPen)
    painter.setBrush(colour_of(soft))
    painter.drawRoundedRect(inner, 5, 5)
    side = round(_SHAPE_PX * style.scale * 0.9)
    painter.drawPixmap(
        QPointF(inner.left() + HALF_SPACE_PX, inner.center().y() - side / 2),
        _shape(mark.state, ink, side, style.ratio),
    )
    line = inner.adjusted(side + 2 * HALF_SPACE_PX, 0, -2, 0)
    topic, account, word = _said(mark, style, several=several)
    hand, apart = style.hands[False], HALF_SPACE_PX + 2
    kept = min(hand.width(word) + apart, line.width() - _LEAST_TOPIC * side) if word else 0.0
    if kept < _LEAST_BESIDE * side + apart:
        kept = 0.0
    used = _text(painter, line.adjusted(0, 0, -kept, 0), topic, style, style.tokens.ink)
    rest = line.adjusted(used + apart, 0, 0, 0)
    if kept or rest.width() > _LEAST_BESIDE * side:
        _text(painter, rest, hand.beside(account, word, rest.width(), _LEAST_BESIDE * side), style, ink)


def _said(mark: Mark, style: Style, *, several: bool) -> tuple[str, str, str]:
    """Give what stands first in a post's line, what follows where there is room, and the word that stays."""
    word, account = style.words(mark.word), mark.account if several else ""
    if isinstance(mark.topic, Message):
        return account or word, style.words(mark.topic), ""
    slot, topic = mark.entry.slot, mark.topic
    if slot is not None and slot.at is not None:
        topic = style.words.say("gridui.timed", at=slot.at, topic=topic)
    return topic, account, word


def _text(
    painter: QPainter, place: QRectF, text: str, style: Style, colour: str, *, strong: bool = False
) -> float:
    """Write one line, shortened to its place; gives its width."""
    hand = style.hands[strong]
    said, width = hand.cut(text, place.width())
    painter.setFont(hand.font)
    painter.setPen(colour_of(colour))
    painter.drawText(place, _LEFT, said)
    return width
