"""The record, for reading and proving. Writing a row is part of each deed (`services.desk`)."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, Tampered
from smadmin.domain.ids import KeyId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import Message, say
from smadmin.domain.records import Body, Head, Part, as_read
from smadmin.domain.refused import place_in
from smadmin.domain.verification import Auditor, Fault
from smadmin.domain.vocabulary import Noun
from smadmin.services.children_rows import roster_digest
from smadmin.services.days_rows import SignedDays
from smadmin.services.desk import Desk
from smadmin.services.facts import Fact, fact_of
from smadmin.services.found_rows import found_row, with_erased
from smadmin.services.heads import Noted, contains
from smadmin.services.page_compared import links_to
from smadmin.services.past_rows import SignedImports
from smadmin.services.proof import Proof
from smadmin.services.rest_rows import SignedRests
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

_ROWS_TOLD = 5
"""So many rows that were dated ahead are named; the others are counted."""


@dataclass(frozen=True)
class Entry:
    """A row as people read it: when, who, what, on what. Without a time: all but its place is unreadable."""

    seq: int
    utc: datetime | None
    person: str | None = None
    act: str = ""
    noun: str = ""
    noun_id: str | None = None


@dataclass(frozen=True)
class Verdict:
    """The outcome of verifying.

    Args:
        rows: how many there are.
        head: where the record ends.
        root: the key that it stands on.
        faults: what is wrong, ideally nothing.
        noted: this seat's notes that it was held against, or None where it wasn't.
        clocks: which rows were dated ahead or set aside, who said so and when, what was erased; no fault.
    """

    rows: int
    head: Head
    root: KeyId | None
    faults: tuple[Fault, ...]
    noted: Noted | None = None
    clocks: tuple[Message, ...] = ()

    @property
    def answered(self) -> bool:
        """Tell whether the notes could be asked; if not, a lost end would not have been seen."""
        return self.noted is None or self.noted.answered

    @property
    def whole(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.faults


class Records:
    """The record of one school."""

    def __init__(self, desk: Desk, proof: Proof | None = None) -> None:
        """Stand on the desk, and on what was proven since the start."""
        self._desk, self._proof = desk, proof

    def newest(self, limit: int = 200) -> tuple[Entry, ...]:
        """Give the newest rows, newest first, with people's real names."""
        with self._desk.look() as unit:
            names = {str(one.id): one.name for one in trust_as_far_as_readable(unit).people.values()}
            rows = list(unit.record.rows(after=max(0, unit.record.head().seq - limit)))
        return tuple(entry_of(stored, names) for stored in reversed(rows))

    def head(self) -> Head:
        """Give where the record ends now."""
        with self._desk.look() as unit:
            return unit.record.head()

    def page_agrees(
        self,
        number: str,
        letters: str,
        *,
        by: Actor | None = None,
        told: Callable[[int, int], object] = lambda _done, _of: None,
    ) -> bool:
        """Tell whether the record is still the one whose end a page on paper names (an errand).

        Every row up to there is linked anew, so that none before it was rewritten either; each was proven.

        Args:
            number: of the row, as somebody reads it from the page.
            letters: those beside it.
            by: who is signed in.
            told: gets how many rows of how many are linked.
        """
        seq = place_in("".join(one for one in number if one.isalnum()))
        with self._desk.look() as unit:
            stored = None if seq is None else unit.record.at(seq)
        if seq is None or stored is None or Head(seq, stored.row.row_hash).letters != as_read(letters):
            return False
        if not links_to(self._desk, seq, letters, told):
            return False
        return not any(0 < one <= seq for one in self._faulty(by))

    def _faulty(self, by: Actor | None) -> Collection[int]:
        """Give the rows that don't hold, by what was proven since the start, else by proving all of them."""
        if self._proof is None:
            return [fault.seq for fault in self.verify(by=by).faults]
        with self._desk.look(by) as unit:
            return self._proof.now(unit).faulty

    def verify(
        self,
        *,
        by: Actor | None = None,
        head: Head | None = None,
        root: KeyId | None = None,
        noted: Noted | None = None,
    ) -> Verdict:
        """Check every row, and the tables against them.

        Args:
            by: who is signed in, so that sealed parts are checked too; None checks what is plain.
            head: where the record ended, from paper.
            root: the root key, from paper.
            noted: this seat's own notes of both, which then must be there.
        """
        if noted is not None:
            head = noted.head if isinstance(noted.head, Head) else None
            root = noted.first
        auditor = Auditor(self._desk.verifier, root)
        with self._desk.look(by) as unit:
            plain, count = _Plain(unit), 0
            for stored, told in unit.record.with_parts():
                body = auditor.take(found_row(stored, told))
                plain.take(stored, told, None if body is None else fact_of(auditor, body))
                count += 1
            faults = [*auditor.finish(), *_tables(unit, auditor, head), *plain.faults(unit, auditor)]
        if noted is not None and noted.seat is not None and noted.answered and not noted.complete:
            faults.append(Fault(0, say("records.note-gone")))
        return Verdict(
            count,
            auditor.head,
            auditor.trust.root,
            tuple(faults),
            noted,
            (*clocks_told(auditor), *aside_told(auditor), *erased_told(auditor)),
        )


