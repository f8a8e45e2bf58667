"""The list at the left: a search line, the filter, the children; and that the list has grown old."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.messages import Message
from smadmin.ui.cards import RowCard
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.rows import Row, RowList
from smadmin.ui.states import StateLine
from smadmin.ui.students.model import ChildrenList, ChildRow, Unreadable
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


class ChildrenSide(QWidget):
    """The list.

    Signals:
        childChosen: the id of the child that is current now.
        unreadableChosen: an entry that can't be read is to be taken off.
    """

    childChosen = Signal(str)
    unreadableChosen = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._children: ChildrenList | None = None
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(words.say("studentui.search"))
        self.search.setAccessibleName(words.say("studentui.search"))
        self.search.textChanged.connect(self._filter)
        self.only = QCheckBox(for_button(words.say("studentui.only-opted-out")))
        self.only.setObjectName("only")
        self.only.toggled.connect(self._filter)
        self.list = RowList("children", title=words.say("studentui.title"))
        self.list.rowChosen.connect(self.childChosen)
        self.none_found = PlainLabel(words.say("studentui.none-found"), kind=TextKind.MUTED)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.none_found.setContentsMargins(0, 3 * SPACE_PX, 0, 0)
        self.unreadable = RowCard(State.STOP, "")
        self.unreadable.set_button(words.say("studentui.unreadable-remove"))
        self.unreadable.chosen.connect(self.unreadableChosen)
        self.unreadable.hide()
        self._old = QVBoxLayout()
        above = QHBoxLayout()
        above.setSpacing(SPACE_PX)
        above.addWidget(self.search, 1)
        above.addWidget(self.only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(self.unreadable)
        column.addLayout(self._old)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(self.none_found, 1)

    def show_children(self, children: ChildrenList, chosen: str, doubts: Sequence[Message]) -> None:
        """Show the list as filtered now, with one child current; the doubts are about the list."""
        while (item := self._old.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for doubt in doubts:
            self._old.addWidget(StateLine(State.DOUBT, self._words(doubt)))
        self._children = children
        self._show(chosen)

    def show_unreadable(self, unreadable: Unreadable | None) -> None:
        """Say that entries can't be read, where there are any."""
        self.unreadable.setVisible(unreadable is not None)
        if unreadable is not None:
            self.unreadable.title.show_text(self._words(unreadable.title))
            self.unreadable.note.show_text(self._words(unreadable.note))
            self.unreadable.note.show()

    def find_child(self) -> None:
        """Put the keyboard into the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _filter(self) -> None:
        self._show(self.list.chosen)

    def _show(self, chosen: str) -> None:
        if self._children is None:
            return
        found = self._children.rows(self.search.text(), only_opted_out=self.only.isChecked())
        self.list.show_rows([_worded(row, self._words) for row in found], chosen)
        self.none_found.setVisible(not found)
        self.list.setVisible(bool(found))


def _worded(row: ChildRow, words: Callable[[Message], str]) -> Row:
    chip = words(row.chip)
    told = partial(Row, key=row.id, title=row.name, aside=row.groups)
    return told(note=chip) if row.state is None else told(state=row.state, chip=chip)
