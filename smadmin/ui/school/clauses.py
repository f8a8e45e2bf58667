"""The clauses of the policy in force as a list, with a search line and a filter by how far each is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.rows import Row, RowList
from smadmin.ui.school.model import ClauseLine, Keeping, found
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class ClauseSide(QWidget):
    """The list. `clauseAsked` carries the id of the demand that is to be opened."""

    clauseAsked = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._lines: tuple[ClauseLine, ...] = ()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(words.say("policies.search"))
        self.search.setAccessibleName(words.say("policies.search"))
        self.keeping = QComboBox()
        self.keeping.setAccessibleName(words.say("policies.show-all"))
        self.keeping.addItem(words.say("policies.show-all"), None)
        for one in Keeping:
            self.keeping.addItem(words.say(f"policies.show-{one.value}"), one)
        self.list = RowList("clauses", title=words.say("policies.clauses"))
        self.list.rowChosen.connect(self.clauseAsked)
        self.none_found = PlainLabel(words.say("policies.none-found"), kind=TextKind.MUTED)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.none_found.setContentsMargins(0, 3 * SPACE_PX, 0, 0)
        self.none_found.hide()
        self.search.textChanged.connect(self._filter)
        self.keeping.currentIndexChanged.connect(self._filter)
        filters = QHBoxLayout()
        filters.setSpacing(SPACE_PX)
        filters.addWidget(self.search, 2)
        filters.addWidget(self.keeping, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addLayout(filters)
        column.addWidget(self.list, 1)
        column.addWidget(self.none_found, 1)

    def show_clauses(self, lines: tuple[ClauseLine, ...]) -> None:
        """Show a policy's clauses, as filtered now."""
        self._lines = lines
        self._filter()

    def _filter(self) -> None:
        keeping = self.keeping.currentData()
        shown = found(self._lines, self.search.text(), None if keeping is None else Keeping(keeping))
        self.list.show_rows([self._row(line) for line in shown], self.list.chosen)
        self.none_found.setVisible(bool(self._lines) and not shown)
        self.list.setVisible(bool(shown) or not self._lines)

    def _row(self, line: ClauseLine) -> Row:
        number = self._words.say("policies.row-note", number=line.number)
        return Row(
            key=line.demand,
            title=line.says,
            note=number,
            aside=line.demand,
            state=line.state,
            chip=self._words(line.word),
        )
