"""What taking a list and taking portraits have in common: choose, look, let it run, read the report.

A page shows one of these parts at a time; the main button does what the part is for.
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.services.jobs import Progress
from smadmin.ui.banners import banner_of
from smadmin.ui.buttons import Button
from smadmin.ui.empty import EmptyState
from smadmin.ui.enrolling.model import ToldRow
from smadmin.ui.enrolling.report import Lines, ReportPanel
from smadmin.ui.enrolling.running import RunningPanel
from smadmin.ui.photos.finding import Finding
from smadmin.ui.photos.page import Page
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings


class TakingPage(Page):
    """Base of both pages. The page adds its `looking` part and what is done when.

    Args:
        left: called when nobody wants the page any more.
        what: `list` or `portraits`, the beginning of the ids of its own words.
    """

    def __init__(
        self, around: Surroundings, screen: Screen, *, left: Callable[[], None], what: str, icon: str
    ) -> None:
        super().__init__(around, screen)
        self.to_other: Button | None = None
        self._left, self._what = left, what
        self.job = Finding(around.performer, self)
        self.job.progressed.connect(self.stepped)
        self.job.failed.connect(self.refused)
        self.job.ended.connect(self.ended)
        self._build_head()
        self._parts = QStackedWidget()
        self.choosing = EmptyState(
            icon, self.own("empty-title"), text=self.own("empty-text"), step=self.own("empty-step")
        )
        self.choosing.stepChosen.connect(self.choose)
        self.running = RunningPanel(self.words, self.own("stop-means"))
        self.running.stopAsked.connect(self.stop)
        self.report = ReportPanel(around, screen, what)
        for part in (self.choosing, self.running, self.report):
            self._parts.addWidget(part)
        self.body.addWidget(self._parts, 1)

    def own(self, name: str) -> str:
        """Word one of this page's own sentences."""
        return self.words.say(f"enrollui.{self._what}-{name}")

    @property
    def part(self) -> QWidget | None:
        """The part that is seen."""
        return self._parts.currentWidget()

    def add_part(self, part: QWidget) -> None:
        """Add the part in which somebody looks at what would happen."""
        self._parts.addWidget(part)
        self.show_part(self.choosing)

    # ---- what a page does itself

    def choose(self) -> None:
        """Ask for the file or folder."""

    def take(self) -> None:
        """Do what was looked at."""

    def stepped(self, progress: Progress) -> None:
        """Hear how far the job is."""
        self.running.show_progress(progress)

    def ended(self) -> None:
        """Hear that nothing runs any more."""

    # ---- what they have in common

    @override
    def keyboard_place(self) -> QWidget:
        return self.choosing.button or self

    def start(self, run: Callable[[Actor], Iterator[Progress]]) -> None:
        """Let a job run, with a button that stops it."""
        self.show_part(self.running)
        self.running.begin()
        self.running.stop_button.show()
        self.job.start(self.around.by, run)

    def wait(self) -> None:
        """Show that a file is being read."""
        self.show_part(self.running)
        self.running.begin()
        self.running.stop_button.hide()

    def stop(self) -> None:
        """Stop the job, or leave the page where none runs."""
        if self.job.running:
            self.job.cancel()
            self.running.show_stopping()
        else:
            self.show_part(self.choosing)
            self._left()

    def refused(self, error: KnownError) -> None:
        """Say what went wrong."""
        self.host.bannerAsked.emit(banner_of(error))

    def show_report(self, lines: Lines, told: Sequence[ToldRow], taken: Sequence[ToldRow]) -> None:
        """Say what was done, what wasn't (`told`), and what was though it isn't all good (`taken`)."""
        self.report.show_report(lines, told, taken)
        self.show_part(self.report)

    def show_part(self, part: QWidget) -> None:
        """Show one part; the head follows."""
        self._parts.setCurrentWidget(part)
        looking = part not in {self.choosing, self.running, self.report}
        self.main.setVisible(looking or part is self.report)
        self.other.setVisible(looking or part is self.report)
        if self.to_other is not None:
            self.to_other.setVisible(part in {self.choosing, self.report})
        if not looking:
            self.header.note.show_text("")
            self.header.show_missing(())
        if part is self.report:
            self.main.show_words(self.words.say("enrollui.done"))

    def _main_pressed(self) -> None:
        if self.part is self.report:
            self.show_part(self.choosing)
            self._left()
        else:
            self.take()

    def _build_head(self) -> None:
        self.header.title.show_text(self.own("title"))
        self.back(self.words.say("enrollui.back"), self.stop)
        self.main = self.header.set_main(self.own("title"))
        self.header.mainChosen.connect(self._main_pressed)
        self.other = Button(self.own("other"), icon="folder-open")
        self.other.clicked.connect(self.choose)
        self.header.add_button(self.other)
