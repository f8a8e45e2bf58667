"""Taking portraits over: choose a folder or an archive, see whose they are, let it run, read the report."""

from collections.abc import Callable, Generator
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.actors import Actor
from smadmin.domain.enrolling.portraits import Unplaced
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.messages import say
from smadmin.services.jobs import Progress
from smadmin.services.office import Office
from smadmin.services.students.portrait_imports import Flawed, PortraitPlan, PortraitStep
from smadmin.ui.banners import banner_of
from smadmin.ui.buttons import Button
from smadmin.ui.enrolling.model import file_rows, flawed_rows, portrait_lines, portrait_report
from smadmin.ui.enrolling.preview import LinesCard, ToldCard
from smadmin.ui.enrolling.taking import TakingPage
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX


def dropped_portraits(mime: QMimeData) -> Path | None:
    """Give the folder or archive that is being dropped, if the first thing is one."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths[0] if paths and (paths[0].suffix.lower() == ".zip" or paths[0].is_dir()) else None


class PortraitsPage(TakingPage):
    """The page of portraits."""

    def __init__(self, around: Surroundings, screen: Screen, *, left: Callable[[], None]) -> None:
        """Begin without a folder."""
        super().__init__(around, screen, left=left, what="portraits", icon="images")
        self._plan: PortraitPlan | None = None
        self._last: PortraitStep | None = None
        self._unusable: list[Unplaced] = []
        self._flawed: list[Flawed] = []
        self.archive = Button(self.own("archive"))
        self.archive.clicked.connect(self.choose_archive)
        self.header.add_button(self.archive)
        self.would = LinesCard(self.words.say("enrollui.would"), self.words)
        self.unplaced = ToldCard(
            self.own("unplaced"), self.own("unplaced-means"), name="unplaced", words=self.words
        )
        self.looking = QWidget()
        column = QVBoxLayout(self.looking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        column.addWidget(self.would)
        column.addWidget(self.unplaced, 1)
        column.addStretch(0)
        self.add_part(self.looking)

    @override
    def choose(self) -> None:
        self._ask(QFileDialog.FileMode.Directory, [])

    def choose_archive(self) -> None:
        """Ask for a ZIP archive."""
        self._ask(QFileDialog.FileMode.ExistingFile, ["ZIP (*.zip *.ZIP)"])

    def read(self, place: Path) -> None:
        """Look into a folder or archive that somebody chose or dropped."""
        office, by = self.around.office, self.around.by
        self.wait()
        self.around.performer.errand(
            lambda: (office.portrait_imports.look(by, place), office.students.blockers(by)),
            done=self._came,
            failed=self._unread,
            origin=self,
        )

    @override
    def take(self) -> None:
        plan, office = self._plan, self.around.office
        if plan is not None and not self.job.running:
            self._last, self._unusable, self._flawed = None, [], []
            self.start(lambda by: _taken(office, by, plan))

    @override
    def stepped(self, progress: Progress) -> None:
        super().stepped(progress)
        if isinstance(progress, PortraitStep):
            self._last = progress
            self._unusable += progress.unusable
            self._flawed += progress.flawed

    @override
    def ended(self) -> None:
        if self._plan is None:
            return
        done = self._last or PortraitStep(0, len(self._plan.placed.files))
        unusable, unplaced = self._unusable, self._plan.placed.unplaced
        lines = portrait_report(done, unusable=len(unusable), unplaced=len(unplaced), flawed=self._flawed)
        self.show_report(lines, file_rows((*unusable, *unplaced)), flawed_rows(self._flawed))

    def _ask(self, mode: QFileDialog.FileMode, filters: list[str]) -> None:
        dialog = QFileDialog(self, self.own("empty-title"))
        dialog.setFileMode(mode)
        if filters:
            dialog.setNameFilters(filters)
        dialog.filesSelected.connect(lambda names: self.read(Path(names[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _came(self, answer: tuple[PortraitPlan, tuple[Reason, ...]]) -> None:
        self._plan, blockers = answer
        placed = self._plan.placed
        self.would.show_lines(portrait_lines(placed))
        self.unplaced.show_rows(file_rows(placed.unplaced))
        self.show_part(self.looking)
        self.header.note.show_text(self._plan.name)
        self.main.show_words(self.words.say("enrollui.portraits-take", n=len(placed.files)))
        reasons = blockers or (() if placed.files else (Reason(say("enrollui.portraits-nobody")),))
        self.header.show_missing(self.words.reasons(reasons))

    def _unread(self, error: KnownError) -> None:
        self.show_part(self.choosing)
        self.host.bannerAsked.emit(banner_of(error))


def _taken(office: Office, by: Actor, plan: PortraitPlan) -> Generator[Progress, None, None]:
    """Take the portraits over, then make the face patterns that are lawful now; either can be stopped."""
    yield from office.portrait_imports.take(by, plan)
    yield from office.portraits.make_patterns(by)
