"""The card of an account's year: both pictures or the same as a table, to be saved and copied."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cadence.model import YearModel, bars_said, state_word
from smadmin.ui.cadence.picture import png_of, year_image
from smadmin.ui.cadence.widgets import Legend, YearBars, YearStrip
from smadmin.ui.cards import Card
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.wording import Wording

_TABLE_ROWS = 12


class YearCard(Card):
    """A year.

    Signals:
        copied: the numbers are on the clipboard.
        saveAsked: a file (`Path`) and the picture's bytes, to be written elsewhere.
    """

    copied = Signal()
    saveAsked = Signal(object, object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty."""
        super().__init__(words.say("pastposts.year", n=52), parent)
        self._words = words
        self.year: YearModel | None = None
        self.said = PlainLabel("")
        self.promise = PlainLabel("", kind=TextKind.MUTED)
        self.strip, self.bars = YearStrip(words), YearBars(words)
        self.strip_name = PlainLabel(words.say("pastposts.strip"), kind=TextKind.NOTE)
        self.bars_name = PlainLabel(words.say("pastposts.bars"), kind=TextKind.NOTE)
        self.legend = Legend(words)
        self.table = _table(words)
        self.switch = Button(words.say("pastposts.as-table"), kind=ButtonKind.QUIET)
        self.save = Button(words.say("pastposts.save-picture"), kind=ButtonKind.QUIET)
        self.copy_button = Button(words.say("pastposts.copy"), kind=ButtonKind.QUIET)
        self._build()

    @property
    def as_table(self) -> bool:
        """Tell whether the table is shown."""
        return not self.table.isHidden()

    def show_year(self, year: YearModel) -> None:
        """Show an account's year."""
        self.year = year
        words = self._words
        said = words(year.year) if year.known else words.say("pastposts.year-none")
        self.said.show_text(said)
        self.promise.show_text(words(year.promise))
        self.bars_name.show_text(words(bars_said(year)))
        for picture, name in ((self.strip, "strip"), (self.bars, "bars")):
            picture.show_year(
                year,
                words.say(
                    "pastposts.of-year", account=year.account, strip=words.say(f"pastposts.{name}"), year=said
                ),
            )
        _fill(self.table, year, words)

    def text(self) -> str:
        """Give the table as text, a line a week, cells apart by tabs."""
        words, year = self._words, self.year
        if year is None:
            return ""
        heads = [words.say(f"pastposts.column-{one}") for one in ("week", "posts", "state")]
        lines = [heads, *_cells(year, words)]
        return "\n".join([year.account, *("\t".join(line) for line in lines)]) + "\n"

    def png(self) -> bytes:
        """Give the picture as a file's bytes."""
        return b"" if self.year is None else png_of(year_image(self.year, self._words, self.font()))

    def _switch(self) -> None:
        table = not self.as_table
        self.table.setVisible(table)
        for one in (self.strip_name, self.strip, self.bars_name, self.bars, self.legend):
            one.setVisible(not table)
        self.switch.show_words(self._words.say("pastposts.as-picture" if table else "pastposts.as-table"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.copied.emit()

    def _save(self) -> None:
        if self.year is None:
            return
        words = self._words
        dialog = QFileDialog(self, words.say("pastposts.save-picture"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(str(Path.home()))
        dialog.setNameFilters([words.say("pastposts.picture-kind")])
        dialog.setDefaultSuffix("png")
        name = words.say("pastposts.file-name", account=self.year.account)
        dialog.selectFile("".join(one if one.isalnum() or one in " -_@." else "_" for one in name) + ".png")
        dialog.fileSelected.connect(lambda chosen: self.saveAsked.emit(Path(chosen), self.png()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _build(self) -> None:
        self.table.hide()
        for part in (self.said, self.promise, self.strip_name, self.strip, self.bars_name, self.bars):
            self.body.addWidget(part)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.table)
        foot = QWidget()
        line = FlowLayout(foot)
        for button, pressed in (
            (self.switch, self._switch),
            (self.copy_button, self._copy),
            (self.save, self._save),
        ):
            button.clicked.connect(pressed)
            line.addWidget(button)
        self.body.addWidget(foot)


def _cells(year: YearModel, words: Wording) -> list[list[str]]:
    """Give the rows of the table, the newest week first."""
    return [
        [
            words.say("today.week-of", monday=week.monday),
            "" if week.silence is None else str(week.posts),
            words(state_word(week)),
        ]
        for week in reversed(year.weeks)
    ]


def _table(words: Wording) -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setObjectName("year")
    table.setAccessibleName(words.say("pastposts.year", n=52))
    table.setHorizontalHeaderLabels(
        [words.say(f"pastposts.column-{one}") for one in ("week", "posts", "state")]
    )
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    table.horizontalHeader().setDefaultAlignment(left)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table


def _fill(table: QTableWidget, year: YearModel, words: Wording) -> None:
    rows = _cells(year, words)
    table.setRowCount(len(rows))
    for number, cells in enumerate(rows):
        for place, said in enumerate(cells):
            table.setItem(number, place, QTableWidgetItem(said))
    high = min(len(rows), _TABLE_ROWS) * table.verticalHeader().defaultSectionSize()
    table.setMinimumHeight(table.horizontalHeader().sizeHint().height() + high)
