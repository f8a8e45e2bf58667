"""What the record says, as far as it was proven (`services/proof.py` makes it).

Rows are checked once per process, but what their parts hold is read from the store each time: a part that was
there when its row was proven, and isn't any more as it was signed, is no part that says nothing.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar, cast

from smadmin.domain.canonical import Plain, parse
from smadmin.domain.errors import KnownError, Tampered
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.keys import TRUST_PART, Trust
from smadmin.domain.messages import say
from smadmin.domain.records import Body, Head, Part, Verifier
from smadmin.domain.retention import Kind
from smadmin.domain.timeline import Timeline
from smadmin.domain.verification import Auditor, End
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.children_rows import roster_digest
from smadmin.services.facts import Fact
from smadmin.services.heads import Noted, contains
from smadmin.services.indexed import Indexed
from smadmin.services.roles_then import RolesThen
from smadmin.storage.unit import Unit

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
        lost: set[tuple[int, str]],
    ) -> None:
        """Take a transaction, everything that was proven, and how it stands to what was noted.

        Args:
            unit: the transaction.
            auditor: who checked the rows.
            facts: what they say, by place.
            places: where rows about a thing stand.
            then: who had which role where.
            end: how the record's end stands to what was noted.
            noted: what was.
            verifier: checks signatures.
            lost: parts found gone or changed since their rows were proven; added to as they are read.
        """
        self.unit = unit
        self.verifier = verifier
        self._once: dict[object, object] = {}
        self._facts, self._places, self._then = facts, places, then
        self.trust: Trust = auditor.trust
        self.head: Head = auditor.head
        self._lost = lost
        missing = auditor.missing
        self.rows_right: bool = not (auditor.faults or missing)
        self.to_set_aside: tuple[Body, ...] = auditor.to_set_aside
        self.aside: frozenset[int] = frozenset(auditor.refused.aside)
        self.faulty: frozenset[int] = frozenset(fault.seq for fault in auditor.faults) | {
            seq for seq, _ in missing
        }
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
        return self.rows_right and self.school_right and not self._lost

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

    def untouched(self, kind: Kind, is_old: Callable[[Fact], bool]) -> tuple[str, ...]:
        """Give the things of a kind about which nothing but old rows may be, the longest untouched first.

        Args:
            kind: what they are; none that was settled since.
            is_old: tells a row's age. Only a few rows are asked, not all of a long record.
        """
        return self._places.longest_untouched(kind, self._first_since(is_old))

    def settle(self, kind: Kind, noun_id: str) -> None:
        """Don't give a thing as untouched any more, until something is done about it again."""
        self._places.settle(kind, noun_id, self.head.seq + 1)

    def _first_since(self, is_old: Callable[[Fact], bool]) -> int:
        """Give the place from which on no row is old.

        No row counts as older than one before it whose signer held a role (`Timeline.claim`): among those
        the place is found by halves.
        """
        low, high, end = 1, self.head.seq + 1, self.head.seq + 1
        while low < high:
            at = self._next_held((low + high) // 2, high)
            if at < high and is_old(self._facts[at]):
                low = at + 1
            else:
                high = (low + high) // 2
        return self._next_held(low, end)

    def _next_held(self, start: int, end: int) -> int:
        facts = ((seq, self._facts.get(seq)) for seq in range(start, end))
        return next((seq for seq, fact in facts if fact is not None and fact.held), end)

    def once(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Work something out for as long as this lives, and give it again to whoever asks for the same."""
        if key not in self._once:
            self._once[key] = work_out()
        return cast("T", self._once[key])

    def newest(self, act: Act) -> Iterator[Fact]:
        """Give the same, newest first, one at a time: the last days' don't wait for all years'."""
        return (self._facts[seq] for seq in reversed(self._places.of_act(act)))

    def part_bytes(self, fact: Fact, name: str) -> bytes | None:
        """Give a part's content; None where the row names none, nobody here can open it, or it was erased.

        Also None where proving the record found it spoilt: then nothing is `whole`, and all say so.

        Raises:
            Tampered: if it was spoilt, or taken out, since its row was proven.
        """
        digest = fact.body.parts.get(name)
        if digest is None:  # the row never named it: the store needn't be asked
            return None
        try:
            part = self.unit.record.part(fact.seq, name)
        except KnownError as error:
            if error.happened.id == _NEWER_KEY and not self._known(fact):
                raise  # who sits here hasn't that key yet, or somebody wrote its number: nobody can tell
            part = Part(b"", b"")
        if part is not None and part.digest == digest:
            return part.content
        if not (self._known(fact) or (part is None and self._explained(fact, name))):
            self._lost.add((fact.seq, name))
            raise _spoilt(fact)
        return None

    def _known(self, fact: Fact) -> bool:
        return fact.seq in self.faulty or fact.seq in self.aside

    def _explained(self, fact: Fact, name: str) -> bool:
        """Tell whether a part that can't be read was erased by order, or lies there sealed to others."""
        sealed = name != TRUST_PART and self.unit.record.has_part(fact.seq, name)
        return sealed or self.erased(fact.seq, name)

    def part(self, fact: Fact, name: str) -> dict[str, Plain] | None:
        """Give a part that is an object; a key of the school may have signed anything else."""
        content = self.part_bytes(fact, name)
        return None if content is None else _parsed(content)

    def parts(self, name: str, facts: Iterable[Fact]) -> dict[int, dict[str, Plain]]:
        """Give one part of several rows by their places, read in one go; without those that have none.

        Raises:
            Tampered: as `part_bytes`.
        """
        wanted = {fact.seq: fact for fact in facts if name in fact.body.parts}
        found = self.unit.record.parts_named(name, wanted) if wanted else {}
        told: dict[int, dict[str, Plain]] = {}
        for seq, fact in wanted.items():
            part = found.get(seq)
            if part is not None and part.digest == fact.body.parts[name]:
                said = _parsed(part.content)
            elif part is None and name != TRUST_PART and seq in found:
                said = None  # sealed to others
            else:
                said = self.part(fact, name)
            if said is not None:
                told[seq] = said
        return told

    def alive(self, fact: Fact) -> PersonId | None:
        """Give the person who signed a row, if that key may still sign."""
        key = self.trust.key_alive(fact.body.key)
        return None if key is None or key.person != fact.body.person else key.person


def _parsed(content: bytes) -> dict[str, Plain] | None:
    try:
        return parse(content)
    except ValueError:
        return None


_NEWER_KEY = "renewal.sit-down-again"


def _spoilt(fact: Fact) -> Tampered:
    return Tampered(
        say("records.part-changed", row=fact.seq),
        kept=say("records.nothing-changed"),
        remedy=say("records.ask-principal"),
    )
