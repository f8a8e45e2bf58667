"""Verifying a chain: every stored byte against the row before, the signature, the trust and the parts.

The auditor takes the rows in order and needs nothing but them: trust is what earlier rows let in, and no
right is judged as of before a row that stands earlier (`Timeline`). It never stops at the first fault, but
the first is the one that matters: later ones may follow from it.
"""

from enum import Enum

from smadmin.domain.canonical import parse
from smadmin.domain.departing import counts_for_nothing
from smadmin.domain.erasures import Erasures
from smadmin.domain.ids import KeyId, SeatId
from smadmin.domain.keys import TRUST_PART, KeyKind, Trust, TrustAct
from smadmin.domain.messages import say
from smadmin.domain.records import (
    START,
    Body,
    Fault,
    Found,
    Head,
    Verifier,
    row_hash,
    signed_text,
)
from smadmin.domain.refused import (
    MALFORMED,
    SETS_ASIDE,
    TRUST_ACTS,
    Refused,
    brought,
    is_by_code,
    under_the_week,
    without_right,
)
from smadmin.domain.rights import BY_SEAT, counts, entitled, sets_right
from smadmin.domain.roster_said import RosterSaid
from smadmin.domain.timeline import CONFIRMS, Timeline

__all__ = ["Auditor", "End", "Fault", "Found"]


class End(Enum):
    """How a record stands to what was noted about it outside the store."""

    RIGHT = "right"
    OTHER = "other"
    """It lacks what was noted, or changed while it was being read."""
    UNNOTED = "unnoted"
    """The notes are gone, though this computer made some."""
    UNANSWERED = "unanswered"
    """Whoever keeps the notes doesn't answer: nothing is proven now, and nothing is wrong."""


