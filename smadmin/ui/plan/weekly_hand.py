"""Handing the weekly page on: printed, as files, to somebody who signs elsewhere; and taking back what comes.

The Plan screen shows its button; every wish of the menu becomes an errand or a deed here.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMenu

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.services.plan import SignedWeek
from smadmin.services.written_tables import write_file
from smadmin.ui.buttons import Button
from smadmin.ui.plaintext import for_button
from smadmin.ui.plan.approving import Approving
from smadmin.ui.plan.model import PlanModel
from smadmin.ui.plan.weekly_away import WeekMailing
from smadmin.ui.plan.weekly_pages import page_of
from smadmin.ui.plan.weekly_paper import draw_pdf, print_page
from smadmin.ui.plan.weekly_places import ask_to_open, ask_to_save
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners

Entry = tuple[str, Callable[[], object]]


class WeeklyHand(QObject):
    """The menu of the weekly page.

    Args:
        model: gives the week that the screen shows, or None before it was read.
        approved: hears of a week that was just approved.
    """

    def __init__(
        self,
        around: Surroundings,
        screen: Screen,
        banners: UndoBanners,
        *,
        model: Callable[[], PlanModel | None],
        approved: Callable[[Done[SignedWeek], date], None],
    ) -> None:
        """Stand beside the screen's main button."""
        super().__init__(screen)
        self._around, self._screen, self._banners = around, screen, banners
        self._model = model
        self.mailing = WeekMailing(around, screen, banners)
        self.approving = Approving(around, screen, banners, self.mailing, model=model, approved=approved)
        self.read = Button(around.words.say("weekly.read"), icon="book-open-text")
        self.read.setObjectName("weekly-read")
        self.read.clicked.connect(self.approving.read)
        self.button = Button(around.words.say("weekly.hand-on"), icon="download")
        self.button.setObjectName("weekly-page")
        self.button.clicked.connect(self._offer)

    def forget(self) -> None:
        """Forget what was struck: somebody else sits down."""
        self.approving.forget()
        self.mailing.forget()

    def deeds(self) -> Sequence[Entry]:
        """Give what the menu offers: its words, and what is done; what is approved isn't asked for again."""
        words, model = self._around.words, self._model()
        if model is None:
            return ()
        monday = model.monday
        found: list[tuple[str, Callable[[], object]]] = [
            ("weekly.print", self._print),
            ("weekly.save-pdf", partial(self._ask, "page", "pdf", self.keep_pdf)),
            ("weekly.save-html", partial(self._ask, "page", "html", self.keep_html)),
            ("weekly.save-posts", partial(self._ask, "posts", "ics", self.keep_posts)),
            ("weekly.save-meeting", self._ask_meeting),
        ]
        if not model.all_signed and not model.empty:
            found += [
                ("weekly.send", partial(self.mailing.ask_whom, monday)),
                ("weekly.enter", partial(self.mailing.enter_paper, monday)),
            ]
        found.append(("weekly.open", self.ask_file))
        if model.office and model.signed.letters is not None:
            found.append(("weekly.withdraw", self.approving.withdraw))
        return tuple((words.say(said), do) for said, do in found)

    def keep_pdf(self, path: Path) -> None:
        """Write the page as PDF: made beside, laid out here, for Qt lays out on this thread alone."""
        self._with_page(lambda html, title: self._keep(path, draw_pdf(html, title)))

    def keep_html(self, path: Path) -> None:
        """Write the page for a browser."""
        self._with_page(lambda html, _title: self._keep(path, html.encode()))

    def keep_posts(self, path: Path) -> None:
        """Write the planned posts for another calendar (an errand)."""
        out, by = self._around.office.calendars_out, self._around.by
        struck = self._around.words.say("planui.struck")
        self._write(path, lambda: out.posts(by, struck=struck).encode())

    def keep_meeting(self, path: Path) -> None:
        """Write the planning meeting for another calendar (an errand)."""
        out, by, title = self._around.office.calendars_out, self._around.by, self._title
        self._write(path, lambda: out.meeting(by, title=title).encode())

    def _ask_meeting(self) -> None:
        """Ask where the meeting's file goes, once there is a meeting: else that is said at once."""
        out, by, title = self._around.office.calendars_out, self._around.by, self._title
        self._around.performer.perform(
            lambda: out.meeting(by, title=title),
            done=lambda _made: self._ask("meeting", "ics", self.keep_meeting),
            failed=self._failed,
            origin=self._screen,
        )

    @property
    def _title(self) -> str:
        return self._around.words.say("meetings.title")

    def _with_page(self, then: Callable[[str, str], None]) -> None:
        """Make the page as HTML with its title (an errand), and go on."""
        pages, by, words = self._around.office.weekly_pages, self._around.by, self._around.words
        model = self._model()
        monday = None if model is None else model.monday
        self._around.performer.errand(
            lambda: page_of(pages, by, monday, words),
            done=lambda made: then(*made),
            failed=self._failed,
            origin=self._screen,
        )

    def _keep(self, path: Path, content: bytes) -> None:
        self._write(path, lambda: content)

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        self._around.performer.errand(
            lambda: write_file(path, make()),
            done=lambda file: self._banners.say_done(say("weekly.saved", file=file.name)),
            failed=self._failed,
            origin=self._screen,
        )

    def _print(self) -> None:
        """Ask for a printer once the page is made."""

        def ask(html: str, _title: str) -> None:
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            if QPrintDialog(printer, self._screen).exec() == QPrintDialog.DialogCode.Accepted:
                print_page(printer, html)

        self._with_page(ask)

    def _ask(self, name: str, ending: str, keep: Callable[[Path], None]) -> None:
        words, model = self._around.words, self._model()
        if model is not None:
            file = f"{words.say(f'weekly.{name}-file')}-{model.monday.isoformat()}.{ending}"
            ask_to_save(self._screen, words, file, ending, keep)

    def ask_file(self) -> None:
        """Ask which file is opened: a week to approve, or the answer."""
        ask_to_open(self._screen, self._around.words, self.mailing.open)

    def _offer(self) -> None:
        menu = QMenu(self._screen)
        menu.aboutToHide.connect(menu.deleteLater)
        for said, do in self.deeds():
            menu.addAction(for_button(said)).triggered.connect(lambda _checked, do=do: do())
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _failed(self, error: KnownError) -> None:
        self._banners.say_error(error)
