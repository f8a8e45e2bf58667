"""The strip of a face that stands in several photos: every one of its faces, and each can be taken out.

What is said about the chosen face is said about all that are in. So none may be out of sight: the strip
wraps, shows no more faces than two or three lines hold, and tells which of them can really be seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.ids import FaceId
from smadmin.domain.messages import Message, say
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.buttons import ButtonKind
from smadmin.ui.flow import FlowBox
from smadmin.ui.icons import icon_pixmap
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.theme import CONTROL_RADIUS_PX, HALF_SPACE_PX, RING_PX
from smadmin.ui.wording import Wording

_SIDE_PX = 56
_MOST_SCALE = 1.25
"""Larger text makes faces no larger than this: all are to be seen at once."""
MOST_SHOWN = 10
"""A face in more photos is asked about once more for the others."""
_BADGE_PX = 18
_VEIL = 170
"""How much of the background lies over a face that was taken out, of 255."""


@dataclass(frozen=True)
class SameFace:
    """Another face of the strip, from the photo of that name."""

    face: FaceId
    name: str
    pixmap: QPixmap
    apart: bool


def strip_words(others: Sequence[SameFace]) -> tuple[Message, Message]:
    """Say for how many photos an answer counts, and word the button that changes it for all."""
    joined = sum(not other.apart for other in others)
    if joined == 0:
        return say("sameface.alone", n=len(others)), say("sameface.together")
    return say("sameface.also", n=joined), say("sameface.only-this")


class SameStrip(QWidget):
    """The other faces of the chosen face's group; hidden where there is none.

    Signals:
        turned: the id of a face that is to be taken out, or put back in.
        allTurned: all of them are to be taken out, or put back in.
    """

    turned = Signal(str)
    allTurned = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Be hidden until `show_others`."""
        super().__init__(parent)
        self._words = words
        self._buttons: dict[FaceId, FaceButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE_PX)
        self.said = PlainLabel("", kind=TextKind.STRONG)
        column.addWidget(self.said)
        holder = FlowBox(gap_px=HALF_SPACE_PX)
        self._flow = holder.flow
        column.addWidget(holder)
        self.hint = PlainLabel(words.say("sameface.hint"), kind=TextKind.NOTE)
        column.addWidget(self.hint)
        self.only = KeyButton("", "G", kind=ButtonKind.SMALL)
        self.only.setObjectName("same-only")
        self.only.clicked.connect(self.allTurned)
        column.addWidget(self.only)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)
        self.setSizePolicy(policy)
        self.hide()

    def show_others(self, others: tuple[SameFace, ...]) -> None:
        """Show the other faces; those that stand there already stay in their place."""
        self.setVisible(bool(others))
        if [other.face for other in others] != list(self._buttons):
            self._lay_out(others)
        for other in others:
            told = "sameface.face-apart" if other.apart else "sameface.face-in"
            self._buttons[other.face].show_apart(self._words.say(told, name=other.name), apart=other.apart)
        if others:
            said, words = strip_words(others)
            self.said.show_text(self._words(said))
            self.only.show_words(self._words(words))

    def seen(self) -> frozenset[FaceId]:
        """Give the faces that are wholly in sight now."""
        return frozenset(face for face, button in self._buttons.items() if button.wholly_seen)

    def _lay_out(self, others: Sequence[SameFace]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._buttons = {other.face: self._button(other) for other in others}
        for button in self._buttons.values():
            self._flow.addWidget(button)

    def _button(self, other: SameFace) -> "FaceButton":
        button = FaceButton(other.pixmap)
        button.setObjectName(f"same-{other.face}")
        button.clicked.connect(lambda: self.turned.emit(other.face))
        return button


class FaceButton(QAbstractButton):
    """A face that is in the strip (ticked) or was taken out (pale, crossed)."""

    def __init__(self, pixmap: QPixmap, parent: QWidget | None = None) -> None:
        """Take what it shows."""
        super().__init__(parent)
        self._pixmap = pixmap
        self._apart = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def wholly_seen(self) -> bool:
        """Whether no part of it lies outside of what is shown."""
        return self.visibleRegion().boundingRect() == self.rect()

    def show_apart(self, name: str, *, apart: bool) -> None:
        """Show whether it was taken out, and say so."""
        self._apart = apart
        self.setAccessibleName(name)
        self.setToolTip(for_tooltip(name))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(_SIDE_PX * min(scale_of(self.font()), _MOST_SCALE)) + 2 * RING_PX
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = tokens_of(self.palette())
        place = QRectF(self.rect()).adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)
        path = QPainterPath()
        path.addRoundedRect(place, CONTROL_RADIUS_PX - 2, CONTROL_RADIUS_PX - 2)
        painter.fillPath(path, QColor(tokens.side))
        painter.setClipPath(path)
        side = min(self._pixmap.width(), self._pixmap.height())
        left, top = (self._pixmap.width() - side) / 2, (self._pixmap.height() - side) / 2
        painter.drawPixmap(place, self._pixmap, QRectF(left, top, side, side))
        if self._apart:
            veil = QColor(tokens.card)
            veil.setAlpha(_VEIL)
            painter.fillPath(path, veil)
        painter.setClipping(False)
        self._paint_badge(painter, place)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
        painter.end()

    def _paint_badge(self, painter: QPainter, place: QRectF) -> None:
        tokens, side = tokens_of(self.palette()), _BADGE_PX * min(scale_of(self.font()), 1.5)
        circle = QRectF(place.right() - side - 2, place.top() + 2, side, side)
        painter.setPen(QPen(QColor(tokens.edge if self._apart else tokens.accent), 1))
        painter.setBrush(QColor(tokens.card if self._apart else tokens.accent))
        painter.drawEllipse(circle)
        inner = round(side * 0.66)
        ink = tokens.ink if self._apart else tokens.on_accent
        icon = icon_pixmap("x" if self._apart else "check", ink, inner, self.devicePixelRatioF())
        painter.drawPixmap(
            round(circle.center().x() - inner / 2), round(circle.center().y() - inner / 2), icon
        )
