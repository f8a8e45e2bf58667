"""The first run in an empty data folder: look around, or set up a school; ends with an open office."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import SchoolId
from smadmin.domain.people import Role
from smadmin.domain.schools import School
from smadmin.services.coming import Coming, come
from smadmin.services.forgetting import Forgetting, Traces, forgetting
from smadmin.services.founding import (
    employing_clause,
    first_person_blockers,
    found_sample,
    found_school,
    keyring_missing,
    move_to,
    new_person,
)
from smadmin.services.office import Grounds, Office
from smadmin.services.phrases import make_phrase
from smadmin.services.places import Place, own_folder, shared_blockers, shared_folder
from smadmin.services.policy import Policy
from smadmin.services.written_tables import write_file
from smadmin.ui.founding.carrying import ask_where_computer
from smadmin.ui.founding.coming import ComingScreen
from smadmin.ui.founding.model import PersonForm, PlacesModel, SchoolForm, school_domain
from smadmin.ui.founding.setup import SetUpScreen
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.shell.welcome import WelcomeScreen
from smadmin.ui.wording import Wording

WELCOME, SET_UP, COMING = "welcome", "set-up", "coming"
_log = logging.getLogger(__name__)
_Keyring = tuple[KnownError | None, str]
"""Why there is no keyring, and then the passphrase made for it."""


@dataclass(frozen=True)
class _Offered:
    """What the form stands on.

    Args:
        policies: to choose from: id and name.
        quotes: by policy, the clause that lets in employees only, and what it says.
        districts: by the domain of a district's e-mail, its policy.
        forgets: what speaks for it that this computer forgets at each start.
    """

    policies: tuple[tuple[str, str], ...]
    quotes: Mapping[str, tuple[str, str]]
    districts: Mapping[str, str]
    keyring: _Keyring
    forgets: Forgetting | None


class FirstRun(QObject):
    """Leads through the first run.

    Signals:
        ready: an `Office` with a school; who founded it is signed in.
        left: not now, back to the school that somebody came from.
        putBackAsked: a backup of the school is to be put into this folder, which must be closed for that.
    """

    ready = Signal(object)
    left = Signal()
    putBackAsked = Signal()

    def __init__(self, frame: Frame, performer: Performer, words: Wording, *, grounds: Grounds) -> None:
        """Take an open folder without a school."""
        super().__init__(frame)
        self._frame, self._performer, self._words, self._grounds = frame, performer, words, grounds
        self._own = grounds.place
        self._set_up: SetUpScreen | None = None
        self._back: Callable[[], object] = lambda: frame.open_screen(WELCOME)

    @property
    def grounds(self) -> Grounds:
        """The open folder; another one once the school was founded for all users of the computer."""
        return self._grounds

    def start(self, at: str = "") -> None:
        """Welcome; who looked for a backup from this computer's own page comes back to that page."""
        self._welcome()
        if at == COMING:
            self._begin_coming()

    def set_up_beside(self) -> None:
        """Set up one's own school beside the sample, which was welcome enough."""
        self._back = self.left.emit
        self._begin_set_up()

    def look_around_beside(self) -> None:
        """Make the sample beside one's own school."""
        self._welcome().look_around.click()

    def _welcome(self) -> WelcomeScreen:
        welcome = WelcomeScreen(self._words)
        welcome.lookAroundChosen.connect(self._look_around)
        welcome.setUpChosen.connect(self._begin_set_up)
        welcome.elsewhereChosen.connect(self._begin_coming)
        welcome.putBackChosen.connect(self.putBackAsked)
        self._frame.add_screen(WELCOME, lambda: welcome)
        self._frame.open_screen(WELCOME)
        return welcome

    def _begin_coming(self) -> None:
        keyring = self._grounds.keyring
        self._performer.errand(
            lambda: come(keyring), done=self._show_coming, failed=self._frame.show_error, origin=self
        )

    def _show_coming(self, coming: Coming) -> None:
        made = ComingScreen(self._words)
        made.leftAgain.connect(lambda: self._frame.open_screen(WELCOME))
        made.putBackAsked.connect(self.putBackAsked)
        made.saveAsked.connect(lambda: ask_where_computer(made, self._words, save))
        self._frame.add_screen(COMING, lambda: made)
        made.show_computer(coming)

        def save(file: Path) -> None:
            self._performer.errand(
                lambda: write_file(file, coming.content),
                done=lambda saved: made.show_saved(saved.name),
                failed=self._frame.show_error,
                origin=made,
            )

        self._frame.open_screen(COMING)

    def _look_around(self) -> None:
        self._run(lambda: found_sample(self._grounds))

    def _begin_set_up(self) -> None:
        # The keyring may let one wait for five seconds: an errand.
        language = self._words.language

        def offered() -> _Offered:
            keyring = self._asked_keyring()
            kept = _policies(), _quotes(language), _districts()
            return _Offered(*kept, keyring, self._forgets(ask=keyring[0] is None))

        self._performer.errand(offered, done=self._show_set_up)

    def _asked_keyring(self) -> _Keyring:
        missing = keyring_missing(self._grounds)
        return missing, "" if missing is None else make_phrase()

    def _ask_keyring(self) -> None:
        self._performer.errand(self._asked_keyring, done=self._heard_keyring)

    def _heard_keyring(self, heard: _Keyring) -> None:
        if self._set_up is not None:
            missing, phrase = heard
            self._set_up.show_keyring(missing, phrase=phrase)

    def _forgets(self, *, ask: bool) -> Forgetting | None:
        """Say what tells that this computer forgets; a keyring without an answer isn't asked again."""
        folder = self._grounds.place.store
        found = forgetting(folder)
        if found is not None or not ask:
            return found
        return Traces(self._grounds.keyring(Traces.PREFIX)).emptied(folder)

    def _show_set_up(self, offered: _Offered) -> None:
        if self._set_up is None:
            made = SetUpScreen(
                self._words,
                policies=offered.policies,
                quotes=offered.quotes,
                districts=offered.districts,
                now=self._grounds.clock.now,
            )
            made.leftAgain.connect(self._back)
            made.founded.connect(self._found)
            made.putBackChosen.connect(self.putBackAsked)
            self._frame.add_screen(SET_UP, lambda: made)
            made.keyringAsked.connect(self._ask_keyring)
            if not self._grounds.place.named:
                made.offer_places(_places())
            self._set_up = made
            self._heard_keyring(offered.keyring)
            made.show_forgetting(offered.forgets)
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
            founder = new_person(self._grounds, person.name, email=person.email, statement=person.statement)
            if reasons := first_person_blockers(facts, founder, person.passphrase):
                raise NotAllowed(reasons)  # before a folder for all users is made, which everybody would find
            wanted = Place(shared_folder(), own_folder()) if school.shared else self._own
            if self._grounds.place != wanted:
                self._grounds = move_to(self._grounds, wanted)
            office, _ = found_school(
                self._grounds,
                facts,
                founder,
                role=person.role or Role.ADMINISTRATOR,
                passphrase=person.passphrase,
            )
            try:
                founding = office.session.sign_in(founder.id, person.passphrase)
                office.begin_work(founding.actor)
            except KnownError as error:
                # The school stands; who founded it is asked at the gate, which says what is wrong.
                _log.warning("founded, but not signed in: %s", error.happened.id)
            return office

        self._run(found)

    def _run(self, found: Callable[[], Office]) -> None:
        # Keyring and key derivation: an errand. Nothing else touches the store in a first run.
        self._performer.errand(found, done=self.ready.emit, failed=self._refused, origin=self)

    def _refused(self, error: KnownError) -> None:
        if self._set_up is not None and isinstance(error, NotAllowed):
            self._set_up.show_reasons(error.reasons)
        elif self._set_up is not None and self._frame.current == SET_UP:
            # What was typed stays; perhaps the keyring went away in between.
            self._frame.show_error(error)
            self._ask_keyring()
        else:
            self._frame.show_error(error)
            self.start()


def _places() -> PlacesModel:
    reasons = shared_blockers()
    not_shared = reasons[0].message if reasons else None
    return PlacesModel(str(own_folder()), str(shared_folder()), not_shared)


def _quotes(language: str) -> dict[str, tuple[str, str]]:
    quoted = {pack.id: employing_clause(pack, language) for pack in Policy.shipped().packs.values()}
    return {policy: clause for policy, clause in quoted.items() if clause is not None}


def _policies() -> tuple[tuple[str, str], ...]:
    return tuple((pack.id, pack.name) for pack in Policy.shipped().packs.values())


def _districts() -> dict[str, str]:
    named = ((one.email or "", pack.id) for pack in Policy.shipped().packs.values() for one in pack.contacts)
    return {school_domain(email): policy for email, policy in named if school_domain(email)}
