"""Departures as the proven record has them: nothing but signed rows says that one began, or is over.

A row counts only by who might sign it at its place: nobody settles a line of their own departure, whoever
leaves has no say in another's, and the end is the principal's. What isn't so is as good as not written.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from smadmin.domain.canonical import Plain
from smadmin.domain.departing import end_blockers, settle_blockers
from smadmin.domain.departures import (
    BEGINNERS,
    DONE_AT_ONCE,
    SETTLED_BY,
    WITH_RIGHTS,
    Departure,
    How,
    Leaving,
    Line,
    LineKind,
    Receipt,
)
from smadmin.domain.ids import AccountId, KeyId, PersonId
from smadmin.domain.keys import Key, Trust
from smadmin.domain.leavers import Leaver, leaver
from smadmin.domain.people import LEADING, Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.kept_rows import KeptRow, keeps_log_in, read_rows
from smadmin.services.passwords_then import shut_out_by
from smadmin.services.proof import Fact, Proven
from smadmin.services.roles import any_roles

DEPARTURE_PART = "departure"
LINE_PART = "line"


def departures_in(proven: Proven) -> tuple[Departure, ...]:
    """Give every departure that the record proves, oldest first."""
    found: dict[str, Departure] = {}
    rows = proven.about(Noun.DEPARTURES)
    kept = _kept_anew(proven, rows[0].seq) if rows else {}
    told = proven.parts(LINE_PART, (one for one in rows if one.body.act == Act.SETTLE))
    said = proven.parts(DEPARTURE_PART, (one for one in rows if one.body.act == Act.BEGIN_DEPARTURE))
    for fact in rows:
        known = found.get(fact.body.id or "")
        roles = _roles_then(proven, fact)
        if fact.body.act == Act.BEGIN_DEPARTURE and known is None:
            begun = _begun(proven, fact, said.get(fact.seq), roles)
            if begun is not None:
                _take(found, begun, roles, proven.trust_at(fact.seq))
        elif known is not None and known.open and fact.body.act == Act.SETTLE:
            found[known.id] = _settled(told.get(fact.seq), known, fact, roles)
        elif known is not None and known.open and fact.body.act == Act.CLEAR_FOLDERS:
            found[known.id] = _cleared(known, fact)
        elif known is not None and known.open and fact.body.act == Act.END_DEPARTURE:
            anew = _with_new_passwords(known, kept, proven.trust, before=fact.seq)
            found[known.id] = _ended(proven, anew, fact, roles)
    return tuple(
        _still_let_in(_with_new_passwords(one, kept, proven.trust) if one.open else one, proven.trust)
        for one in found.values()
    )


def departure_in(proven: Proven, departure: str) -> Departure | None:
    """Give one departure."""
    return next((one for one in departures_in(proven) if one.id == departure), None)


def leaves_now(proven: Proven, person: PersonId | None, today: date) -> bool:
    """Tell whether somebody is on the way out: the queue stops, and they release nothing any more."""
    return leaver(proven.trust, person, today) is not Leaver.STAYS


def left_then(proven: Proven, signed: Fact, signer: PersonId | None = None) -> bool:
    """Tell whether who signed a row was on the way out at its place; it stays so if they stay after all.

    Args:
        proven: the record.
        signed: the row.
        signer: whose word it brings, where somebody else signed the row.
    """
    trust = proven.trust_at(signed.seq)
    person = signer or signed.body.person
    return leaver(trust, person, trust.day_of(signed.moment)) is not Leaver.STAYS


def lets_in(trust: Trust, leaving: Leaving) -> bool:
    """Tell whether a key of who leaves, or of the lost computer, still opens and signs."""
    return any(not key.retired for key in trust.keys.values() if is_of(key, leaving))


def is_inside(trust: Trust, leaving: Leaving, today: date) -> bool:
    """Tell whether there is anything to end: a key, or a role of somebody who lost theirs."""
    return lets_in(trust, leaving) or bool(any_roles(trust, leaving.person, today))


def keys_of(trust: Trust, leaving: Leaving) -> frozenset[KeyId]:
    """Give every key of who leaves, or of the lost computer, the retired ones too."""
    return frozenset(one for one, key in trust.keys.items() if is_of(key, leaving))


def is_of(key: Key, leaving: Leaving) -> bool:
    """Tell whether a key is one of who leaves, or lay on the lost computer."""
    if leaving.person is not None:
        return key.person == leaving.person
    return leaving.seat is not None and key.seat == leaving.seat


def _begun(
    proven: Proven, fact: Fact, part: Mapping[str, Plain] | None, roles: frozenset[Role]
) -> Departure | None:
    person = fact.body.person
    if part is None or person is None or fact.body.id is None or not roles & BEGINNERS:
        return None
    with suppress(AttributeError, KeyError, TypeError, ValueError):  # signed, and yet no departure
        leaving = Leaving.from_plain(part["leaving"])  # type: ignore[arg-type]  # what isn't so ends in suppress
        lines = tuple(Line.from_plain(one) for one in part["lines"])  # type: ignore[arg-type, union-attr]  # as above
        if leaving.person == person or not _takes_hold(proven, fact, leaving, lines):
            return None
        office = bool(roles & LEADING)
        begun = Departure(fact.body.id, leaving, person, fact.moment, lines, seq=fact.seq, by_office=office)
        for line in lines:
            if line.kind in DONE_AT_ONCE:
                begun = begun.settled(line.key, Receipt(SETTLED_BY[line.kind], person, fact.moment))
        return begun
    return None


def _take(found: dict[str, Departure], begun: Departure, roles: frozenset[Role], trust: Trust) -> None:
    """Take one more, unless another bars it; of what the office begins over, nothing is left."""
    who = (begun.leaving.person, begun.leaving.seat)
    same = [one for one in found.values() if (one.leaving.person, one.leaving.seat) == who]
    if any(_still_let_in(one, trust).bars(begun.leaving, roles) for one in same):
        return
    for one in same:
        if one.going:
            del found[one.id]
    found[begun.id] = begun


def _takes_hold(proven: Proven, fact: Fact, leaving: Leaving, lines: Sequence[Line]) -> bool:
    """Tell whether a beginning does what it says: else it would only keep others from a true one.

    The row after it sets the person on the way out, and there is a line by which the keys end that there are.
    A computer is one that some key names.
    """
    if leaving.person is None and not keys_of(proven.trust_at(fact.seq), leaving):
        return False
    if lets_in(proven.trust_at(fact.seq), leaving) and all(one.kind is not LineKind.RIGHTS for one in lines):
        return False
    after = proven.trust_at(fact.seq + 1)
    if leaving.person is None or leaving.person not in after.people:
        return True
    left = after.leaving.get(leaving.person)
    return left is not None and left.departure == fact.body.id


_Kept = Mapping[AccountId, Sequence[KeptRow]]


def _kept_anew(proven: Proven, since: int) -> _Kept:
    """Give all rows of each account whose log-in was kept since the first departure, oldest first."""
    rows = [one for one in proven.about(Noun.CREDENTIALS) if keeps_log_in(proven, one)]
    accounts = {one.body.id for one in rows if one.seq >= since}
    found = defaultdict[AccountId, list[KeptRow]](list)
    for row in read_rows(proven, (one for one in rows if one.body.id in accounts)):
        found[AccountId(row.fact.body.id or "")].append(row)
    return found


def _with_new_passwords(
    known: Departure, kept: _Kept, trust: Trust, *, before: int | None = None
) -> Departure:
    """Count a password as changed once another one lies in the vault: nobody has to say it twice.

    Not one that a key of who leaves opens as well (their rights end first), nor one that they knew already.
    """
    theirs = keys_of(trust, known.leaving)
    for line in known.left:
        if line.kind is not LineKind.PASSWORD or line.account is None:
            continue
        rows = (one for one in kept.get(line.account, ()) if before is None or one.fact.seq <= before)
        row = shut_out_by(rows, theirs, since=known.seq)
        if row is not None and row.fact.body.person is not None:
            known = known.settled(line.key, Receipt(How.CHANGED, row.fact.body.person, row.fact.moment))
    return known


def _settled(
    part: Mapping[str, Plain] | None, known: Departure, fact: Fact, roles: frozenset[Role]
) -> Departure:
    person = fact.body.person
    if part is None or person is None:
        return known
    with suppress(KeyError, ValueError):  # signed, and yet no receipt
        key, how, reason = str(part["key"]), How(str(part["how"])), str(part["reason"])
        line, opened = known.line(key), part.get("opened") is True
        barred = settle_blockers(
            known, line, how, by=person, roles=roles, reason=reason, opened=opened, seat=fact.body.seat
        )
        if line is not None and not barred:
            known = known.settled(key, Receipt(how, person, fact.moment, reason))
            ends = line.kind is LineKind.RIGHTS and how is not How.WAIVED
            return _handed_over(known, person, fact) if ends else known
    return known


def _cleared(known: Departure, fact: Fact) -> Departure:
    """Count what the program at another computer login says of its own folders, once rights have ended."""
    line = Line(LineKind.PROFILES, seat=fact.body.seat)
    rights = known.receipts.get(LineKind.RIGHTS.value)
    over = known.line(LineKind.RIGHTS.value) is None or (rights is not None and rights.how is How.REVOKED)
    if fact.body.seat is None or known.line(line.key) is None or not over:
        return known
    return known.settled(line.key, Receipt(How.REMOVED_THERE, None, fact.moment))


def _handed_over(known: Departure, person: PersonId, fact: Fact) -> Departure:
    """Count what the deed does that ends rights."""
    for line in known.lines:
        if line.kind in WITH_RIGHTS:
            known = known.settled(line.key, Receipt(SETTLED_BY[line.kind], person, fact.moment))
    return known


def _ended(proven: Proven, known: Departure, fact: Fact, roles: frozenset[Role]) -> Departure:
    then = proven.trust_at(fact.seq)
    principals = principals_today(then, then.day_of(fact.moment))
    if end_blockers(known, by=fact.body.person, roles=roles, principals=principals):
        return known
    return replace(known, ended_by=fact.body.person, ended_at=fact.moment)


def _still_let_in(departure: Departure, trust: Trust) -> Departure:
    """Take back the word that rights ended where the keys say otherwise; rights that ended stay so."""
    rights = Line(LineKind.RIGHTS).key
    receipt = departure.receipts.get(rights)
    waived = receipt is None or receipt.how is How.WAIVED
    if not departure.open or waived or not lets_in(trust, departure.leaving):
        return departure
    left = {key: one for key, one in departure.receipts.items() if key != rights}
    return replace(departure, receipts=left)


def _roles_then(proven: Proven, fact: Fact) -> frozenset[Role]:
    """Give with which roles who signed a row had a say at its place."""
    trust = proven.trust_at(fact.seq)
    silent = leaver(trust, fact.body.person, trust.day_of(fact.moment)) is Leaver.SILENCED
    return frozenset() if silent else fact.any_roles


def principals_today(trust: Trust, today: date) -> frozenset[PersonId]:
    """Give who is principal."""
    return frozenset(trust.holders(Role.PRINCIPAL, today))
