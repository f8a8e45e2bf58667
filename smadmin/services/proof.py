"""The record, proven up to now: the only source from which a release is judged (`keys.md`, Approval).

Every row is checked once per process (link, trust, parts, and the signature, unless whoever signs in has seen
it hold this week: `services/checked.py`) and its facts stay in memory, so that a row changed behind our back
later is neither read again nor believed. New rows are checked as they come.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from threading import Lock

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import KeyId
from smadmin.domain.keys import Trust
from smadmin.domain.records import START, Head
from smadmin.domain.verification import Auditor, End
from smadmin.domain.vocabulary import Act
from smadmin.services.checked import Checked
from smadmin.services.desk import Desk
from smadmin.services.facts import Fact, fact_of
from smadmin.services.found_rows import found_row
from smadmin.services.heads import Noted, contains
from smadmin.services.indexed import Indexed
from smadmin.services.newest import require_readable
from smadmin.services.proven import Proven
from smadmin.services.roles_then import RolesThen
from smadmin.storage.unit import Unit

__all__ = ["Fact", "Proof", "Proven", "proven_now"]


class Proof:
    """Checks the record as it grows.

    Args:
        desk: whose store it is.
        noted: what this computer noted outside the store; asked before each use, answered from memory.
    """

    def __init__(self, desk: Desk, noted: Callable[[], Noted] = Noted) -> None:
        self._desk = desk
        self._noted = noted
        self._auditor: Auditor | None = None
        self._facts: dict[int, Fact] = {}
        self._places, self._mute = Indexed(), set[int]()
        self._then = RolesThen()
        self._lost: set[tuple[int, str]] = set()
        self._reached: Head | None = None
        self._undone = desk.undone
        self._leans_on: Checked | None = None
        self._all_checked_at = desk.now
        self._turn = Lock()  # deeds run on one thread, errands on others, and both ask

    def begin(self, by: KeyId, checked: Checked | None) -> None:
        """Take what somebody's own note says was checked, before anything is proven for them.

        What another person's note vouched for is checked anew, every signature, and then counts for both.
        """
        with self._turn:
            if self._auditor is None:
                self._leans_on = checked if checked is not None and checked.whose == by else None
            elif self._leans_on is not None and self._leans_on.whose != by:
                self._auditor, self._leans_on = None, None

    @property
    def all_checked_at(self) -> datetime:
        """When every signature was last checked in one go, UTC."""
        return self._all_checked_at if self._leans_on is None else self._leans_on.at

    def catch_up(self, by: Actor) -> None:
        """Check what is new before a deed needs it, so that a deed holds the writer's turn only briefly."""
        with self._desk.look(by) as unit:
            self.now(unit)

    def trust(self, unit: Unit) -> Trust:
        """Check the rows that are new and give the trust they bear out (`Desk.proven`)."""
        with self._in_turn(unit):
            return self._caught_up(unit).trust

    def now(self, unit: Unit) -> Proven:
        """Check the rows that are new and give what the chain says now (`Desk.proof`)."""
        with self._in_turn(unit):
            auditor, end = self._held(unit)
            told = self._facts, self._places, self._then
            return Proven(
                unit,
                auditor,
                *told,
                end=end,
                noted=self._noted(),
                verifier=self._desk.verifier,
                lost=self._lost,
            )

    @contextmanager
    def _in_turn(self, unit: Unit) -> Iterator[None]:
        """Take the turn, once this transaction reads: who waits for the store must not keep others from it.

        A deed that ends waits for everybody who reads, and nobody begins to read until it has ended. Who held
        the turn then would wait for that deed, the deed for a reader, and the reader for the turn.
        """
        unit.record.head()
        with self._turn:
            self._forget_what_never_was(unit)
            yield

    def _forget_what_never_was(self, unit: Unit) -> None:
        """Begin anew where rows were taken of a deed that failed after it had written them."""
        begun, auditor = self._desk.undone, self._auditor
        if begun is None or begun is self._undone:
            return
        self._undone = begun
        if auditor is not None and auditor.head.seq > begun.seq and not contains(unit.record, auditor.head):
            self._auditor, self._reached = None, begun

    def _held(self, unit: Unit) -> tuple[Auditor, End]:
        """Check what is new, and tell whether the record still holds what was checked and noted."""
        kept = self._reached is None or contains(unit.record, self._reached)
        auditor, noted = self._caught_up(unit), self._noted()
        self._forget_what_lies_there_again(unit, auditor)
        if auditor.head.row_hash == START or auditor.head != unit.record.head() or not kept:
            return auditor, End.OTHER
        if isinstance(noted.head, Head) and not contains(unit.record, noted.head):
            return auditor, End.OTHER
        if not noted.answered:
            return auditor, End.UNANSWERED
        # A seat's notes are begun before there is any lock on it (`begin_notes`): these are gone,
        # whatever the record in front of us says of the seat.
        gone = noted.seat is not None and not noted.complete
        return auditor, End.UNNOTED if gone else End.RIGHT

    def _forget_what_lies_there_again(self, unit: Unit, auditor: Auditor) -> None:
        """Forget spoilt parts that are as they were signed again, and those that no row needs any more.

        A part that nobody here can open now stays spoilt: nobody sees that it is right.
        """
        for seq, name in tuple(self._lost):
            fact = self._facts.get(seq)
            if fact is None or seq in auditor.refused.aside or _is_right(unit, auditor, fact, name):
                self._lost.discard((seq, name))

    def _caught_up(self, unit: Unit) -> Auditor:
        pinned, auditor = self._noted().first, self._auditor
        if auditor is None or (pinned is not None and auditor.root != pinned):
            # A root that wasn't known when the rows were checked: the first of them must be its own.
            auditor = self._afresh(pinned)
        if auditor.head != unit.record.head():
            require_readable(unit)
            self._take(unit, auditor)
            if not auditor.bears_out:
                self._leans_on = None
                auditor = self._afresh(auditor.root)
                self._take(unit, auditor)
        self._reached, self._desk.timeline, self._desk.mute = auditor.head, auditor.timeline, self._mute
        return auditor

    def _afresh(self, pinned: KeyId | None) -> Auditor:
        checked = None if self._leans_on is None else self._leans_on.head
        self._auditor = Auditor(self._desk.verifier, pinned, checked=checked)
        self._facts, self._places, self._then, self._mute = {}, Indexed(), RolesThen(), set()
        self._all_checked_at = self._desk.now
        return self._auditor

    def _take(self, unit: Unit, auditor: Auditor) -> None:
        for stored, parts in unit.record.with_parts(auditor.head.seq):
            body = auditor.take(found_row(stored, parts))
            if body is not None and body.seq == stored.seq:  # else it would stand for the row there
                fact = self._facts[body.seq] = fact_of(auditor, body)
                if fact.counts:
                    self._places.take(body)
                else:
                    self._mute.add(body.seq)
                self._then.take(body, auditor.trust)
                for seq in auditor.refused.aside.keys() - self._mute if body.act == Act.SET_ASIDE else ():
                    self._facts[seq] = replace(self._facts[seq], held=(), counts=False)
                    self._places.drop(self._facts[seq].body)
                    self._mute.add(seq)
                if auditor.timeline.sets_right(body):
                    self._dated_no_later(body.utc)

    def _dated_no_later(self, moment: datetime) -> None:
        """Take earlier rows for as old as they are: what is dated ahead was signed by now at the latest.

        So nobody signed it with an office that hadn't begun by now.
        """
        for seq, fact in self._facts.items():
            if fact.moment > moment:
                held = self._then.left(fact.body, fact.held, moment)
                self._facts[seq] = replace(fact, held=held, moment=moment)


def _is_right(unit: Unit, auditor: Auditor, fact: Fact, name: str) -> bool:
    """Tell whether a part is as it was signed, or was erased by order."""
    try:
        part = unit.record.part(fact.seq, name)
    except KnownError:  # spoilt still, or under a school key that this person hasn't yet
        return False
    if part is None:
        return auditor.erased(fact.seq, name) and not unit.record.has_part(fact.seq, name)
    return part.digest == fact.body.parts.get(name)


def proven_now(proof: Proof, desk: Desk, by: Actor | None) -> Proven:
    """Prove the record up to now, outside of any deed; without an actor what is sealed stays unchecked."""
    with desk.look(by) as unit:
        return proof.now(unit)
