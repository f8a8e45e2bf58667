"""The screen *School*: the policy in force clause by clause, whom to call, and a page for another one."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.services.learning import Taught
from smadmin.services.policies import PolicySheet
from smadmin.ui.banners import banner_of
from smadmin.ui.header import ScreenHeader
from smadmin.ui.school.cards import ClauseCard, ContactsCard, InForceCard
from smadmin.ui.school.clauses import ClauseSide
from smadmin.ui.school.editor import PolicyEditor
from smadmin.ui.school.model import ClauseLine, clause_lines
from smadmin.ui.school.own import OwnCard
from smadmin.ui.screen import Screen
from smadmin.ui.scrolled import scrolled
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX

_LEAST_BESIDE_PX = 820


class SchoolScreen(Screen):
    """The school's policy."""

    NOUNS = frozenset({"schools", "people", "learnt"})

    def __init__(self, around: Surroundings) -> None:
        """Build it empty; `load` fills it."""
        super().__init__()
        self._around, self._words = around, around.words
        self._sheet: PolicySheet | None = None
        self._lines: dict[str, ClauseLine] = {}
        self.header = ScreenHeader(self._words.say("policies.screen-title"))
        self.main = self.header.set_main(self._words.say("policies.change"))
        self.header.mainChosen.connect(self.change)
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
            least_px=_LEAST_BESIDE_PX,
            names=names,
        )
        self.side.list.rowOpened.connect(self._sides.turn_to_second)
        self._editor: PolicyEditor | None = None
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

    @override
    def parts(self) -> tuple[Callable[[], object], ...]:
        return (lambda: self.editor, lambda: self.editor.written.values)

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
        """Show one clause, by its demand's id."""
        self.go_back()
        self.side.list.choose(subject)
        self._open_clause(subject)

    def change(self) -> None:
        """Go to the page on which another policy is put in force."""
        if self._sheet is not None:
            self._show_editor(self.editor)
            self.editor.open_on(self._sheet)

    def go_back(self) -> None:
        """Show the policy in force."""
        if self._editor is not None:
            self._editor.header.hide()
            self._editor.hide()
        self.header.show()
        self._sides.show()

    def _show_editor(self, editor: PolicyEditor) -> None:
        self.header.hide()
        self._sides.hide()
        editor.header.show()
        editor.show()

    def _show(self, sheet: PolicySheet, taught: Taught, blockers: tuple[Reason, ...]) -> None:
        self._sheet = sheet
        lines = () if sheet.pack is None else clause_lines(sheet.pack, self._words.language)
        self._lines = {line.demand: line for line in lines}
        self.side.show_clauses(lines)
        self.in_force.show_policy(sheet)
        self.contacts.show_policy(sheet.pack)
        self.own.show_taught(taught, blockers)

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
