"""The card *The last 24 weeks*: a strip and a stage per account, or the same as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip, one_line
from smadmin.ui.platform_mark import PlatformMark
from smadmin.ui.states import StateChip
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.today.model import Strip
from smadmin.ui.today.strip import WeekStrip
from smadmin.ui.wording import Wording

_TABLE_ROWS = 9
_HEAD_LETTERS = 48


class HistoryCard(Card):
    """Shows `Strip`s; *As a table* says the same in words, for whoever reads better that way."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty until `show_strips`."""
        super().__init__(words.say("today.last-weeks"), parent)
        self._words = words
        self._strips: tuple[Strip, ...] = ()
        self._picture = QWidget()
        self._grid = QGridLayout(self._picture)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_PX + 4)
        self._grid.setVerticalSpacing(SPACE_PX + 2)
        self._grid.setColumnStretch(2, 1)
        self.table = _table(words)
        self.table.hide()
        self.switch = Button(words.say("today.as-table"), kind=ButtonKind.QUIET)
        self.switch.setObjectName("as-table")
        self.switch.clicked.connect(self._switch)
        self._more = PlainLabel("", kind=TextKind.NOTE)
        self._more.hide()
        self._legend = PlainLabel(words.say("today.legend"), kind=TextKind.NOTE)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_PX)
        foot.addWidget(self._legend, 1)
        foot.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self._picture)
        self.body.addWidget(self.table)
        self.body.addWidget(self._more)
        self.body.addStretch(1)
        self.body.addLayout(foot)

    @property
    def as_table(self) -> bool:
        """Tell whether the table is shown."""
        return not self.table.isHidden()

    def show_strips(self, strips: Sequence[Strip], *, more: int = 0) -> None:
        """Show other accounts or other weeks, and how many accounts more there are."""
        self._more.show_text(self._words.say("today.more-strips", n=more) if more else "")
        self._more.setVisible(bool(more))
        if tuple(strips) == self._strips:
            return
        self._strips = tuple(strips)
        empty_layout(self._grid)
        for row, strip in enumerate(self._strips):
            self._add(row, strip)
        _fill(self.table, self._strips, self._words)

    def _add(self, row: int, strip: Strip) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        name = PlainLabel(strip.name, fold=Fold.SHORTEN)
        name.setMaximumWidth(20 * name.fontMetrics().averageCharWidth())
        said = [self._words(one) for one in strip.said]
        self._grid.addWidget(PlatformMark(strip.platform), row, 0, middle)
        self._grid.addWidget(name, row, 1, middle)
        self._grid.addWidget(WeekStrip(strip.weeks, said, self._words(strip.summary)), row, 2, middle)
        self._grid.addWidget(StateChip(strip.state, self._words(strip.stage)), row, 3, middle)

    def _switch(self) -> None:
        table = not self.as_table
        self.table.setVisible(table)
        self._picture.setVisible(not table)
        self._legend.setVisible(not table)
        self.switch.show_words(self._words.say("today.as-picture" if table else "today.as-table"))


def _table(words: Wording) -> QTableWidget:
    table = QTableWidget()
    table.setObjectName("weeks")
    table.setAccessibleName(words.say("today.last-weeks"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    # As wide as its head: cut short, two handles of one platform look alike. What doesn't fit is scrolled to.
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setMaximumSectionSize(_HEAD_LETTERS * table.fontMetrics().averageCharWidth())
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return table


def _fill(table: QTableWidget, strips: Sequence[Strip], words: Wording) -> None:
    weeks = list(reversed(strips[0].weeks)) if strips else []
    table.setColumnCount(len(strips))
    table.setRowCount(len(weeks))
    for column, strip in enumerate(strips):
        # Handles are long: they stand there only where a platform has several accounts.
        platform = PLATFORM_NAMES[strip.platform]
        alone = [one.platform for one in strips].count(strip.platform) == 1
        head = QTableWidgetItem(platform if alone else one_line(strip.name))
        whole = one_line(f"{platform} {strip.name}")
        font = head.font()
        font.setBold(True)  # as the style paints it: else its column is a letter too narrow
        head.setFont(font)
        head.setToolTip(for_tooltip(whole))
        head.setData(Qt.ItemDataRole.AccessibleTextRole, whole)
        table.setHorizontalHeaderItem(column, head)
    table.setVerticalHeaderLabels([words.say("today.week-of", monday=week.monday) for week in weeks])
    for column, strip in enumerate(strips):
        for row, week in enumerate(reversed(strip.weeks)):
            cell = words.say("today.cell-unknown") if week.before else str(week.posts)
            if week.late and not week.posts:
                cell = words.say("today.cell-late")
            item = QTableWidgetItem(cell)
            item.setToolTip(words(strip.said[len(weeks) - 1 - row]))
            table.setItem(row, column, item)
    height = table.horizontalHeader().sizeHint().height() + 2 * SPACE_PX
    table.setMinimumHeight(
        height + min(len(weeks), _TABLE_ROWS) * table.verticalHeader().defaultSectionSize()
    )
