"""The desk: where deeds are done. One transaction, its record row and its proof belong together here.

Every change of the store goes through `Desk.deed`; it checks that the trust tables are what the last
signed row says before anything is written, so a forged right is never built upon.
"""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from threading import Lock

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.clock import Clock
from smadmin.domain.computers import Computer, act_reasons
from smadmin.domain.departing import leaver_blockers, leaver_trust_blockers
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import Ids, PersonId, SchoolId
from smadmin.domain.keys import TRUST_PART, KeyKind, Trust, TrustAct
from smadmin.domain.leavers import Leaver, leaver
from smadmin.domain.manifests import MANIFEST_PART
from smadmin.domain.messages import say
from smadmin.domain.records import (
    SALT_BYTES,
    Body,
    Head,
    Part,
    Verifier,
    make_row,
    state_digest,
    versioned,
)
from smadmin.domain.reviewers import within_mandate
from smadmin.domain.rights import RIGHTS, counts, entitled, sets_right
from smadmin.domain.timeline import CONFIRMS, DATED_BY_HAND, ClockState, Timeline
from smadmin.domain.typed import storable
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.children_rows import roster_digest
from smadmin.services.newest import newest_row, require_known, signed_by, tampered
from smadmin.services.proven import Proven
from smadmin.storage.store import Store
from smadmin.storage.unit import Unit


