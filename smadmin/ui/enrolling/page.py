"""Taking a school's list over: choose the file, say what its columns mean, see what would happen, do it.

The list is in memory only while this page is open. Each change of a column compares anew on the store's
thread; only the newest comparison is shown, and what was shown is what is taken.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.enrolling.comparing import Comparison
from smadmin.domain.enrolling.meanings import Meaning
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.messages import say
from smadmin.services.jobs import Progress
from smadmin.services.students.imports import Listed, Order
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.buttons import Button
from smadmin.ui.empty import EmptyState
from smadmin.ui.enrolling.columns import ColumnsCard
from smadmin.ui.enrolling.model import PreviewModel, column_rows, preview_model, report_lines, told_rows
from smadmin.ui.enrolling.preview import LinesCard, PreviewPanel, ToldCard
from smadmin.ui.enrolling.running import RunningPanel
from smadmin.ui.photos.finding import Finding
from smadmin.ui.photos.page import Page
from smadmin.ui.screen import Screen
from smadmin.ui.scrolled import scrolled
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State

_LEAST_BESIDE_PX = 820
ENDINGS = "*.csv *.txt *.tsv *.xlsx *.xlsm *.xlsb *.xls *.ods"


def dropped_list(mime: QMimeData) -> Path | None:
    """Give the list that is being dropped, if the first file is one by its ending."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths[0] if paths and f"*{paths[0].suffix.lower()}" in ENDINGS.split() else None


