"""A pair on the board: the face in the photo beside whom it may be, as one thing to be marked.

It tells once when all of it has been drawn, every picture included, and no part of it is out of sight.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.ids import StudentId
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.photos.in_sight import wholly_in_sight
from smadmin.ui.photos.pair_likely import LikelyChildren
from smadmin.ui.photos.pairs import KEYS, Asked, Mark, mark_words, title_words, told
from smadmin.ui.photos.portraits import FacePicture
from smadmin.ui.states import StateChip
from smadmin.ui.theme import CARD_RADIUS_PX, HALF_SPACE_PX, RING_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

FACE_PX = 112
"""The least side of each face; they take what room there is."""
SMALL_PX = 36
_MOST_SCALE = 1.25
"""Larger text makes faces no larger than this: words have to be read beside them."""
_EDGE_PX = SPACE_PX + RING_PX


class PairCard(QAbstractButton):
    """A pair.

    Signals:
        drawn: all of it stands there, wholly in sight.
        picked: it was pressed; with the id of the child of several that was under the mouse, else "".
        largeAsked: somebody wants to see it large.
    """

    drawn = Signal()
    picked = Signal(str)
    largeAsked = Signal()

    def __init__(self, asked: Asked, number: int, words: Wording, parent: QWidget | None = None) -> None:
        """Take the pair and its place on the page, from 1; another pair may stand there later."""
        super().__init__(parent)
        self.asked = asked
        self.shown = False
        self._number = number
        self._words = words
        self._mark: Mark | None = None
        self._under: StudentId | None = None
        self.setObjectName(f"pair-{number}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.here, self.likely = FacePicture(FACE_PX), LikelyChildren(FACE_PX)
        self.large = Button(words.say("pairs.large"), kind=ButtonKind.ICON, icon="search", hint="V")
        self.large.clicked.connect(self.largeAsked)
        self._name = PlainLabel("", kind=TextKind.STRONG, fold=Fold.SHORTEN)
        self.clicked.connect(self._pick)
        self.note = PlainLabel("", kind=TextKind.NOTE, fold=Fold.SHORTEN)
        self.chip = StateChip(State.STOP, "")
        self.chip.hide()
        self._others = QHBoxLayout()
        self._faces = QHBoxLayout()
        self._lay_out(number)
        self.show_pair(asked)

    def _lay_out(self, number: int) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_PX)
        head.addWidget(PlainLabel(KEYS[number - 1], kind=TextKind.MUTED))
        head.addWidget(self._name, 1)
        head.addWidget(self.large)
        self._faces.setSpacing(HALF_SPACE_PX)
        self.here.grow()
        self._faces.addWidget(self.here, 1)
        self._faces.addWidget(self.likely, 1)
        said = QWidget()
        said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        below = QHBoxLayout(said)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.note, 1)
        below.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        said.setMinimumHeight(self.chip.sizeHint().height())
        self._others.setSpacing(HALF_SPACE_PX)
        self._others.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE_PX, HALF_SPACE_PX + RING_PX, _EDGE_PX, HALF_SPACE_PX + RING_PX)
        column.setSpacing(HALF_SPACE_PX)
        column.addLayout(head)
        column.addLayout(self._faces, 1)
        column.addLayout(self._others)
        column.addWidget(said)

    def show_pair(self, asked: Asked, *, columns: int = 1) -> None:
        """Be another pair, of which nothing is seen and nothing said yet, over so many columns."""
        self.asked = asked
        self._name.show_text(self._words(title_words(asked)))
        self.likely.show_children(asked.children, columns=columns)
        self._faces.setStretch(1, len(asked.children) if columns > 1 else 1)
        self.let_go()
        self.show_mark(None)

    def let_go(self) -> None:
        """Show no face any more."""
        self.shown = False
        self.show_faces(None, ())
        self.show_others(())

    def show_faces(self, here: QPixmap | None, likely: Sequence[QPixmap | None]) -> None:
        """Show the face and the portraits, as far as they came."""
        changed = self.likely.show_pictures(likely or (None,) * len(self.asked.children))
        if changed or here is not self.here.pixmap:
            self.here.show_picture(here)
            self.update()

    def show_others(self, others: Sequence[QPixmap]) -> None:
        """Show the same face in other photos, small; the answer counts for these too."""
        while self._others.count() > 1 and (item := self._others.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for pixmap in others:
            small = FacePicture(SMALL_PX)
            small.stand_square()
            small.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            small.show_picture(pixmap)
            self._others.insertWidget(self._others.count() - 1, small)

    def show_mark(self, mark: Mark | None) -> None:
        """Show what was said of it."""
        self._mark = mark
        self.setAccessibleName("\n".join(map(self._words, told(self.asked, self._number, mark))))
        also = len(self.asked.pair.faces) - 1
        parts = [
            ", ".join(self.asked.children[0].groups if self.asked.alone else ()),
            *([self._words.say("pairs.also", n=also)] if also else []),
        ]
        self.note.show_text(" · ".join(filter(None, parts)))
        said = mark_words(self.asked, mark)
        self.note.setVisible(said is None)
        self.chip.setVisible(said is not None)
        if said is not None:
            self.chip.show_state(State.STOP, self._words(said))
        self.update()

    @staticmethod
    def least_size(scale: float, line_px: int) -> QSize:
        """Give how large a pair is at least, with this text scale and height of a line."""
        face, small = (round(side * min(scale, _MOST_SCALE)) for side in (FACE_PX, SMALL_PX))
        width = 2 * face + HALF_SPACE_PX + 2 * _EDGE_PX
        return QSize(width, face + small + 4 * line_px + 6 * HALF_SPACE_PX + 2 * RING_PX)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._under = self.likely.child_at(self.likely.mapFrom(self, event.position().toPoint()))
        super().mousePressEvent(event)

    def _pick(self) -> None:
        child, self._under = self._under, None
        self.picked.emit(child or "")

    @override
    def sizeHint(self) -> QSize:
        return self.least_size(scale_of(self.font()), self.fontMetrics().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        marked = self._mark is not None
        place = QRectF(self.rect()).adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)
        painter.setPen(QPen(QColor(tokens.stop if marked else tokens.line), 2 if marked else 1))
        painter.setBrush(QColor(tokens.stop_soft if marked else tokens.card))
        painter.drawRoundedRect(place, CARD_RADIUS_PX, CARD_RADIUS_PX)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), CARD_RADIUS_PX, CARD_RADIUS_PX)
        painter.end()
        if wholly_in_sight(self) and not self.shown and self.here.pixmap is not None and self.likely.complete:
            self.shown = True
            self.drawn.emit()
