"""The page *Rhythm* of the open account: its year, and bringing in what was posted before the program.

A file is read and held against the account on an errand's thread; what was shown is what is taken. Taking
goes on while other accounts are open; a lock or a handed-over chair ends it, and then nothing was taken.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, OutsideFailed
from smadmin.domain.messages import Message, say
from smadmin.domain.past_posts import Columns, UnknownTitles
from smadmin.services.jobs import Progress
from smadmin.services.past_posts import Told
from smadmin.services.rhythms import RhythmView
from smadmin.services.whole_files import write_whole
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.page import AccountPage, Inside
from smadmin.ui.cadence.card import YearCard
from smadmin.ui.cadence.model import year_model
from smadmin.ui.cadence.past_card import PastCard
from smadmin.ui.cadence.past_model import import_line, told_model
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.photos.finding import Finding
from smadmin.ui.promptness import Tidying

ENDINGS = "*.csv *.tsv *.txt *.json *.zip"


class RhythmPage(AccountPage):
    """The page; it reads what it shows when an account is shown."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(inside, parent)
        self.year, self.past = YearCard(inside.words), PastCard(inside.words)
        self._told: Told | None = None
        self._tidying = Tidying()
        self._path: Path | None = None
        self._asked = 0
        self._ending: Message | None = None
        self._stopped = False
        self.job = Finding(inside.around.performer, self)
        self.job.progressed.connect(self._stepped)
        self.job.failed.connect(inside.deeds.say_error)
        self.job.ended.connect(self._ended)
        for card in (self.year, self.past):
            self.column.addWidget(card)
            card.hide()
        self.setAcceptDrops(True)
        self._connect()

    @override
    def fill(self, model: AccountModel) -> None:
        around, account = self.inside.around, model.id
        office, by = around.office, around.by
        around.performer.perform(
            lambda: office.rhythms.year(by, account),
            done=self._came,
            failed=self.inside.deeds.say_error,
            origin=self.inside.screen,
        )

    @override
    def rest(self) -> None:
        self._asked += 1
        self._told = None
        if not self.job.running:
            self.past.rest()
            self._tidying.go_on()

    @override
    def settle(self) -> None:
        self.job.let_go()
        self.rest()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData().urls()) is not None and self.past.choose.isVisible():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if (path := _dropped(event.mimeData().urls())) is not None:
            self.read(path)

    def read(self, path: Path, columns: Columns | None = None) -> None:
        """Read a file that somebody chose, and say what it tells of this account."""
        if self.model is None or self.job.running:
            return
        around, account = self.inside.around, self.model.id
        past, by = around.office.past_posts, around.by
        self._asked += 1
        self._path = path
        self.past.show_reading()
        self._tidying.hold()
        around.performer.errand(
            lambda: past.compare(by, account, past.read(path, columns)),
            done=partial(self._read, self._asked),
            failed=partial(self._unread, self._asked),
            origin=self,
        )

    def _came(self, view: RhythmView) -> None:
        if self.model is None or self.model.id != view.account.id:
            return  # another account is open by now
        self.year.show_year(year_model(view))
        self.past.show_imports([import_line(one) for one in view.imports], view.blockers)
        self.year.show()
        self.past.show()

    def _choose(self) -> None:
        words = self.inside.words
        dialog = QFileDialog(self, words.say("pastposts.choose-title"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        endings = f"{ENDINGS} {ENDINGS.upper()}"
        dialog.setNameFilters(
            [f"{words.say('pastposts.kinds')} ({endings})", f"{words.say('shell.all-files')} (*)"]
        )
        dialog.filesSelected.connect(lambda names: self.read(Path(names[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self, asked: int, told: Told) -> None:
        if asked == self._asked:
            self._told = told
            self.past.show_told(told_model(told))

    def _unread(self, asked: int, error: KnownError) -> None:
        if asked != self._asked:
            return
        if isinstance(error, UnknownTitles) and error.titles:
            self.past.show_titles(error)
            return
        self.past.rest()
        self._tidying.go_on()
        self.inside.deeds.say_error(error)

    def _read_columns(self, columns: Columns) -> None:
        if self._path is not None:
            self.read(self._path, columns)

    def _take(self) -> None:
        told = self._told
        if told is None:
            return
        past = self.inside.around.office.past_posts
        done = say("pastposts.taken", n=len(told.new), account=told.account.label)
        self._run("running", lambda by: past.take(by, told), done, stops=True)

    def _ask_take_back(self, import_id: str) -> None:
        question = Question(
            say("pastposts.take-back-ask"),
            say("pastposts.take-back-why"),
            do=say("pastposts.take-back"),
            keep=say("pastposts.not-now"),
        )
        dialog = ConfirmDialog(question, self.inside.words, self.inside.screen)
        dialog.confirmed.connect(partial(self._take_back, import_id))
        dialog.open()

    def _take_back(self, import_id: str) -> None:
        past = self.inside.around.office.past_posts
        done = say("pastposts.taken-back")
        self._run("going", lambda by: past.take_back(by, import_id), done, stops=False)

    def _run(
        self, what: str, job: Callable[[Actor], Iterator[Progress]], done: Message, *, stops: bool
    ) -> None:
        if self.job.running:
            return
        self._told, self._ending, self._stopped = None, done, False
        account = "" if self.model is None else self.model.account.label
        self.past.show_running(what, account, stops=stops)
        self.job.start(self.inside.around.by, job)

    def _stop(self) -> None:
        self.job.cancel()
        self._stopped = True

    def _stepped(self, progress: Progress) -> None:
        self.past.show_progress(progress)

    def _ended(self) -> None:
        last, ending = self.job.last, self._ending
        self._ending = None
        self.past.rest()
        self._tidying.go_on()
        whole = last is not None and last.done == last.total
        if whole and ending is not None:  # it may be over before the hand on *Stop* was
            self.inside.deeds.say_done(ending)
        elif self._stopped:
            self.inside.deeds.say_done(say("pastposts.stopped"))
        if self.model is not None:
            self.fill(self.model)

    def _save(self, path: Path, content: bytes) -> None:
        around, deeds = self.inside.around, self.inside.deeds
        refused = OutsideFailed(
            say("pastposts.not-saved", file=path.name), remedy=say("pastposts.not-saved-remedy")
        )
        around.performer.errand(
            lambda: write_whole(path, content, refused=refused),
            done=lambda _: deeds.say_done(say("pastposts.saved", file=path.name)),
            failed=deeds.say_error,
            origin=self,
        )

    def _connect(self) -> None:
        self.year.copied.connect(lambda: self.inside.deeds.say_done(say("pastposts.copied")))
        self.year.saveAsked.connect(self._save)
        self.past.chooseAsked.connect(self._choose)
        self.past.takeAsked.connect(self._take)
        self.past.columnsChosen.connect(self._read_columns)
        self.past.leftAlone.connect(self.rest)
        self.past.stopAsked.connect(self._stop)
        self.past.takeBackAsked.connect(self._ask_take_back)


def _dropped(urls: list[QUrl]) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths[0] if paths and f"*{paths[0].suffix.lower()}" in ENDINGS.split() else None