@dataclass
class Deed:
    """One deed under way: the unit it writes, who does it, and the trust it stands on."""

    unit: Unit
    by: Actor
    now: datetime
    trust: Trust
    head: Head
    roster: str
    timeline: Timeline
    """What the rows before say of the time: no row is judged as of before its latest."""
    verifier: Verifier | None = None
    """Checks what a code signed."""
    asks: bool = False
    """Whether after a long rest nothing is signed before somebody said that the date is right."""
    computer: Computer | None = None
    """The computer at which it is done, as far as somebody described it."""
    leaves: Leaver = Leaver.STAYS
    """How far who does it is stopped, on the way out."""

    def record(
        self, act: Act, noun: Noun, noun_id: str | None, *, parts: Mapping[str, Plain] | None = None
    ) -> int:
        """Append this act to the record; gives the row's place.

        Args:
            act: the verb.
            noun: the kind of thing it was done to.
            noun_id: which one; None for a student, who is never named outside a part.
            parts: details, sealed and erasable one by one.

        Raises:
            NotAllowed: against `domain/rights.py`: whoever proves the record would refuse the row for ever
                (services ask their `blockers` first). Or after a long rest, until the date was looked at.
            LookupError: for what has no line there: anybody could sign it, and nobody would believe it.
        """
        if act not in RIGHTS.get(noun, {}):
            raise LookupError(f"{noun.value}/{act.value}")
        made = {name: _part(content) for name, content in (parts or {}).items()}
        body = self._body(act, noun, noun_id, made)
        self._require_date(body)
        who, since = str(self.by.person), self.by.since
        reasons = act_reasons(self.computer, act, noun, person=who, since=since, now=self.now)
        if reasons := (*reasons, *leaver_blockers(act, noun, leaves=self.leaves, said=parts)):
            raise NotAllowed(reasons)
        right = entitled(self.trust, self.timeline.judged(body)) and self._within_mandate(act, parts)
        if not right or ((noun, act) == CONFIRMS and not sets_right(self.trust, self.timeline, body)):
            raise NotAllowed((Reason(say("records.not-your-act")),))
        return self._append(body, made)

    def record_trust(self, act: TrustAct, noun: Noun, noun_id: str, entry: Mapping[str, Plain]) -> int:
        """Append a row that changes trust, and bring the caches up to it.

        Raises:
            Tampered: if this actor has no right to it (services ask `blockers` first).
        """
        made = {TRUST_PART: _part(dict(entry))}
        body = self._body(Act(act), noun, noun_id, made)
        self._require_date(body)
        judged, before, by = self.timeline.judged(body), self.trust, self.by.person
        if reasons := leaver_trust_blockers(act, entry, by=by, trust=before, leaves=self.leaves):
            raise NotAllowed(reasons)
        self.trust = before.after(judged, entry, self.verifier)
        self.unit.trust.write(before, self.trust)
        return self._append(self._body(Act(act), noun, noun_id, made), made, counted=counts(before, judged))

    def require_roster(self) -> None:
        """Refuse to go on if the children's rows aren't what the last signed row says.

        Raises:
            Tampered: an opt-out was deleted, rolled back or edited behind the program's back.
        """
        if roster_digest(self.unit) != self.roster:
            raise tampered("records.roster-differs")

    def roster_changed(self) -> None:
        """Take the children's rows as they stand now into the next row.

        Call `require_roster` before changing any of them.
        """
        self.roster = roster_digest(self.unit)

    def _within_mandate(self, act: Act, parts: Mapping[str, Plain] | None) -> bool:
        """Hold a release by a reviewer's key to the signed week, as whoever proves the row does."""
        key, manifest = self.trust.key_alive(self.by.signer.key), (parts or {}).get(MANIFEST_PART)
        if key is None or key.kind is not KeyKind.REVIEWER:
            return True
        return within_mandate(act, manifest if isinstance(manifest, dict) else {})

    def _require_date(self, body: Body) -> None:
        """Sign nothing by a clock that is far ahead of the record until a person looked (`keys.md`, Clock).

        Root asks nobody: whoever typed the envelope is looking. So is the principal who takes an old copy.

        Raises:
            NotAllowed: then the date is asked about on Today.
        """
        if not self.asks or self.by.person is None or (body.noun, body.act) in DATED_BY_HAND:
            return
        if self.timeline.state(self.now) is ClockState.AHEAD:
            raise NotAllowed((Reason(say("clock.ahead-first", now=self.now), None, "clock"),))

    def _append(self, body: Body, parts: Mapping[str, Part], *, counted: bool | None = None) -> int:
        judged = self.timeline.judged(body)
        if (body.noun, body.act) == CONFIRMS:
            self.timeline.confirm(body)
        else:
            self.timeline.claim(body, counts=counts(self.trust, judged) if counted is None else counted)
        row = make_row(body, self.head.row_hash, self.by.signer)
        self.unit.record.append(body, row)
        for name, part in parts.items():
            self.unit.record.keep_part(body.seq, name, part)
        self.head = Head(body.seq, row.row_hash)
        return body.seq

    def _body(self, act: Act, noun: Noun, noun_id: str | None, parts: Mapping[str, Part]) -> Body:
        return Body(
            chain=self.unit.school,
            seq=self.head.seq + 1,
            utc=self.now,
            person=self.by.person,
            key=self.by.signer.key,
            seat=self.by.seat,
            act=act.value,
            noun=noun.value,
            id=noun_id,
            parts={name: part.digest for name, part in parts.items()},
            trust=self.trust.digest(),
            roster=self.roster,
        )


