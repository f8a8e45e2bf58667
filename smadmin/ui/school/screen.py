"""The screen *School*: the policy in force clause by clause, whom to call, and a page for another one."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.services.learning import Taught
from smadmin.services.policies import PolicySheet
from smadmin.ui.banners import banner_of
from smadmin.ui.buttons import Button
from smadmin.ui.header import ScreenHeader
from smadmin.ui.school.cards import ClauseCard, ContactsCard, InForceCard
from smadmin.ui.school.clauses import ClauseSide
from smadmin.ui.school.days_page import DaysPage
from smadmin.ui.school.editor import PolicyEditor
from smadmin.ui.school.model import ClauseLine, clause_lines
from smadmin.ui.school.own import OwnCard
from smadmin.ui.screen import Screen
from smadmin.ui.scrolled import scrolled
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX

CALENDAR = "calendar"
"""The subject that is no clause."""


class SchoolScreen(Screen):
    """The school's policy."""

    NOUNS = frozenset({"schools", "people", "learnt", "calendar"})

    def __init__(self, around: Surroundings) -> None:
        """Build it empty; `load` fills it."""
        super().__init__()
        self._around, self._words = around, around.words
        self._sheet: PolicySheet | None = None
        self._lines: dict[str, ClauseLine] = {}
        self.header = ScreenHeader(self._words.say("policies.screen-title"))
        self.main = self.header.set_main(self._words.say("policies.change"))
        self.header.mainChosen.connect(self.change)
        self.days_asked = Button(self._words.say("schooldays.open"), icon="calendar-days")
        self.days_asked.clicked.connect(self.show_days)
        self.header.add_button(self.days_asked)
        self.side = ClauseSide(self._words)
        self.side.clauseAsked.connect(self._open_clause)
        self.clause = ClauseCard(self._words)
        self.in_force = InForceCard(self._words)
        self.contacts = ContactsCard(self._words)
        self.own = OwnCard(self._words)
        self.own.removeAsked.connect(self._take_out)
        self.own.schoolAdded.connect(self._add_school)
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setSpacing(SPACE_PX + 4)
        for card in (self.clause, self.in_force, self.contacts, self.own):
            column.addWidget(card)
        column.addStretch(1)
        names = [self._words.say(f"policies.tab-{one}") for one in ("clauses", "policy")]
        self._sides = Sides(
            self.side,
            scrolled(cards, "policy-cards"),
            shares=(6, 5),
            names=names,
        )
        self.side.list.rowOpened.connect(self._sides.turn_to_second)
        self._editor: PolicyEditor | None = None
        self._days: DaysPage | None = None
        self.head.addWidget(self.header)
        self.page.addWidget(self._sides, 1)

    @property
    def editor(self) -> PolicyEditor:
        """The page on which another policy is put in force; made when somebody first goes there."""
        if self._editor is None:
            self._editor = PolicyEditor(self._around, self)
            self._editor.left.connect(self.go_back)
            self._editor.putInForce.connect(self._changed)
            self._editor.said.connect(self.bannerAsked)
            self._editor.header.hide()
            self._editor.hide()
            self.head.addWidget(self._editor.header)
            self.page.addWidget(self._editor, 1)
        return self._editor

    @property
    def days(self) -> DaysPage:
        """The page of the school's calendar; made when somebody first goes there."""
        if self._days is None:
            self._days = DaysPage(self._around, self)
            self._days.left.connect(self.go_back)
            self._days.said.connect(self.bannerAsked)
            self._days.header.hide()
            self._days.hide()
            self.head.addWidget(self._days.header)
            self.page.addWidget(self._days, 1)
        return self._days

    @override
    def parts(self) -> tuple[Callable[[], object], ...]:
        return (lambda: self.editor, lambda: self.editor.written.values, lambda: self.days)

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        office, by = self._around.office, self._around.by
        self._around.performer.perform(
            lambda: (office.policies.sheet(by), office.learning.taught(by), office.own_numbers.blockers(by)),
            done=lambda read: self.loaded(lambda: self._show(*read)),
            origin=self,
        )

    def open_subject(self, subject: str) -> None:
        """Show one clause, by its demand's id, or the calendar."""
        if subject == CALENDAR:
            self.show_days()
            return
        self.go_back()
        self.side.list.choose(subject)
        self._open_clause(subject)

    def change(self) -> None:
        """Go to the page on which another policy is put in force."""
        if self._sheet is not None:
            self._show_page(self.editor)
            self.editor.open_on(self._sheet)

    def show_days(self) -> None:
        """Go to the school's calendar."""
        self.go_back()
        self._show_page(self.days)
        self.days.load()

    def go_back(self) -> None:
        """Show the policy in force."""
        for page in (self._editor, self._days):
            if page is not None:
                page.header.hide()
                page.hide()
        if self._days is not None:
            self._days.rest()
        self.header.show()
        self._sides.show()

    def _show_page(self, page: PolicyEditor | DaysPage) -> None:
        self.header.hide()
        self._sides.hide()
        page.header.show()
        page.show()

    def _show(self, sheet: PolicySheet, taught: Taught, blockers: tuple[Reason, ...]) -> None:
        self._sheet = sheet
        lines = () if sheet.pack is None else clause_lines(sheet.pack, self._words.language)
        self._lines = {line.demand: line for line in lines}
        self.side.show_clauses(lines)
        self.in_force.show_policy(sheet)
        self.contacts.show_policy(sheet.pack)
        self.own.show_taught(taught, blockers)
        if self._days is not None and self._days.isVisible():
            self._days.load()

    def _take_out(self, kind: str, what: str) -> None:
        office, by = self._around.office, self._around.by
        deeds = {
            "words": office.learning.remove_word,
            "handles": office.learning.remove_handle,
            "phones": office.own_numbers.forget,
            "schools": office.learning.remove_school,
        }
        self._teach(lambda: deeds[kind](by, what))

    def _add_school(self, name: str) -> None:
        by, learning = self._around.by, self._around.office.learning
        self._teach(lambda: learning.add_school(by, name))

    def _teach(self, deed: Callable[[], Changes]) -> None:
        self._around.performer.perform(
            deed,
            done=lambda _: self.load(),
            failed=lambda error: self.bannerAsked.emit(banner_of(error)),
            origin=self,
        )

    def _open_clause(self, demand: str) -> None:
        if demand in self._lines:
            self.clause.show_clause(self._lines[demand])

    def _changed(self, banner: object) -> None:
        self.go_back()
        self.load()
        self.bannerAsked.emit(banner)
