"""Counts what Today would show this person, for its number in the side bar.

It is read part by part, as Today reads it, so that nobody's work waits for the whole of it.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.services.office import Office
from smadmin.services.today.view import TodayView
from smadmin.ui.navigation import confined_to
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.today.chair import from_chair
from smadmin.ui.today.model import today_model
from smadmin.ui.today.need import Beside
from smadmin.ui.today.sources import OUTSIDE, SOURCES, needs_from

Reading = Callable[[Office, Actor, Beside], Beside]


def _questions(office: Office, by: Actor, beside: Beside) -> Beside:
    return replace(beside, questions=office.questions.brief(by), owed_yeses=len(office.spoken.owed(by)))


def _of(name: str, office: Office, by: Actor, beside: Beside) -> Beside:
    return beside.told(name, needs_from(name, office, by))


_ERRANDS: tuple[Reading, ...] = tuple(partial(_of, name) for name in OUTSIDE)
_READINGS: tuple[Reading, ...] = (
    lambda office, by, beside: replace(beside, alarms=office.today.alarms(by)),
    lambda office, by, beside: replace(beside, clock=office.clocks.look(by)),
    lambda office, by, beside: replace(beside, notices=office.notices.brief(by)),
    _questions,
    *(partial(_of, name) for name in SOURCES if name not in OUTSIDE),
    *_ERRANDS,
)


class Counted(QObject):
    """Counts Today's cards; a count that was begun anew, or ended, tells nobody."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        """Stand on the office and its threads."""
        super().__init__(parent)
        self._around = around
        self._turn = 0

    def count(self, told: Callable[[int], None]) -> None:
        """Count for who acts now, and tell the number."""
        self.end()
        acting = self._around.acting
        if acting is None:
            return
        office, by, turn = self._around.office, acting.actor, self._turn

        def go_on(beside: Beside, at: int) -> None:
            if turn != self._turn:
                return
            if at == len(_READINGS):
                self._around.performer.perform(
                    lambda: office.today.gather(by),
                    done=lambda view: told(self._cards(view, beside)) if turn == self._turn else None,
                    failed=lambda _error: None,  # Today itself says it
                    origin=self,
                )
                return
            reading, performer = _READINGS[at], self._around.performer
            read = performer.errand if reading in _ERRANDS else performer.perform
            read(
                lambda: reading(office, by, beside),
                done=lambda found: go_on(found, at + 1),
                failed=lambda _error: go_on(beside, at + 1),
                origin=self,
            )

        def begin(found: Beside) -> None:
            go_on(found, 0)

        def without(_error: KnownError) -> None:
            go_on(Beside(), 0)

        self._around.performer.errand(
            lambda: Beside(backup=office.backups.state(), keyring=office.seat.missing),
            done=begin,
            failed=without,
            origin=self,
        )

    def end(self) -> None:
        """Let what is under way tell nobody."""
        self._turn += 1

    def _cards(self, view: TodayView, beside: Beside) -> int:
        acting, model = self._around.acting, today_model(view, beside)
        if acting is not None and self._around.office.session.confined:
            model = from_chair(model, confined_to(acting.roles))
        return len(model.needs)
