"""Children of whom a list says less than is known here: each stays as it is unless somebody ticks it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from smadmin.domain.ids import StudentId
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.enrolling.model import WeakerRow
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip, one_line
from smadmin.ui.states import StateLine
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

_STUDENT = Qt.ItemDataRole.UserRole
_ROWS_SEEN = 6


class WeakerCard(Card):
    """The children, with a tick for each of whom the list counts."""

    def __init__(self, words: Wording) -> None:
        """Begin without children."""
        super().__init__(words.say("enrollui.weaker"))
        self._words = words
        self._said = StateLine(State.STOP, "")
        self.list = QListWidget()
        self.list.setObjectName("weaker")
        self.list.setAccessibleName(words.say("enrollui.weaker"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.all_button = Button(words.say("enrollui.tick-all"), kind=ButtonKind.LINK)
        self.all_button.clicked.connect(self._turn_all)
        self.body.addWidget(self._said)
        self.body.addWidget(PlainLabel(words.say("enrollui.weaker-means"), kind=TextKind.NOTE))
        self.body.addWidget(self.list)
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def chosen(self) -> frozenset[StudentId]:
        """The children for whom the list counts."""
        return frozenset(StudentId(item.data(_STUDENT)) for item in self._items() if _is_ticked(item))

    def show_rows(self, rows: Sequence[WeakerRow]) -> None:
        """Show the children; ticks of those that were shown before stay."""
        before = self.chosen
        self._said.show_line(self._words.say("enrollui.weaker-n", n=len(rows)))
        self.list.clear()
        for row in rows:
            lost = self._words(row.lost)
            item = QListWidgetItem(one_line(f"{row.name}: {lost}"))
            item.setToolTip(for_tooltip(item.text()))
            item.setData(_STUDENT, row.student)
            item.setFlags(
                Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            )
            item.setCheckState(_check(ticked=row.student in before))
            self.list.addItem(item)
        shown = min(len(rows), _ROWS_SEEN)
        self.list.setFixedHeight(
            max(1, shown) * max(self.list.sizeHintForRow(0), 1) + 2 * self.list.frameWidth()
        )
        self.setVisible(bool(rows))

    def _turn_all(self) -> None:
        wanted = _check(ticked=len(self.chosen) < self.list.count())
        for item in self._items():
            item.setCheckState(wanted)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


def _check(*, ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
