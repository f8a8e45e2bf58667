"""Below the grid: the day where the cursor stands, in words, and what can be done with it by mouse."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from smadmin.domain.calendar import Entry
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.toasts import ANSWER
from smadmin.ui.wording import Wording

_LINES = 4
_DEEDS = ("add", "write", "open", "change", "remove", "remove-rest", "copy-week", "paste")
_WORDS = {
    "add": "gridui.add",
    "write": "planui.step-write",
    "open": "gridui.open-post",
    "change": "gridui.change",
    "remove": "gridui.take-out",
    "remove-rest": "gridui.and-rest",
    "copy-week": "gridui.copy-week",
    "paste": "gridui.paste",
}


class DayLine(QFrame):
    """The day in words. `wanted` names what was pressed, as the grid's keys do."""

    wanted = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setObjectName("calendar-day")
        self._words = words
        self.title = PlainLabel("", kind=TextKind.STRONG)
        self.lines = PlainLabel("", kind=TextKind.NOTE)
        for said in (self.title, self.lines):  # a warning about what was just planned stands here
            said.setObjectName(ANSWER)
        self.buttons: dict[str, Button] = {}
        row = FlowLayout(gap_px=SPACE_PX)
        for deed in _DEEDS:
            self.buttons[deed] = self._button(deed)
            row.addWidget(self.buttons[deed])
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE_PX, SPACE_PX, 2 * SPACE_PX, SPACE_PX)
        column.setSpacing(HALF_SPACE_PX)
        column.addWidget(self.title)
        column.addWidget(self.lines)
        column.addLayout(row)

    def _button(self, deed: str) -> Button:
        button = Button(self._words.say(_WORDS[deed]), kind=ButtonKind.SMALL)
        button.setObjectName(f"calendar-{deed}")
        button.clicked.connect(lambda: self.wanted.emit(deed))
        return button

    def show_day(self, spoken: Sequence[str], entry: Entry | None, *, plans: bool, adds: bool) -> None:
        """Show a day.

        Args:
            spoken: what it says, the day and account first.
            entry: the post on which the cursor stands, or None.
            plans: whether this person plans for its account.
            adds: whether they plan for any.
        """
        self.title.show_text(spoken[0])
        rest = [*spoken[1:_LINES], *(["…"] if len(spoken) > _LINES else [])]
        self.lines.show_text("\n".join(rest))
        slot, empty = (None, True) if entry is None else (entry.slot, entry.stage.empty)
        movable = plans and entry is not None and not entry.fixed
        seen = {
            "add": adds,
            "write": slot is not None and empty,
            "open": slot is not None and not empty,
            "change": movable,
            "remove": movable and entry is not None and not entry.kept,
            "remove-rest": movable and slot is not None and slot.series is not None,
            "copy-week": adds,
            "paste": adds,
        }
        for deed, button in self.buttons.items():
            button.setVisible(seen[deed])
