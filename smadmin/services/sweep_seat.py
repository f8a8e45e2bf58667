"""What a computer login does of a search with nobody signed in: a piece at a time, signed when it is whole.

The task file and each result are held against signed rows; pictures are opened in jailed processes that give
way to all else. It works in short turns, so that a post that is due never waits for it. A kill loses the
piece under way: once its lease has ended, somebody takes it anew.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol

from smadmin.credentials.identity import Identity, seal
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, NotAllowed, OutsideFailed, Reason, Tampered
from smadmin.domain.media import FileSealer
from smadmin.domain.messages import say
from smadmin.domain.photos.gallery import Gallery, Portrait
from smadmin.domain.photos.ports import Decoder, FaceEngine, PhotoUnreadable
from smadmin.domain.sweep_results import RESULT_PART, PartResult, Searched, Signed, judged, readers
from smadmin.domain.sweep_tasks import LEASE, TaskFile, Wanted
from smadmin.domain.vocabulary import Act, Noun
from smadmin.imaging.abreast import abreast
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import day_of
from smadmin.services.sealed_searches import SealedSearch, against, search_of
from smadmin.storage.files import MediaFiles
from smadmin.storage.sweep_tasks import KeptTask, Lease
from smadmin.storage.unit import Unit

TURN_S = 8.0
"""After so long others get their turn; what is begun by then is finished first."""
BESIDE = 2
"""So many pieces are under way at one login: a window's and a worker's, or one that a kill left behind.

