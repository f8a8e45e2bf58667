"""A page of a platform, drawn as a plain outline by what its data file says: the place to press is marked.

Painted in the theme's own colours and the person's text size, so it is as readable as the words beside it; it
imitates no platform's look.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smadmin.domain.token_steps import Drawn
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.theme import CONTROL_RADIUS_PX, HALF_SPACE_PX, SPACE_PX, Tokens

_TICKED, _LEFT = "[x] ", "[ ] "
_NARROW_EMS, _WIDEST_EMS = 30, 44
_MENU_SHARE = 0.36
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class _Part:
    """One thing on the page: where it lies, what it says, and how it is drawn."""

    kind: str
    text: str
    area: QRectF
    marked: bool = False


class TokenPicture(QWidget):
    """The picture. What it shows is told as its accessible name, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing drawn."""
        super().__init__(parent)
        self._address, self._drawn = "", Drawn("", "")
        self._parts: tuple[_Part, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, address: str, drawn: Drawn, said: str) -> None:
        """Draw another page; `said` tells those who don't see it what it shows."""
        self._address, self._drawn = address, drawn
        self.setAccessibleName(said)
        self._lay_out()
        self.updateGeometry()
        self.update()

    @property
    def marked(self) -> str:
        """Give what is marked, as it stands there."""
        return next((one.text for one in self._parts if one.marked), "")

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._laid(width)[1])

    @override
    def sizeHint(self) -> QSize:
        width = round(_NARROW_EMS * self._em)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(10 * self._em), round(4 * self._em))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        for part in self._parts:
            _paint(painter, part, tokens, scale_of(self.font()))
        painter.end()

    # ---- where everything lies

    @property
    def _em(self) -> float:
        return QFontMetricsF(self.font()).height() * 0.75

    def _lay_out(self) -> None:
        self._parts, height = self._laid(self.width())
        self.setFixedHeight(round(height))

    def _laid(self, width: int) -> tuple[tuple[_Part, ...], float]:
        drawn, gap = self._drawn, SPACE_PX * scale_of(self.font())
        whole = min(float(width), _WIDEST_EMS * self._em) - 2
        address = self._part("address", self._address, 1 + gap, 1 + gap, whole - 2 * gap)
        top = address.area.bottom() + gap
        beside = bool(drawn.menu) and whole >= _NARROW_EMS * self._em
        menu_wide = (whole * _MENU_SHARE if beside else whole) - 2 * gap
        menu, down = self._column([("menu", one) for one in drawn.menu], 1 + gap, top, menu_wide)
        left = 1 + 2 * gap + menu_wide if beside else 1 + gap
        content = [("heading", drawn.heading), *(("line", one) for one in drawn.lines)]
        content += [("button", drawn.button)]
        begins = top if beside or not menu else down
        shown = [(kind, text) for kind, text in content if text]
        rest, end = self._column(shown, left, begins, whole - left - gap + 1)
        bottom = max(end, down) + gap
        page = _Part("page", "", QRectF(1, 1, whole, bottom - 1))
        return (page, address, *menu, *rest), bottom + 2

    def _column(
        self, shown: list[tuple[str, str]], left: float, top: float, width: float
    ) -> tuple[list[_Part], float]:
        parts = list[_Part]()
        for kind, text in shown:
            part = self._part(kind, text, left, top, width)
            parts.append(part)
            top = part.area.bottom() + HALF_SPACE_PX * scale_of(self.font())
        return parts, top

    def _part(self, kind: str, text: str, left: float, top: float, width: float) -> _Part:
        pad = SPACE_PX * scale_of(self.font())
        room = QRectF(0, 0, width - 2 * pad - (self._em * 1.6 if _is_choice(text) else 0), 100_000)
        marked = kind not in {"address", "heading"} and text == self._drawn.press
        font = _font_of("heading" if marked else kind, self.font())
        needed = QFontMetricsF(font).boundingRect(room, _flags(kind), _words(text))
        wide = min(width, needed.width() + 2 * pad + 2) if kind == "button" else width
        return _Part(kind, text, QRectF(left, top, wide, needed.height() + pad * 1.2), marked)


def _paint(painter: QPainter, part: _Part, tokens: Tokens, scale: float) -> None:
    radius, pad = CONTROL_RADIUS_PX * scale * 0.6, SPACE_PX * scale
    ground, edge = {
        "page": (tokens.background, tokens.edge),
        "address": (tokens.card, tokens.line),
        "line": (tokens.card, tokens.line),
        "button": (tokens.hover, tokens.edge),
    }.get(part.kind, ("", ""))
    if part.marked:
        ground, edge = tokens.accent_soft, tokens.accent
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(edge), 3 * scale if part.marked else 1) if edge else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(part.area, radius, radius)
    if part.kind == "page":
        return
    ink = tokens.muted if part.kind == "address" else tokens.ink
    area = part.area.adjusted(pad, 0, -pad, 0)
    painter.setFont(_font_of("heading" if part.marked else part.kind, painter.font()))
    if _is_choice(part.text):
        area = area.adjusted(_box(painter, area, part.text, ink), 0, 0, 0)
    painter.setPen(QColor(ink))
    painter.drawText(area, _flags(part.kind), _words(part.text))


def _box(painter: QPainter, area: QRectF, text: str, ink: str) -> float:
    """Draw a box to tick, and give how much room it takes."""
    side = QFontMetricsF(painter.font()).height() * 0.7
    box = QRectF(area.left(), area.center().y() - side / 2, side, side)
    painter.setPen(QPen(QColor(ink), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    if text.startswith(_TICKED):
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())
    return side * 1.6


def _font_of(kind: str, font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(kind in {"heading", "button"})
    return made


def _flags(kind: str) -> int:
    """Break a line between words; an address has none."""
    wrap = Qt.TextFlag.TextWrapAnywhere if kind == "address" else Qt.TextFlag.TextWordWrap
    return int(_LEFT_MIDDLE | wrap)


def _is_choice(text: str) -> bool:
    return text.startswith((_TICKED, _LEFT))


def _words(text: str) -> str:
    return text.removeprefix(_TICKED).removeprefix(_LEFT)
