"""How a photo's tile is painted, on the contact sheet and in the strip below a photo.

A tile asks for its picture while it is painted, so only what is seen is ever fetched. What goes out covered
is covered in the tile too, from the moment it is decided.
"""

from enum import Enum

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smadmin.domain.messages import say
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.icons import icon_pixmap
from smadmin.ui.photos.covered import COVER
from smadmin.ui.photos.model import Tile
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.tile_list import Index, TileRole
from smadmin.ui.states import draw_shape
from smadmin.ui.theme import CONTROL_RADIUS_PX, DARK, HALF_SPACE_PX, NOTE_PX, SPACE_PX, State, state_colours
from smadmin.ui.wording import Wording

_BADGE_PX = 22
_SHAPE_PX = 10
_PAPER_PX = 5


class Size(Enum):
    """How large a tile's picture is, in px at 100 % text."""

    SHEET = (196, 132)
    STRIP = (116, 74)


class TilePainter(QStyledItemDelegate):
    """Paints a tile: the picture, its state in shape and word, whether it is picked.

    Signals:
        pickTurned: the `Tile` whose circle was clicked.
        stackOpened: the `Tile` that stands for a stack and was clicked.
    """

    pickTurned = Signal(object)
    stackOpened = Signal(object)

    def __init__(self, words: Wording, pictures: Pictures, size: Size, parent: QWidget) -> None:
        """Take where pictures come from and how large they are."""
        super().__init__(parent)
        self._words = words
        self._pictures = pictures
        self._size = size

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        scale = self._scale()
        width, height = self._size.value
        below = 2 * _line_px(scale) + SPACE_PX if self._size is Size.SHEET else 0
        grown = min(scale, 1.5)
        return QSize(round(width * grown) + 2 * SPACE_PX, round(height * grown + below) + 2 * SPACE_PX)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile = index.data(TileRole)
        if not isinstance(tile, Tile):
            return
        rect, state = _rect_and_state(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = tokens_of(self._widget().palette())
        inner = QRectF(rect).adjusted(4, 4, -4, -4)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(QPen(QColor(tokens.accent), 2.5))
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(inner, CONTROL_RADIUS_PX + 2, CONTROL_RADIUS_PX + 2)
        inner = inner.adjusted(4, 4, -4, -4)
        below = 2 * _line_px(self._scale()) + HALF_SPACE_PX if self._size is Size.SHEET else 0
        place = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - below)
        if tile.folded and self._size is Size.SHEET:
            place = self._paint_papers(painter, place)
        self._paint_picture(painter, tile, place)
        if self._size is Size.SHEET:
            self._paint_words(
                painter, tile, QRectF(inner.left(), place.bottom() + HALF_SPACE_PX, inner.width(), below)
            )
            self._paint_badges(painter, tile, place)
        else:
            _pill(painter, self._words(tile.short), place, self._widget(), tile.state)
        painter.restore()

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        tile = index.data(TileRole)
        if (
            self._size is Size.SHEET
            and isinstance(tile, Tile)
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
        ):
            rect, _ = _rect_and_state(option)
            room = _BADGE_PX * min(self._scale(), 1.5) + 2 * SPACE_PX
            corner = QRectF(rect.right() - room - SPACE_PX, rect.top(), room + SPACE_PX, room + SPACE_PX)
            if corner.contains(event.position()):
                self.pickTurned.emit(tile)
                return True
            if tile.folded and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.stackOpened.emit(tile)
                return True
        return super().editorEvent(event, model, option, index)

    def _paint_picture(self, painter: QPainter, tile: Tile, place: QRectF) -> None:
        tokens = tokens_of(self._widget().palette())
        path = QPainterPath()
        path.addRoundedRect(place, CONTROL_RADIUS_PX - 2, CONTROL_RADIUS_PX - 2)
        painter.fillPath(path, QColor(tokens.side))
        pixmap = None if tile.why is not None else self._pictures.thumb(tile.id)
        painter.save()
        painter.setClipPath(path)
        if pixmap is not None:
            part = _cut_to(pixmap, place)
            painter.drawPixmap(place, pixmap, part)
            _paint_covers(painter, tile, place, _in_photo(part, tile.width_px / pixmap.width()))
        else:
            self._paint_icon(painter, "circle-alert" if tile.why else "image", place)
        painter.restore()

    def _paint_papers(self, painter: QPainter, place: QRectF) -> QRectF:
        """Paint two photos behind the one that stands for a stack; gives what place is left for it."""
        tokens, radius = tokens_of(self._widget().palette()), CONTROL_RADIUS_PX - 2
        front = place.adjusted(0, 2 * _PAPER_PX, -2 * _PAPER_PX, 0)
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(QColor(tokens.side))
        for step in (2, 1):
            painter.drawRoundedRect(front.translated(step * _PAPER_PX, -step * _PAPER_PX), radius, radius)
        return front

    def _paint_icon(self, painter: QPainter, name: str, place: QRectF) -> None:
        side = round(min(place.width(), place.height()) * 0.3)
        colour = tokens_of(self._widget().palette()).muted
        icon = icon_pixmap(name, colour, side, self._widget().devicePixelRatioF())
        corner = place.center().toPoint()
        painter.drawPixmap(corner.x() - side // 2, corner.y() - side // 2, icon)

    def _paint_words(self, painter: QPainter, tile: Tile, place: QRectF) -> None:
        tokens, line = tokens_of(self._widget().palette()), _line_px(self._scale())
        ink, _ = state_colours(tile.state, tokens)
        side = _SHAPE_PX * self._scale()
        draw_shape(
            painter,
            tile.state,
            QRectF(place.left(), place.top() + (line - side) / 2, side, side),
            QColor(ink),
        )
        painter.setFont(_font(self._widget(), QFont.Weight.DemiBold))
        painter.setPen(QColor(ink))
        text = QRectF(place.left() + side + 6, place.top(), place.width() - side - 6, line)
        _draw_line(painter, text, self._words(tile.word))
        painter.setFont(_font(self._widget(), QFont.Weight.Normal))
        painter.setPen(QColor(tokens.muted))
        second = self._words(tile.why) if tile.why is not None else tile.name
        _draw_line(painter, QRectF(place.left(), place.top() + line, place.width(), line), second)

    def _paint_badges(self, painter: QPainter, tile: Tile, place: QRectF) -> None:
        tokens = tokens_of(self._widget().palette())
        side = _BADGE_PX * min(self._scale(), 1.5)
        circle = QRectF(place.right() - side - 6, place.top() + 6, side, side)
        painter.setPen(QPen(QColor(tokens.accent if tile.picked else tokens.edge), 1.5))
        painter.setBrush(QColor(tokens.accent if tile.picked else tokens.card))
        painter.drawEllipse(circle)
        if tile.picked:
            inner = round(side * 0.66)
            check = icon_pixmap("check", tokens.on_accent, inner, self._widget().devicePixelRatioF())
            corner = circle.center()
            painter.drawPixmap(round(corner.x() - inner / 2), round(corner.y() - inner / 2), check)
        if tile.alike > 1:
            _pill(painter, self._words(say("photoui.alike", n=tile.alike)), place, self._widget(), None)

    def _widget(self) -> QWidget:
        parent = self.parent()
        if not isinstance(parent, QWidget):
            raise TypeError("a painter of tiles belongs to a list")
        return parent

    def _scale(self) -> float:
        return scale_of(self._widget().font())


def _rect_and_state(option: QStyleOptionViewItem) -> tuple[QRect, QStyle.StateFlag]:
    # The stubs don't know the fields that an option inherits.
    rect: QRect = option.rect
    state: QStyle.StateFlag = option.state
    return rect, state


def _cut_to(pixmap: QPixmap, place: QRectF) -> QRectF:
    """Give the middle part of a picture that fills a place without being stretched."""
    width, height = pixmap.width(), pixmap.height()
    wanted = place.width() / place.height()
    if width / height > wanted:
        part = height * wanted
        return QRectF((width - part) / 2, 0, part, height)
    part = width / wanted
    return QRectF(0, (height - part) / 3, width, part)


def _in_photo(part: QRectF, ratio: float) -> QRectF:
    return QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio)


