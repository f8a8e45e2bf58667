"""Who sits down: asking at the gate, for a first person or for a second one who takes the chair."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.schools import School
from smadmin.services.asking import pending
from smadmin.services.mending import is_grave
from smadmin.services.office import Office
from smadmin.services.sample.making import PASSPHRASE
from smadmin.services.session import Sitter, Unlocked
from smadmin.services.sitting import Arrival, Expected, expected, pins_off, sit_down
from smadmin.ui.founding.joining import Joining
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.shell.gate import GateScreen
from smadmin.ui.shell.model import SitDownModel, in_sample, sit_down_model
from smadmin.ui.wording import Wording

GATE = "gate"


@dataclass(frozen=True)
class _Found:
    """Who can sit down here.

    Args:
        barred: why nobody's passphrase would open anything, or whose lock is spoilt.
        pins_off: why nobody new sits down with a code, or None.
        waits: whether somebody asked here for a key, and has one by now, or could sign in with none before.
    """

    sitters: tuple[Sitter, ...]
    expected: tuple[Expected, ...]
    barred: KnownError | None
    pins_off: KnownError | None
    waits: bool = False


class Seating(QObject):
    """Leads people to a chair.

    Signals:
        satDown: the `Unlocked` who sits now.
        chairKept: the second person didn't sit down after all.
        newcomerAsked: somebody who isn't listed wants to sit down.
        putBackAsked: a backup that brings somebody's key is to be put into this folder.
        broken: a `KnownError` of the data folder itself; nobody can sit down before it is mended.
    """

    satDown = Signal(object)
    chairKept = Signal()
    newcomerAsked = Signal()
    putBackAsked = Signal()
    broken = Signal(object)

    def __init__(
        self, frame: Frame, performer: Performer, words: Wording, *, office: Office, school: School
    ) -> None:
        """Put the gate into a frame."""
        super().__init__(frame)
        self._frame, self._performer, self._words = frame, performer, words
        self._office, self._school = office, school
        self._first: Unlocked | None = None
        self._last: PersonId | None = None
        self._new: str = ""
        self._owes_page = False
        self.joining = Joining(frame, performer, words, office=office)
        self.joining.ended.connect(self.ask)
        self.joining.putBackAsked.connect(self.putBackAsked)
        self._led_on = False
        self.gate = self._make_gate()

    def renew(self) -> None:
        """Make a new gate, after the frame has dropped its screens."""
        self.gate = self._make_gate()
        self.joining.renew()

    def take_owed(self) -> bool:
        """Tell once whether whoever sits down now should read the page for staff."""
        owes, self._owes_page = self._owes_page, False
        return owes

    def ask(self) -> None:
        """Ask who sits down."""
        self._first = None
        self._read(self._show_alone)

    def ask_second(self, first: Unlocked) -> None:
        """Ask who takes the chair of somebody who stays signed in."""
        self._first = first
        self._read(self._show_chair)

    def _model(self, title: Message, found: _Found) -> SitDownModel:
        sitters = found.sitters
        return sit_down_model(
            title,
            [(sitter.person, sitter.name, sitter.roles) for sitter in sitters],
            note=found.pins_off.happened if found.pins_off is not None else None,
            by_pin=frozenset(one.person for one in sitters if one.beside),
            told=frozenset(one.person for one in sitters if one.told),
            expected=found.expected,
            without=None if self._first is None else self._first.person.id,
            last=self._last if self._first is None else None,
            sample_passphrase=PASSPHRASE if self._school.sample else "",
        )

    def _read(self, then: Callable[[_Found], None]) -> None:
        # The session asks the keyring, which may let one wait: an errand.
        self._performer.errand(self._sitters, done=then, failed=self._refused, origin=self)

    def _sitters(self) -> _Found:
        self._office.find_seat()
        self._office.mend_tables()
        self._office.clear_left_folders()
        session, listed, off = self._office.session, expected(self._office), pins_off(self._office)
        barred = session.barred() or session.spoilt()
        # A keyring without an answer isn't asked again, and nobody is let in without it.
        asked = None if self._office.seat.missing is not None else pending(self._office)
        waits = asked is not None and (asked.let_in or barred is not None)
        return _Found(session.sitters(), () if off else listed, barred, off if listed else None, waits)

    def _show_alone(self, found: _Found) -> None:
        nobody = "" if found.sitters else self._words.say("session.nobody-yet")
        said, self._new = self._new, ""
        self.gate.show_model(self._model(say("session.who-sits"), found), explained=said or nobody)
        self._frame.open_screen(GATE)
        if found.barred is not None:
            self.gate.show_barred(self._words.error(self._here(found.barred)))
        if found.waits and not self._led_on:  # once: who goes back from there wants the gate
            self._led_on = True
            self.joining.begin()

    def _show_chair(self, found: _Found) -> None:
        name = "" if self._first is None else self._first.person.name
        self.gate.show_model(
            self._model(say("session.who-takes-chair"), found),
            explained=self._words.say("session.chair-explained", name=name),
            handing_over=True,
        )
        self._frame.open_screen(GATE)

    def _make_gate(self) -> GateScreen:
        gate = GateScreen(self._words, self._frame)
        gate.hide()  # a child of the frame from the start, so that it goes with it; shown by the stack
        gate.tried.connect(self._try)
        gate.arrived.connect(self._arrive)
        gate.leftAgain.connect(self.chairKept)
        gate.newcomerAsked.connect(self.newcomerAsked)
        gate.againAsked.connect(self.ask)
        gate.joinAsked.connect(self.joining.begin)
        gate.putBackAsked.connect(self.putBackAsked)
        self._frame.add_screen(GATE, lambda: gate)
        return gate

    def _try(self, person: str, passphrase: str) -> None:
        who, second = PersonId(person), self._first is not None

        def sat() -> Unlocked:
            self._office.find_seat()
            self._office.mend_tables()
            session = self._office.session
            return self._begun(
                session.hand_over(who, passphrase) if second else session.sign_in(who, passphrase)
            )

        self._performer.errand(sat, done=self._sat, failed=self._refused, origin=self.gate)

    def _begun(self, unlocked: Unlocked) -> Unlocked:
        begun, session = False, self._office.session
        try:
            self._office.begin_work(unlocked.actor)
            begun = True
            self._owes_page = self._office.staff_pages.owed(unlocked.actor)
        finally:
            if not begun:  # nobody sits behind the gate, and the first doesn't act as the second
                session.give_back() if self._first is not None else self._office.lock()
        return unlocked

    def _arrive(self, who: Expected, code: str, pin: str) -> None:
        """Let somebody in by their code; with nobody beside them that is all for now."""
        second = self._first is not None

        def arrived() -> Unlocked | Arrival:
            self._office.find_seat()
            self._office.mend_tables()
            arrival = sit_down(self._office, who, code, pin)
            if not second:
                return arrival
            return self._begun(self._office.session.hand_over_new(arrival.person, arrival.identity))

        self._performer.errand(arrived, done=self._arrived, failed=self._not_arrived, origin=self.gate)

    def _arrived(self, who: Unlocked | Arrival) -> None:
        self.gate.card.arriving.forget()
        if isinstance(who, Unlocked):
            self._sat(who)
            return
        self._new = self._words.say("sitdown.is-in", name=who.name)
        self.ask()

    def _not_arrived(self, error: KnownError) -> None:
        if isinstance(error, NotAllowed) and any(one.place == "pin" for one in error.reasons):
            self.gate.card.setEnabled(True)
            self.gate.card.arriving.show_reasons(error.reasons)
            return
        self._refused(error)

    def _sat(self, unlocked: Unlocked) -> None:
        if self._first is None:
            self._last = unlocked.person.id
        self.satDown.emit(unlocked)

    def _refused(self, error: KnownError) -> None:
        if is_grave(error):
            self.broken.emit(error)
            return
        self._frame.open_screen(GATE)
        self.gate.card.show_trouble(self._words.error(self._here(error)))

    def _here(self, error: KnownError) -> KnownError:
        return in_sample(error, str(self._office.grounds.place.store)) if self._school.sample else error
