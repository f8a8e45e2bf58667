"""Weeks that are signed elsewhere: the file that goes, the file that comes, and what was signed on paper."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.given_weeks import GivenWeek
from smadmin.domain.ids import PersonId, SlotId
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.domain.week import WEEK
from smadmin.services.week import WeekView
from smadmin.services.week_away import ENDING, WeekReply, WeekVisit
from smadmin.services.written_tables import write_file
from smadmin.ui.plan.weekly_forms import PaperDialog, SignerDialog, only_here_said
from smadmin.ui.plan.weekly_pages import ShownPage, sections_of, sent_page
from smadmin.ui.plan.weekly_places import ask_to_save
from smadmin.ui.plan.weekly_read import Choice, WeekDialog
from smadmin.ui.screen import Screen
from smadmin.ui.stages import weekday_short
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State
from smadmin.ui.undoing import UndoBanners

_SUFFIX = ENDING.removeprefix(".")
_WAITS = "weekly.visit-waits"


class WeekMailing(QObject):
    """What goes out to be signed, and what comes in."""

    def __init__(self, around: Surroundings, screen: Screen, banners: UndoBanners) -> None:
        """Stand beside the plan."""
        super().__init__(screen)
        self._around, self._screen, self._banners = around, screen, banners
        self._struck: dict[str, frozenset[SlotId]] = {}

    def forget(self) -> None:
        """Forget what was struck of weeks that came: somebody else sits down."""
        for asked in self._struck:
            self._banners.dismiss(_key(asked))
        self._struck.clear()

    def posts(self, view: WeekView) -> tuple[Choice, ...]:
        """Word a week's posts, one a line."""
        called = {one.account.id: one.account.called for one in view.accounts}
        return tuple(
            (one.slot.id, self._said(one.slot.day, one.slot.topic, called.get(one.slot.account, "")))
            for one in view.slots
        )

    def ask_whom(self, monday: date) -> None:
        """Ask to whom a week goes."""
        away, by = self._around.office.week_away, self._around.by

        def ask(found: tuple[tuple[Person, ...], frozenset[PersonId]]) -> None:
            people, only_here = found
            here = tuple(one for one in people if one.id in only_here)
            if there := tuple(one for one in people if one.id not in only_here):
                dialog = SignerDialog(there, self._around.words, only_here=here, parent=self._screen)
                dialog.chosen.connect(lambda person: self._ask_where(monday, person))
                dialog.open()
            elif here:
                self._banners.say_note(only_here_said(here))
            else:
                self._banners.say_note(say("weekly.nobody-signs"))

        self._around.performer.perform(
            lambda: (away.signers(by), away.only_here(by)), done=ask, origin=self._screen
        )

    def send(self, monday: date, person: Person, path: Path) -> None:
        """Write the file that asks somebody to sign (an errand)."""
        office, by, words = self._around.office, self._around.by, self._around.words

        def make() -> Path:
            page, pictures = sections_of(office.weekly_pages, by, monday, words)
            return write_file(path, office.week_away.ask(by, monday, person.id, page, pictures))

        def sent(file: Path) -> None:
            self._banners.say_done(
                say("weekly.sent", file=file.name), say("weekly.sent-how", name=person.name)
            )

        self._errand(make, sent)

    def open(self, path: Path) -> None:
        """Open a file that somebody brought: a week to sign, or the answer."""
        away, by = self._around.office.week_away, self._around.by

        def came(opened: WeekVisit | WeekReply) -> None:
            if isinstance(opened, WeekVisit):
                self._show(opened)
                return
            self._around.performer.perform(
                lambda: away.take_in(by, opened), done=self._took, failed=self._failed, origin=self._screen
            )

        self._around.performer.errand(
            lambda: away.open(by, path), done=came, failed=self._failed, origin=self._screen
        )

    def enter_paper(self, monday: date) -> None:
        """Ask what was signed on paper, unless this person can't enter it anyway."""
        office, by = self._around.office, self._around.by

        def ask(found: tuple[WeekView, tuple[Person, ...], tuple[Reason, ...]]) -> None:
            view, people, blockers = found
            if blockers:
                self._failed(NotAllowed(blockers))
                return
            dialog = PaperDialog(people, self.posts(view), self._around.words, self._screen)
            dialog.day.show_day(view.today)
            dialog.given.connect(partial(self.enter, dialog, monday))
            dialog.open()

        self._around.performer.perform(
            lambda: (
                office.weeks.week(by, monday),
                office.week_paper.signers(by, monday),
                office.week_paper.begin_blockers(by, monday),
            ),
            done=ask,
            origin=self._screen,
        )

    def enter(self, dialog: PaperDialog, monday: date, given: GivenWeek, scan: Path | None) -> None:
        """Seal the scan and enter what was signed (a chain)."""
        office, by = self._around.office, self._around.by

        def enter() -> Changes:
            sealed = None if scan is None else office.scans.seal(scan)
            try:
                return office.week_paper.enter(by, monday, given, sealed)
            except KnownError:
                if sealed is not None:
                    office.scans.drop(sealed)
                raise

        def entered(_done: Changes) -> None:
            dialog.accept()
            self._banners.say_done(say("weekly.entered", day=monday))
            self._screen.load()

        self._around.performer.errand(enter, done=entered, failed=dialog.show_refused, origin=dialog)

    def _show(self, visit: WeekVisit) -> None:
        """Show a week that somebody sent, to be signed here."""
        words, office = self._around.words, self._around.office
        by = self._around.by

        def ask(read: tuple[ShownPage, WeekView]) -> None:
            page, view = read
            called = {one.account.id: one.account.called for one in view.accounts}
            unknown = words.say("weekly.account-unknown")
            posts = tuple(
                (one.id, self._said(one.day, one.topic, called.get(one.account, unknown)))
                for one in visit.slots
            )
            monday = visit.asked.monday
            last = monday + WEEK - timedelta(days=1)
            dialog = WeekDialog(
                page,
                posts,
                words,
                title=words.say("weekly.approve-week", day=monday),
                why=words.say(
                    "weekly.asked-by", name=visit.sender, first=monday, last=last, school=view.school.name
                ),
                struck=self._struck.get(visit.asked.id, ()),
                parent=self._screen,
            )
            dialog.approved.connect(partial(self._approved, visit))
            dialog.rejected.connect(lambda: self._put_off(visit, dialog.posts.struck))
            dialog.open()

        def read() -> tuple[ShownPage, WeekView]:
            view = office.weeks.week(by, visit.asked.monday)
            return sent_page(office.weekly_pages, visit, view.school, words), view

        self._around.performer.errand(read, done=ask, failed=self._failed, origin=self._screen)

    def _approved(self, visit: WeekVisit, struck: frozenset[SlotId]) -> None:
        """Ask for the passphrase and a place; who leaves either finds week and strikes again."""
        self._keep(visit, struck)
        self._around.doors.with_passphrase(partial(self._ask_answer, visit, struck))

    def _put_off(self, visit: WeekVisit, struck: frozenset[SlotId]) -> None:
        """Leave the way back to who reads a week again and still doesn't approve it."""
        if visit.asked.id in self._struck:
            self._keep(visit, struck)

    def _keep(self, visit: WeekVisit, struck: frozenset[SlotId]) -> None:
        self._struck[visit.asked.id] = struck
        self._banners.lead_on(
            say(_WAITS, day=visit.asked.monday),
            words=say("weekly.visit-again"),
            way=partial(self._show, visit),
            state=State.WAITS,
            key=_key(visit.asked.id),
        )

    def _ask_answer(self, visit: WeekVisit, struck: frozenset[SlotId]) -> None:
        name = f"{self._around.words.say('weekly.answer-file')}-{visit.asked.monday.isoformat()}{ENDING}"
        ask_to_save(
            self._screen, self._around.words, name, _SUFFIX, lambda path: self.answer(visit, struck, path)
        )

    def answer(self, visit: WeekVisit, struck: frozenset[SlotId], path: Path) -> None:
        """Sign a week that somebody sent, and write the answer (an errand)."""
        away, by = self._around.office.week_away, self._around.by

        def saved(file: Path) -> None:
            self._struck.pop(visit.asked.id, None)
            self._banners.dismiss(_key(visit.asked.id))
            self._banners.say_done(say("weekly.answer-saved", file=file.name))

        self._errand(lambda: write_file(path, away.sign(by, visit, struck)), saved)

    def _ask_where(self, monday: date, person: Person) -> None:
        name = f"{self._around.words.say('weekly.week-file')}-{monday.isoformat()}{ENDING}"
        ask_to_save(
            self._screen, self._around.words, name, _SUFFIX, lambda path: self.send(monday, person, path)
        )

    def _took(self, done: Done[date]) -> None:
        self._did("weekly.taken", done.value)

    def _did(self, said: str, monday: date) -> None:
        self._banners.say_done(say(said, day=monday))
        self._screen.load()

    def _errand(self, make: Callable[[], Path], done: Callable[[Path], None]) -> None:
        self._around.performer.errand(make, done=done, failed=self._failed, origin=self._screen)

    def _failed(self, error: KnownError) -> None:
        self._banners.say_error(error)

    def _said(self, day: date, topic: str, account: str) -> str:
        words = self._around.words
        return words.say(
            "weekly.approve-post", weekday=weekday_short(day), day=day, topic=topic, account=account
        )


def _key(asked: str) -> str:
    """Name the banner of one question: a second week that waits has its own."""
    return f"{_WAITS}-{asked}"
