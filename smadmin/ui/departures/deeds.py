"""What is done at *Departures*, each on its thread, and where it leads."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.departures import How, Leaving
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.domain.passwords import Style
from smadmin.services.departure_views import Seen
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.surroundings import Surroundings


class DepartureDeeds(QObject):
    """Carries them out for one screen.

    Signals:
        began: the departure's id.
        working: something that takes a moment was begun.
        settled: something changed; the screen reads anew.
        failed: a `KnownError`.
    """

    began = Signal(str)
    working = Signal()
    settled = Signal()
    failed = Signal(object)

    def __init__(self, around: Surroundings, origin: QWidget) -> None:
        """Take the surroundings and the screen that asks."""
        super().__init__(origin)
        self._around = around
        self._origin = origin

    def begin(self, leaving: Leaving) -> None:
        """Begin a departure."""
        self.working.emit()
        by, office = self._around.by, self._around.office

        def counted(profiles: int) -> None:
            self._around.performer.perform(
                lambda: office.departures.begin(by, leaving, profiles=profiles),
                done=begun,
                failed=self._broke,
                origin=self._origin,
            )

        def begun(done: Done[str]) -> None:
            self.began.emit(done.value)

        self._around.performer.errand(
            lambda: office.browsing.counted(leaving.person),
            done=counted,
            failed=self._broke,
            origin=self._origin,
        )

    def settle(self, departure: str, key: str, how: How, reason: str = "", *, opened: bool = False) -> None:
        """Settle a line; `opened` is whether its page was opened for it."""
        self.working.emit()
        by, office = self._around.by, self._around.office
        self._perform(lambda: office.departures.settle(by, departure, key, how, reason=reason, opened=opened))

    def ask_end_rights(self, departure: str, whose: Message) -> None:
        """Ask before rights and keys end here: nobody gives them back by a press."""
        question = Question(
            title=say("departures.end-question", whose=whose),
            consequence=say("departures.end-consequence"),
            do=say("departures.act-rights"),
            keep=say("departures.end-keep"),
        )
        dialog = ConfirmDialog(question, self._around.words, self._origin)
        dialog.confirmed.connect(lambda: self._end_rights(departure))
        dialog.open()

    def _end_rights(self, departure: str) -> None:
        """End them, with the passphrase; it takes a moment, for everything is locked anew."""
        self._weighty(lambda by: self._around.office.end_rights(by, departure))

    def keep_password(self, account: Account, password: str, codes: tuple[str, ...]) -> None:
        """Keep a changed password."""
        self._weighty(lambda by: self._around.office.keep_changed(by, account, password, codes))

    def make_password(self, account: Account, done: Callable[[str], None]) -> None:
        """Make one that the platform takes, locked in before anybody sees it: a computer may die."""

        def make() -> None:
            by, office = self._around.by, self._around.office
            self._around.performer.perform(
                lambda: office.vault.make(by, account.id, Style.LETTERS),
                done=lambda made: done(made.value),
                failed=self.failed.emit,
                origin=self._origin,
            )

        self._around.doors.with_passphrase(make)

    def lock_copies(self, departure: str) -> None:
        """Lock the copies anew."""
        self._weighty(lambda by: self._around.office.lock_copies_anew(by, departure))

    def end(self, departure: str) -> None:
        """Sign the end."""
        self._weighty(lambda by: self._around.office.departures.end(by, departure))

    def open_page(self, account: Account, address: str, done: Callable[[], None]) -> None:
        """Open a page in the account's own browser; `done` follows where one opened."""
        by, office = self._around.by, self._around.office
        self._around.performer.errand(
            lambda: office.browsing.open(account, address, by.person),
            done=lambda _browser: done(),
            failed=self.failed.emit,
            origin=self._origin,
        )

    def remove_profiles(self, seen: Seen, key: str) -> None:
        """Remove the folders of who leaves at this login, and settle that line."""
        office, person = self._around.office, seen.departure.leaving.person
        if person is None:
            return
        departure = seen.departure.id
        self.working.emit()
        self._around.performer.errand(
            lambda: office.browsing.remove_person(person),
            done=lambda _count: self.settle(departure, key, How.REVOKED),
            failed=self._broke,
            origin=self._origin,
        )

    def _weighty(self, deed: Callable[[Actor], Changes]) -> None:
        def go_on() -> None:
            by = self._around.by
            self.working.emit()
            self._around.performer.errand(
                lambda: deed(by),
                done=lambda _changes: self.settled.emit(),
                failed=self._broke,
                origin=self._origin,
            )

        self._around.doors.with_passphrase(go_on)

    def _perform(self, deed: Callable[[], Changes]) -> None:
        self._around.performer.perform(
            deed, done=lambda _changes: self.settled.emit(), failed=self._broke, origin=self._origin
        )

    def _broke(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.settled.emit()
