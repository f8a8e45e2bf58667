"""One account in the bar: its colour and pattern, picture or letter, platform, name, handle, proof.

Painted as one piece; to a screen reader it is a button whose name says all of it.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.bar.model import Plate, Room
from smadmin.ui.bar.patterns import pattern_pixmap
from smadmin.ui.icons import platform_pixmap
from smadmin.ui.plaintext import for_tooltip, one_line
from smadmin.ui.states import draw_shape
from smadmin.ui.theme import NOTE_PX, mixed
from smadmin.ui.wording import Wording

_PICTURE_PX = 40
_BADGE_PX = 19
_STOP_PX = 11
_GAP_PX = 11
_EDGE_PX = 14
_LEAST_WORDS_PX = round(NOTE_PX) - 1


class PlateButton(QAbstractButton):
    """An account's plate; pressed, the bar shows the list with everything in full."""

    def __init__(self, plate: Plate, words: Wording, parent: QWidget | None = None) -> None:
        """Take the account and the words."""
        super().__init__(parent)
        self._plate = plate
        self._room = Room.FULL
        self._name = one_line(plate.name)
        self._handle = one_line(plate.handle)
        self._proof = one_line(words(plate.proof))
        self._proof_age = one_line(words(plate.proof_age))
        self._tag = words(plate.tag)
        said = f"{self._tag}: {self._name}, {self._handle}, {plate.platform_name}. {self._proof}"
        self.setAccessibleName(said)
        self.setToolTip(for_tooltip(f"{self._name}\n{self._handle} · {plate.platform_name}\n{self._proof}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_room(self, room: Room) -> None:
        """Draw it full, compact or as a mere flag."""
        self._room = room
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._plate.colour))
        pattern = pattern_pixmap(self._plate.pattern, self.width(), self.height(), self.devicePixelRatioF())
        painter.drawPixmap(0, 0, pattern)
        scale = scale_of(self.font())
        side = min(_PICTURE_PX * scale, self.height() * 0.62)
        edge = _EDGE_PX * min(scale, 1.4)
        if self._room is Room.COMPACT:
            side, edge = side * 0.8, edge * 0.7
        left = (self.width() - side) / 2 if self._room is Room.MINI else edge
        picture = QRectF(left, (self.height() - side) / 2, side, side)
        self._paint_picture(painter, picture)
        if self._room is Room.MINI:
            self._paint_stop(painter, scale)
        else:
            self._paint_words(painter, picture.right() + _GAP_PX * min(scale, 1.4), scale)
        painter.setPen(QPen(QColor(255, 255, 255, 60), 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        if self.hasFocus():
            painter.setPen(QPen(QColor(Qt.GlobalColor.white), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 8, 8)
        painter.end()

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        colour = QColor(self._plate.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(place, place.width() * 0.25, place.width() * 0.25)
        font = QFont(self.font())
        font.setPixelSize(max(round(place.height() * 0.5), 1))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._plate.initial)
        badge_side = _BADGE_PX * place.width() / _PICTURE_PX
        badge = QRectF(0, 0, badge_side, badge_side)
        badge.moveBottomRight(place.bottomRight())
        badge.translate(badge_side * 0.32, badge_side * 0.24)
        painter.setPen(QPen(QColor(Qt.GlobalColor.white), 1.5))
        painter.setBrush(QColor(mixed(self._plate.colour, "#000000", 0.25)))
        painter.drawEllipse(badge)
        icon_side = round(badge_side * 0.58)
        icon = platform_pixmap(self._plate.platform, "#ffffff", icon_side, self.devicePixelRatioF())
        corner = badge.center()
        painter.drawPixmap(round(corner.x() - icon_side / 2), round(corner.y() - icon_side / 2), icon)

    def _paint_stop(self, painter: QPainter, scale: float) -> None:
        """Mark an account that stands still by shape, where there is no room for the word."""
        if self._plate.still:
            side = _STOP_PX * scale
            mark = QRectF(self.width() - side - 4, 4, side, side)
            draw_shape(painter, self._plate.state, mark, QColor(Qt.GlobalColor.white))

    def _paint_words(self, painter: QPainter, left: float, scale: float) -> None:
        strong, small = QFont(self.font()), QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(round(NOTE_PX * scale))
        width = self.width() - left - (_EDGE_PX if self._room is Room.FULL else _EDGE_PX / 2)
        painter.setPen(QColor(Qt.GlobalColor.white))
        if self._room is Room.FULL:
            lines = self._lines(left, width, (strong, small))
            self._paint_name(painter, lines[0], strong, small)
            self._paint_proof(painter, lines[1], small, self._second_line(small, lines[1].width()))
            return
        strong.setPixelSize(round(NOTE_PX * scale))
        small.setPixelSize(round((NOTE_PX - 1) * scale))
        lines = self._lines(left, width, (strong, small, small))
        _paint_shortened(painter, lines[0], strong, self._name)
        _paint_shortened(painter, lines[1], fitted(small, self._handle, width), self._handle)
        proof_px = width - lines[2].height()  # beside its mark
        self._paint_proof(painter, lines[2], fitted(small, self._proof_age, proof_px), self._proof_age)

    def _lines(self, left: float, width: float, fonts: tuple[QFont, ...]) -> list[QRectF]:
        """Stack as many lines as there are fonts, in the middle of the height."""
        heights = [QFontMetricsF(font).height() for font in fonts]
        gap = 2.0 if self._room is Room.FULL else 0.0
        top = (self.height() - sum(heights) - gap * (len(heights) - 1)) / 2
        lines = []
        for height in heights:
            lines.append(QRectF(left, top, width, height))
            top += height + gap
        return lines

    def _paint_name(self, painter: QPainter, place: QRectF, strong: QFont, small: QFont) -> None:
        gap = place.height() * 0.6
        tag_width = QFontMetricsF(small).horizontalAdvance(self._tag) + place.height()
        metrics = QFontMetricsF(strong)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, place.width() - tag_width - gap)
        painter.setFont(strong)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        after = place.left() + metrics.horizontalAdvance(name) + gap
        self._paint_tag(painter, QRectF(after, place.top(), tag_width, place.height()), small)

    def _paint_proof(self, painter: QPainter, place: QRectF, font: QFont, said: str) -> None:
        side = place.height() * 0.52
        mark = QRectF(0, 0, side, side)
        mark.moveCenter(place.center())
        mark.moveLeft(place.left())
        draw_shape(painter, self._plate.state, mark, QColor(Qt.GlobalColor.white))
        painter.setPen(QColor(Qt.GlobalColor.white))
        _paint_shortened(painter, place.adjusted(side * 1.7, 0, 0, 0), font, said)

    def _second_line(self, font: QFont, width: float) -> str:
        """Say handle and proof as fully as the width allows; the handle is shortened before the proof."""
        metrics = QFontMetricsF(font)
        width -= metrics.height()
        in_full = f"{self._handle} · {self._proof}"
        if self._handle in self._proof:
            in_full = self._proof[:1].upper() + self._proof[1:]
        if metrics.horizontalAdvance(in_full) <= width:
            return in_full
        end = f" · {self._proof_age}"
        left_over = width - metrics.horizontalAdvance(end)
        return metrics.elidedText(self._handle, Qt.TextElideMode.ElideRight, left_over) + end

    def _paint_tag(self, painter: QPainter, place: QRectF, font: QFont) -> None:
        painter.setPen(QPen(QColor(255, 255, 255, 150), 1))
        painter.setBrush(QColor(mixed(self._plate.colour, "#000000", 0.15)))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setFont(font)
        painter.setPen(QColor(Qt.GlobalColor.white))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._tag)


def fitted(font: QFont, text: str, width: float) -> QFont:
    """Give a font in which a text stands in a width, px, down to what it measures at 100 %.

    A handle that is cut is another handle: at large text it is rather smaller.
    """
    needed = QFontMetricsF(font).horizontalAdvance(text)
    if needed <= width:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(int(font.pixelSize() * width / needed), min(font.pixelSize(), _LEAST_WORDS_PX)))
    return smaller


def _paint_shortened(painter: QPainter, place: QRectF, font: QFont, text: str) -> None:
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
