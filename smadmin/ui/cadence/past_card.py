"""The card *Past posts*: choose a file, see what it tells, take it; and what was taken, to be taken back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QProgressBar, QVBoxLayout, QWidget

from smadmin.domain.errors import Reason
from smadmin.domain.past_posts import UnknownTitles
from smadmin.services.jobs import Progress
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cadence.columns_form import ColumnsForm
from smadmin.ui.cadence.past_model import ImportLine, ToldModel
from smadmin.ui.cards import Card, empty_layout, rule
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import one_line
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_LIST_ROWS = 6


class PastCard(Card):
    """The card.

    Signals:
        chooseAsked, takeAsked, leftAlone, stopAsked: the buttons.
        columnsChosen: the `Columns` of a list whose titles nobody knows.
        takeBackAsked: the id of an import.
    """

    chooseAsked = Signal()
    takeAsked = Signal()
    leftAlone = Signal()
    columnsChosen = Signal(object)
    stopAsked = Signal()
    takeBackAsked = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without a file."""
        super().__init__(words.say("pastposts.title"), parent)
        self._words = words
        self.choose = Button(words.say("pastposts.choose"), icon="folder-open")
        self.told, self.running, self.columns = QWidget(), QWidget(), ColumnsForm(words)
        self.lines = PlainLabel("")
        self.refused_title = PlainLabel("", kind=TextKind.STRONG)
        self.refused = QListWidget()
        self.refused.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.take, self.leave = Button(""), Button(words.say("pastposts.not-now"), kind=ButtonKind.QUIET)
        self.said = PlainLabel("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = Button(words.say("pastposts.stop"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_PX)
        self._build()

    def show_imports(self, lines: Sequence[ImportLine], blockers: Sequence[Reason]) -> None:
        """Show what was taken; whoever may not take anything gets no button for it."""
        empty_layout(self._lines)
        for line in lines:
            self._lines.addWidget(rule())
            self._lines.addWidget(self._line(line, may=not blockers))
        if blockers:
            self.choose.block(self._words.reasons(blockers))
        else:
            self.choose.allow()

    def show_told(self, model: ToldModel) -> None:
        """Show what a file would do."""
        words = self._words
        self.lines.show_text("\n".join(words(one) for one in model.lines))
        self.lines.setVisible(bool(model.lines))
        title = words.optional(model.refused_title)
        self.refused_title.show_text(title)
        self.refused_title.setVisible(bool(title))
        self.refused.setVisible(bool(title))
        self.refused.setAccessibleName(title)
        self.refused.clear()
        self.refused.addItems([one_line(words(one)) for one in model.refused])
        rows = min(self.refused.count(), _LIST_ROWS)
        self.refused.setFixedHeight(rows * self.refused.sizeHintForRow(0) + 2 * SPACE_PX)
        self.take.show_words(words(model.take))
        if model.blockers:
            self.take.block(words.reasons(model.blockers))
        else:
            self.take.allow()
        self._show_part(self.told)
        (self.leave if model.blockers else self.take).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_titles(self, error: UnknownTitles) -> None:
        """Ask which column of a list says what."""
        self.columns.show_titles(error.titles)
        self._show_part(self.columns)
        self.columns.begin()

    def show_reading(self) -> None:
        """Show that a file is being read."""
        self._begin("pastposts.reading", stops=False)

    def show_running(self, what: str, account: str, *, stops: bool) -> None:
        """Show that a job has begun; it goes on while other accounts are open, so it says whose it is."""
        self._begin(f"pastposts.{what}", account, stops=stops)

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.done)
        so_far = self._words.say("pastposts.so-far", done=progress.done, total=progress.total)
        self.said.show_text(f"{self.bar.accessibleName()}\n{so_far}")

    def rest(self) -> None:
        """Put file and job away."""
        self._show_part(None)

    def _begin(self, said: str, account: str = "", *, stops: bool) -> None:
        words = self._words.say(said, account=account) if account else self._words.say(said)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.said.show_text(words)
        self.stop.setVisible(stops)
        self._show_part(self.running)

    def _show_part(self, part: QWidget | None) -> None:
        self.told.setVisible(part is self.told)
        self.columns.setVisible(part is self.columns)
        self.running.setVisible(part is self.running)
        self.choose.setVisible(part is None)
        if part is not None:
            bring_into_view(part)

    def _line(self, line: ImportLine, *, may: bool) -> QWidget:
        words, whole = self._words, QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        said = QVBoxLayout()
        said.setSpacing(HALF_SPACE_PX)
        said.addWidget(PlainLabel(words(line.title), kind=TextKind.STRONG))
        said.addWidget(PlainLabel(words(line.note), kind=TextKind.NOTE))
        row.addLayout(said, 1)
        if may:
            back = Button(words.say("pastposts.take-back"), kind=ButtonKind.LINK)
            back.setAccessibleDescription(words(line.title))
            back.clicked.connect(partial(self.takeBackAsked.emit, line.id))
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return whole

    def _build(self) -> None:
        self.body.addWidget(PlainLabel(self._words.say("pastposts.what-for"), kind=TextKind.MUTED))
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self.told)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.lines, self.refused_title, self.refused):
            column.addWidget(part)
        buttons = QWidget()
        line = FlowLayout(buttons)
        line.addWidget(self.take)
        line.addWidget(self.leave)
        column.addWidget(buttons)
        column = QVBoxLayout(self.running)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.bar)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        for one in (self.told, self.running, self.columns):
            self.body.addWidget(one)
        self.body.addLayout(self._lines)
        self.choose.clicked.connect(self.chooseAsked)
        self.take.clicked.connect(self.takeAsked)
        for leave in (self.leave, self.columns.leave):
            leave.clicked.connect(self.leftAlone)
        self.columns.chosen.connect(self.columnsChosen)
        self.stop.clicked.connect(self.stopAsked)
        self._show_part(None)
