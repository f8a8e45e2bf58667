"""The sweep of one school's posts and pictures for a child who is no longer shown (BAL-B1i1, BAL-B1j2).

A deed for each thing that is decided; what was found and decided lies in the record, so that whoever sits
down next goes on where the last one stopped.
"""

from collections.abc import Collection
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.ids import PhotoId, PhotoSetId, StudentId
from smadmin.domain.sweeps import Decided, Sweep, SweepId
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof
from smadmin.services.sweep_views import Looking, ProposedSweep, SweepView


class Sweeps:
    """The sweeps of one school."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def proposed(self, by: Actor) -> tuple[ProposedSweep, ...]:
        """Give the children for whom nobody began, those who said no first at the top."""
        raise NotImplementedError

    def all(self, by: Actor) -> tuple[Sweep, ...]:
        """Give every sweep, the newest first."""
        raise NotImplementedError

    def begin(self, by: Actor, student: StudentId) -> Done[SweepId]:
        """Begin, or search anew where one is open: what takes no engine is found at once (a chain)."""
        raise NotImplementedError

    def view(self, by: Actor, sweep: SweepId) -> SweepView:
        """Give a sweep as its screen shows it."""
        raise NotImplementedError

    def looking(
        self,
        by: Actor,
        sweep: SweepId,
        *,
        since: date | None = None,
        until: date | None = None,
        event: PhotoSetId | None = None,
        most: int = 100,
    ) -> Looking:
        """Give the next pictures that a person looks through; days are the school's, both included."""
        raise NotImplementedError

    def look_through(
        self, by: Actor, sweep: SweepId, passed: Collection[PhotoId], seen: Collection[PhotoId]
    ) -> Changes:
        """Keep that a page was looked through, and on which of its pictures the child is (a deed)."""
        raise NotImplementedError

    def decide(self, by: Actor, sweep: SweepId, key: str, decided: Decided, reason: str = "") -> Changes:
        """Say what becomes of something that was found (a deed); it can be said anew until the end."""
        raise NotImplementedError

    def end(self, by: Actor, sweep: SweepId) -> Changes:
        """End a sweep (a deed): everything is decided, done and looked through."""
        raise NotImplementedError

    def report(self, by: Actor, sweep: SweepId, language: str) -> bytes:
        """Give the report for the parent's file as a page (HTML, UTF-8) that names no other child."""
        raise NotImplementedError
