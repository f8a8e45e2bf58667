"""Taking a school's list over: choose the file, say what its columns mean, see what would happen, do it.

The list is in memory only while this page is open. Each change of a column compares anew on the store's
thread; only the newest comparison is shown, and what was shown is what is taken.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.enrolling.comparing import Comparison
from smadmin.domain.enrolling.meanings import Meaning
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.messages import say
from smadmin.services.jobs import Progress
from smadmin.services.students.imports import Listed, Order
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.enrolling.columns import ColumnsCard
from smadmin.ui.enrolling.model import PreviewModel, column_rows, preview_model, report_lines, told_rows
from smadmin.ui.enrolling.preview import PreviewPanel
from smadmin.ui.enrolling.taking import TakingPage
from smadmin.ui.screen import Screen
from smadmin.ui.scrolled import scrolled
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

ENDINGS = "*.csv *.txt *.tsv *.xlsx *.xlsm *.xlsb *.xls *.ods"


def dropped_list(mime: QMimeData) -> Path | None:
    """Give the list that is being dropped, if the first file is one by its ending."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths[0] if paths and f"*{paths[0].suffix.lower()}" in ENDINGS.split() else None


class ImportPage(TakingPage):
    """The page of a list."""

    def __init__(self, around: Surroundings, screen: Screen, *, left: Callable[[], None]) -> None:
        """Begin without a list."""
        super().__init__(around, screen, left=left, what="list", icon="users")
        self._listed: Listed | None = None
        self._seen: tuple[Order, Comparison] | None = None
        self._asked = 0
        self._last: Progress | None = None
        words = self.words
        self.columns, self.preview = ColumnsCard(words), PreviewPanel(words)
        self.columns.meaningsChosen.connect(self._compare)
        names = [words.say("enrollui.columns"), words.say("enrollui.would")]
        self.sides = Sides(
            scrolled(_on_ground(self.columns), "columns"),
            scrolled(self.preview, "preview"),
            shares=(5, 7),
            names=names,
        )
        self.add_part(self.sides)

    @override
    def leave(self) -> None:
        super().leave()
        self._listed = self._seen = None

    @override
    def choose(self) -> None:
        words = self.words
        dialog = QFileDialog(self, words.say("enrollui.choose"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        endings = f"{ENDINGS} {ENDINGS.upper()}"
        dialog.setNameFilters(
            [f"{words.say('enrollui.lists')} ({endings})", f"{words.say('shell.all-files')} (*)"]
        )
        dialog.filesSelected.connect(lambda names: self.read(Path(names[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, path: Path) -> None:
        """Open a list that somebody chose or dropped."""
        imports, by = self.around.office.imports, self.around.by
        self.wait()

        def read() -> tuple[Listed, dict[int, Meaning]]:
            listed = imports.read(path)
            return listed, imports.meanings(by, listed.table)

        self.around.performer.errand(read, done=self._came, failed=self._unread, origin=self)

    @override
    def load(self) -> None:
        if self._listed is not None and not self.job.running and self.part is self.sides:
            self._compare()

    # ---- reading and comparing

    def _came(self, read: tuple[Listed, dict[int, Meaning]]) -> None:
        self._listed, meanings = read
        self._seen = None
        self.columns.show_columns(column_rows(self._listed.table, meanings))
        self.show_part(self.sides)
        note = say("enrollui.file", file=self._listed.name, n=len(self._listed.table.lines))
        self.header.note.show_text(self.words(note))
        self.sides.turn_to_second()
        next(iter(self.columns.boxes.values()), self.other).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._listed.further_sheets:
            said = say("enrollui.further-sheets", n=self._listed.further_sheets)
            self.host.bannerAsked.emit(BannerModel(State.NOTE, said))
        self._compare()

    def _unread(self, error: KnownError) -> None:
        self.show_part(self.choosing)
        self.host.bannerAsked.emit(banner_of(error))

    def _compare(self) -> None:
        if self._listed is None or self.around.acting is None:
            return
        self._asked += 1
        office, by = self.around.office, self.around.by
        order = Order(self._listed.table, self.columns.meanings)
        self.header.show_missing([self.words.say("enrollui.comparing")])
        self.perform(
            lambda: (office.imports.compare(by, order), office.students.blockers(by)),
            partial(self._compared, self._asked, order),
        )

    def _compared(self, number: int, order: Order, answer: tuple[Comparison, tuple[Reason, ...]]) -> None:
        if number != self._asked:
            return  # a column was changed meanwhile; a newer comparison is under way
        found, blockers = answer
        self._seen = (order, found)
        self.host.loaded(partial(self._render, preview_model(found, order.meanings), blockers))

    def _render(self, model: PreviewModel, blockers: tuple[Reason, ...]) -> None:
        self.preview.show_preview(model)
        self.main.show_words(self.words(model.main))
        self.header.show_missing(self.words.reasons((*blockers, *model.blockers)))

    # ---- taking over

    @override
    def take(self) -> None:
        if self._seen is None:
            return
        if self.preview.weaker.chosen:
            self.around.doors.with_passphrase(self._start)
        else:
            self._start()

    def _start(self) -> None:
        if self._seen is None or self.job.running:
            return
        shown, found = self._seen
        weaken, whole = self.preview.weaker.chosen, self.preview.whole.isChecked()
        order = Order(shown.table, shown.meanings, weaken, whole)
        self._seen, self._last = (order, found), None
        imports = self.around.office.imports
        self.start(lambda by: imports.take(by, order, found))

    @override
    def stepped(self, progress: Progress) -> None:
        self._last = progress
        super().stepped(progress)

    @override
    def ended(self) -> None:
        whole = self._last is not None and self._last.changes
        if self._seen is None or not whole:
            self.show_part(self.sides)
            self._compare()
            return
        order, found = self._seen
        left = len(found.missing) if order.whole else 0
        weakened = len(order.weaken & {less.student for less in found.weakenings})
        self._listed = self._seen = None
        lines = report_lines(found, left=left, weakened=weakened)
        self.show_report(lines, told_rows(found.refused), told_rows(found.doubts))


def _on_ground(card: QWidget) -> QWidget:
    """Put a card on a ground of its own: what scrolls loses its surface."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    return ground
