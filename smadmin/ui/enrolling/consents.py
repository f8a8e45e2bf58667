"""Consents to matching entered in a list: the forms' day once, then each guardian's name, line by line.

Only children whose faces are looked for stand here, and only until their consent does.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import StudentId
from smadmin.domain.messages import say
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import CONSENT_DAYS, MatchingConsent, Roster
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.enrolling.consent_rows import ConsentRow, consent_rows, rows_shown
from smadmin.ui.fields import DateField, Field
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.photos.page import Page
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.typed import keep_words


class ConsentsPage(Page):
    """The page; `left` is called when nobody wants it any more."""

    def __init__(self, around: Surroundings, screen: Screen, *, left: Callable[[], None]) -> None:
        """Begin without children."""
        super().__init__(around, screen)
        keep_words(self)
        words = self.words
        self._rows: tuple[ConsentRow, ...] = ()
        self._shown: tuple[ConsentRow, ...] = ()
        self.guardians: dict[StudentId, QLineEdit] = {}
        self._blockers: tuple[Reason, ...] = ()
        self.header.title.show_text(words.say("enrollui.consents-title"))
        self.back(words.say("enrollui.back"), left)
        self.main = self.header.set_main(words.say("enrollui.consents-enter", n=0))
        self.header.mainChosen.connect(self._enter)
        self.given_on = DateField(words)
        card = Card()
        card.body.addWidget(PlainLabel(words.say("enrollui.consents-means"), kind=TextKind.MUTED))
        self.day_field = Field(words.say("studentui.consent-given"), self.given_on)
        card.body.addWidget(self.day_field)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(words.say("studentui.search"))
        self.search.setAccessibleName(words.say("studentui.search"))
        self.search.textChanged.connect(self._find)
        card.body.addWidget(self.search)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_PX)
        card.body.addLayout(self._lines)
        self.more = PlainLabel("", kind=TextKind.NOTE)
        card.body.addWidget(self.more)
        self.body.addWidget(card)
        self.body.addStretch(1)

    @override
    def enter(self) -> None:
        super().enter()
        self.load()

    @override
    def keyboard_place(self) -> QWidget:
        return self.given_on

    @override
    def load(self) -> None:
        """Read who has no consent yet."""
        office, by = self.around.office, self.around.by
        self.perform(
            lambda: (
                office.students.roster(by),
                office.pack.roster_mode,
                office.school.local(office.desk.now).date(),
                office.students.blockers(by),
            ),
            self._came,
        )

    def _came(self, read: tuple[Roster, RosterMode, date, tuple[Reason, ...]]) -> None:
        roster, mode, today, self._blockers = read
        self._rows = consent_rows(roster, mode, today)
        self.given_on.setMaximumDate(QDate(today.year, today.month, today.day))
        self.given_on.setDate(QDate(today.year, today.month, today.day))
        self.day_field.setVisible(bool(self._rows))
        self.search.setVisible(bool(self._rows))
        self._show({})

    def _find(self) -> None:
        self._show({child: line.text() for child, line in self.guardians.items() if line.text().strip()})

    def _show(self, typed: dict[StudentId, str]) -> None:
        """Show the children that are searched for, with what was typed beside them."""
        self._shown, more = rows_shown(self._rows, self.search.text(), typed)
        empty_layout(self._lines)
        self.guardians = {}
        for row in self._shown:
            self._lines.addWidget(self._line(row))
            self.guardians[row.student].setText(typed.get(row.student, ""))
        if not self._shown:
            said = "studentui.none-found" if self._rows else "enrollui.consents-nobody"
            self._lines.addWidget(PlainLabel(self.words.say(said)))
        self.more.show_text(self.words.say("enrollui.consents-more", n=more))
        self.more.setVisible(more > 0)
        self._typed()

    def _line(self, row: ConsentRow) -> QWidget:
        guardian = QLineEdit()
        guardian.setPlaceholderText(self.words.say("studentui.consent-guardian"))
        guardian.setAccessibleName(self.words.say("enrollui.consents-of", name=row.name))
        guardian.textChanged.connect(self._typed)
        guardian.returnPressed.connect(partial(self._next, row.student))
        self.guardians[row.student] = guardian
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE_PX)
        name = PlainLabel(row.name, kind=TextKind.STRONG, fold=Fold.SHORTEN)
        groups = PlainLabel(row.groups, kind=TextKind.NOTE, fold=Fold.SHORTEN)
        for part, share in ((name, 3), (groups, 2), (guardian, 5)):
            across.addWidget(part, share)
        return line

    def _next(self, student: StudentId) -> None:
        """Go on with the next child's guardian; Return enters nothing by itself."""
        order = list(self.guardians)
        place = order.index(student) + 1
        following = self.guardians[order[place]] if place < len(order) else self.main
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def _typed(self) -> None:
        n = sum(bool(line.text().strip()) for line in self.guardians.values())
        self.main.show_words(self.words.say("enrollui.consents-enter", n=n))
        missing = () if n else (Reason(say("enrollui.consents-none")),)
        self.header.show_missing(self.words.reasons((*self._blockers, *missing)))

    def _enter(self) -> None:
        given = self.given_on.date().toPython()
        if not isinstance(given, date):
            return
        until = given + timedelta(days=CONSENT_DAYS)
        wanted = [
            (row.student, row.version, MatchingConsent(given, until, guardian))
            for row in self._shown
            if (guardian := self.guardians[row.student].text().strip())
        ]
        by, consents = self.around.by, self.around.office.consents
        self.perform(
            lambda: consents.give_all(by, wanted), partial(self._entered, len(wanted)), self._refused
        )

    def _entered(self, count: int, _changes: Changes) -> None:
        self.host.bannerAsked.emit(BannerModel(State.FINE, say("enrollui.consents-entered", n=count)))
        by, portraits = self.around.by, self.around.office.portraits
        self.around.performer.errand(
            lambda: [step.done for step in portraits.make_patterns(by)], failed=self._refused, origin=self
        )
        self.load()

    def _refused(self, error: KnownError) -> None:
        self.host.bannerAsked.emit(banner_of(error))
