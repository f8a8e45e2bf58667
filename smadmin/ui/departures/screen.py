"""The screen *Departures*: what is under way, a form that begins one, and the lines of the one that is open.

The main button always does the next thing; any other line can be chosen. Nothing of it is kept here: what was
settled stands in the record, so it can be left halfway and gone on with by somebody else.
"""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.departures import SETTLED_BY, How, LineKind
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.services.departure_views import Choice, Seen
from smadmin.ui.banners import banner_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.departures.ahead import AtOnce
from smadmin.ui.departures.begin import BeginCard
from smadmin.ui.departures.deeds import DepartureDeeds
from smadmin.ui.departures.line import LineRow
from smadmin.ui.departures.listing import DepartureList
from smadmin.ui.departures.model import Act, DepartureModel, LineModel, departure_model, leaver_of
from smadmin.ui.departures.notes import DepartureNotes
from smadmin.ui.departures.passwords import Passwords
from smadmin.ui.header import ScreenHeader
from smadmin.ui.publish.outside import may_open
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State

_MINUTE_MS = 20_000


class DeparturesScreen(Screen):
    """Departures."""

    NOUNS = frozenset({"departures", "credentials", "accounts", "people", "keys"})

    def __init__(self, around: Surroundings) -> None:
        """Build it empty; `load` fills it."""
        super().__init__()
        self._around, self._words = around, around.words
        self._open, self._wanted, self._leaver, self._shown = "", "", "", ""
        self._opened: frozenset[str] = frozenset()
        self._seen: Seen | None = None
        self._choice: Choice | None = None
        self._working = False
        self.model: DepartureModel | None = None
        self.deeds = DepartureDeeds(around, self)
        self.deeds.began.connect(self._began)
        self.deeds.working.connect(self._work)
        self.deeds.settled.connect(self._settled)
        self.passwords = Passwords(around, self.deeds, self._render_main)
        self.deeds.failed.connect(lambda error: self.bannerAsked.emit(banner_of(error)))
        self.header = ScreenHeader(self._words.say("departures.title"))
        self.back = Button(self._words.say("founding.back"), icon="arrow-left")
        self.back.clicked.connect(self.backAsked)
        self.header.lead_with(self.back)
        self.clock = self.header.add_chip(State.NOTE, "")
        self.all = Button(self._words.say("departures.all"), kind=ButtonKind.QUIET)
        self.all.clicked.connect(lambda: self.open_subject(""))
        self.header.add_button(self.all)
        self.main = self.header.set_main(self._words.say("departures.begin"))
        self.header.mainChosen.connect(self._go_on)
        self.head.addWidget(self.header)
        self.begin = BeginCard(self._words)
        self.begin.changed.connect(self._render_main)
        self.at_once = AtOnce(around, self)
        self.at_once.came.connect(self._render_main)
        self.begin.body.addWidget(self.at_once)
        self.notes = DepartureNotes(self._words)
        self._list, self.lines = DepartureList(self._words), QWidget()
        self._list.chosen.connect(self.open_subject)
        self._rows: dict[str, LineRow] = {}
        column = QVBoxLayout(self.lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        self.page.addWidget(self._list)
        self.page.addWidget(self.begin)
        self.page.addWidget(self.notes)
        self.page.addWidget(self.lines)
        self.page.addStretch(1)
        self._ticks = QTimer(self, interval=_MINUTE_MS)
        self._ticks.timeout.connect(self._tick)

    def open_subject(self, subject: str) -> None:
        """Show one departure, somebody's form (`leaver_subject`), or the beginning."""
        person = leaver_of(subject)
        self._leaver = person
        self._open = "" if person else subject
        self._wanted, self._opened, self._seen = "", frozenset(), None
        self._clear()
        self.load()

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        by, views, wanted = self._around.by, self._around.office.departure_views, self._open
        self._around.performer.perform(
            lambda: (views.choice(by), views.see(by, wanted) if wanted else None),
            done=lambda read: self._came(wanted, *read),
            origin=self,
        )

    @override
    def shown(self) -> None:
        super().shown()
        self._ticks.start()

    @override
    def settle(self) -> None:
        self._ticks.stop()
        self.passwords.forget(self._rows.values())

    # ---- rendering

    def _came(self, wanted: str, choice: Choice, seen: Seen | None) -> None:
        if wanted != self._open:  # another one was opened meanwhile, and is on its way
            return
        self._choice, self._seen = choice, seen
        self._working = False  # only now does the main button mean what comes next
        if self._open and seen is None:
            self._open = ""
        self.begin.show_choice(choice)
        self.at_once.forget()  # something may have changed since it was told
        if self._leaver:
            self.begin.choose(self._leaver)
            self._leaver = ""
        self.loaded(self._render)

    def _render(self) -> None:
        drilling = self._seen is not None
        self.begin.setVisible(not drilling and self._choice is not None and not self._choice.blockers)
        self._list.setVisible(not drilling)
        self.lines.setVisible(drilling)
        self.clock.setVisible(drilling)
        self.all.setVisible(drilling)
        self.back.setVisible(not drilling)
        if self._seen is None:
            self.model = None
            self.notes.show_notes(())
            self.header.title.show_text(self._words.say("departures.title"))
            self.header.note.show_text("")
            if self._choice is not None:
                self._list.show_all(self._choice)
        else:
            self.model = departure_model(
                self._seen,
                platforms=self._around.office.policy.platforms,
                now=self._around.now,
                wanted=self._wanted,
                opened=self._opened,
            )
            self._render_drill(self.model)
        self._render_main()

    def _render_drill(self, model: DepartureModel) -> None:
        words = self._words
        self.header.title.show_text(words(model.title))
        self.header.note.show_text(words(model.count))
        self.clock.show_state(model.clock[0], words(model.clock[1]))
        column = self.lines.layout()
        if not isinstance(column, QVBoxLayout):
            return
        self.notes.show_notes(model.notes)
        for place, line in enumerate(model.lines):
            self._put(line, column, place, unfolded=line.key == model.current)
        seen = f"{model.current} {model.act}"
        if model.current and seen != self._shown:
            self.reveal(self._rows[model.current])
        self._shown = seen

    def _put(self, line: LineModel, column: QVBoxLayout, place: int, *, unfolded: bool) -> None:
        """Put a line's row in its place; one that shows the same already stays, with what is typed in it."""
        old = self._rows.get(line.key)
        if old is not None and old.model == line and old.unfolded is unfolded:
            return
        sample = self._around.office.school.sample
        row = LineRow(line, self._words, unfolded=unfolded, opened=line.key in self._opened, sample=sample)
        row.chosen.connect(self._choose)
        row.pageAsked.connect(self._open_page)
        row.denied.connect(lambda key: self.deeds.settle(self._open, key, How.NOT_THEIRS, opened=True))
        row.waived.connect(lambda key, why: self.deeds.settle(self._open, key, How.WAIVED, why))
        row.elsewhere.connect(lambda key, where: self.deeds.settle(self._open, key, How.ELSEWHERE, where))
        if line.account is not None:
            log_in = f"log-in:{line.account.id}"
            row.moreAsked.connect(lambda: self._around.doors.open("accounts", log_in))
        self.passwords.take(row)
        if old is not None:
            column.replaceWidget(old, row)
            old.hide()
            old.deleteLater()
        else:
            column.insertWidget(place, row)
        self._rows[line.key] = row

    def _render_main(self) -> None:
        model, words = self.model, self._words
        if model is None:
            self.main.show()
            self.main.show_words(words.say("departures.begin"))
            acting = self._around.acting
            by = None if acting is None else acting.person.id
            missing = words.reasons(self.begin.blockers(by)[:1])
            if missing or self._choice is None:
                self.at_once.forget()
            else:
                self.at_once.look(self.begin.leaving, self._choice)
                missing = tuple(words(one) for one in self.at_once.refused)
            busy = self._working or not (missing or self.at_once.ready)
            self.header.show_missing([words.say("departures.working")] if busy else missing)
            return
        self.main.setVisible(model.act is not None)
        if model.act is None or model.act_said is None:
            self.header.show_missing(())
            return
        self.main.show_words(words(model.act_said))
        if self._working:
            self.header.show_missing([words.say("departures.working")])
        elif model.act is Act.KEEP and self.passwords.lacks(self._rows.get(model.current)):
            self.header.show_missing([words.say("departures.make-first")])
        else:
            self.header.show_missing(words.reasons(model.missing[:1]))

    def _tick(self) -> None:
        if self.isVisible() and self._seen is not None and not self._working:
            self._render()

    # ---- acts

    def _go_on(self) -> None:
        model = self.model
        if model is None:
            self.deeds.begin(self.begin.leaving)
        elif model.act is Act.OPEN:
            self._open_page(model.current)
        elif model.act is Act.KEEP:
            self.passwords.keep(self._rows[model.current])
        elif model.act is Act.RIGHTS:
            self.deeds.ask_end_rights(model.id, model.title)
        elif model.act is Act.COPIES:
            self.deeds.lock_copies(model.id)
        elif model.act is Act.PROFILES and self._seen is not None:
            self.deeds.remove_profiles(self._seen, model.current)
        elif model.act is Act.SAY:
            self._rows[model.current].ask_who()
        elif model.act is Act.END:
            self.deeds.end(model.id)
        elif self._seen is not None:
            self._settle_current(model, self._seen)

    def _settle_current(self, model: DepartureModel, seen: Seen) -> None:
        line = seen.departure.line(model.current)
        if line is not None:  # the button says *done* only once its page was opened, or where it has none
            self.deeds.settle(model.id, line.key, SETTLED_BY[line.kind], opened=True)

    def _choose(self, key: str) -> None:
        self._wanted = key
        self._render()

    def _open_page(self, key: str) -> None:
        model = self.model
        line = None if model is None else next((one for one in model.lines if one.key == key), None)
        if line is None or line.account is None:
            return
        self._wanted, whose = key, "" if model is None else model.id
        sample = self._around.office.school.sample
        if not sample and may_open(line.address):
            self.deeds.open_page(line.account, line.address, lambda: self._page_opened(whose, key))
        elif not sample:
            self.deeds.failed.emit(KnownError(say("accounts.page-foreign", account=line.account.label)))
        if sample or line.line.kind is LineKind.PASSWORD:  # that is proven by what is kept, not by a page
            self._page_opened(whose, key)

    def _page_opened(self, departure: str, key: str) -> None:
        """Go on once the page is open indeed: what is signed of a line says so."""
        if self.model is not None and self.model.id == departure:
            self._opened |= {key}
            self._render()
            self.passwords.make(self._rows.get(key))

    def _began(self, departure: str) -> None:
        self.begin.empty()
        self.open_subject(departure)

    def _work(self) -> None:
        self._working = True
        self._render_main()

    def _settled(self) -> None:
        self._wanted = ""
        self.load()

    def _clear(self) -> None:
        column = self.lines.layout()
        if column is not None:
            empty_layout(column)
        self._rows = {}
