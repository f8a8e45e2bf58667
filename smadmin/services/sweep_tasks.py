"""A child's face is searched for with nobody signed in: sealed by a person, worked off elsewhere, taken in.

`seal` is an errand and a deed, `take_in` a chain of deeds. Whoever takes in is of those who keep the list; a
result counts only if a computer login that the file named signed exactly these bytes in time.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from smadmin.credentials.identity import Identity, seal
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import NotAllowed, Reason, Tampered
from smadmin.domain.ids import SeatId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.students import ROSTER_ROLES
from smadmin.domain.sweep_results import TAKEN_PART, PartResult, Signed, Taken
from smadmin.domain.sweep_tasks import TASK_PART, Pattern, Sealed, TaskFile, written
from smadmin.domain.sweeps import Sweep, SweepId, SweepStep
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import any_roles, leaving_reasons, refuse, today_of
from smadmin.services.sealed_searches import SealedSearch, sealed_searches, signed_parts
from smadmin.services.search_progress import SweepProgress, progress_of
from smadmin.services.since_queued import seat_key
from smadmin.services.sweep_packing import Kept, Packed, ends_of, patterns_of, pictures_of
from smadmin.storage.sweep_tasks import KeptTask
from smadmin.storage.unit import Unit

AT_ONCE = 20
"""So many pieces are taken in with one row."""


@dataclass(frozen=True)
class TakenIn:
    """What taking in came to.

    Args:
        pictures: so many were taken in.
        refused: what was wrong with results that weren't; each is searched again where there is time.
    """

    pictures: int = 0
    refused: tuple[Message, ...] = ()


class SweepTasks:
    """The searches of faces of one school.

    Args:
        sweep_of: tells a sweep from the proven record.
        kept: gives each photo with what is kept of it as it went out.
        thresholds: where a likeness begins, as the review has it.
    """

    def __init__(
        self,
        desk: Desk,
        proof: Proof,
        sweep_of: Callable[[Proven, SweepId], Sweep | None],
        kept: Callable[[Actor], Kept],
        *,
        thresholds: Callable[[], Thresholds] = Thresholds,
    ) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof, self._sweep_of = desk, proof, sweep_of
        self._kept, self._thresholds = kept, thresholds

    def seal_blockers(self, by: Actor, sweep: SweepId, seats: Sequence[SeatId] = ()) -> tuple[Reason, ...]:
        """List why no computer can search for this sweep's child."""
        with self._desk.look(by) as unit:
            return self._blockers(unit, self._proof.now(unit), by, sweep, seats)[0]

    def seal(self, by: Actor, sweep: SweepId, seats: Sequence[SeatId] = ()) -> Done[int]:
        """Seal what is left to search to computer logins for a day; gives how many pictures (a chain).

        Args:
            by: of those who keep the list.
            sweep: an open one.
            seats: which logins; none: this one.

        Raises:
            NotAllowed: with everything that speaks against it.
        """
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            reasons, found = self._blockers(unit, proven, by, sweep, seats)
            if found is None:
                raise NotAllowed(reasons)
            ends_at = ends_of(unit, self._desk, found.sweep)
        pictures = pictures_of(self._desk, by, found.sweep, self._kept(by))
        if not pictures:
            raise NotAllowed((Reason(say("sweeptask.nothing-left")),))
        file = TaskFile(
            id=self._desk.ids.new(),
            sweep=sweep,
            ends_at=ends_at,
            engine=found.patterns[0].engine,
            thresholds=self._thresholds(),
            patterns=tuple(Pattern(self._desk.ids.new(), one.numbers) for one in found.patterns),
            count=len(pictures),
            lines=written(pictures),
        )
        self._enter(by, found, file, seal(file.to_bytes(), [key.recipient for key in found.keys]))
        return Done(len(pictures), Changes.of("sweeps", [sweep]))

    def stop(self, by: Actor, sweep: SweepId) -> Changes:
        """Erase what is sealed of a sweep, so that no computer goes on; what was found stays (a deed).

        Raises:
            NotAllowed: for who doesn't keep the list.
        """
        with self._desk.deed(by) as deed:
            if not self._keeps_list(deed.unit, by):
                raise NotAllowed((Reason(say("sweeptask.not-your-role")),))
            for one in deed.unit.sweep_tasks.all():
                if one.sweep == sweep:
                    deed.unit.sweep_tasks.shred(one.id)
        return Changes.of("sweeps", [sweep])

    def take_in(self, by: Actor, sweep: SweepId) -> Done[TakenIn]:
        """Open what computers found and make it part of the sweep (a chain, a deed for many pieces).

        Raises:
            NotAllowed: for who doesn't keep the list, and once the sweep ended.
        """
        pictures, refused = 0, list[Message]()
        for search in self._searches(by, sweep):
            more = 1
            while more:
                more, wrong = self._take(by, search)
                pictures, refused = pictures + more, refused + wrong
        changes = Changes.of("sweeps", [sweep]) if pictures or refused else Changes()
        return Done(TakenIn(pictures, tuple(dict.fromkeys(refused))), changes)

    def take_in_all(self, by: Actor) -> Changes:
        """Take in some of what lies there, where this person may (a chain, a deed for each search)."""
        changes = Changes()
        with self._desk.look(by) as unit:
            if not unit.sweep_tasks.waiting() or not self._keeps_list(unit, by):
                return changes
            waiting, proven = set(unit.sweep_tasks.waiting()), self._proof.now(unit)
            ids = dict.fromkeys(SweepId(one.body.id or "") for one in proven.acts(Act.SEAL_SWEEP))
            searches = [search for one in ids for search in sealed_searches(proven, one)]
            meant = [one for one in searches if one.sealed.task in waiting]
        for one in meant:
            taken, wrong = self._take(by, one)
            if taken or wrong:
                changes |= Changes.of("sweeps", [one.sweep])
        return changes

    def progress(self, by: Actor, sweep: SweepId) -> SweepProgress | None:
        """Give how far the newest search of a sweep is; None where none was sealed."""
        with self._desk.look(by) as unit:
            return progress_of(self._proof.now(unit), sweep, self._desk.now)

    def _blockers(
        self, unit: Unit, proven: Proven, by: Actor, sweep: SweepId, seats: Sequence[SeatId]
    ) -> tuple[tuple[Reason, ...], Packed | None]:
        """List what speaks against sealing; and what is sealed, to whose keys, where nothing does."""
        told = self._sweep_of(proven, sweep)
        if told is None or told.step is SweepStep.ENDED:
            return (Reason(say("sweeptask.no-sweep")),), None
        named = tuple(dict.fromkeys(seats)) or ((by.seat,) if by.seat is not None else ())
        keys = [seat_key(proven.trust, one) for one in named]
        patterns = patterns_of(unit, self._desk, told)
        checks = (
            (self._keeps_list(unit, by), "sweeptask.not-your-role"),
            (proven.whole and proven.head_right, "sweeptask.record"),
            (bool(keys) and None not in keys, "sweeptask.no-keyring"),
            (bool(patterns), "sweeptask.not-allowed"),
        )
        reasons = tuple(Reason(say(message)) for right, message in checks if not right)
        reasons += leaving_reasons(self._desk, unit, by, Act.SEAL_SWEEP, Noun.SWEEPS)
        known = tuple(one for one in keys if one is not None)
        return reasons, None if reasons else Packed(told, known, patterns)

    def _keeps_list(self, unit: Unit, by: Actor) -> bool:
        return bool(any_roles(unit.trust.read(), by.person, today_of(unit, self._desk)) & ROSTER_ROLES)

    def _enter(self, by: Actor, packed: Packed, file: TaskFile, sealed: bytes) -> None:
        """Lay it there in place of an older one, and sign for it (a deed).

        Raises:
            NotAllowed: what it was packed from isn't so any more.
        """
        said = Sealed(
            task=file.id,
            sha256=hashlib.sha256(sealed).hexdigest(),
            seats=tuple(key.seat for key in packed.keys if key.seat is not None),
            ends_at=file.ends_at,
            pictures=file.count,
        )
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            deed.require_roster()
            seats = said.seats
            reasons, now = self._blockers(deed.unit, self._proof.now(deed.unit), by, packed.sweep.id, seats)
            refuse(reasons)
            if now is None or (now.keys, now.patterns) != (packed.keys, packed.patterns):
                raise NotAllowed((Reason(say("sweeptask.changed")),))
            for older in deed.unit.sweep_tasks.all():
                if older.sweep == packed.sweep.id:
                    deed.unit.sweep_tasks.shred(older.id)
            kept = KeptTask(file.id, packed.sweep.id, file.ends_at)
            deed.unit.sweep_tasks.put(kept, sealed, chunks=file.chunks)
            deed.record(Act.SEAL_SWEEP, Noun.SWEEPS, packed.sweep.id, parts={TASK_PART: said.to_plain()})

    def _searches(self, by: Actor, sweep: SweepId) -> tuple[SealedSearch, ...]:
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            told = self._sweep_of(proven, sweep)
            if told is None or told.step is SweepStep.ENDED:
                raise NotAllowed((Reason(say("sweeptask.no-sweep")),))
            if not self._keeps_list(unit, by):
                raise NotAllowed((Reason(say("sweeptask.not-your-role")),))
            waiting = unit.sweep_tasks.waiting()
            return tuple(one for one in sealed_searches(proven, sweep) if one.sealed.task in waiting)

    def _take(self, by: Actor, search: SealedSearch) -> tuple[int, list[Message]]:
        """Take some pieces in (a deed); gives how many pictures, and what was wrong with others."""
        task, taken, wrong, pictures = search.sealed.task, list[PartResult](), list[Message](), 0
        with self._desk.deed(by) as deed:
            proven, shelf = self._proof.now(deed.unit), deed.unit.sweep_tasks
            told = self._sweep_of(proven, SweepId(search.sweep))
            if told is None or not patterns_of(deed.unit, self._desk, told):
                shelf.forget(task)  # consent ended, or the child isn't searched for any more
                return 0, [say("sweeptask.not-allowed")]
            parts = signed_parts(proven, search)
            for chunk, sealed in sorted(shelf.results(task).items()):
                digest = hashlib.sha256(sealed).hexdigest()
                signed = next((one for one in parts.get(chunk, ()) if one.sha256 == digest), None)
                try:
                    result = None if signed is None else _opened(by, sealed, search, signed)
                except NotAllowed:  # it is sealed to others, who take it in
                    continue
                if result is None:
                    shelf.reopen(task, chunk)
                    wrong.append(say("sweeptask.forged"))
                    continue
                taken.append(result)
                shelf.took(task, chunk)
                pictures += len(result.searched)
                if len(taken) == AT_ONCE:
                    break
            if taken:
                parts_said = {TAKEN_PART: Taken(tuple(taken)).to_plain()}
                deed.record(Act.TAKE_SWEEP, Noun.SWEEPS, search.sweep, parts=parts_said)
        return pictures, wrong


def _opened(by: Actor, sealed: bytes, search: SealedSearch, signed: Signed) -> PartResult | None:
    """Open a result that a named login signed; None where it isn't what that says.

    Raises:
        NotAllowed: it isn't sealed to this person.
    """
    if not isinstance(by.signer, Identity) or not by.signer.opens(BytesIO(sealed)):
        raise NotAllowed((Reason(say("sweeptask.not-yours")),))
    try:
        result = PartResult.from_bytes(by.signer.open(sealed))
    except (Tampered, ValueError):
        return None
    said = (search.sealed.task, signed.chunk, signed.pictures)
    return result if (result.task, result.chunk, len(result.searched)) == said else None
