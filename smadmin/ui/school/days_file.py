"""The card that takes days off from a calendar's file: choose it, tick what are days off, put them in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from smadmin.domain.errors import Reason
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip, one_line
from smadmin.ui.school.days_card import worded
from smadmin.ui.school.days_model import FileModel
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_OFFER_ROWS, _REFUSED_ROWS = 10, 4


class DaysFileCard(Card):
    """The card.

    Signals:
        chooseAsked, leftAlone: the buttons.
        takeAsked: the places of what is ticked among the offers.
    """

    chooseAsked = Signal()
    leftAlone = Signal()
    takeAsked = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin without a file."""
        super().__init__(words.say("daysfile.title"))
        self._words = words
        self.choose = Button(words.say("daysfile.choose"), icon="folder-open")
        self.reading = PlainLabel(words.say("daysfile.reading"))
        self.told = QWidget()
        self.lines = PlainLabel("")
        self.offers, self.refused = QListWidget(), QListWidget()
        for one in (self.offers, self.refused):
            one.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.refused.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the reason stands at the end
        self.refused_title = PlainLabel("", kind=TextKind.STRONG)
        self.take = Button("")
        self.leave = Button(words.say("daysfile.leave"), kind=ButtonKind.QUIET)
        self._build()

    @property
    def ticked(self) -> tuple[int, ...]:
        """The places of what is ticked."""
        items = (self.offers.item(place) for place in range(self.offers.count()))
        return tuple(place for place, item in enumerate(items) if item.checkState() is Qt.CheckState.Checked)

    def show_blockers(self, blockers: tuple[Reason, ...]) -> None:
        """Say why somebody may not take days over."""
        if blockers:
            self.choose.block(self._words.reasons(blockers))
        else:
            self.choose.allow()

    def show_reading(self) -> None:
        """Show that a file is being read."""
        self._show_part(self.reading)

    def show_told(self, model: FileModel) -> None:
        """Show what a file offers."""
        words = self._words
        self.lines.show_text("\n".join(words(one) for one in model.lines))
        self.offers.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.offers.clear()
        for one in model.offers:
            # The days first: of an entry that is too long for the card its name's end is cut off.
            item = QListWidgetItem(f"{words(one.note)} \u2014 {one_line(worded(one.title, words))}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setToolTip(for_tooltip(item.text()))
            item.setCheckState(Qt.CheckState.Checked if one.ticked else Qt.CheckState.Unchecked)
            self.offers.addItem(item)
        self.offers.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self.offers.setCurrentRow(0)
        self.offers.setAccessibleName(words(model.lines[0]))
        title = words.optional(model.refused_title)
        self.refused_title.show_text(title)
        self.refused.setAccessibleName(title)
        self.refused.clear()
        self.refused.addItems([one_line(words(one)) for one in model.refused])
        self.refused_title.setVisible(bool(title))
        self._fit(self.offers, _OFFER_ROWS)
        self._fit(self.refused, _REFUSED_ROWS)
        self.take.setVisible(bool(model.offers))
        self._count()
        self._show_part(self.told)
        (self.offers if model.offers else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Put the file away."""
        self._show_part(None)

    def _fit(self, shown: QListWidget, most: int) -> None:
        rows = min(shown.count(), most)
        shown.setVisible(bool(rows))
        shown.setFixedHeight(rows * shown.sizeHintForRow(0) + 2 * SPACE_PX)

    def _count(self) -> None:
        number = len(self.ticked)
        self.take.show_words(self._words.say("daysfile.take", n=number))
        if number:
            self.take.allow()
        else:
            self.take.block([self._words.say("daysfile.none-ticked")])

    def _show_part(self, part: QWidget | None) -> None:
        self.told.setVisible(part is self.told)
        self.reading.setVisible(part is self.reading)
        self.choose.setVisible(part is None)

    def _build(self) -> None:
        self.body.addWidget(PlainLabel(self._words.say("daysfile.what-for"), kind=TextKind.MUTED))
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.reading)
        column = QVBoxLayout(self.told)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.lines, self.offers, self.refused_title, self.refused):
            column.addWidget(part)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        column.addWidget(buttons)
        self.body.addWidget(self.told)
        self.choose.clicked.connect(self.chooseAsked)
        self.leave.clicked.connect(self.leftAlone)
        self.take.clicked.connect(lambda: self.takeAsked.emit(self.ticked))
        self.offers.itemChanged.connect(self._count)
        self._show_part(None)
