"""The record, proven up to now: the only source from which a release is judged (`keys.md`, Approval).

Every row is checked once per process (link, trust, parts, and the signature, unless whoever signs in has seen
it hold this week: `services/checked.py`) and its facts stay in memory, so that a row changed behind our back
later is neither read again nor believed. New rows are checked as they come.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from threading import Lock
from typing import TypeVar, cast

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain, parse
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.people import Role
from smadmin.domain.records import START, Body, Head, Verifier
from smadmin.domain.timeline import Timeline
from smadmin.domain.verification import Auditor, End
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.checked import Checked
from smadmin.services.children_rows import roster_digest
from smadmin.services.desk import Desk
from smadmin.services.facts import Fact, fact_of
from smadmin.services.found_rows import found_row
from smadmin.services.heads import Noted, contains
from smadmin.services.indexed import Indexed
from smadmin.services.roles_then import RolesThen
from smadmin.storage.unit import Unit

__all__ = ["Fact", "Proof", "Proven", "proven_now"]

T = TypeVar("T")


class Proven:
    """What the chain says, as far as it was checked. Made by `Proof`; ask it inside the same transaction."""

    def __init__(
        self,
        unit: Unit,
        auditor: Auditor,
        facts: dict[int, Fact],
        places: Indexed,
        then: RolesThen,
        *,
        end: End,
        noted: Noted,
        verifier: Verifier,
    ) -> None:
        """Take a transaction, everything that was proven, and how it stands to what was noted."""
        self.unit = unit
        self.verifier = verifier
        self._once: dict[object, object] = {}
        self._facts, self._places, self._then = facts, places, then
        self.trust: Trust = auditor.trust
        self.head: Head = auditor.head
        self.rows_right: bool = not auditor.faults
        self.to_set_aside: tuple[Body, ...] = auditor.to_set_aside
        self.aside: frozenset[int] = frozenset(auditor.refused.aside)
        self.faulty: frozenset[int] = frozenset(fault.seq for fault in auditor.faults)
        self.school_right: bool = unit.trust.has_school(auditor.trust)
        self.end: End = end
        self.noted: Noted = noted
        self.begun_by: KeyId | None = auditor.begun_by
        self.roster: str = auditor.roster
        self.roster_right: bool = auditor.roster == roster_digest(unit)
        self.timeline: Timeline = auditor.timeline
        self.erased = auditor.erased

    @property
    def whole(self) -> bool:
        """Tell whether every row is as it was signed, and the school is what they say it is."""
        return self.rows_right and self.school_right

    @property
    def head_right(self) -> bool:
        """Tell whether this is the record that this computer noted, from its first row to its end."""
        return self.end is End.RIGHT

    @property
    def other_root(self) -> bool:
        """Tell whether the record was begun with another key than this computer noted."""
        return self.noted.first is not None and self.noted.first != self.begun_by

    @property
    def root_proven(self) -> bool:
        """Tell whether the record surely began with the school's root.

        Either its note or the lock says so, or the note of a later row does, which links back to the first.
        """
        if self.noted.first is not None:
            return self.noted.first == self.begun_by
        head = self.noted.head
        reached = isinstance(head, Head) and head.seq > 0 and contains(self.unit.record, head)
        return self.rows_right and reached

    def at(self, seq: int) -> Fact | None:
        """Give the row at a place, as `about` gives only those that count."""
        fact = self._facts.get(seq)
        return fact if fact is not None and fact.counts else None

    def trust_at(self, seq: int) -> Trust:
        """Give who was let in at a place, by the rows up to it."""
        return self._then.at(seq)

    def stands(self, fact: Fact) -> bool:
        """Tell whether a row still lies in the store as it was proven."""
        stored = self.unit.record.at(fact.seq)
        return stored is not None and stored.row.body == fact.body.to_bytes()

    def about(self, noun: Noun, noun_id: str | None = None) -> tuple[Fact, ...]:
        """Give the rows about a noun, or about one thing, oldest first; none that counts for nothing."""
        return tuple(self._facts[seq] for seq in self._places.about(noun, noun_id))

    def acts(self, act: Act) -> tuple[Fact, ...]:
        """Give the rows of one act, oldest first."""
        return tuple(self._facts[seq] for seq in self._places.of_act(act))

    def once(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Work something out for as long as this lives, and give it again to whoever asks for the same."""
        if key not in self._once:
            self._once[key] = work_out()
        return cast("T", self._once[key])

    def part_bytes(self, fact: Fact, name: str) -> bytes | None:
        """Give a part's content, if it is there and is what the row signed."""
        if name not in fact.body.parts:  # the row never named it: the store needn't be asked
            return None
        try:
            part = self.unit.record.part(fact.seq, name)
        except KnownError:  # a cell that doesn't open is as good as none
            return None
        if part is None or part.digest != fact.body.parts.get(name):
            return None
        return part.content

    def part(self, fact: Fact, name: str) -> dict[str, Plain] | None:
        """Give a part that is an object; a key of the school may have signed anything else."""
        content = self.part_bytes(fact, name)
        try:
            return None if content is None else parse(content)
        except ValueError:
            return None

    def alive(self, fact: Fact) -> PersonId | None:
        """Give the person who signed a row, if that key may still sign."""
        key = self.trust.key_alive(fact.body.key)
        return None if key is None or key.person != fact.body.person else key.person


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
        self._reached: Head | None = None
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

    def newest(self, unit: Unit, act: str, roles: frozenset[Role]) -> int | None:
        """Give the place of the newest row of an act by somebody with one of these roles (`Desk.decided`).

        None: there is none, or the record isn't whole, or isn't the one that this computer noted.
        """
        with self._in_turn(unit):
            auditor, end = self._held(unit)
            if auditor.faults or end is not End.RIGHT:
                return None
            places = [seq for seq in self._places.of_act(act) if self._facts[seq].roles & roles]
        return max(places, default=None)

    def now(self, unit: Unit) -> Proven:
        """Check the rows that are new and give what the chain says now."""
        with self._in_turn(unit):
            auditor, end = self._held(unit)
            told = self._facts, self._places, self._then
            return Proven(unit, auditor, *told, end=end, noted=self._noted(), verifier=self._desk.verifier)

    @contextmanager
    def _in_turn(self, unit: Unit) -> Iterator[None]:
        """Take the turn, once this transaction reads: who waits for the store must not keep others from it.

        A deed that ends waits for everybody who reads, and nobody begins to read until it has ended. Who held
        the turn then would wait for that deed, the deed for a reader, and the reader for the turn.
        """
        unit.record.head()
        with self._turn:
            yield

    def _held(self, unit: Unit) -> tuple[Auditor, End]:
        """Check what is new, and tell whether the record still holds what was checked and noted."""
        kept = self._reached is None or contains(unit.record, self._reached)
        auditor, noted = self._caught_up(unit), self._noted()
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

    def _caught_up(self, unit: Unit) -> Auditor:
        pinned, auditor = self._noted().first, self._auditor
        if auditor is None or (pinned is not None and auditor.root != pinned):
            # A root that wasn't known when the rows were checked: the first of them must be its own.
            auditor = self._afresh(pinned)
        if auditor.head != unit.record.head():
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
        parts = unit.record.parts_after(auditor.head.seq)
        for stored in unit.record.rows(after=auditor.head.seq):
            body = auditor.take(found_row(stored, parts.get(stored.seq, {})))
            if body is not None:
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


def proven_now(proof: Proof, desk: Desk, by: Actor | None) -> Proven:
    """Prove the record up to now, outside of any deed; without an actor what is sealed stays unchecked."""
    with desk.look(by) as unit:
        return proof.now(unit)
