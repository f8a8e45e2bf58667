"""A picture of what must stand beside the box in which a page's post is written, and what must not.

Where people's own log-ins hold a page, the platform lets them write as either. Drawn here, in no platform's
looks, so that it stays true when they change theirs (BAL-D4).
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.accounts import Account
from smadmin.ui.accountline import AccountFace
from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_BOX = QSize(250, 44)
_FACE_PX = 36


class OwnFace(QWidget):
    """Somebody's own picture: a head and shoulders without a face."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nobody in particular."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = round(_FACE_PX * min(scale_of(self.font()), 1.5))
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, side = tokens_of(self.palette()), float(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.muted), 1.5))
        painter.setBrush(QColor(tokens.background))
        whole = QRectF(1, 1, side - 2, side - 2)
        painter.drawEllipse(whole)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.muted))
        painter.drawEllipse(QPointF(side / 2, side * 0.4), side * 0.16, side * 0.16)
        painter.drawChord(QRectF(side * 0.2, side * 0.6, side * 0.6, side * 0.56), 0, 180 * 16)
        painter.end()


class WritingBox(QWidget):
    """The box that a post is written in: an edge, a line of words, a cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show it empty."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return _BOX * min(scale_of(self.font()), 1.5)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, high = tokens_of(self.palette()), float(self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.line), 1.5))
        painter.setBrush(QColor(tokens.background))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(QPen(QColor(tokens.ink), 1.5))
        painter.drawLine(QPointF(12, high * 0.3), QPointF(12, high * 0.7))
        painter.setPen(QPen(QColor(tokens.line), high * 0.14, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(24, high / 2), QPointF(self.width() * 0.6, high / 2))
        painter.end()


class BesideBox(QWidget):
    """Both pictures: as the page, and as oneself."""

    def __init__(self, account: Account, words: Wording, parent: QWidget | None = None) -> None:
        """Take the page."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(PlainLabel(words.say("publishui.beside-look"), kind=TextKind.STRONG))
        both = QWidget()
        flow = FlowLayout(both)
        right = StateLine(State.FINE, words.say("publishui.beside-right"))
        flow.addWidget(_drawn(AccountFace(account), account.name, right))
        wrong = StateLine(State.STOP, words.say("publishui.beside-wrong"))
        flow.addWidget(_drawn(OwnFace(), words.say("publishui.beside-own-name"), wrong))
        column.addWidget(both)
        said = words.say("publishui.beside-said", name=account.name)
        both.setAccessibleName(said)


def _drawn(face: QWidget, name: str, said: StateLine) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(SPACE_PX + 4, SPACE_PX, SPACE_PX + 4, SPACE_PX)
    column.setSpacing(HALF_SPACE_PX)
    column.addWidget(said)
    row = QHBoxLayout()
    row.setSpacing(SPACE_PX)
    row.addWidget(face)
    row.addWidget(PlainLabel(name, kind=TextKind.STRONG, fold=Fold.SHORTEN), 1)
    column.addLayout(row)
    column.addWidget(WritingBox())
    return frame
