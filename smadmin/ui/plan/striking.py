"""*Strike* beside a planned post: what is struck isn't approved with its week, and is seen so at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import PlainLabel
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.plan.model import SlotLine
from smadmin.ui.states import StateChip
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording


class StrikeButton(Button):
    """Strikes one post and puts it back; `struckChanged` tells which."""

    struckChanged = Signal(bool)

    def __init__(
        self,
        words: Wording,
        line: SlotLine,
        topic: PlainLabel,
        chip: StateChip,
        *,
        struck: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Take the post, the label that names it, the chip of its state, and whether it is struck."""
        super().__init__("", kind=ButtonKind.SMALL, parent=parent)
        self.setObjectName(f"strike:{line.slot.id}")
        self._words, self._line, self._topic, self._chip = words, line, topic, chip
        self.struck = struck
        self._show()
        self.clicked.connect(self._turn)

    def _turn(self) -> None:
        self.struck = not self.struck
        self._show()
        self.struckChanged.emit(self.struck)

    def _show(self) -> None:
        words, line = self._words, self._line
        self.setText(words.say("planui.strike-back" if self.struck else "planui.strike"))
        does = words.say(
            "planui.strike-back-of" if self.struck else "planui.strike-of", topic=line.slot.topic
        )
        self.setAccessibleName(does)
        self.setToolTip(for_tooltip(does))
        font = self._topic.font()
        font.setStrikeOut(self.struck)
        self._topic.setFont(font)
        state, word = (
            (State.WAITS, words.say("planui.struck")) if self.struck else (line.state, words(line.word))
        )
        self._chip.show_state(state, word)