What a planned task starts every few minutes doesn't pile up.
"""
_WORKERS_FAIL = "imaging.worker-no-start"


class Seeing(Decoder, FaceEngine, Protocol):
    """What opens pictures and finds faces."""


@dataclass
class _AtIt:
    """A piece under way; it lives in memory only."""

    task: KeptTask
    file: TaskFile
    known: Gallery[str]
    lease: Lease
    left: deque[Wanted]
    found: list[Searched] = field(default_factory=list)
    took_s: float = 0.0


class SweepSeat:
    """Searches at one computer login.

    Args:
        workers: makes what sees; asked when the first piece is begun.
        at_once: how many pictures at the same time.
    """

    def __init__(
        self,
        desk: Desk,
        proof: Proof,
        files: MediaFiles,
        sealer: FileSealer,
        *,
        workers: Callable[[], Seeing],
        at_once: int = 1,
        turn_s: float = TURN_S,
    ) -> None:
        """Stand on the desk, a proof that opens nothing, and the sealed files."""
        self._desk, self._proof, self._files, self._sealer = desk, proof, files, sealer
        self._workers, self._at_once, self._turn_s = workers, at_once, turn_s
        self._at: _AtIt | None = None
        self._opened: tuple[str, TaskFile, Gallery[str]] | None = None

    @property
    def under_way(self) -> bool:
        """Tell whether a piece is begun and waits for its next turn."""
        return self._at is not None

    def go_on(self, by: Actor) -> Iterator[str]:
        """Take one turn; gives the sweep in which a piece became whole (an errand with short deeds).

        Raises:
            NotAllowed: where something speaks against each task that is sealed to this login.
            OutsideFailed: no worker can be started here.
        """
        at = self._at or self._begin(by)
        if at is None or not self._holds(by, at):
            self.forget()
            return
        self._at = at
        begun = monotonic()
        try:
            for found in abreast(
                lambda one: self._search(at, one), self._for_a_turn(at), at_once=self._at_once
            ):
                at.found.append(found)
        except BaseException:
            self._give_up(by, at)
            raise
        at.took_s += monotonic() - begun
        if not at.left:
            self._at = None
            if self._finish(by, at):
                yield at.task.sweep

    def forget(self) -> None:
        """Drop patterns and secrets from memory; a piece under way is free again once its lease ended."""
        self._at = self._opened = None

    def _for_a_turn(self, at: _AtIt) -> Iterator[Wanted]:
        ends = monotonic() + self._turn_s
        while at.left and monotonic() < ends:
            yield at.left.popleft()

    def _begin(self, by: Actor) -> _AtIt | None:
        """Take the first free piece of a task that is sealed to this login and that nothing speaks against.

        Raises:
            NotAllowed: as `go_on`.
        """
        seat = by.seat
        with self._desk.look() as unit:
            if seat is None or unit.sweep_tasks.begun_at(seat, self._desk.now) >= BESIDE:
                return None
            meant = self._first(unit, by)
            if meant is None:
                return None
            task, search = meant
            file, known = self._open(by, unit, task, search)
        if self._engine() != file.engine:
            raise NotAllowed((Reason(say("sweeptask.other-engine")),))
        with self._desk.first_deed(by) as deed:
            lease = deed.unit.sweep_tasks.lease(task.id, seat, now=deed.now, until=deed.now + LEASE)
        if lease is None:
            return None
        try:
            return _AtIt(task, file, known, lease, deque(file.chunk(lease.chunk)))
        except ValueError as error:
            raise NotAllowed((_OTHER,)) from error

    def _first(self, unit: Unit, by: Actor) -> tuple[KeptTask, SealedSearch] | None:
        proven, now, why = self._proof.now(unit), self._desk.now, list[Reason]()
        for task in unit.sweep_tasks.all():
            search = _mine(proven, task, by)
            if search is None or unit.sweep_tasks.free_at(task.id, now) != now:
                continue
            reasons = against(proven, search, now)
            if not reasons:
                return task, search
            why += reasons
        if why:
            raise NotAllowed(tuple(dict.fromkeys(why)))
        return None

    def _open(
        self, by: Actor, unit: Unit, task: KeptTask, search: SealedSearch
    ) -> tuple[TaskFile, Gallery[str]]:
        """Open a task file that is exactly the one that a signed row names.

        Raises:
            NotAllowed: something else lies there.
            Tampered: it was sealed to another login, or changed.
        """
        if self._opened is not None and self._opened[0] == search.sealed.sha256:
            return self._opened[1:]
        sealed = unit.sweep_tasks.sealed(task.id)
        if sealed is None or hashlib.sha256(sealed).hexdigest() != search.sealed.sha256:
            raise NotAllowed((_OTHER,))
        if not isinstance(by.signer, Identity):
            raise NotAllowed((_OTHER,))
        try:
            file = TaskFile.from_bytes(by.signer.open(sealed))
        except ValueError as error:
            raise NotAllowed((_OTHER,)) from error
        said = (search.sealed.task, search.sweep, search.sealed.ends_at, search.sealed.pictures)
        if (file.id, file.sweep, file.ends_at, file.count) != said:
            raise NotAllowed((_OTHER,))
        known = Gallery([Portrait(one.id, one.numbers) for one in file.patterns])
        self._opened = search.sealed.sha256, file, known
        return file, known

    def _engine(self) -> str:
        return self._workers().name().descriptor

    def _holds(self, by: Actor, at: _AtIt) -> bool:
        """Tell whether one may go on with a piece, and say that one still is at it where that is due."""
        with self._desk.look() as unit:
            proven = self._proof.now(unit)
            search = _mine(proven, at.task, by)
            stands = search is not None and not against(proven, search, self._desk.now)
            if not stands or at.task.id not in unit.sweep_tasks.ids():
                return False
        if at.lease.until - self._desk.now > LEASE / 2:
            return True
        with self._desk.first_deed(by) as deed:
            lease = deed.unit.sweep_tasks.renew(at.lease, deed.now + LEASE)
        at.lease = lease or at.lease
        return lease is not None

    def _search(self, at: _AtIt, wanted: Wanted) -> Searched:
        """Search one picture; what is wrong with it concerns no other."""
        try:
            content, workers = self._content(wanted), self._workers()
            faces = workers.find_and_describe(workers.decode(content))
        except (PhotoUnreadable, Tampered, OutsideFailed) as spoilt:
            if spoilt.happened.id == _WORKERS_FAIL:
                raise
            return Searched(wanted.photo, error=spoilt.happened.id)
        return judged(wanted.photo, faces, at.known, at.file.thresholds)

    def _content(self, wanted: Wanted) -> bytes:
        content = self._sealer.open(wanted.secret, self._files.read(wanted.name))
        if hashlib.sha256(content).hexdigest() != wanted.sha256:
            raise Tampered(say("media.changed"))
        return content

    def _finish(self, by: Actor, at: _AtIt) -> bool:
        """Seal what was found, and sign it (a deed); False where the piece was no longer one's own."""
        result = PartResult(at.task.id, at.lease.chunk, tuple(at.found)).to_bytes()
        with self._desk.first_deed(by) as deed:
            proven = self._proof.now(deed.unit)
            search = _mine(proven, at.task, by)
            if search is None or against(proven, search, deed.now):
                return False
            sealed = seal(result, [key.recipient for key in readers(proven.trust, day_of(deed))])
            if not deed.unit.sweep_tasks.keep(at.lease, sealed):
                return False
            digest, took_ms = hashlib.sha256(sealed).hexdigest(), round(at.took_s * 1000)
            signed = Signed(at.task.id, at.lease.chunk, digest, len(at.found), took_ms)
            parts = {RESULT_PART: signed.to_plain()}
            deed.record(Act.SWEEP_PART, Noun.SWEEPS, at.task.sweep, parts=parts)
            if deed.unit.sweep_tasks.free_at(at.task.id, deed.now) is None:  # all is searched: patterns go
                deed.unit.sweep_tasks.shred(at.task.id)
        return True

    def _give_up(self, by: Actor, at: _AtIt) -> None:
        """Let the piece be taken anew: what sees ended, or can't be started."""
        self.forget()
        try:
            with self._desk.first_deed(by) as deed:
                deed.unit.sweep_tasks.give_back(at.lease)
        except KnownError:  # its lease ends by itself
            return


def _mine(proven: Proven, task: KeptTask, by: Actor) -> SealedSearch | None:
    """Give the row that sealed a task to this login; None where it is others', or none names it."""
    search = search_of(proven, task.sweep, task.id)
    return search if search is not None and by.seat in search.sealed.seats else None


_OTHER = Reason(say("sweeptask.other-file"))