class _Plain:
    """What lies in plain tables, for nobody need sign in to read it: each is held against its rows."""

    _ABOUT = frozenset({Noun.ACCOUNTS, Noun.PAST_POSTS, Noun.SCHOOL_DAYS})

    def __init__(self, unit: Unit) -> None:
        """Begin before the first row."""
        self._tables = (SignedImports(), SignedDays())
        self._rests: SignedRests | None = None
        self._rows: list[tuple[StoredRow, Mapping[str, Part | None], Fact | None]] = []
        with suppress(KnownError):  # what the store says of the school was spoilt, which `_tables` says
            self._rests = SignedRests(unit.schools.get(unit.school))

    def take(self, stored: StoredRow, parts: Mapping[str, Part | None], fact: Fact | None) -> None:
        """Take the next row; `fact`: as it is proven, None where it can't be read.

        One that counts for nothing explains nothing that lies in the store.
        """
        if stored.noun in self._ABOUT and (fact is None or fact.counts):
            self._rows.append((stored, parts, fact))

    def faults(self, unit: Unit, auditor: Auditor) -> Iterator[Fault]:
        """Give what doesn't lie in the store as it was signed, once every row was taken.

        Whether a part was erased by order is said by rows after its own.
        """
        for stored, lying, fact in self._rows:
            if stored.seq in auditor.refused.aside:
                continue
            parts = with_erased(stored, lying, auditor.erased)
            for table in self._tables:
                table.take(stored, parts)
            if fact is not None and self._rests is not None:
                self._rests.take(fact, stored, parts)
        for table in self._tables:
            yield from table.faults(unit)
        if self._rests is not None:
            yield from self._rests.faults(unit)


def _tables(unit: Unit, auditor: Auditor, head: Head | None) -> list[Fault]:
    """Check what only the store can tell: caches, children's rows, and the head kept outside."""
    faults = []
    if not unit.trust.has_school(auditor.trust):
        faults.append(Fault(0, say("records.school-differs")))
    elif _trust_digest(unit) != auditor.trust.digest():
        faults.append(Fault(0, say("records.trust-differs-now")))
    if auditor.head.seq and roster_digest(unit) != auditor.roster:
        faults.append(Fault(0, say("records.roster-differs")))
    if head is not None and not contains(unit.record, head):
        faults.append(Fault(0, say("records.shorter-than-head", row=head.seq)))
    return faults


def clocks_told(auditor: Auditor) -> tuple[Message, ...]:
    """Say which rows were dated ahead, and who set that right; the oldest such word first."""
    names = {person.id: say("clock.person", name=person.name) for person in auditor.trust.people.values()}
    return tuple(
        say(
            "clock.was-confirmed",
            n=len(one.disputed),
            row=one.seq,
            on=one.utc,
            by=say("clock.envelope") if one.person is None else names[one.person],
            rows=tuple(say("clock.row", row=row.seq, on=row.utc) for row in one.disputed[:_ROWS_TOLD]),
        )
        for one in auditor.timeline.confirmed
    )


def aside_told(auditor: Auditor) -> tuple[Message, ...]:
    """Say which rows nobody had a right to, and who set them aside."""
    names = {person.id: person.name for person in auditor.trust.people.values()}
    return tuple(
        say(
            "records.was-set-aside",
            row=seq,
            by=names.get(by.person, "") if by.person is not None else "",
            on=by.utc,
            there=by.seq,
        )
        for seq, by in sorted(auditor.refused.aside.items())[:_ROWS_TOLD]
    )


def erased_told(auditor: Auditor) -> tuple[Message, ...]:
    """Say how many details were erased by which row; the newest such rows only."""
    by_row = sorted(auditor.erasures.by_row.items())[-_ROWS_TOLD:]
    return tuple(say("records.were-erased", n=count, row=row) for row, count in by_row)


def tables_right(unit: Unit) -> bool:
    """Tell whether the trust tables can be read and are what the newest row says."""
    newest = unit.record.at(unit.record.head().seq)
    try:
        said = None if newest is None else Body.from_bytes(newest.row.body).trust
    except (KeyError, TypeError, ValueError):
        return False
    return said is None or _trust_digest(unit) == said


def _trust_digest(unit: Unit) -> str | None:
    try:
        return unit.trust.read().digest()
    except Tampered:
        return None  # not even readable, so surely not what the record says


def trust_as_far_as_readable(unit: Unit) -> Trust:
    """Give the trust tables for names in a list; where they were spoilt, ids stand for people."""
    try:
        return unit.trust.read()
    except Tampered:
        return Trust()


def entry_of(stored: StoredRow, names: Mapping[str, str]) -> Entry:
    """Give a row as people read it; one that can't be read has its place alone."""
    try:
        body = Body.from_bytes(stored.row.body)
    except ValueError:
        return Entry(stored.seq, None)
    person = None if body.person is None else names.get(body.person, body.person)
    return Entry(body.seq, body.utc, person, body.act, body.noun, body.id)
