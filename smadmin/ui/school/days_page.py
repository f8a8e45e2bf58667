"""The page of the school's calendar: days off by year, more of them by hand or from a file.

A file is read on an errand's thread; what was shown and ticked is what is taken.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.messages import Message, say
from smadmin.domain.school_days import DaysForm, DaysKind
from smadmin.domain.slot_edits import back
from smadmin.services.arranging import Edits
from smadmin.services.lying import LyingPosts
from smadmin.services.school_calendar import CalendarSheet, ToldDays
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.buttons import Button
from smadmin.ui.header import ScreenHeader
from smadmin.ui.school.days_card import AddCard, ClosedCard, DaysCard
from smadmin.ui.school.days_file import DaysFileCard
from smadmin.ui.school.days_model import file_model, lying_said, year_lines
from smadmin.ui.scrolled import scrolled
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.undoing import UndoBanners

T = TypeVar("T")
_ENDINGS = "*.ics *.ical *.ICS"


class DaysPage(QWidget):
    """The page. Its header stands in the screen's head.

    Signals:
        left: somebody goes back.
        said: a `BannerModel`.
    """

    left = Signal()
    said = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        """Build it empty; `load` fills it."""
        super().__init__(parent)
        self._around, self._words = around, around.words
        told = self._words.say
        self.header = ScreenHeader(told("schooldays.page"))
        back = Button(told("policies.back"), icon="arrow-left")
        back.clicked.connect(self.left)
        self.header.lead_with(back)
        self.days, self.adding, self.file = (
            DaysCard(self._words),
            AddCard(self._words),
            DaysFileCard(self._words),
        )
        self.closed = ClosedCard(self._words)
        self.banners = UndoBanners(self._words)
        self._told: ToldDays | None = None
        self._asked = 0
        self._lay_out()
        self.days.takeOutAsked.connect(self._take_out)
        self.adding.formEntered.connect(self._add)
        self.closed.closedOn.connect(self._close_on)
        self.file.chooseAsked.connect(self._choose)
        self.file.leftAlone.connect(self.rest)
        self.file.takeAsked.connect(self._take)

    def load(self) -> None:
        """Read the calendar."""
        calendar, by = self._around.office.school_calendar, self._around.by
        self._around.performer.perform(
            lambda: calendar.sheet(by), done=self._show, failed=self._refused, origin=self
        )

    def rest(self) -> None:
        """Put an open file away; what is still being read comes to nothing."""
        self._asked += 1
        self._told = None
        self.file.rest()
        self.banners.quiet()
        self.banners.dismiss("schooldays.posts-there")
        self.banners.dismiss("schooldays.posts-exams")

    def read(self, path: Path) -> None:
        """Read a file that somebody chose, and say which days it offers."""
        calendar = self._around.office.school_calendar
        self._asked += 1
        self.file.show_reading()
        self._around.performer.errand(
            lambda: calendar.read(path),
            done=partial(self._read, self._asked),
            failed=partial(self._unread, self._asked),
            origin=self,
        )

    def _show(self, sheet: CalendarSheet) -> None:
        self.days.show_years(year_lines(sheet), rests=sheet.rests, barred=sheet.blockers)
        self.closed.show_today(sheet.today, sheet.blockers)
        self.adding.show_today(sheet.today, sheet.blockers)
        self.file.show_blockers(sheet.blockers)

    def _take_out(self, days: str) -> None:
        by, calendar = self._around.by, self._around.office.school_calendar
        self._do(lambda: calendar.remove(by, days), lambda _: say("schooldays.taken-out"))

    def _add(self, form: object) -> None:
        by, calendar = self._around.by, self._around.office.school_calendar
        self._do(lambda: calendar.add(by, form), lambda _: say("schooldays.added"), [form])  # type: ignore[arg-type,list-item]  # as the signal says

    def _close_on(self, day: object) -> None:
        by, calendar = self._around.by, self._around.office.school_calendar
        snow = DaysForm(DaysKind.SNOW, day, day)  # type: ignore[arg-type]  # as the signal says
        self._do(lambda: calendar.snow_day(by, snow.first), lambda _: say("schooldays.added"), [snow])

    def _take(self, ticked: tuple[int, ...]) -> None:
        if self._told is None:
            return
        told, by, calendar = self._told, self._around.by, self._around.office.school_calendar
        forms = [told.days.offers[place].form for place in ticked]
        self._do(
            lambda: calendar.import_days(by, forms, digest=told.digest),
            lambda done: say("daysfile.taken", n=done.value),
            forms,
        )

    def _do(
        self, deed: Callable[[], T], done: Callable[[T], Message], entered: Sequence[DaysForm] = ()
    ) -> None:
        def end(found: T) -> None:
            self.rest()
            self.adding.show_added()
            self.said.emit(BannerModel(State.FINE, done(found)))
            self.load()
            self._look_for_posts(entered)

        self._around.performer.perform(deed, done=end, failed=self._refused, origin=self)

    def _look_for_posts(self, entered: Sequence[DaysForm]) -> None:
        """Say which planned posts lie on days off or exams just entered, and offer to move them."""
        if not entered:
            return
        lying, by = self._around.office.lying, self._around.by
        self._around.performer.perform(
            lambda: lying.posts(by, entered), done=self._say_posts, failed=self._refused, origin=self
        )

    def _say_posts(self, found: LyingPosts) -> None:
        if not found.slots:
            return
        happened, details = lying_said(found)
        if not found.moves:
            self.banners.say_note(happened, *details, state=State.DOUBT)
            return
        move = "schooldays.move-clear" if found.exams else "schooldays.move-posts"
        words = say(move, n=len(found.moves))
        way = partial(self._move, found)
        self.banners.lead_on(happened, *details, words=words, way=way, state=State.DOUBT)

    def _move(self, found: LyingPosts) -> None:
        arranging, by = self._around.office.arranging, self._around.by
        said = "schooldays.posts-cleared" if found.exams else "schooldays.posts-moved"

        def moved(done: Done[Edits]) -> None:
            self.banners.say_done(say(said, n=len(done.value)), undo=partial(self._move_back, done.value))

        self._around.performer.perform(
            lambda: arranging.rearrange(by, found.moves), done=moved, failed=self._refused, origin=self
        )

    def _move_back(self, edits: Edits) -> None:
        arranging, by = self._around.office.arranging, self._around.by
        self._around.performer.perform(
            lambda: arranging.rearrange(by, back(edits)),
            done=lambda _done: self.banners.say_done(say("gridui.undone")),
            failed=self._refused,
            origin=self,
        )

    def _refused(self, error: KnownError) -> None:
        if not isinstance(error, NotAllowed) or not self.adding.show_refusal(error):
            self.said.emit(banner_of(error))

    def _choose(self) -> None:
        told = self._words.say
        dialog = QFileDialog(self, told("daysfile.choose-title"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{told('daysfile.kinds')} ({_ENDINGS})", f"{told('shell.all-files')} (*)"])
        dialog.filesSelected.connect(lambda names: self.read(Path(names[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self, asked: int, told: ToldDays) -> None:
        if asked == self._asked:
            self._told = told
            self.file.show_told(file_model(told))

    def _unread(self, asked: int, error: KnownError) -> None:
        if asked == self._asked:
            self.file.rest()
            self.said.emit(banner_of(error))

    def _lay_out(self) -> None:
        first, second = QWidget(), QWidget()
        for side, cards in ((first, (self.days,)), (second, (self.file, self.adding))):
            column = QVBoxLayout(side)
            column.setSpacing(SPACE_PX + 4)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        sides = Sides(
            scrolled(first, "school-days"),
            scrolled(second, "school-days-more"),
            shares=(1, 1),
            names=[self._words.say(f"schooldays.tab-{one}") for one in ("days", "add")],
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.banners)
        whole.addWidget(self.closed)
        whole.addWidget(sides, 1)
