"""What a family said no to, as ticks with plain words; each tick is a deed at once."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message
from smadmin.domain.students import OptOut
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button, for_tooltip
from smadmin.ui.students.model import Kind
from smadmin.ui.theme import ICON_PX, SPACE_PX
from smadmin.ui.wording import Wording


class Tick(QWidget):
    """A tick with what it means below; `chosen` tells that a person pressed it."""

    chosen = Signal()

    def __init__(self, words: Wording, title: Message, means: Message, parent: QWidget | None = None) -> None:
        """Take the words."""
        super().__init__(parent)
        self.box = QCheckBox(for_button(words(title)))
        self.box.clicked.connect(self.chosen)
        self._means = PlainLabel(words(means), kind=TextKind.NOTE)
        self._means.setContentsMargins(ICON_PX + SPACE_PX + 3, 0, 0, 0)
        self.box.setAccessibleDescription(self._means.whole_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(self._means)

    def show_chosen(self, chosen: bool, *, blocked: Sequence[str] = ()) -> None:
        """Show whether it is ticked, and why it can't be changed."""
        self.box.setChecked(chosen)
        self.box.setEnabled(not blocked)
        self.box.setToolTip(for_tooltip("\n".join(blocked)))


class KindTicks(QWidget):
    """All kinds. `kindChosen` carries the `OptOut` that was ticked or unticked."""

    kindChosen = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._ticks: dict[OptOut, Tick] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_PX)

    @property
    def chosen(self) -> frozenset[OptOut]:
        """The kinds that are ticked."""
        return frozenset(kind for kind, tick in self._ticks.items() if tick.box.isChecked())

    def tick(self, kind: OptOut) -> QCheckBox:
        """Give one kind's box."""
        return self._ticks[kind].box

    def show_kinds(self, kinds: Sequence[Kind], blockers: Sequence[Reason] = ()) -> None:
        """Show them."""
        blocked = self._words.reasons(blockers)
        for kind in kinds:
            if kind.kind not in self._ticks:
                tick = Tick(self._words, kind.title, kind.means)
                tick.box.setObjectName(f"kind-{kind.kind}")
                tick.chosen.connect(partial(self.kindChosen.emit, kind.kind))
                self._ticks[kind.kind] = tick
                self._column.addWidget(tick)
            self._ticks[kind.kind].show_chosen(kind.chosen, blocked=blocked)
