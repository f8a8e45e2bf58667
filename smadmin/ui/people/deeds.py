"""What is done to people; each deed runs beside the window for the screen."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Person, Role
from smadmin.services.passphrases import change_passphrase, new_key_beside
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.people.giving import Wish
from smadmin.ui.people.model import PersonModel, RoleLine, role_name
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners


class PeopleDeeds(QObject):
    """Deeds for the screen.

    Signals:
        settled: something was done; read again and put the forms away.
        giveRefused, correctRefused, passphraseRefused: a `KnownError` about what a form asked.
    """

    settled = Signal()
    giveRefused = Signal(object)
    correctRefused = Signal(object)
    passphraseRefused = Signal(object)

    def __init__(self, around: Surroundings, banners: UndoBanners, origin: QObject) -> None:
        """Take the screen for which deeds are done, and its banners."""
        super().__init__(origin)
        self._around, self._banners, self._origin = around, banners, origin

    def give(self, model: PersonModel, wish: Wish) -> None:
        """Give a role, after the passphrase where it was given too long ago."""
        people, person, name = self._around.office.people, model.id, model.person.name

        def given() -> Changes:
            by = self._around.by
            if wish.role is Role.ADMINISTRATOR:
                return people.name_administrator(by, person, wish.accounts)
            return people.give(by, person, wish.role, starts=wish.starts, ends=wish.ends)

        def go_on() -> None:
            said = say("peopleui.said-named", name=name, n=len(wish.accounts))
            if wish.role is not Role.ADMINISTRATOR:
                said = say("peopleui.said-given", name=name, role=role_name(wish.role))
            self._around.performer.perform(
                given,
                done=lambda _: self._done(said),
                failed=self.giveRefused.emit,
                origin=self._origin,
            )

        self._around.doors.with_passphrase(go_on, say("peopleui.give-do"))

    def end(self, model: PersonModel, line: RoleLine, above: QWidget) -> None:
        """End a role; an office is asked about first, for nobody may be able to give it back."""
        if not line.asks:
            self._end(model, line)
            return
        dialog = ConfirmDialog(
            Question(
                say("peopleui.end-title", name=model.person.name, role=line.title),
                say("peopleui.end-means" if not model.own else "peopleui.end-own"),
                say("peopleui.end-do"),
                say("peopleui.end-keep"),
            ),
            self._around.words,
            above,
        )
        dialog.confirmed.connect(lambda: self._end(model, line))
        dialog.open()

    def correct(self, person: Person) -> None:
        """Put somebody's own details right."""
        by, people = self._around.by, self._around.office.people
        self._around.performer.perform(
            lambda: people.correct(by, person),
            done=lambda _: self._done(say("peopleui.said-corrected", name=person.name)),
            failed=self.correctRefused.emit,
            origin=self._origin,
        )

    def change_passphrase(self, old: str, new: str) -> None:
        """Change one's own passphrase."""
        office = self._around.office
        self._around.performer.errand(
            lambda: change_passphrase(office, old=old, new=new),
            done=lambda _: self._done(say("peopleui.said-changed")),
            failed=self.passphraseRefused.emit,
            origin=self._origin,
        )

    def renew(self, model: PersonModel, passphrase: str, *, lost: bool) -> None:
        """Let in the new key of somebody who forgot their passphrase and sits beside."""
        office, person = self._around.office, model.id

        def go_on() -> None:
            self._around.performer.errand(
                lambda: new_key_beside(office, person, passphrase, lost=lost),
                done=lambda _: self._done(say("peopleui.said-renewed", name=model.person.name)),
                failed=self.passphraseRefused.emit,
                origin=self._origin,
            )

        self._around.doors.with_passphrase(go_on, say("peopleui.forgot-do"))

    def _end(self, model: PersonModel, line: RoleLine) -> None:
        people = self._around.office.people
        undo = None
        if line.role is Role.ADMINISTRATOR and line.account is not None:
            account = line.account

            def name_again() -> None:
                wish = Wish(Role.ADMINISTRATOR, (account,), model.today, None)
                self.give(model, wish)

            undo = name_again

        def go_on() -> None:
            self._around.performer.perform(
                lambda: people.end(self._around.by, line.grant),
                done=lambda _: self._done(self._ended(model, line), undo=undo),
                failed=self._failed,
                origin=self._origin,
            )

        self._around.doors.with_passphrase(go_on, say("peopleui.end"))

    def _ended(self, model: PersonModel, line: RoleLine) -> Message:
        return say("peopleui.said-ended", name=model.person.name, role=line.title)

    def _done(self, said: Message, *, undo: object = None) -> None:
        self._banners.say_done(said, undo=undo if callable(undo) else None)
        self.settled.emit()

    def _failed(self, error: KnownError) -> None:
        self._banners.say_error(error)
