"""Searches in the room where a computer login works: when there is something to do, and what is over.

A first look asks no keyring and proves nothing. What was refused is asked again once the record goes on, or
after a while.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.credentials.files import AgeFiles
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.domain.records import Head
from smadmin.domain.verification import End
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof
from smadmin.services.sealed_searches import search_of
from smadmin.services.search_progress import progress_of
from smadmin.services.sweep_seat import Seeing, SweepSeat
from smadmin.storage.files import MediaFiles

RETRY = timedelta(minutes=5)
AT_ONCE = 2
"""So many pictures at the same time: a third would only wait for the two processors of a small computer."""


@dataclass(frozen=True)
class SearchedPart:
    """What a turn came to: a piece of a search is whole, or why none was begun.

    Args:
        done, total: pictures, of the task file that is being worked off.
    """

    sweep: str = ""
    done: int = 0
    total: int = 0
    error: KnownError | None = None


class OwnWorkers:
    """Processes that open pictures and give way to all else; there are none while nothing is searched."""

    def __init__(
        self, opened: Callable[[], PhotoWorkers] = lambda: PhotoWorkers.open(at_once=AT_ONCE, yields=True)
    ) -> None:
        """Start nothing yet."""
        self._opened, self.ended = opened, False
        self._workers: PhotoWorkers | None = None

    def __call__(self) -> Seeing:
        """Give them."""
        if self._workers is None:
            self._workers = self._opened()
            if self.ended:
                self._workers.stop()
        return self._workers

    def rest(self) -> None:
        """End them until somebody asks again, with whatever pixels are left in them."""
        workers, self._workers = self._workers, None
        if workers is not None:
            workers.close()

    def stop(self) -> None:
        """Kill them and come back at once; whoever waits for one is told."""
        self.ended = True
        if self._workers is not None:
            self._workers.stop()


class SeatSearches:
    """The searches that a computer login does."""

    def __init__(
        self, desk: Desk, proof: Proof, files: MediaFiles, workers: OwnWorkers | None = None
    ) -> None:
        """Stand on the desk, a proof that opens nothing, and the sealed files."""
        self._desk, self._proof = desk, proof
        self._workers = workers or OwnWorkers()
        self._seat = SweepSeat(desk, proof, files, AgeFiles(), workers=self._workers, at_once=AT_ONCE)
        self._left: tuple[frozenset[str], Head, datetime] | None = None
        self._in_turn = False

    def due(self) -> bool:
        """Tell at first sight whether a turn would do anything."""
        if self._seat.under_way:
            return True
        now = self._desk.now
        with self._desk.look() as unit:
            tasks = unit.sweep_tasks.all()
            over = any(one.ends_at <= now for one in tasks)
            free = frozenset(one.id for one in tasks if unit.sweep_tasks.free_at(one.id, now) == now)
            head = unit.record.head() if free or over else None
        if head is None or self._left is None:
            return head is not None
        left, at_head, at = self._left
        asked = at_head == head and timedelta() <= now - at < RETRY
        return not asked or bool(free - left)

    def next_at(self) -> datetime | None:
        """Give when something is due next, UTC; None where nothing waits for a time."""
        now = self._desk.now
        if self.due():
            return now
        with self._desk.look() as unit:
            tasks = unit.sweep_tasks.all()
            free = [unit.sweep_tasks.free_at(one.id, now) for one in tasks]
        later = (*free, *(one.ends_at for one in tasks))
        return min((one for one in later if one is not None and one > now), default=None)

    def turn(self, by: Actor) -> Iterator[SearchedPart]:
        """Take a turn, and erase what is over (an errand with short deeds)."""
        self._in_turn, moved = True, False
        try:
            self._shred(by)
            for sweep in self._seat.go_on(by):
                moved = True
                yield self._said(sweep)
        except KnownError as error:
            yield SearchedPart(error=error)
        finally:
            self._in_turn = False
            if self._workers.ended:
                self.rest()
        self._left = None if moved or self._seat.under_way else self._as_left()

    def leave(self) -> None:
        """Leave all as it is: this login opens nothing."""
        self._left = self._as_left()

    def settled(self) -> bool:
        """Tell whether the next turn is due at once; where none is, patterns, secrets and processes go."""
        if self.due():
            return True
        self.rest()
        return False

    def rest(self) -> None:
        """Let patterns, secrets and processes go, with a piece that is under way."""
        self._seat.forget()
        self._workers.rest()

    def stop(self) -> None:
        """End what is under way at once; a piece that was begun is free again, or once its lease ended."""
        self._workers.stop()
        if not self._in_turn:
            self.rest()

    def _shred(self, by: Actor) -> None:
        """Erase task files that are over, whoever was to work by them (a deed without a row where any is)."""
        now = self._desk.now
        with self._desk.look() as unit:
            tasks = unit.sweep_tasks.all()
            if not tasks:
                return
            proven, over = self._proof.now(unit), []
            if not (proven.whole and proven.end is End.RIGHT):
                return
            for task in tasks:
                search = search_of(proven, task.sweep, task.id)
                if search is None or search.sealed.ends_at <= now:
                    over.append(task.id)
        if over:
            with self._desk.first_deed(by) as deed:
                for one in over:
                    deed.unit.sweep_tasks.shred(one)

    def _as_left(self) -> tuple[frozenset[str], Head, datetime]:
        """Give what a turn left as it was: a further one would come to the same."""
        now = self._desk.now
        with self._desk.look() as unit:
            tasks = unit.sweep_tasks.all()
            free = frozenset(one.id for one in tasks if unit.sweep_tasks.free_at(one.id, now) == now)
            return free, unit.record.head(), now

    def _said(self, sweep: str) -> SearchedPart:
        with self._desk.look() as unit:
            progress = progress_of(self._proof.now(unit), sweep, self._desk.now)
        return SearchedPart(sweep) if progress is None else SearchedPart(sweep, progress.done, progress.total)
