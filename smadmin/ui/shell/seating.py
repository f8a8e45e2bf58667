"""Who sits down: asking at the gate, for a first person or for a second one who takes the chair."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.schools import School
from smadmin.services.mending import is_grave
from smadmin.services.office import Office
from smadmin.services.sample.making import PASSPHRASE
from smadmin.services.session import Sitter, Unlocked
from smadmin.ui.founding.joining import Joining
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.shell.gate import GateScreen
from smadmin.ui.shell.model import SitDownModel, sit_down_model
from smadmin.ui.wording import Wording

GATE = "gate"
_Sitters = tuple[tuple[Sitter, ...], KnownError | None]
"""Who can sit down here, and why nobody's passphrase would open anything, or whose lock is spoilt."""


class Seating(QObject):
    """Leads people to a chair.

    Signals:
        satDown: the `Unlocked` who sits now.
        chairKept: the second person didn't sit down after all.
        newcomerAsked: somebody who isn't listed wants to sit down.
        broken: a `KnownError` of the data folder itself; nobody can sit down before it is mended.
    """

    satDown = Signal(object)
    chairKept = Signal()
    newcomerAsked = Signal()
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
        self.joining = Joining(frame, performer, words, office=office)
        self.joining.ended.connect(self.ask)
        self.gate = self._make_gate()

    def renew(self) -> None:
        """Make a new gate, after the frame has dropped its screens."""
        self.gate = self._make_gate()
        self.joining.renew()

    def ask(self) -> None:
        """Ask who sits down."""
        self._first = None
        self._read(self._show_alone)

    def ask_second(self, first: Unlocked) -> None:
        """Ask who takes the chair of somebody who stays signed in."""
        self._first = first
        self._read(self._show_chair)

    def _model(self, title: Message, sitters: tuple[Sitter, ...]) -> SitDownModel:
        return sit_down_model(
            title,
            [(sitter.person, sitter.name, sitter.roles) for sitter in sitters],
            without=None if self._first is None else self._first.person.id,
            last=self._last if self._first is None else None,
            sample_passphrase=PASSPHRASE if self._school.sample else "",
        )

    def _read(self, then: Callable[[_Sitters], None]) -> None:
        # The session asks the keyring, which may let one wait: an errand.
        self._performer.errand(self._sitters, done=then, failed=self._refused, origin=self)

    def _sitters(self) -> _Sitters:
        self._office.find_seat()
        self._office.mend_tables()
        session = self._office.session
        return session.sitters(), session.barred() or session.spoilt()

    def _show_alone(self, found: _Sitters) -> None:
        sitters, barred = found
        nobody = "" if sitters else self._words.say("session.nobody-yet")
        self.gate.show_model(self._model(say("session.who-sits"), sitters), explained=nobody)
        self._frame.open_screen(GATE)
        if barred is not None:
            self.gate.show_barred(self._words.error(barred))

    def _show_chair(self, found: _Sitters) -> None:
        sitters, _ = found
        name = "" if self._first is None else self._first.person.name
        self.gate.show_model(
            self._model(say("session.who-takes-chair"), sitters),
            explained=self._words.say("session.chair-explained", name=name),
            handing_over=True,
        )
        self._frame.open_screen(GATE)

    def _make_gate(self) -> GateScreen:
        gate = GateScreen(self._words, self._frame)
        gate.hide()  # a child of the frame from the start, so that it goes with it; shown by the stack
        gate.tried.connect(self._try)
        gate.leftAgain.connect(self.chairKept)
        gate.newcomerAsked.connect(self.newcomerAsked)
        gate.againAsked.connect(self.ask)
        gate.joinAsked.connect(self.joining.begin)
        self._frame.add_screen(GATE, lambda: gate)
        return gate

    def _try(self, person: str, passphrase: str) -> None:
        who, second = PersonId(person), self._first is not None

        def sat() -> Unlocked:
            self._office.find_seat()
            self._office.mend_tables()
            session = self._office.session
            unlocked = session.hand_over(who, passphrase) if second else session.sign_in(who, passphrase)
            begun = False
            try:
                self._office.begin_work(unlocked.actor)
                begun = True
            finally:
                if not begun:  # nobody sits behind the gate, and the first doesn't act as the second
                    session.give_back() if second else self._office.lock()
            return unlocked

        self._performer.errand(sat, done=self._sat, failed=self._refused, origin=self.gate)

    def _sat(self, unlocked: Unlocked) -> None:
        if self._first is None:
            self._last = unlocked.person.id
        self.satDown.emit(unlocked)

    def _refused(self, error: KnownError) -> None:
        if is_grave(error):
            self.broken.emit(error)
            return
        self._frame.open_screen(GATE)
        self.gate.card.show_trouble(self._words.error(error))
