"""What the screen of searches does, off the GUI thread."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from smadmin.domain import sweeps as domain
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PhotoId, PostId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.sweeps import Decided, SweepId
from smadmin.services.clearing import ClearingSheet
from smadmin.services.office import Office
from smadmin.services.posts import Posts
from smadmin.services.sweep_tasks import TakenIn
from smadmin.services.written_tables import write_file
from smadmin.ui.cases.removing import Remover
from smadmin.ui.plan.weekly_paper import print_page
from smadmin.ui.plan.weekly_places import ask_to_save
from smadmin.ui.publish.outside import Outside
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.sweeps.found import FoundShown, whole_words
from smadmin.ui.sweeps.paging import LookShown, Narrowed
from smadmin.ui.sweeps.reading import read_looking
from smadmin.ui.sweeps.seldom import Seldom

Value = TypeVar("Value")


class SweepDeeds(QObject):
    """For one screen.

    Signals:
        searching: all posts are being read, further than before (`far`), or not any more.
        begun: the id of a search that was begun.
        moved: something is further than before.
        refused: a `KnownError`.
        said: a `Message` of what was done.
        looked: a `LookShown`.
        cleared: `sheets` say where posts stand.
        worded: a post's id and all that it says.
        reportMade: the report as HTML.
    """

    searching = Signal()
    _searched = Signal(int, int)
    begun = Signal(str)
    moved = Signal()
    refused = Signal(object)
    said = Signal(object)
    looked = Signal(object)
    cleared = Signal()
    worded = Signal(str, str)
    reportMade = Signal(str)

    def __init__(self, around: Surroundings, screen: QWidget, outside: Callable[[], Outside]) -> None:
        """Stand beside the screen."""
        super().__init__(screen)
        self._around, self._screen = around, screen
        self.sheets: dict[PostId, ClearingSheet] = {}
        self.reported = ("", "")
        self.far: tuple[int, int] | None = None
        self._searched.connect(self._note_far)
        self._wish = Narrowed()
        self._taking = False
        self.remover = Remover(around, outside, self)
        self.remover.refused.connect(self.refused)
        self.remover.moved.connect(self._removed)

    # ---- the search

    def begin(self, children: Sequence[StudentId]) -> None:
        """Begin: what takes no engine is found at once, and faces are searched where the law allows."""
        if self.far is not None:
            return
        office, by, self.far = self._around.office, self._around.by, (0, 0)
        told = Seldom(self._searched.emit)

        def done(made: Done[tuple[SweepId, ...]]) -> None:
            self._show_far(None)
            self.begun.emit(made.value[0])
            for one in made.value:
                self._errand(partial(seal_if_lawful, office, by, one), lambda _: self.moved.emit())

        def failed(error: KnownError) -> None:
            self._show_far(None)
            self.refused.emit(error)

        self.searching.emit()
        self._around.performer.errand(
            lambda: office.sweeps.begin_all(by, children, told), done=done, failed=failed, origin=self._screen
        )

    def search_faces(self, sweep: str) -> None:
        """Have this computer compare faces, from now for a day."""
        tasks, by = self._around.office.sweep_tasks, self._around.by
        self._errand(lambda: tasks.seal(by, SweepId(sweep)), lambda _: self.moved.emit())

    def take_in(self, sweep: str) -> None:
        """Take in what computers found since; once at a time."""
        if self._taking:
            return
        tasks, by = self._around.office.sweep_tasks, self._around.by
        self._taking = True

        def over(done: Done[TakenIn]) -> None:
            self._taking = False
            for wrong in done.value.refused:
                self.refused.emit(KnownError(wrong))
            self.moved.emit()

        self._around.performer.errand(
            lambda: tasks.take_in(by, SweepId(sweep)), done=over, failed=self._not_taken, origin=self._screen
        )

    def stop(self, sweep: str) -> None:
        """Stop the search of faces; what was found stays."""
        tasks, by = self._around.office.sweep_tasks, self._around.by
        self._perform(lambda: tasks.stop(by, SweepId(sweep)), lambda _: self.moved.emit())

    def end(self, sweep: str) -> None:
        """End it."""
        sweeps, by = self._around.office.sweeps, self._around.by
        self._errand(lambda: sweeps.end(by, SweepId(sweep)), lambda _: self._told("sweepui.said-ended"))

    # ---- what was found

    def decide(self, sweep: str, key: str, decided: Decided, reason: str, posts: Collection[PostId]) -> None:
        """Say what becomes of a thing; its posts are taken down at once where that was said."""
        sweeps, by = self._around.office.sweeps, self._around.by

        def done(_: Changes) -> None:
            self.moved.emit()
            if decided is Decided.TAKE_DOWN:
                for post in posts:
                    self.remover.clear(post)

        self._perform(lambda: sweeps.decide(by, SweepId(sweep), key, decided, reason), done)

    def see(self, one: FoundShown) -> None:
        """Read what its post says, and where the posts of a thing that is to go still stand."""
        posts, clearing, by = self._around.office.posts, self._around.office.clearing, self._around.by
        post = one.words_of
        if post is not None:
            self._perform(partial(_words_of, posts, by, post), lambda text: self.worded.emit(post, text))
        if one.decided is not Decided.TAKE_DOWN:
            return
        for post in one.posts:
            self._perform(partial(clearing.sheet, by, post), self._cleared)

    # ---- looking through

    def leave_out(self, sweep: str, reason: str, wish: Narrowed) -> None:
        """Settle what is left, as narrowed, without a look."""
        sweeps, by = self._around.office.sweeps, self._around.by
        which = domain.Narrowed(wish.since, wish.until, wish.event)

        def done(_: Changes) -> None:
            self.look(sweep, wish)
            self._told("sweepui.said-left-out")

        self._errand(lambda: sweeps.leave_out(by, SweepId(sweep), reason, which), done)

    def look_after_all(self, sweep: str, key: str) -> None:
        """Take back that pictures are left out."""
        sweeps, by = self._around.office.sweeps, self._around.by
        self._errand(lambda: sweeps.look_after_all(by, SweepId(sweep), key), lambda _: self.moved.emit())

    def look(self, sweep: str, wish: Narrowed) -> None:
        """Read the next pictures."""
        office, by, self._wish = self._around.office, self._around.by, wish
        self._perform(lambda: read_looking(office, by, SweepId(sweep), wish), self._looked)

    def pass_on(self, sweep: str, page: Collection[PhotoId], seen: Collection[PhotoId]) -> None:
        """Keep that a page was looked through."""
        sweeps, by = self._around.office.sweeps, self._around.by

        def done(_: Changes) -> None:
            self.look(sweep, self._wish)
            self.moved.emit()

        self._perform(lambda: sweeps.look_through(by, SweepId(sweep), page, seen), done)

    # ---- the report

    def report(self, sweep: str, language: str) -> None:
        """Make the report."""
        sweeps, by = self._around.office.sweeps, self._around.by
        self.reported = (sweep, language)
        self._errand(
            lambda: sweeps.report(by, SweepId(sweep), language),
            lambda page: self.reportMade.emit(page.decode()),
        )

    def print_report(self, html: str) -> None:
        """Ask for a printer and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self._screen).exec() == QPrintDialog.DialogCode.Accepted:
            print_page(printer, html)

    def save_report(self, html: str) -> None:
        """Ask where it goes, and write it."""
        words = self._around.words
        today = self._around.office.school.local(self._around.now).date()
        name = f"{words.say('sweepui.report-file')}-{today.isoformat()}.html"
        ask_to_save(self._screen, words, name, "html", partial(self.write_report, html))

    def write_report(self, html: str, path: Path) -> None:
        """Write it there."""
        self._errand(
            lambda: write_file(path, html.encode()),
            lambda file: self.said.emit(say("sweepui.said-saved", file=file.name)),
        )

    # ---- what comes back

    def _show_far(self, far: tuple[int, int] | None) -> None:
        self.far = far
        self.searching.emit()

    def _note_far(self, done: int, total: int) -> None:
        if self.far is not None:  # else it is over, and this came late
            self._show_far((done, total))

    def _looked(self, shown: LookShown) -> None:
        self.looked.emit(shown)

    def _cleared(self, sheet: ClearingSheet) -> None:
        self.sheets[sheet.post] = sheet
        self.cleared.emit()

    def _removed(self) -> None:
        clearing, by = self._around.office.clearing, self._around.by
        for post in tuple(self.sheets):
            self._perform(partial(clearing.sheet, by, post), self._cleared)
        self.moved.emit()

    def _not_taken(self, error: KnownError) -> None:
        self._taking = False
        self.refused.emit(error)

    def _told(self, word: str) -> None:
        self.said.emit(say(word))
        self.moved.emit()

    def _perform(self, do: Callable[[], Value], done: Callable[[Value], None]) -> None:
        self._around.performer.perform(do, done=done, failed=self.refused.emit, origin=self._screen)

    def _errand(self, do: Callable[[], Value], done: Callable[[Value], None]) -> None:
        self._around.performer.errand(do, done=done, failed=self.refused.emit, origin=self._screen)


def seal_if_lawful(office: Office, by: Actor, sweep: SweepId) -> Changes:
    """Have faces searched at once where nothing speaks against it; else the screen says what does."""
    view = office.sweeps.view(by, sweep)
    if not view.may_match or not view.left_to_look or office.sweep_tasks.seal_blockers(by, sweep):
        return Changes()
    return office.sweep_tasks.seal(by, sweep).changes


def _words_of(posts: Posts, by: Actor, post: PostId) -> str:
    return whole_words(posts.get(by, post).content)
