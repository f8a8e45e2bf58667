"""The line above the photo: how many faces have a frame, whether anybody has none, and a way to draw one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.counting import Closer, HeadCount
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.states import ShapeMark, repolish
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_SIDES_PX = 14 + SPACE_PX
_BUTTONS_WIDE = 2
"""Where the line isn't so many times as wide as its buttons, they stand below."""


class CountBar(QFrame):
    """The question, *Draw a frame*, and where it is offered *Look closer*.

    Signals:
        drawAsked, closerAsked: the button was pressed.
    """

    drawAsked = Signal()
    closerAsked = Signal()

    def __init__(self, words: Wording, draw: str, parent: QWidget | None = None) -> None:
        """Stand empty until `show_count`; `draw` is the message of the button."""
        super().__init__(parent)
        self._words = words
        self._count: HeadCount | None = None
        self.setProperty("kind", "banner")
        self.setObjectName("head-count")
        self._shape = ShapeMark(State.NOTE)
        self.sentence = PlainLabel("", kind=TextKind.STRONG)
        self.note = PlainLabel("", kind=TextKind.SMALL)
        self.draw = KeyButton(words.say(draw), "A")
        self.draw.setObjectName("draw-frame")
        self.draw.clicked.connect(self.drawAsked)
        self.closer = KeyButton(words.say("photoui.look-closer"), "L", icon="search")
        self.closer.setObjectName("look-closer")
        self.closer.clicked.connect(self.closerAsked)
        self.closer.hide()
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.sentence)
        said.addWidget(self.note)
        asked = QHBoxLayout()
        asked.setSpacing(SPACE_PX)
        asked.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignVCenter)
        asked.addLayout(said, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(_SIDES_PX - SPACE_PX, HALF_SPACE_PX, SPACE_PX, HALF_SPACE_PX)
        self._row.setSpacing(SPACE_PX)
        self._row.addLayout(asked, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(SPACE_PX)
        self._buttons.addWidget(self.closer)
        self._buttons.addWidget(self.draw)
        self._buttons.addStretch(1)
        self._row.addLayout(self._buttons)
        self.show_count(None)

    def show_count(self, count: HeadCount | None) -> None:
        """Ask the question of a photo; None hides the line."""
        self._count = count
        self.setVisible(count is not None)
        if count is not None:
            self._show(count.state, self._words(count.sentence), "\n".join(map(self._words, count.notes)))

    def show_closer(self, closer: Closer) -> None:
        """Offer *Look closer*, or to cancel it."""
        self.closer.show()
        self.closer.show_words(self._words(closer.button))
        # It says less while it looks; what stands beside it must not move under the mouse.
        self.closer.setMinimumWidth(max(self.closer.minimumWidth(), self.closer.sizeHint().width()))
        if closer.blocked is None:
            self.closer.allow()
        else:
            self.closer.block([self._words(closer.blocked)])
        self._arrange()

    def show_drawing(self, *, drawing: bool) -> None:
        """Say how a frame is drawn while somebody draws one."""
        if drawing:
            self._show(State.WAITS, self._words.say("photoui.drag-now"), "")
        else:
            self.show_count(self._count)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons below the question, and below one another, where they would be cut off."""
        shown = [one for one in (self.closer, self.draw) if not one.isHidden()]
        beside = sum(max(one.minimumWidth(), one.sizeHint().width()) for one in shown) + SPACE_PX * (
            len(shown) - 1
        )
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        _turn(self._row, down if self.width() < _BUTTONS_WIDE * beside else across)
        _turn(self._buttons, down if self.width() < beside + _SIDES_PX else across)

    def _show(self, state: State, sentence: str, note: str) -> None:
        self._shape.show_state(state)
        self.sentence.show_text(sentence)
        self.note.show_text(note)
        self.note.setVisible(bool(note))
        self.setProperty("state", state.value)
        repolish(self)


def _turn(layout: QBoxLayout, direction: QBoxLayout.Direction) -> None:
    if layout.direction() is not direction:
        layout.setDirection(direction)
