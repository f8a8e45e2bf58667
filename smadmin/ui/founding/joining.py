"""Leads somebody without a key on this login to one: the form, the waiting, and back to the gate."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.services.asking import Pending, accept, ask, pending, withdraw
from smadmin.services.carried import request_file
from smadmin.services.clocks import seems_behind
from smadmin.services.founding import employees_only, keyring_missing, new_person
from smadmin.services.joining import Applicant, let_in_by_envelope, people_to_join
from smadmin.services.locks_here import Kept, kept_keys
from smadmin.services.office import Office
from smadmin.services.phrases import make_phrase
from smadmin.services.written_tables import write_file
from smadmin.ui.banners import BannerModel
from smadmin.ui.founding.carrying import ask_where
from smadmin.ui.founding.join import JoinScreen
from smadmin.ui.founding.join_model import JoinForm
from smadmin.ui.founding.pending import PendingScreen
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

JOIN, PENDING = "join", "pending"
_Keyring = tuple[KnownError | None, str]
"""Why there is no keyring, and then the passphrase made for it."""


@dataclass(frozen=True)
class _Asked:
    """What the form stands on; `quoted` is the clause that lets in employees only."""

    people: tuple[Person, ...]
    keyring: _Keyring
    behind: datetime | None
    quoted: tuple[str, str] | None
    kept: Mapping[PersonId, Kept]


class Joining(QObject):
    """The road to a key on this login.

    Signals:
        ended: back to the gate.
        putBackAsked: a backup that brings the key is to be put into this folder.
    """

    ended = Signal()
    putBackAsked = Signal()

    def __init__(self, frame: Frame, performer: Performer, words: Wording, *, office: Office) -> None:
        """Take an open office; nobody is signed in."""
        super().__init__(frame)
        self._frame, self._performer, self._words, self._office = frame, performer, words, office
        self._form: JoinScreen | None = None
        self._waits: PendingScreen | None = None

    def renew(self) -> None:
        """Forget the screens, after the frame has dropped them."""
        self._form, self._waits = None, None

    def begin(self) -> None:
        """Show the request that waits, or the form."""
        self._performer.errand(lambda: pending(self._office), done=self._began, origin=self)

    def _began(self, waiting: Pending | None) -> None:
        if waiting is not None:
            self._show_pending(waiting)
            return
        office, language = self._office, self._words.language
        self._performer.errand(
            lambda: _Asked(
                people_to_join(office),
                self._asked_keyring(),
                seems_behind(office.desk),
                employees_only(office, language),
                kept_keys(office),
            ),
            done=self._show_form,
            origin=self,
        )

    def _asked_keyring(self) -> _Keyring:
        missing = keyring_missing(self._office.grounds)
        return missing, "" if missing is None else make_phrase()

    def _show_form(self, found: _Asked) -> None:
        missing, phrase = found.keyring
        if self._form is None:
            made = JoinScreen(self._words)
            made.leftAgain.connect(self._leave)
            made.asked.connect(self._asked)
            made.keyringAsked.connect(self._ask_keyring)
            self._frame.add_screen(JOIN, lambda: made)
            self._form = made
        self._frame.open_screen(JOIN)
        self._form.begin(found.people, missing, phrase, behind=found.behind, kept=found.kept)
        self._form.person.quote(found.quoted)

    def _ask_keyring(self) -> None:
        self._performer.errand(self._asked_keyring, done=self._heard_keyring, origin=self)

    def _heard_keyring(self, heard: _Keyring) -> None:
        if self._form is not None:
            missing, phrase = heard
            self._form.show_keyring(missing, phrase=phrase)

    def _asked(self, form: JoinForm) -> None:
        office = self._office

        def asked() -> Pending | None:
            told = form.person
            person = form.known or new_person(
                office.grounds, told.name, email=told.email, phone=told.phone, statement=told.statement
            )
            role = None if form.known else form.person.role
            roles = frozenset({role} if role else ())
            applicant = Applicant(
                person, roles, form.person.passphrase, lost=form.lost, clock_right=form.clock_right
            )
            if not form.by_envelope:
                return ask(office, applicant)
            let_in_by_envelope(office, applicant, typed=form.letters, reason=form.reason)
            return None

        self._performer.errand(asked, done=self._is_asked, failed=self._refused, origin=self)

    def _is_asked(self, waiting: Pending | None) -> None:
        if self._form is not None:
            self._form.clear_secrets()
        if waiting is None:
            self._is_in()
        else:
            self._show_pending(waiting)

    def _refused(self, error: KnownError) -> None:
        if self._form is None:
            return
        if isinstance(error, NotAllowed):
            self._form.show_reasons(error.reasons)
        elif self._form.form.by_envelope:
            self._form.show_refused(error)
        else:
            self._form.show_reasons(())
            self._frame.show_error(error)
            self._ask_keyring()

    def _show_pending(self, waiting: Pending) -> None:
        if self._waits is None:
            made = PendingScreen(self._words)
            made.leftAgain.connect(self._leave)
            made.typed.connect(self._take_up)
            made.askedAnew.connect(self._withdraw)
            made.putBackAsked.connect(self.putBackAsked)
            made.saveAsked.connect(lambda: ask_where(made, self._words, self._save))
            self._frame.add_screen(PENDING, lambda: made)
            self._waits = made
        self._waits.show_pending(waiting)
        self._frame.open_screen(PENDING)
        self._waits.letters.setFocus()

    def _take_up(self, letters: str) -> None:
        office, waits = self._office, self._waits
        if waits is not None:
            self._performer.errand(
                lambda: accept(office, letters),
                done=lambda _person: self._is_in(),
                failed=waits.show_refused,
                origin=self,
            )

    def _save(self, path: Path) -> None:
        office = self._office

        def saved(file: Path) -> None:
            told = say("joining.saved", file=file.name)
            self._frame.show_banner(BannerModel(State.FINE, told, key="request-saved"))
            if self._waits is not None:
                self._waits.show_saved()

        self._performer.errand(
            lambda: write_file(path, request_file(office)),
            done=saved,
            failed=self._frame.show_error,
            origin=self,
        )

    def _withdraw(self) -> None:
        self._performer.errand(lambda: withdraw(self._office), done=lambda _: self.begin(), origin=self)

    def _is_in(self) -> None:
        self._frame.show_banner(BannerModel(State.FINE, say("joining.is-in"), key="joined"))
        self.ended.emit()

    def _leave(self) -> None:
        if self._form is not None:
            self._form.clear_secrets()
        self.ended.emit()
