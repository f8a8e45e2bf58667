"""The first run in an empty data folder: look around, or set up a school; ends with an open office."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import SchoolId
from smadmin.domain.schools import School
from smadmin.services.founding import found_sample, found_school, new_person
from smadmin.services.office import Grounds, Office
from smadmin.services.policy import Policy
from smadmin.ui.founding.model import PersonForm, SchoolForm
from smadmin.ui.founding.setup import SetUpScreen
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.shell.welcome import WelcomeScreen
from smadmin.ui.wording import Wording

WELCOME, SET_UP = "welcome", "set-up"


class FirstRun(QObject):
    """Leads through the first run. `ready`: an `Office` with a school; who founded it is signed in."""

    ready = Signal(object)

    def __init__(self, frame: Frame, performer: Performer, words: Wording, *, grounds: Grounds) -> None:
        """Take an open folder without a school."""
        super().__init__(frame)
        self._frame, self._performer, self._words, self._grounds = frame, performer, words, grounds
        self._set_up: SetUpScreen | None = None

    def start(self) -> None:
        """Welcome."""
        welcome = WelcomeScreen(self._words)
        welcome.lookAroundChosen.connect(self._look_around)
        welcome.setUpChosen.connect(self._begin_set_up)
        self._frame.add_screen(WELCOME, lambda: welcome)
        self._frame.open_screen(WELCOME)

    def _look_around(self) -> None:
        self._run(lambda: found_sample(self._grounds))

    def _begin_set_up(self) -> None:
        self._performer.perform(_policies, done=self._show_set_up)

    def _show_set_up(self, policies: tuple[tuple[str, str], ...]) -> None:
        if self._set_up is None:
            made = SetUpScreen(self._words, policies=policies)
            made.leftAgain.connect(lambda: self._frame.open_screen(WELCOME))
            made.founded.connect(self._found)
            self._frame.add_screen(SET_UP, lambda: made)
            self._set_up = made
        self._frame.open_screen(SET_UP)

    def _found(self, school: SchoolForm, person: PersonForm) -> None:
        def found() -> Office:
            facts = School(
                id=SchoolId(self._grounds.ids.new()),
                name=school.name.strip(),
                zone=school.zone,
                policy=school.policy,
                domains=school.domains,
            )
            founder = new_person(self._grounds, person.name, email=person.email, statement="employed")
            office, _ = found_school(
                self._grounds, facts, founder, role=person.role, passphrase=person.passphrase
            )
            founding = office.session.sign_in(founder.id, person.passphrase)
            office.begin_work(founding.actor)
            return office

        self._run(found)

    def _run(self, found: Callable[[], Office]) -> None:
        # Keyring and key derivation: an errand. Nothing else touches the store in a first run.
        self._performer.errand(found, done=self.ready.emit, failed=self._refused, origin=self)

    def _refused(self, error: KnownError) -> None:
        if self._set_up is not None and isinstance(error, NotAllowed):
            self._set_up.show_reasons(error.reasons)
        else:
            self._frame.show_error(error)
            self.start()


def _policies() -> tuple[tuple[str, str], ...]:
    return tuple((pack.id, pack.name) for pack in Policy.shipped().packs.values())