def _paint_covers(painter: QPainter, tile: Tile, place: QRectF, part: QRectF) -> None:
    """Paint the covers over a tile's picture, rounded outwards; `part` is what is seen of the photo."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(COVER))
    for box in tile.covers:
        scale = place.width() / part.width()
        left, top = (box.left - part.left()) * scale, (box.top - part.top()) * scale
        seen = QRectF(place.left() + left, place.top() + top, box.width * scale, box.height * scale)
        painter.drawRect(seen.toAlignedRect())


def _line_px(scale: float) -> int:
    return round(NOTE_PX * scale * 1.5)


def _font(widget: QWidget, weight: QFont.Weight) -> QFont:
    font = QFont(widget.font())
    font.setPixelSize(round(NOTE_PX * scale_of(widget.font())))
    font.setWeight(weight)
    return font


def _draw_line(painter: QPainter, place: QRectF, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(place.width()))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _pill(painter: QPainter, text: str, place: QRectF, widget: QWidget, state: State | None) -> None:
    """Draw a word on a dark pill at the lower left of a picture, readable on every photo."""
    painter.setFont(_font(widget, QFont.Weight.DemiBold))
    line, side = _line_px(scale_of(widget.font())), _SHAPE_PX * scale_of(widget.font())
    lead = side + 5 if state is not None else 0
    width = min(painter.fontMetrics().horizontalAdvance(text) + 14 + lead, place.width() - 6)
    pill = QRectF(place.left() + 3, place.bottom() - line - 3, width, line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(DARK.background))
    painter.drawRoundedRect(pill, 6, 6)
    if state is not None:
        ink, _ = state_colours(state, DARK)
        shape = QRectF(pill.left() + 6, pill.center().y() - side / 2, side, side)
        draw_shape(painter, state, shape, QColor(ink))
    painter.setPen(QColor(DARK.ink))
    _draw_line(painter, pill.adjusted(7 + lead, 0, -4, 0), text)
