"""Who sits down: asking at the gate, for a first person or for a second one who takes the chair."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.schools import School
from smadmin.services.office import Office
from smadmin.services.sample.making import PASSPHRASE
from smadmin.services.session import Sitter, Unlocked
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.shell.gate import GateScreen
from smadmin.ui.shell.model import SitDownModel, sit_down_model
from smadmin.ui.wording import Wording

GATE = "gate"


class Seating(QObject):
    """Leads people to a chair.

    Signals:
        satDown: the `Unlocked` who sits now.
        chairKept: the second person didn't sit down after all.
        newcomerAsked: somebody who isn't listed wants to sit down.
    """

    satDown = Signal(object)
    chairKept = Signal()
    newcomerAsked = Signal()

    def __init__(
        self, frame: Frame, performer: Performer, words: Wording, *, office: Office, school: School
    ) -> None:
        """Put the gate into a frame."""
        super().__init__(frame)
        self._frame, self._performer, self._words = frame, performer, words
        self._office, self._school = office, school
        self._first: Unlocked | None = None
        self._last: PersonId | None = None
        self.gate = self._make_gate()

    def renew(self) -> None:
        """Make a new gate, after the frame has dropped its screens."""
        self.gate = self._make_gate()

    def ask(self) -> None:
        """Ask who sits down."""
        self._first = None
        self._read(lambda sitters: self._show(self._model(say("session.who-sits"), sitters)))

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

    def _read(self, then: Callable[[tuple[Sitter, ...]], None]) -> None:
        # The session asks the keyring the first time: an errand.
        self._performer.errand(self._sitters, done=then, origin=self)

    def _sitters(self) -> tuple[Sitter, ...]:
        return self._office.session.sitters()

    def _show(self, model: SitDownModel) -> None:
        self.gate.show_model(model)
        self._frame.open_screen(GATE)

    def _show_chair(self, sitters: tuple[Sitter, ...]) -> None:
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
        self._frame.add_screen(GATE, lambda: gate)
        return gate

    def _try(self, person: str, passphrase: str) -> None:
        session, who = self._office.session, PersonId(person)
        sit = session.sign_in if self._first is None else session.hand_over

        def sat() -> Unlocked:
            unlocked = sit(who, passphrase)
            self._office.begin_work(unlocked.actor)
            return unlocked

        self._performer.errand(sat, done=self._sat, failed=self._refused, origin=self.gate)

    def _sat(self, unlocked: Unlocked) -> None:
        if self._first is None:
            self._last = unlocked.person.id
        self.satDown.emit(unlocked)

    def _refused(self, error: KnownError) -> None:
        self.gate.card.show_trouble(self._words.error(error))
