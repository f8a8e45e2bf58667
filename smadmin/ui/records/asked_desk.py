"""Joins the page *Answer a records request* to the services, off the GUI thread."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from smadmin.domain.actors import Actor
from smadmin.domain.blackening import Covered
from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.records_requests import Answered, RequestForm, Wanted
from smadmin.services.office import Office
from smadmin.services.records_found import Found
from smadmin.ui.records.asked_page import AnsweringPage
from smadmin.ui.records.asked_said import AskedRead, given_said, package_name
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State


class AskedDesk(QObject):
    """Does what the page asks for. `read` carries an `AskedRead`."""

    read = Signal(object)

    def __init__(self, around: Surroundings, page: AnsweringPage, screen: QWidget) -> None:
        """Hear the page; `screen` is the origin of what is done."""
        super().__init__(screen)
        self._around, self._words, self._page, self._screen = around, around.words, page, screen
        self._shown = ""
        page.request.entered.connect(self._enter)
        page.search.asked.connect(self._look)
        page.thingShown.connect(self._cover)
        page.giveAsked.connect(self._choose_folder)

    def load(self, chosen: str | None = None) -> None:
        """Read the requests; `chosen` is shown then, None keeps what is shown."""
        office, by = self._around.office, self._around.by
        came = partial(self._came, self._page.request.request if chosen is None else chosen)
        self._around.performer.perform(
            partial(read_asked, office, by), done=came, failed=self._not_read, origin=self._screen
        )

    def give(self, folder: Path) -> None:
        """Write the package into a new folder."""
        office, by, answer = self._around.office, self._around.by, self._page.answer
        request, word = self._page.request.request, self._words
        self._page.show_busy(self._words.say("recordsasked.giving"))
        self._around.performer.errand(
            lambda: office.records_requests.answer(by, request, answer, folder, word),
            done=partial(self._given, folder.name),
            failed=lambda error: self._page.say(State.STOP, self._words.error(error)),
            origin=self._screen,
        )

    def _came(self, chosen: str, read: AskedRead) -> None:
        self._page.request.show_requests(read, chosen)
        self._page.search.show_choices(read)
        self.read.emit(read)

    def _not_read(self, error: KnownError) -> None:
        """Say it on the page alone: of a record that isn't as it was signed the alarm says more."""
        self._page.say(State.STOP, self._words.error(error))

    def _enter(self, form: RequestForm) -> None:
        office, by = self._around.office, self._around.by
        self._around.performer.perform(
            lambda: office.records_requests.enter(by, form),
            done=self._entered,
            failed=self._not_entered,
            origin=self._screen,
        )

    def _entered(self, done: Done[str]) -> None:
        self.load(done.value)
        self._page.search.words.setFocus()

    def _not_entered(self, error: KnownError) -> None:
        if isinstance(error, NotAllowed):
            self._page.request.show_error(error)
        else:
            self._page.say(State.STOP, self._words.error(error))

    def _look(self, wanted: Wanted) -> None:
        requests, by = self._around.office.records_requests, self._around.by
        self._page.show_busy(self._words.say("recordsasked.looking"))
        self._around.performer.errand(
            lambda: requests.find(by, wanted), done=self._found, failed=self._not_found, origin=self._screen
        )

    def _found(self, found: tuple[Found, ...]) -> None:
        self._page.say(State.FINE, "")
        self._page.show_found(found)
        self._page.sides.turn_to_second()

    def _not_found(self, error: KnownError) -> None:
        self._page.show_found(())
        self._page.say(State.STOP, self._words.error(error))

    def _cover(self, found: Found) -> None:
        requests, by = self._around.office.records_requests, self._around.by
        self._shown = found.id
        self._around.performer.errand(
            lambda: requests.as_it_leaves(by, found),
            done=partial(self._covered, found.id),
            failed=lambda error: self._page.say(State.STOP, self._words.error(error)),
            origin=self._screen,
        )

    def _covered(self, which: str, covered: Covered) -> None:
        if which == self._shown:  # else somebody went on to the next meanwhile
            self._page.thing.show_covered(covered)

    def _choose_folder(self) -> None:
        where = QFileDialog.getExistingDirectory(self._screen, self._words.say("recordsasked.give-where"))
        if where:
            now = self._around.office.school.local(self._around.now)
            self.give(Path(where) / package_name(now))

    def _given(self, folder: str, done: Done[Answered]) -> None:
        self._page.show_found(tuple(self._page.answer.found))
        self._page.say(State.FINE, given_said(done.value, folder))
        self.load()


def read_asked(office: Office, by: Actor) -> AskedRead:
    """Read the requests, and what can be looked for by name."""
    requests = office.records_requests
    blockers = requests.blockers(by)
    today = office.school.local(office.desk.now).date()
    return AskedRead(
        requests=() if blockers else requests.all(by),
        blockers=blockers,
        accounts=tuple((one.id, one.called) for one in office.accounts.all()),
        staff=tuple((one.id, one.name) for one in requests.staff()),
        today=today,
        due=requests.due(today),
    )
