"""What taking a list or portraits over came to: sentences, rows, and a button that keeps them in a file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.services.written_tables import write_table
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.buttons import Button
from smadmin.ui.enrolling.model import ToldRow
from smadmin.ui.enrolling.preview import LinesCard, ToldCard
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State

_ENDING = ".csv"
Lines = Sequence[tuple[State, Message]]


class ReportPanel(QWidget):
    """The report; it lives until the page is left.

    Args:
        what: `list` or `portraits`, the beginning of the ids of its own words.
    """

    def __init__(self, around: Surroundings, screen: Screen, what: str) -> None:
        """Begin empty."""
        super().__init__()
        self._around, self._screen, words = around, screen, around.words
        self._shown: tuple[Sequence[tuple[State, Message]], Sequence[ToldRow], Sequence[ToldRow]] = (
            (),
            (),
            (),
        )
        self.done = LinesCard(words.say("enrollui.report"), words)
        self.save = Button(words.say("enrollui.report-save"), icon="download")
        self.save.setObjectName("save-report")
        self.save.clicked.connect(self._ask_where)
        self.done.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.refused = ToldCard(
            words.say(f"enrollui.{what}-not-taken"),
            words.say("enrollui.report-means"),
            name="report-not-taken",
            words=words,
        )
        self.taken = ToldCard(
            words.say(f"enrollui.{what}-taken-but"),
            words.say(f"enrollui.{what}-taken-but-means"),
            name="report-taken-but",
            words=words,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        column.addWidget(self.done)
        column.addWidget(self.refused, 1)
        column.addWidget(self.taken, 1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_report(self, lines: Lines, told: Sequence[ToldRow], taken: Sequence[ToldRow]) -> None:
        """Say what was done, what wasn't (`told`), and what was though it isn't all good (`taken`)."""
        self._shown = (lines, told, taken)
        self.done.show_lines(lines)
        self.refused.show_rows(told)
        self.taken.show_rows(taken)

    def keep(self, path: Path) -> None:
        """Write the report into a file."""
        rows = self._rows()

        def written(file: Path) -> None:
            details = (say("enrollui.report-names"),)
            self._say(
                BannerModel(State.FINE, say("enrollui.report-saved", file=file.name), details, key="report")
            )

        def failed(error: KnownError) -> None:
            self._say(banner_of(error))

        self._around.performer.errand(
            lambda: write_table(path, rows), done=written, failed=failed, origin=self._screen
        )

    def _rows(self) -> list[list[str]]:
        """Word everything that is shown: the sentences, then each list under what it is called."""
        lines, told, taken = self._shown
        words = self._around.words
        rows = [[words(sentence)] for _, sentence in lines]
        for heading, listed in ((self.refused.heading, told), (self.taken.heading, taken)):
            rows += [[], [heading.text()]] if listed and heading is not None else []
            rows += [[words.optional(one.line), one.name, words(one.what)] for one in listed]
        return rows

    def _ask_where(self) -> None:
        words = self._around.words
        day = self._around.office.school.local(self._around.now).date().isoformat()
        dialog = QFileDialog(self, words.say("enrollui.report-where"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a taken name gets a number
        dialog.setDirectory(str(Path.home()))
        dialog.setNameFilters([f"CSV (*{_ENDING})"])
        dialog.setDefaultSuffix(_ENDING.removeprefix("."))
        dialog.selectFile(f"{words.say('enrollui.report-file')}-{day}{_ENDING}")
        dialog.fileSelected.connect(lambda chosen: self.keep(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say(self, banner: BannerModel) -> None:
        self._screen.bannerAsked.emit(banner)
