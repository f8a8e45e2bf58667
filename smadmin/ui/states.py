"""States, always as shape + word + colour: ■ stop, ▲ doubt, ◆ waits for somebody, ● fine.

Two of them share a colour on purpose: the shape and the word tell them apart, also in greyscale.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of, tokens_of
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.theme import State, state_colours


def draw_shape(painter: QPainter, state: State, place: QRectF, colour: QColor) -> None:
    """Draw a state's shape into a square, for whoever paints by hand (photos, calendars)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle, side = place.center(), place.width()
    if state is State.STOP:
        inset = side * 0.08
        painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), 1, 1)
    elif state is State.DOUBT:
        top, bottom = place.top() + side * 0.06, place.bottom() - side * 0.08
        corners = [QPointF(middle.x(), top), QPointF(place.right(), bottom), QPointF(place.left(), bottom)]
        painter.drawPolygon(QPolygonF(corners))
    elif state is State.WAITS:
        half = side * 0.54
        painter.drawPolygon(
            QPolygonF(
                [
                    middle + QPointF(0, -half),
                    middle + QPointF(half, 0),
                    middle + QPointF(0, half),
                    middle + QPointF(-half, 0),
                ]
            )
        )
    elif state is State.FINE:
        painter.drawEllipse(middle, side * 0.47, side * 0.47)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, side * 0.2))
        painter.drawEllipse(middle, side * 0.37, side * 0.37)
    painter.restore()


_SHAPE_PX = 10
_ROUND_PX = 34


class ShapeMark(QWidget):
    """A state's shape alone; the word stands beside it, so screen readers skip the shape."""

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        """Take the state."""
        super().__init__(parent)
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_state(self, state: State) -> None:
        """Show another state."""
        self._state = state
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(_SHAPE_PX * scale_of(self.font()))
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink, _ = state_colours(self._state, tokens_of(self.palette()))
        painter = QPainter(self)
        draw_shape(painter, self._state, self._place(), QColor(ink))
        painter.end()

    def _place(self) -> QRectF:
        return QRectF(self.rect())


class LineMark(ShapeMark):
    """A state's shape beside a sentence: as high as one line of it, the shape in that line's middle."""

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.expandedTo(QSize(0, self.fontMetrics().lineSpacing()))

    @override
    def _place(self) -> QRectF:
        side = min(self.width(), self.height())
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(self.rect()).center())
        return place


class RoundMark(ShapeMark):
    """A state's shape on a soft disc, at the head of a row."""

    @override
    def sizeHint(self) -> QSize:
        side = round(_ROUND_PX * min(scale_of(self.font()), 1.5))
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink, soft = state_colours(self._state, tokens_of(self.palette()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(soft))
        painter.drawEllipse(self.rect())
        side = self.width() * 0.36
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(self.rect()).center())
        draw_shape(painter, self._state, place, QColor(ink))
        painter.end()


class StateChip(QFrame):
    """A state in a pill: shape, word, colour."""

    def __init__(self, state: State, word: str, parent: QWidget | None = None) -> None:
        """Take the state and its word."""
        super().__init__(parent)
        self._state = state
        self.setProperty("kind", "chip")
        self._shape = ShapeMark(state)
        self._word = PlainLabel(word, kind=TextKind.SMALL, fold=Fold.SHORTEN)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 3, 10, 3)
        row.setSpacing(6)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("state", state.value)
        self.setAccessibleName(self._word.whole_text)

    def show_state(self, state: State, word: str) -> None:
        """Show another state."""
        self._state = state
        self._shape.show_state(state)
        self._word.show_text(word)
        self.setProperty("state", state.value)
        self.setAccessibleName(self._word.whole_text)
        repolish(self)
        repolish(self._word)
        self.update()

    @property
    def word(self) -> str:
        """The word it shows."""
        return self._word.whole_text

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Painted here, because a style sheet drops a radius above half of the height it doesn't know.
        _, soft = state_colours(self._state, tokens_of(self.palette()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(soft))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        painter.end()


class StateLine(QWidget):
    """A state's shape and a sentence, for lists like *Before it can be submitted*."""

    def __init__(self, state: State, sentence: str, parent: QWidget | None = None) -> None:
        """Take the state and the sentence."""
        super().__init__(parent)
        row = QGridLayout(self)  # in the middle of whatever height it is given
        row.setContentsMargins(0, 2, 0, 2)
        row.setHorizontalSpacing(8)
        row.setVerticalSpacing(0)
        row.setRowStretch(0, 1)
        row.setRowStretch(2, 1)
        row.setColumnStretch(1, 1)
        self._shape = LineMark(state)
        self._sentence = PlainLabel(sentence)
        row.addWidget(self._shape, 1, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1, 1)

    def show_line(self, sentence: str, state: State | None = None) -> None:
        """Say another sentence, with the same shape unless another state is given."""
        self._sentence.show_text(sentence)
        if state is not None:
            self._shape.show_state(state)


def repolish(widget: QWidget) -> None:
    """Have the style sheet read a widget's changed properties, where it read them already."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
