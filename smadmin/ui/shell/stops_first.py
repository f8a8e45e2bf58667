"""Shows Today first to a leader while an account stands still whose stop they haven't been told here.

Whoever has just sat down may be led to a release, or back to where they were; a stop comes before both, once.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from smadmin.domain.ids import PersonId
from smadmin.domain.people import LEADING
from smadmin.services.stops import Stop
from smadmin.ui.frame import Frame
from smadmin.ui.surroundings import Surroundings

_FIRST = "today"
Told = tuple[PersonId, str, object, str]


class StopsFirst(QObject):
    """Stands in the window, beyond screens and locks."""

    def __init__(self, frame: Frame, around: Surroundings, parent: QObject) -> None:
        """Know of nobody who was told yet."""
        super().__init__(parent)
        self._frame, self._around = frame, around
        self._told: set[Told] = set()

    def lead(self, then: Callable[[], object]) -> None:
        """Show who has just sat down what `then` shows; and Today, where a stop stands first there."""
        then()
        acting = self._around.acting
        if acting is None or not acting.roles & LEADING:
            return
        stops, by = self._around.office.stops, acting.actor
        self._around.performer.perform(
            lambda: stops.all(by),
            done=partial(self._came, acting.person.id, self._frame.current),
            failed=lambda _error: None,  # Today itself says it
            origin=self,
        )

    def _came(self, person: PersonId, there: str, stops: tuple[Stop, ...]) -> None:
        first: set[Told] = {(person, one.account.id, one.on, one.why) for one in stops if one.comes_first}
        acting = self._around.acting
        if acting is None or acting.person.id != person or first <= self._told:
            return
        self._told |= first
        if there == self._frame.current != _FIRST:  # they haven't gone elsewhere meanwhile
            self._around.doors.open(_FIRST)