@dataclass
class Desk:
    """What every service stands on."""

    store: Store
    school: SchoolId
    clock: Clock
    ids: Ids
    verifier: Verifier
    proven: Callable[[Unit], Trust] | None = field(default=None)
    """Gives the trust that the checked rows bear out; set at sign-in, so founding has none."""
    proof: Callable[[Unit], Proven] | None = field(default=None)
    """Gives what the checked rows say (`signed_rows.py`); set as `proven` is."""
    computer: Callable[[Unit, Actor], Computer | None] | None = None  # where somebody sits; set like those
    leaves: Callable[[Trust, PersonId | None, date], Leaver] = field(default=leaver)  # how far it stops them
    newest: Head | None = field(default=None)
    """The head after the last deed of this process; `Heads` keeps it outside the store."""
    timeline: Timeline | None = field(default=None)
    """What the checked rows say of the time, as of the last check; set by who checks."""
    mute: Collection[int] = ()  # places of rows that count for nothing (`Fact.counts`), as of that check
    undone: Head | None = None  # where the last deed began that left nothing behind; what it wrote never was
    _turn: Lock = field(default_factory=Lock, repr=False, compare=False)
    _places: Iterator[int] = field(default_factory=count, repr=False, compare=False)
    _newest_place: int = field(default=-1, repr=False, compare=False)

    @contextmanager
    def deed(self, by: Actor) -> Iterator[Deed]:
        """Do something that changes the store: all of it, with its row, or nothing.

        Raises:
            Tampered: if the newest row or the trust tables aren't as signed, or this key is retired.
        """
        with self.on(by, self._stand) as deed:
            yield deed

    @contextmanager
    def on(self, by: Actor, stand: Callable[[Unit, Actor], Deed]) -> Iterator[Deed]:
        """Do the same on what `stand` gives: the newest row as the desk takes it, unless somebody decides."""
        with self._noting_undone() as begun, self.store.deed(self.school, by.cells) as unit:
            deed = stand(unit, by)
            begun.append(deed.head)
            if deed.head.seq:  # the first row has nobody
                require_known(by, deed.trust)
            deed.computer = None if self.computer is None else self.computer(unit, by)
            deed.leaves = self.leaves(deed.trust, by.person, deed.trust.day_of(deed.now))
            yield deed
            place = next(self._places)  # one after the other, for only one writes at a time
        self._committed(deed, place)

    @contextmanager
    def first_deed(self, by: Actor) -> Iterator[Deed]:
        """Let somebody begin whose key nobody knows yet: by the code of a signed list, and by nothing else.

        So too this login itself (`BY_SEAT`), and all that it does with nobody signed in (`seat_room.py`).
        `Deed.record` and other trust rows take no key that is unknown.

        Raises:
            Tampered: as `deed`.
        """
        with self._noting_undone() as begun, self.store.deed(self.school, None) as unit:
            deed = self._stand(unit, by)
            begun.append(deed.head)
            yield deed
            place = next(self._places)
        self._committed(deed, place)

    @contextmanager
    def look(self, by: Actor | None = None) -> Iterator[Unit]:
        """Read; without an actor only what is plain."""
        with self.store.look(self.school, None if by is None else by.cells) as unit:
            yield unit

    @property
    def now(self) -> datetime:
        """The present moment, UTC, in milliseconds as the record keeps it."""
        now = self.clock.now()
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    @contextmanager
    def _noting_undone(self) -> Iterator[list[Head]]:
        begun: list[Head] = []
        try:
            yield begun
        except BaseException:
            self.undone = begun[0] if begun else self.undone
            raise

    def _committed(self, deed: Deed, place: int) -> None:
        with self._turn:  # errands do deeds too: who committed first may come here last
            if place > self._newest_place:
                self.newest, self._newest_place = deed.head, place

    def _stand(self, unit: Unit, by: Actor) -> Deed:
        head, trust = unit.record.head(), unit.trust.read()
        roster, timeline = state_digest({}), Timeline()
        if head.seq:
            row, body = newest_row(unit, head)
            proven = trust if self.proven is None else self.proven(unit)
            if body.trust != trust.digest() or proven.digest() != body.trust:
                raise tampered("records.trust-differs-now", remedy="records.sit-down-again")
            if not signed_by(trust, row, body, self.verifier):
                raise tampered("records.newest-changed")
            roster, timeline = body.roster, self._time(body, trust)
        return Deed(
            unit, by, self.now, trust, head, roster, timeline, self.verifier, asks=self.proven is not None
        )

    def _time(self, newest: Body, trust: Trust) -> Timeline:
        """Give what the rows say of the time; where nobody checked them yet, what the newest says."""
        if self.timeline is not None:
            return self.timeline.copy()
        found = Timeline()
        found.claim(newest, counts=counts(trust, newest))
        return found


def _part(content: Plain) -> Part:
    return Part(os.urandom(SALT_BYTES), canonical(versioned(storable(content))))
