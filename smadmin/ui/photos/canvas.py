"""The big photo: the picture, its faces in frames with number and word, covers, and drawing a face by hand.

All places come in the photo's own pixels and are scaled while painting. Marks use the dark theme's colours on
dark casings, so that they can be read on every photo, whatever the window's theme.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from smadmin.domain.ids import FaceId
from smadmin.domain.photos.boxes import Box
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.photos.corners import opposite_corner, paint_corners
from smadmin.ui.photos.covered import paint_cover
from smadmin.ui.photos.marks import Line, Mark
from smadmin.ui.photos.tags import place_tag
from smadmin.ui.states import draw_shape
from smadmin.ui.theme import CARD_RADIUS_PX, DARK, NOTE_PX, State, state_colours
from smadmin.ui.wording import Wording

_SEE_THROUGH, _OPAQUE = 215, 255
_LEAST_DRAWN_PX = 8
_CROWD = 12
"""With more faces than this only the chosen one's word is shown; the others keep number and shape."""
_PENS = {
    Line.SOLID: Qt.PenStyle.SolidLine,
    Line.DASHED: Qt.PenStyle.DashLine,
    Line.DOTTED: Qt.PenStyle.DotLine,
}


class PhotoCanvas(QWidget):
    """A photo with its faces.

    Signals:
        faceChosen: the id of the face that was clicked.
        faceDrawn: the `Box` that was dragged, in the photo's pixels.
        faceResized: the id of a drawn face whose corner was dragged, and its new `Box`.
        drawingTurned: whether the next drag draws a face.
        pictureSeen: the picture has stood there for the time of a double click.
    """

    faceChosen = Signal(str)
    faceDrawn = Signal(object)
    faceResized = Signal(str, object)
    drawingTurned = Signal(bool)
    pictureSeen = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._words = words
        self._pixmap: QPixmap | None = None
        self._size = QSize(1, 1)
        self._marks: tuple[Mark, ...] = ()
        self._chosen: FaceId | None = None
        self._drawing = False
        self._drag: tuple[QPointF, QPointF] | None = None
        self._resized: FaceId | None = None
        self._said = ""
        self._seen = False
        self._standing = QTimer(self, singleShot=True)
        self._standing.timeout.connect(self._stood)
        self.setObjectName("photo-canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 220)

    @property
    def drawing(self) -> bool:
        """Tell whether a drag draws a face."""
        return self._drawing

    @property
    def unseen(self) -> str:
        """Why nobody can have looked at this picture yet; empty once it was drawn, and a moment passed."""
        if self._seen:
            return ""
        return self._said if self._pixmap is None and self._said else self._words.say("photoui.look-first")

    def show_picture(self, pixmap: QPixmap | None, width: int, height: int, *, said: str = "") -> None:
        """Show a picture of a photo of this size; without one a sentence stands in its place."""
        shown = None if self._pixmap is None else self._pixmap.cacheKey()
        if pixmap is None or pixmap.cacheKey() != shown:
            self._seen = False
            self._standing.stop()
        self._pixmap, self._size, self._said = pixmap, QSize(max(width, 1), max(height, 1)), said
        self.update()

    def show_marks(self, marks: Sequence[Mark], chosen: FaceId | None) -> None:
        """Show the faces' marks, one of them chosen."""
        self._marks, self._chosen = tuple(marks), chosen
        self.setAccessibleName(", ".join(f"{one.number} {self._words(one.word)}" for one in marks))
        self.update()

    def draw_face(self, *, begin: bool) -> None:
        """Let the next drag draw a face, or not any more."""
        self._drawing, self._drag = begin, None
        self.setCursor(Qt.CursorShape.CrossCursor if begin else Qt.CursorShape.ArrowCursor)
        self.drawingTurned.emit(begin)
        self.update()

    def part_of(self, box: Box, room: float = 0.5) -> QPixmap | None:
        """Give the part of the picture around a box, until a sharper one is fetched."""
        if self._pixmap is None:
            return None
        ratio = self._pixmap.width() / self._size.width()
        wider = box.grown(sides=room, top=room, bottom=room)
        inside = wider.within(self._size.width(), self._size.height()) or box
        place = QRectF(inside.left, inside.top, inside.width, inside.height)
        scaled = QRectF(place.x() * ratio, place.y() * ratio, place.width() * ratio, place.height() * ratio)
        return self._pixmap.copy(scaled.toRect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = tokens_of(self.palette())
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), CARD_RADIUS_PX, CARD_RADIUS_PX)
        painter.fillPath(path, QColor(tokens.side))
        if self._pixmap is None:
            painter.setPen(QColor(tokens.muted))
            inner = QRectF(self.rect()).adjusted(24, 24, -24, -24)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._said)
            painter.end()
            return
        painter.setClipPath(path)
        painter.drawPixmap(self._place(), self._pixmap, QRectF(self._pixmap.rect()))
        for mark in self._marks:
            self._paint_cover(painter, mark)
        for mark in self._marks:
            self._paint_frame(painter, mark)
        taken: list[QRectF] = []
        for mark in sorted(self._marks, key=lambda one: one.face != self._chosen):
            taken.append(self._paint_label(painter, mark, taken))
        self._paint_drag(painter)
        painter.end()
        if not self._seen and not self._standing.isActive():
            self._standing.start(QApplication.doubleClickInterval())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pixmap is None:
            return
        at = event.position()
        if self._drawing:
            self._drag = (at, at)
            return
        held = [mark for mark in self._marks if mark.face == self._chosen and mark.corners]
        stays = opposite_corner(self._on_screen(held[0].around), at) if held else None
        if stays is not None:
            self._drag, self._resized = (stays, at), self._chosen
            return
        hit = [mark for mark in self._marks if self._on_screen(mark.around).contains(at)]
        if hit:
            nearest = min(hit, key=lambda mark: (self._on_screen(mark.box).center() - at).manhattanLength())
            self.faceChosen.emit(nearest.face)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            self._drag = (self._drag[0], event.position())
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        drawn = QRectF(*self._drag).normalized()
        resized, self._resized = self._resized, None
        self._drag = None
        self.draw_face(begin=False)
        if drawn.width() >= _LEAST_DRAWN_PX and drawn.height() >= _LEAST_DRAWN_PX:
            box = self._in_photo(drawn)
            if box is not None and resized is not None:
                self.faceResized.emit(resized, box)
            elif box is not None:
                self.faceDrawn.emit(box)

    def _stood(self) -> None:
        self._seen = True
        self.pictureSeen.emit()

    def _place(self) -> QRectF:
        """Give where the photo stands, whole, in the middle."""
        scale = min(self.width() / self._size.width(), self.height() / self._size.height())
        width, height = self._size.width() * scale, self._size.height() * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _on_screen(self, box: Box) -> QRectF:
        place = self._place()
        scale = place.width() / self._size.width()
        return QRectF(
            place.left() + box.left * scale,
            place.top() + box.top * scale,
            box.width * scale,
            box.height * scale,
        )

    def _in_photo(self, drawn: QRectF) -> Box | None:
        place = self._place()
        scale = self._size.width() / place.width()
        left, top = (drawn.left() - place.left()) * scale, (drawn.top() - place.top()) * scale
        right, bottom = left + drawn.width() * scale, top + drawn.height() * scale
        if round(left) >= round(right) or round(top) >= round(bottom):
            return None
        return Box(round(left), round(top), round(right), round(bottom)).within(
            self._size.width(), self._size.height()
        )

    def _paint_cover(self, painter: QPainter, mark: Mark) -> None:
        if mark.cover is None:
            return
        place = self._place()
        paint_cover(
            painter,
            mark.cover,
            mark.style,
            photo=place.topLeft(),
            scale=place.width() / self._size.width(),
            # so that whoever covered by mistake sees whom
            alpha=_SEE_THROUGH if mark.face == self._chosen else _OPAQUE,
        )

    def _paint_frame(self, painter: QPainter, mark: Mark) -> None:
        place = self._on_screen(mark.around)
        chosen = mark.face == self._chosen
        ink, _ = state_colours(mark.state, DARK)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        casing = QColor(DARK.background)
        casing.setAlpha(210)
        painter.setPen(QPen(casing, 7 if chosen else 5))
        painter.drawRoundedRect(place, 6, 6)
        if chosen:
            painter.setPen(QPen(QColor(DARK.ink), 1.5))
            painter.drawRoundedRect(place.adjusted(-5, -5, 5, 5), 9, 9)
        painter.setPen(QPen(QColor(ink), 3.5 if chosen else 2.5, _PENS[mark.line]))
        painter.drawRoundedRect(place, 6, 6)
        if chosen and mark.corners:
            paint_corners(painter, place, QColor(DARK.ink), QColor(DARK.background))

    def _paint_label(self, painter: QPainter, mark: Mark, taken: list[QRectF]) -> QRectF:
        chosen = mark.face == self._chosen
        scale = scale_of(self.font())
        font = QFont(self.font())
        font.setPixelSize(round(NOTE_PX * scale))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        place = self._on_screen(mark.around)
        line, shape = round(NOTE_PX * scale * 1.6), 9 * scale
        texts = [f"{mark.number}  {self._words(mark.word)}", str(mark.number)]
        if not chosen and len(self._marks) > _CROWD:
            texts = texts[1:]
        widths = [painter.fontMetrics().horizontalAdvance(text) + shape + 20 for text in texts]
        which, pill = place_tag(
            place,
            [QSizeF(round(width), line) for width in widths],
            hidden=[self._on_screen(one.box) for one in self._marks if one.face != mark.face],
            taken=taken,
            inside=QRectF(self.rect()),
        )
        painter.setPen(QPen(QColor(DARK.ink), 1.5) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DARK.background))
        painter.drawRoundedRect(pill, 6, 6)
        ink, _ = state_colours(mark.state, DARK)
        spot = QRectF(pill.left() + 7, pill.center().y() - shape / 2, shape, shape)
        draw_shape(painter, mark.state, spot, QColor(ink))
        painter.setPen(QColor(DARK.ink))
        painter.drawText(
            pill.adjusted(shape + 12, 0, -2, 0),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            texts[which],
        )
        return pill

    def _paint_drag(self, painter: QPainter) -> None:
        if self._drag is None:
            return
        ink, _ = state_colours(State.NOTE, DARK)
        painter.setPen(QPen(QColor(ink), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(*self._drag).normalized())
