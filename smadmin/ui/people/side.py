"""The list of everybody at the left, with a search line above."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.people.model import PersonRow, found
from smadmin.ui.rows import Row, RowList
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class PeopleSide(QWidget):
    """The list. `personChosen` carries an id; `personOpened` tells that a row was clicked or opened."""

    personChosen = Signal(str)
    personOpened = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._people: tuple[PersonRow, ...] = ()
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(words.say("peopleui.search"))
        self.search.setAccessibleName(words.say("peopleui.search"))
        self.list = RowList("people", title=words.say("peopleui.title"))
        self.search.textChanged.connect(lambda _text: self._show(self.list.chosen))
        self.list.rowChosen.connect(self.personChosen)
        self.list.rowOpened.connect(self.personOpened)
        self.none_found = PlainLabel(words.say("peopleui.none-found"), kind=TextKind.MUTED)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.none_found.setContentsMargins(0, 3 * SPACE_PX, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.none_found, 1)
        self._show("")

    def show_people(self, people: Sequence[PersonRow], chosen: str) -> None:
        """Show everybody whom the search line finds, with one of them current."""
        self._people = tuple(people)
        self._show(chosen)

    def find_person(self) -> None:
        """Put the keyboard into the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show(self, chosen: str) -> None:
        notes = [" · ".join(self._words(one) for one in row.note) for row in self._people]
        seen = found(self._people, self.search.text(), notes)
        note_of = dict(zip((row.id for row in self._people), notes, strict=True))
        self.list.show_rows(
            [
                Row(
                    key=row.id,
                    title=row.name,
                    note=note_of[row.id],
                    state=row.state,
                    chip=self._words.optional(row.chip),
                )
                for row in seen
            ],
            chosen,
        )
        self.list.setVisible(bool(seen) or not self._people)
        self.none_found.setVisible(bool(self._people) and not seen)
