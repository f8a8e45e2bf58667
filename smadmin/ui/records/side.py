"""The record as a calm list: newest first, with a search line and two filters above."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.records.model import RecordsRead, Topic, Wanted, Worded, found, people_in
from smadmin.ui.rows import Row, RowList
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class RecordSide(QWidget):
    """The list.

    Signals:
        olderAsked: rows before the shown ones are wanted.
        rowAsked: the number of the row that is to be opened.
        deeperAsked: `Wanted`, which rows further back than those that are here may fit too.
    """

    olderAsked = Signal()
    rowAsked = Signal(int)
    deeperAsked = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._lines: tuple[Worded, ...] = ()
        self._deeper: tuple[Worded, ...] = ()
        self._whole = True
        self.looks_for = Wanted()
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(words.say("recordui.search"))
        self.search.setAccessibleName(words.say("recordui.search"))
        self.who, self.topic = QComboBox(), QComboBox()
        self.who.setObjectName("who")
        self.topic.setObjectName("topic")
        self.who.setAccessibleName(words.say("recordui.everybody"))
        self.topic.setAccessibleName(words.say("recordui.topic-all"))
        self.who.addItem(words.say("recordui.everybody"), "")
        self.topic.addItem(words.say("recordui.topic-all"), None)
        for topic in Topic:
            self.topic.addItem(words.say(f"recordui.topic-{topic}"), topic)
        self.list = RowList("record", title=words.say("recordui.title"))
        self.list.rowChosen.connect(lambda key: self.rowAsked.emit(int(key)))
        self.list.rowOpened.connect(self._opened)
        self.none_found = PlainLabel(words.say("recordui.none-found"), kind=TextKind.MUTED)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.none_found.setContentsMargins(0, 3 * SPACE_PX, 0, 0)
        self.older = Button(words.say("recordui.older"), kind=ButtonKind.QUIET)
        self.older.clicked.connect(self.olderAsked)
        self.search.textChanged.connect(self._filter)
        self.who.currentIndexChanged.connect(self._filter)
        self.topic.currentIndexChanged.connect(self._filter)
        filters = QHBoxLayout()
        filters.setSpacing(SPACE_PX)
        filters.addWidget(self.search, 2)
        filters.addWidget(self.who, 1)
        filters.addWidget(self.topic, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addLayout(filters)
        column.addWidget(self.list, 1)
        column.addWidget(self.none_found, 1)
        column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignHCenter)

    @property
    def wanted(self) -> Wanted:
        """What is looked for now."""
        topic = self.topic.currentData()
        return Wanted(
            self.search.text(), str(self.who.currentData() or ""), Topic(topic) if topic is not None else None
        )

    def show_record(self, read: RecordsRead) -> None:
        """Show the rows that were read, as filtered now."""
        self._lines, self._whole = read.lines, read.whole
        self.older.setVisible(not read.whole)
        self._show_people()
        self._filter()

    def show_deeper(self, wanted: Wanted, lines: tuple[Worded, ...]) -> None:
        """Show rows from further back too, unless something else is looked for meanwhile."""
        if wanted == self.wanted:
            self._deeper = lines
            self._show_found()

    def look_for(self) -> None:
        """Put the keyboard into the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def let_go(self) -> None:
        """Have no row chosen; the keyboard goes back to the list."""
        self.list.choose("")
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opened(self) -> None:
        if self.list.chosen:
            self.rowAsked.emit(int(self.list.chosen))

    def _show_people(self) -> None:
        for name in people_in(self._lines):
            if self.who.findData(name) < 0:
                self.who.addItem(name, name)

    def _filter(self) -> None:
        self._deeper = ()
        self._show_found()
        self.looks_for = self.wanted
        if not self._whole and self.looks_for != Wanted():
            self.deeperAsked.emit(self.looks_for)

    def _show_found(self) -> None:
        here = found(self._lines, self.wanted)
        known = {one.line.seq for one in here}
        further = (one for one in self._deeper if one.line.seq not in known)
        shown = sorted((*here, *further), key=lambda one: -one.line.seq)
        rows = [
            Row(key=str(one.line.seq), title=one.what, note=one.by, aside=str(one.line.seq)) for one in shown
        ]
        self.list.show_rows(rows, self.list.chosen)
        self.none_found.setVisible(not shown)
        self.list.setVisible(bool(shown))