class ImportPage(Page):
    """The page; `left` is called when nobody wants it any more."""

    def __init__(self, around: Surroundings, screen: Screen, *, left: Callable[[], None]) -> None:
        """Begin without a list."""
        super().__init__(around, screen)
        self._left = left
        self._listed: Listed | None = None
        self._seen: tuple[Order, Comparison] | None = None
        self._asked = 0
        self._last: Progress | None = None
        self._job = Finding(around.performer, self)
        self._job.progressed.connect(self._stepped)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self._build_head()
        self._build_body()

    def choose(self) -> None:
        """Ask for the file of a list."""
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
        self._show_part(self.running)
        self.running.begin()
        self.running.stop_button.hide()

        def read() -> tuple[Listed, dict[int, Meaning]]:
            listed = imports.read(path)
            return listed, imports.meanings(by, listed.table)

        self.around.performer.errand(read, done=self._came, failed=self._unread, origin=self)

    @override
    def keyboard_place(self) -> QWidget:
        return self.choosing.button or self

    @override
    def load(self) -> None:
        if self._listed is not None and not self._job.running and self._parts.currentWidget() is self.sides:
            self._compare()

    # ---- reading and comparing

    def _came(self, read: tuple[Listed, dict[int, Meaning]]) -> None:
        self._listed, meanings = read
        self._seen = None
        note = say("enrollui.file", file=self._listed.name, n=len(self._listed.table.lines))
        self.header.note.show_text(self.words(note))
        self.columns.show_columns(column_rows(self._listed.table, meanings))
        self._show_part(self.sides)
        self.sides.turn_to_second()
        next(iter(self.columns.boxes.values()), self.other).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._listed.further_sheets:
            said = say("enrollui.further-sheets", n=self._listed.further_sheets)
            self.host.bannerAsked.emit(BannerModel(State.NOTE, said))
        self._compare()

    def _unread(self, error: KnownError) -> None:
        self._show_part(self.choosing)
        self.host.bannerAsked.emit(banner_of(error))

    def _compare(self) -> None:
        if self._listed is None or self.around.acting is None:
            return
        self._asked += 1
        imports, by = self.around.office.imports, self.around.by
        order = Order(self._listed.table, self.columns.meanings)
        self.header.show_missing([self.words.say("enrollui.comparing")])
        self.perform(
            lambda: (imports.compare(by, order), self.around.office.students.blockers(by)),
            partial(self._compared, self._asked, order),
        )

    def _compared(self, number: int, order: Order, answer: tuple[Comparison, tuple[Reason, ...]]) -> None:
        if number != self._asked:
            return  # a column was changed meanwhile; a newer comparison is under way
        found, blockers = answer
        self._seen = (order, found)
        model = preview_model(found, order.meanings)
        self.host.loaded(partial(self._render, model, blockers))

    def _render(self, model: PreviewModel, blockers: tuple[Reason, ...]) -> None:
        self.preview.show_preview(model)
        if self.header.main is not None:
            self.header.main.show_words(self.words(model.main))
        self.header.show_missing(self.words.reasons((*blockers, *model.blockers)))

    # ---- taking over

    def _take(self) -> None:
        if self._parts.currentWidget() is self.report:
            self._left()
            return
        if self._seen is None:
            return
        if self.preview.weaker.chosen:
            self.around.doors.with_passphrase(self._start)
        else:
            self._start()

    def _start(self) -> None:
        if self._seen is None or self._job.running:
            return
        shown, found = self._seen
        order = Order(shown.table, shown.meanings, self.preview.weaker.chosen, self.preview.whole.isChecked())
        self._seen = (order, found)
        self._last = None
        imports = self.around.office.imports
        self._show_part(self.running)
        self.running.begin()
        self.running.stop_button.show()
        self._job.start(self.around.by, lambda by: imports.take(by, order, found))

    def _stepped(self, progress: Progress) -> None:
        self._last = progress
        self.running.show_progress(progress)

    def _stop(self) -> None:
        if self._job.running:
            self._job.cancel()
            self.running.show_stopping()
        else:
            self._left()

    def _failed(self, error: KnownError) -> None:
        self.host.bannerAsked.emit(banner_of(error))

    def _ended(self) -> None:
        whole = self._last is not None and self._last.changes
        if self._seen is None or not whole:
            self._show_part(self.sides)
            self._compare()
            return
        order, found = self._seen
        left = len(found.missing) if order.whole else 0
        weakened = len(order.weaken & {less.student for less in found.weakenings})
        self.done.show_lines(report_lines(found, left=left, weakened=weakened))
        self.done_refused.show_rows(told_rows(found.refused))
        self._listed = self._seen = None
        self._show_part(self.report)

    # ---- layout

    def _show_part(self, part: QWidget) -> None:
        self._parts.setCurrentWidget(part)
        main = self.header.main
        if main is not None:
            main.setVisible(part in {self.sides, self.report})
            if part is self.report:
                main.show_words(self.words.say("enrollui.done"))
                self.header.show_missing(())
        self.other.setVisible(part is self.sides)
        if part in {self.choosing, self.running}:
            self.header.note.show_text("")
        if part is self.choosing and main is not None:
            self.header.show_missing(())

    def _build_head(self) -> None:
        words = self.words
        self.header.title.show_text(words.say("enrollui.title"))
        self.back(words.say("enrollui.back"), self._stop)
        self.header.set_main(words.say("enrollui.take", n=0))
        self.header.mainChosen.connect(self._take)
        self.other = Button(words.say("enrollui.other"), icon="folder-open")
        self.other.clicked.connect(self.choose)
        self.header.add_button(self.other)

    def _build_body(self) -> None:
        words = self.words
        self.choosing = EmptyState(
            "users",
            words.say("enrollui.empty-title"),
            text=words.say("enrollui.empty-text"),
            step=words.say("enrollui.empty-step"),
        )
        self.choosing.stepChosen.connect(self.choose)
        self.columns, self.preview = ColumnsCard(words), PreviewPanel(words)
        self.columns.meaningsChosen.connect(self._compare)
        names = [words.say("enrollui.columns"), words.say("enrollui.would")]
        self.sides = Sides(
            scrolled(_on_ground(self.columns), "columns"),
            scrolled(self.preview, "preview"),
            shares=(5, 7),
            least_px=_LEAST_BESIDE_PX,
            names=names,
        )
        self.running = RunningPanel(words, words.say("enrollui.stop-means"))
        self.running.stopAsked.connect(self._stop)
        self.report = QWidget()
        self.done = LinesCard(words.say("enrollui.report"), words)
        self.done_refused = ToldCard(
            words.say("enrollui.not-taken"),
            words.say("enrollui.report-means"),
            name="report-not-taken",
            state=State.STOP,
            words=words,
        )
        column = QVBoxLayout(self.report)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        column.addWidget(self.done)
        column.addWidget(self.done_refused, 1)
        column.addStretch(0)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._parts = QStackedWidget()
        for part in (self.choosing, self.sides, self.running, self.report):
            self._parts.addWidget(part)
        self.body.addWidget(self._parts, 1)
        self._show_part(self.choosing)


def _on_ground(card: QWidget) -> QWidget:
    """Put a card on a ground of its own: what scrolls loses its surface."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    return ground