class Auditor:
    """Takes rows in order and lists what is wrong with them."""

    def __init__(self, verifier: Verifier, root: KeyId | None = None, *, checked: Head | None = None) -> None:
        """Start before the first row.

        Args:
            verifier: checks the signatures.
            root: the key that this seat has pinned, where it has.
            checked: a row up to which the signatures were checked before; they count if `bears_out` is true
                once all rows were taken, else an auditor must begin anew without it.
        """
        self._verifier = verifier
        self._checked = checked
        self._met = False
        self.root = root
        self._previous = START
        self._seq = 0
        self.erasures = Erasures()
        self._missing: set[tuple[int, str]] = set()
        self._seats: set[SeatId | None] = set()
        self.begun_by: KeyId | None = None
        self.timeline = Timeline()
        """What the sound rows say of the time; nobody's rights are judged as of before its latest."""
        self.trust = Trust()
        self.faults: list[Fault] = []
        self.refused = Refused()
        """Which of the faulty rows are that for nothing but that nobody had a right to them."""
        self._spoilt = False
        self._roster = RosterSaid()
        self.last_counts = True
        """Whether the row that was taken last is more than none (`departing.counts_for_nothing`)."""

    @property
    def head(self) -> Head:
        """The newest row seen."""
        return Head(self._seq, self._previous)

    @property
    def roster(self) -> str:
        """The digest of the children's rows as they should be."""
        return self._roster.digest

    @property
    def bears_out(self) -> bool:
        """Tell whether the rows are, byte for byte, those whose signatures were checked before.

        A row's fingerprint holds every body before it, so one that is the same stands for all of them.
        """
        return self._checked is None or (self._met and not self.faults)

    def take(self, found: Found) -> Body | None:
        """Check the next row; gives its body where it could be read."""
        self._seq += 1
        earlier = len(self.faults)
        body = self._readable(found)
        if body is None:
            self._spoilt = True
        else:
            self._take(found, body, earlier)
        self._previous = found.row.row_hash
        self._met = self._met or self.head == self._checked
        return body

    def _take(self, found: Found, body: Body, earlier: int) -> None:
        before, stood = len(self.faults), self.trust
        self._linked(found, body)
        self._signed(found, body)
        judged = self.timeline.judged(body)
        self.last_counts = not counts_for_nothing(self.trust, judged)
        counted, entitled_to_it = counts(self.trust, judged), self._entitled(found, body, judged)
        self._parts(found, body)
        self._applied(found, judged, sound=len(self.faults) == before)
        if len(self.faults) > earlier and self._refuse(found, body, judged, stood):
            entitled_to_it = False
        if entitled_to_it and self.last_counts:
            self._missing.difference_update(self.erasures.take(body, found))
        if not self._roster.take(body, entitled_to_it=entitled_to_it, counts=self.last_counts):
            self._fault("records.roster-not-by-act")
        self._seats.add(body.seat)
        if self.begun_by is None:
            self.begun_by = body.key
        if len(self.faults) == earlier:
            if (body.noun, body.act) == SETS_ASIDE and self.last_counts:
                named = self.refused.set_aside(body)
                self.faults = [fault for fault in self.faults if fault.seq not in named]
        elif body.seq not in self.refused.rows:
            self._spoilt = True
        if len(self.faults) == before:
            self._timed(body, counted=counted)

    @property
    def to_set_aside(self) -> tuple[Body, ...]:
        """Give the rows without a right, where nothing else is wrong: once set aside, the record is whole."""
        left = {fault.seq for fault in self.faults}
        return () if self._spoilt else tuple(one for seq, one in self.refused.rows.items() if seq in left)

    def acted(self, seat: SeatId | None) -> bool:
        """Tell whether a seat stands in any row that could be read."""
        return seat is not None and seat in self._seats

    def erased(self, seq: int, name: str) -> bool:
        """Tell whether a row's part was erased by the order of two."""
        return self.erasures.row_of(seq, name) is not None

    @property
    def missing(self) -> frozenset[tuple[int, str]]:
        """Give the parts (row, name) that were nowhere when their row was taken, though nobody ordered it."""
        left = (one for one in self._missing if not self.erased(*one))
        return frozenset(one for one in left if one[0] not in self.refused.aside)

    def finish(self) -> tuple[Fault, ...]:
        """Check what only the whole can tell, and give all faults, first rows first."""
        for seq, _ in sorted(self.missing):
            self._fault("records.part-missing", seq)
        return tuple(sorted(self.faults, key=lambda fault: fault.seq))

    def _refuse(self, found: Found, body: Body, judged: Body, stood: Trust) -> bool:
        """Remember a faulty row that nobody had a right to; after any other, no row is one for sure."""
        linked = body.seq == self._seq and found.row.row_hash == row_hash(self._previous, found.row.body)
        if not linked or self._spoilt:
            return False
        barred = without_right(stood, self.timeline, found, body=body, judged=judged, verifier=self._verifier)
        if barred:
            self.refused.rows[body.seq] = body
        return barred

    def _fault(self, message: str, seq: int | None = None) -> None:
        at = self._seq if seq is None else seq
        self.faults.append(Fault(at, say(message, row=at)))

    def _readable(self, found: Found) -> Body | None:
        try:
            body = Body.from_bytes(found.row.body)
        except MALFORMED:
            self._fault("records.row-unreadable")
            return None
        beside = {
            "seq": body.seq,
            "utc": body.utc.isoformat(timespec="milliseconds"),
            "person": body.person,
            "act": body.act,
            "noun": body.noun,
            "noun_id": body.id,
        }
        if dict(found.columns) != beside:
            self._fault("records.columns-differ")
        return body

    def _linked(self, found: Found, body: Body) -> None:
        if body.seq != self._seq:
            self._fault("records.row-missing")
            # After a gap we go on from there; a row put back from earlier on is named by where it stands.
            self._seq = max(self._seq, body.seq)
        linked = row_hash(self._previous, found.row.body)
        if found.row.previous != self._previous or found.row.row_hash != linked:
            self._fault("records.row-changed")

    def _signed(self, found: Found, body: Body) -> None:
        key = self.trust.key_alive(body.key)
        if key is None and body.act == TrustAct.ROOT and self._seq == 1:
            # The first row brings its own key; the part's digest and the pinned root hold it.
            part = found.parts.get(TRUST_PART)
            if part is None or (self.root is not None and body.key != self.root):
                self._fault("records.other-root")
                return
            try:
                key = Trust().after(body, parse(part.content)).keys[body.key]
            except MALFORMED:
                self._fault("records.other-root")
                return
        if key is None:
            key = brought(found, body)
        if key is None or key.person != body.person:
            self._fault("records.unknown-key")
            return
        if key.kind is KeyKind.SEAT and (body.noun, body.act) not in BY_SEAT:
            # Whoever has this OS login has it, without a passphrase.
            self._fault("records.seat-signed")
        if key.kind is not KeyKind.ROOT and key.seat != body.seat:
            # The row's seat is what says that two approvals came from two computers.
            self._fault("records.other-seat")
        if self._checked is not None and self._seq <= self._checked.seq:
            return
        text = signed_text(found.row.row_hash)
        if not self._verifier.verifies(public=key.public, message=text, signature=found.row.signature):
            self._fault("records.bad-signature")

    def _entitled(self, found: Found, body: Body, judged: Body) -> bool:
        """Hold an act against the rights at its place: who may sign something may not sign all."""
        key = self.trust.key_alive(body.key)
        reviewer = key is not None and key.kind is KeyKind.REVIEWER
        if not entitled(self.trust, judged) or (reviewer and not under_the_week(found, body)):
            self._fault("records.only-reviews" if reviewer else "records.no-right")
            return False
        if (body.noun, body.act) == CONFIRMS and not sets_right(self.trust, self.timeline, body):
            self._fault("clock.not-set")
            return False
        return True

    def _timed(self, body: Body, *, counted: bool) -> None:
        """Take the time of a sound row; or go back to it, where it sets right what rows before it claim."""
        if (body.noun, body.act) == CONFIRMS and self.last_counts:
            self.timeline.confirm(body)
        else:
            self.timeline.claim(body, counts=counted)

    def _parts(self, found: Found, body: Body) -> None:
        for name, digest in body.parts.items():
            part = found.parts.get(name)
            if name not in found.present:
                self._missing.add((self._seq, name))
            elif part is not None and part.digest != digest:
                self._fault("records.part-changed")
        if found.present - set(body.parts):
            self._fault("records.part-added")

    def _applied(self, found: Found, body: Body, *, sound: bool) -> None:
        """Let a trust row in; one that isn't as it was signed lets nobody in."""
        if body.act in TRUST_ACTS and sound:
            part = found.parts.get(TRUST_PART)
            try:
                entry = parse(part.content if part else b"")
                self.trust = self.trust.after(body, entry, self._verifier)
            except MALFORMED:
                code = part is not None and is_by_code(body, part)
                self._fault("records.code-refused" if code else "records.no-right")
        if body.trust != self.trust.digest():
            self._fault("records.trust-differs")
