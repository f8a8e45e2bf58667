"""The card of the row that was pressed, beside the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.records.details import DetailsModel
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording


class RowDetailsCard(Card):
    """Shows a `DetailsModel`.

    Signals:
        closed: somebody has seen enough.
        wayAsked: the `Way` to the thing itself.
    """

    closed = Signal()
    wayAsked = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_details`."""
        super().__init__("", parent)
        self._words = words
        self.setObjectName("row-details")

    def show_details(self, model: DetailsModel) -> None:
        """Show another row."""
        self.clear()
        head = QHBoxLayout()
        head.setSpacing(SPACE_PX)
        number = self._words.say("recordui.row", row=model.number)
        head.addWidget(PlainLabel(number, kind=TextKind.HEADING), 1)
        close = Button(self._words.say("recordui.close-row"), kind=ButtonKind.ICON, icon="x")
        close.setObjectName("close-row")
        close.clicked.connect(self.closed)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(PlainLabel(self._words(model.title), kind=TextKind.STRONG))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE_PX)
        grid.setVerticalSpacing(HALF_SPACE_PX)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, fact in enumerate(model.facts):
            said = PlainLabel(self._words(fact.words))
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(PlainLabel(self._words(fact.label), kind=TextKind.MUTED), row, 0, top)
            grid.addWidget(said, row, 1, top)
        self.body.addLayout(grid)
        way = model.way
        if way is not None:
            see = Button(self._words(way.words), kind=ButtonKind.SMALL)
            see.setObjectName("see-it")
            see.clicked.connect(lambda: self.wayAsked.emit(way))
            self.body.addWidget(see, 0, Qt.AlignmentFlag.AlignLeft)
        child_out = model.child_out
        if child_out is not None:
            press = Button(self._words(child_out.words), kind=ButtonKind.DESTRUCTIVE)
            press.setObjectName("child-out")
            press.setToolTip(for_tooltip(self._words.say("cases.child-out-tip")))
            press.clicked.connect(lambda: self.wayAsked.emit(child_out))
            self.body.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
        for note in model.notes:
            self.body.addWidget(PlainLabel(self._words(note), kind=TextKind.NOTE))
