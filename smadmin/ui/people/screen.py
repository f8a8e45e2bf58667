"""The screen *People*: everybody whom the school's record knows, and one person open beside the list."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import PersonId
from smadmin.domain.people import Person
from smadmin.services.people import Register
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.departures.model import leaver_subject
from smadmin.ui.empty import nothing_chosen
from smadmin.ui.header import ScreenHeader
from smadmin.ui.people.computers import ComputersCard
from smadmin.ui.people.deeds import PeopleDeeds
from smadmin.ui.people.model import PersonModel, person_model, person_row
from smadmin.ui.people.reach import ReachCard
from smadmin.ui.people.roles import RolesCard
from smadmin.ui.people.side import PeopleSide
from smadmin.ui.screen import Screen
from smadmin.ui.scrolled import empty_area, fill
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.undoing import UndoBanners


class PersonPanel(QWidget):
    """The cards of one person."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        """Begin without a person."""
        super().__init__(parent)
        self.reach = ReachCard(around.words)
        self.roles = RolesCard(around.words)
        self.computers = ComputersCard(around.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        for card in (self.reach, self.roles, self.computers):
            column.addWidget(card)
        column.addStretch(1)

    def show_person(self, model: PersonModel) -> None:
        """Show somebody."""
        for card in (self.reach, self.roles, self.computers):
            card.show_person(model)

    def rest(self) -> None:
        """Put every form away."""
        for card in (self.reach, self.roles, self.computers):
            card.fold()


class PeopleScreen(Screen):
    """Who may do what, and from when."""

    NOUNS = frozenset({"people", "keys", "accounts"})

    def __init__(self, around: Surroundings) -> None:
        """Build it empty; `load` fills it."""
        super().__init__()
        self._around, self._words = around, around.words
        self._register: Register | None = None
        self._open: PersonId | None = None
        self.model: PersonModel | None = None
        self.banners = UndoBanners(self._words)
        self.deeds = PeopleDeeds(around, self.banners, self)
        self.deeds.settled.connect(self._settled)
        self._build_head()
        self._build_sides()
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.side.find_person)

    @override
    def parts(self) -> tuple[Callable[[], object], ...]:
        return (lambda: self.panel,)

    def open_subject(self, subject: str) -> None:
        """Show one person."""
        self._open = PersonId(subject)
        self.side.list.choose(subject)
        self._sides.turn_to_second()
        self._render_panel()

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        by, people = self._around.by, self._around.office.people
        self._around.performer.perform(
            lambda: people.register(by), done=self._came, failed=self.banners.say_error, origin=self
        )

    @override
    def settle(self) -> None:
        if "panel" in vars(self):
            self.panel.computers.fold()
        self.banners.quiet()

    @cached_property
    def panel(self) -> PersonPanel:
        """The cards of the open person; made ahead, for all at once take long."""
        panel, deeds = PersonPanel(self._around, self._area.viewport()), self.deeds
        fill(self._area, panel)
        panel.reach.corrected.connect(self._correct)
        panel.roles.given.connect(lambda wish: self._on_person(lambda one: deeds.give(one, wish)))
        panel.roles.endAsked.connect(lambda line: self._on_person(lambda one: deeds.end(one, line, self)))
        panel.computers.screenAsked.connect(self._around.doors.open)
        panel.computers.seatAsked.connect(self._ask_seat)
        panel.computers.changed.connect(deeds.change_passphrase)
        panel.computers.renewed.connect(self._renew)
        deeds.giveRefused.connect(self._give_refused)
        deeds.correctRefused.connect(self._correct_refused)
        deeds.passphraseRefused.connect(self._passphrase_refused)
        return panel

    # ---- rendering

    def _came(self, register: Register) -> None:
        self._register = register
        if self._open not in {one.person.id for one in register.files}:
            mine = self._around.by.person
            self._open = mine if mine is not None else None
        self.loaded(self._render)

    def _render(self) -> None:
        register = self._register
        if register is None:
            return
        rows = [person_row(one, register.today) for one in register.files]
        lacking = sum(1 for row in rows if row.state is not None)
        counted = self._words.say("peopleui.people", n=len(rows))
        note = self._words.say("peopleui.note", people=counted, n=lacking) if lacking else counted
        self.header.note.show_text(note)
        self.header.show_missing(self._words.reasons(register.may_let_in))
        self.side.show_people(rows, self._open or "")
        self._render_panel()

    def _render_panel(self) -> None:
        register = self._register
        if register is None:
            return
        found = next((one for one in register.files if one.person.id == self._open), None)
        self.model = None if found is None else person_model(found, register, self._around.by.person)
        self._right.setCurrentWidget(self._nobody if self.model is None else self._area)
        if self.model is not None:
            self.panel.show_person(self.model)

    # ---- what is pressed

    def _on_person(self, do: Callable[[PersonModel], None]) -> None:
        if self.model is not None:
            do(self.model)

    def _open_row(self, person: str) -> None:
        self._open = PersonId(person)
        self._render_panel()
        self._area.verticalScrollBar().setValue(0)

    def _correct(self, person: Person) -> None:
        self.deeds.correct(person)

    def _renew(self, passphrase: str, lost: bool) -> None:
        self._on_person(lambda one: self.deeds.renew(one, passphrase, lost=lost))

    def _ask_seat(self) -> None:
        self._around.performer.errand(
            self._around.office.find_seat, done=self.panel.computers.show_seat, origin=self
        )

    def _give_refused(self, error: KnownError) -> None:
        if isinstance(error, NotAllowed):
            self.panel.roles.show_error(self._words.reasons(error.reasons))
        else:
            self.banners.say_error(error)

    def _correct_refused(self, error: KnownError) -> None:
        if isinstance(error, NotAllowed):
            self.panel.reach.show_reasons(error.reasons)
        else:
            self.banners.say_error(error)

    def _passphrase_refused(self, error: KnownError) -> None:
        form = self.panel.computers.form
        if form is None:
            self.banners.say_error(error)
            return
        form.show_refused(error)
        if not isinstance(error, NotAllowed) and not form.own:
            self.banners.say_error(error)

    def _settled(self) -> None:
        self.panel.rest()
        self.load()

    # ---- layout

    def _build_head(self) -> None:
        words = self._words
        self.header = ScreenHeader(words.say("peopleui.title"))
        self.main = self.header.set_main(words.say("peopleui.let-in-main"))
        self.header.mainChosen.connect(lambda: self._around.doors.open("newcomer"))
        self.leaves = Button(words.say("departures.somebody-leaves"), kind=ButtonKind.SMALL)
        self.leaves.clicked.connect(lambda: self._around.doors.open("departures", leaver_subject(self._open)))
        self.header.add_button(self.leaves)
        self.listed = Button(words.say("reviewers.title"), kind=ButtonKind.SMALL)
        self.listed.clicked.connect(lambda: self._around.doors.open("reviewers"))
        self.header.add_button(self.listed)
        self.head.addWidget(self.header)
        self.head.addWidget(self.banners)

    def _build_sides(self) -> None:
        words = self._words
        self.side = PeopleSide(words)
        self._right = QStackedWidget()
        names = [words.say(f"peopleui.tab-{one}") for one in ("all", "one")]
        self._sides = Sides(self.side, self._right, shares=(4, 8), names=names)
        self.page.addWidget(self._sides, 1)
        self._nobody = nothing_chosen(words.say("peopleui.nobody-chosen"))
        self._area = empty_area("person", self._right)
        for part in (self._nobody, self._area):
            self._right.addWidget(part)
        self.side.personChosen.connect(self._open_row)
        self.side.personOpened.connect(self._sides.turn_to_second)
