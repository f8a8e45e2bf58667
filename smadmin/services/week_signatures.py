"""Who signed a week by a file or on paper, as a row and its parts prove it; `week_standing` adds them up.

A row of who took an answer in isn't believed by itself: the statement in it must be signed by a principal or
deputy, and be about the very posts that the row names. One of a page must name posts as their own rows tell
them. Pure reads.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import KnownError
from smadmin.domain.given_weeks import GivenWeek, given_week_blockers
from smadmin.domain.ids import AccountId, MediaId, PersonId, SlotId
from smadmin.domain.keys import KeyKind, Trust
from smadmin.domain.page_letters import page_letters
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.photos.statement import signed_statement
from smadmin.domain.plan import SignedSlot, monday_of
from smadmin.domain.records import Head, Verifier
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week_signing import WeekStatement, week_digest
from smadmin.services.proof import Fact, Proven

PLAN_PART, STATEMENT_PART, GIVEN_PART, COUNTER_PART = "plan", "statement", "given", "signature"
SLOT_PART, ASKED_PART = "slot", "asked"

SIGNING_ACTS = frozenset({Act.SIGN_WEEK, Act.TAKE_WEEK, Act.ENTER_WEEK})
"""The acts that may sign a week."""


@dataclass(frozen=True)
class WeekSigned:
    """Who signed, and whether the principal has yet to countersign what somebody else entered."""

    signer: PersonId
    owed: bool = False


def believed_week(trust: Trust, body: bytes, signature: bytes, *, verifier: Verifier) -> WeekStatement | None:
    """Give what a statement says, if its signer signed it with a key that may sign by this trust."""
    try:
        said = WeekStatement.from_bytes(body)
    except (KeyError, TypeError, ValueError):
        return None
    key = trust.key_alive(said.key)
    if key is None or key.kind is not KeyKind.PERSON or key.person != said.signer:
        return None
    text = signed_statement(body)
    return said if verifier.verifies(public=key.public, message=text, signature=signature) else None


def asked_at(proven: Proven, fact: Fact) -> int | None:
    """Give the place of the record at which the signer was asked, as a row itself says; None for another row.

    Nobody verified yet who says so (`claimed` does).
    """
    if fact.body.act == Act.TAKE_WEEK:
        said = _statement(proven, fact)
        return None if said is None else said.seq
    given = _given(proven, fact) if fact.body.act == Act.ENTER_WEEK else None
    return None if given is None else given.seq


def question_of(proven: Proven, fact: Fact) -> str | None:
    """Give the question that a row's statement answers."""
    said = _statement(proven, fact)
    return None if said is None else said.question


def claimed(proven: Proven, fact: Fact) -> WeekSigned | None:
    """Give who signed by what a row brings in, judged by itself, without the rows of the week before it."""
    if fact.body.act == Act.TAKE_WEEK:
        return _taken(proven, fact)
    return _entered(proven, fact) if fact.body.act == Act.ENTER_WEEK else None


def slot_as_recorded(proven: Proven, slot: SlotId, *, before: int | None = None) -> SignedSlot | None:
    """Give a slot by its newest row, or its newest before a place: the table of slots proves nothing.

    None for a removed or unknown one.
    """
    rows = [one for one in proven.about(Noun.SLOTS, slot) if before is None or one.seq < before]
    found = signed_slot(proven.part(rows[-1], SLOT_PART)) if rows else None
    return found if found is not None and found.id == slot else None


def planners_of(
    proven: Proven, slots: frozenset[SlotId], *, before: int | None = None
) -> frozenset[PersonId]:
    """Give who planned or changed any of these posts, before a place of the record if one is named."""
    rows = (one for slot in slots for one in proven.about(Noun.SLOTS, slot))
    return frozenset(
        one.body.person
        for one in rows
        if one.body.person is not None and (before is None or one.seq < before)
    )


def slots_changed(proven: Proven, slots: frozenset[SlotId], seq: int, *, before: int | None = None) -> bool:
    """Tell whether any of these posts came or changed after a place of the record."""
    return any(
        seq < one.seq and (before is None or one.seq < before)
        for slot in slots
        for one in proven.about(Noun.SLOTS, slot)
    )


def end_letters(proven: Proven, seq: int) -> str | None:
    """Give the letters of the record's end as it was at a place; None without such one."""
    row = proven.unit.record.at(seq) if 0 < seq <= proven.head.seq else None
    return None if row is None else Head(seq, row.row.row_hash).letters


def day_at(proven: Proven, seq: int) -> date | None:
    """Give the school's own date of a row; None without such one."""
    fact = proven.at(seq) if 0 < seq <= proven.head.seq else None
    return None if fact is None else proven.trust.day_of(fact.moment)


def letters_at(proven: Proven, seq: int, monday: date) -> str | None:
    """Give the letters of a week's page printed where the record ended at a place; None without such one."""
    letters = end_letters(proven, seq)
    return None if letters is None else page_letters(letters, monday)


def slots_in(part: Mapping[str, Plain]) -> tuple[list[Mapping[str, Plain]], list[Mapping[str, Plain]]]:
    """Give the signed and the struck posts of a plan's part."""
    return _objects(part.get("slots")), _objects(part.get("struck"))


def ids_of(slots: list[Mapping[str, Plain]]) -> frozenset[SlotId]:
    """Give the ids of posts as rows name them."""
    return frozenset(SlotId(str(one.get("id"))) for one in slots)


def countersigned_at(proven: Proven, fact: Fact) -> int | None:
    """Give where principal or deputy countersigned what somebody entered; never who entered it."""
    rows = (
        one.seq
        for one in proven.about(Noun.WEEKS, fact.body.id)
        if one.seq > fact.seq
        and one.body.act == Act.COUNTERSIGN
        and bool(one.roles & OFFICE)
        and one.body.person != fact.body.person
        and (proven.part(one, COUNTER_PART) or {}).get("row") == fact.seq
    )
    return next(rows, None)


def _taken(proven: Proven, fact: Fact) -> WeekSigned | None:
    said, part = _believed(proven, fact), proven.part(fact, PLAN_PART)
    if said is None or part is None:
        return None
    slots, struck = slots_in(part)
    right = (
        said.school == proven.unit.school
        and said.monday.isoformat() == fact.body.id == part.get("monday")
        and said.seq < fact.seq
        and said.letters == end_letters(proven, said.seq)
        and fact.moment <= said.ends
        and said.plan == week_digest([*slots, *struck])
        and frozenset(said.struck) == ids_of(struck)
        and bool(_roles_then(proven, fact, said.signer) & OFFICE)
    )
    return WeekSigned(said.signer) if right else None


def _entered(proven: Proven, fact: Fact) -> WeekSigned | None:
    part, told, given = proven.part(fact, PLAN_PART), proven.part(fact, GIVEN_PART), _given(proven, fact)
    if part is None or given is None or told is None or part.get("monday") != fact.body.id:
        return None
    slots, struck = slots_in(part)
    if not slots or not _as_recorded(proven, fact, [*slots, *struck]) or not _scan_kept(proven, told):
        return None
    named, on = ids_of([*slots, *struck]), proven.trust.day_of(fact.moment)
    monday = date.fromisoformat(str(fact.body.id))
    of_week = named | _others_of_week(proven, fact)
    reasons = given_week_blockers(
        given,
        monday,
        by=fact.body.person,
        planners=planners_of(proven, of_week, before=fact.seq),
        roles=proven.trust_at(fact.seq).roles(given.said_by, given.day),
        today=on,
        printed=day_at(proven, given.seq),
        letters=letters_at(proven, given.seq, monday) if given.seq < fact.seq else None,
        changed=slots_changed(proven, named, given.seq, before=fact.seq),
        scan=told["scan"],  # type: ignore[arg-type]  # `from_plain` has read it as text
    )
    owed = countersigned_at(proven, fact) is None
    return None if reasons else WeekSigned(given.said_by, owed=owed)


def _as_recorded(proven: Proven, fact: Fact, slots: list[Mapping[str, Plain]]) -> bool:
    """Tell whether posts of this week are named just as their own rows told them before this one."""
    return all(
        one is not None
        and monday_of(one.day).isoformat() == fact.body.id
        and one == slot_as_recorded(proven, one.id, before=fact.seq)
        for one in (signed_slot(dict(plain)) for plain in slots)
    )


def _others_of_week(proven: Proven, fact: Fact) -> frozenset[SlotId]:
    """Give the week's posts as they stood before a row: one that it left out has a planner too."""
    monday = date.fromisoformat(str(fact.body.id))
    sunday = monday + timedelta(days=6)
    try:
        listed = proven.unit.slots.find_between("day", monday.isoformat(), sunday.isoformat())
    except KnownError:  # a row changed by hand; those that are named were proven without the table
        return frozenset()
    then = (slot_as_recorded(proven, one.id, before=fact.seq) for one in listed)
    return frozenset(one.id for one in then if one is not None and monday <= one.day <= sunday)


def _scan_kept(proven: Proven, told: Mapping[str, Plain]) -> bool:
    """Tell whether the store holds the scan; where nobody is signed in it can't be asked."""
    try:
        return proven.unit.media.maybe(MediaId(str(told["scan"]))) is not None
    except KnownError:
        return True


def _roles_then(proven: Proven, fact: Fact, person: PersonId) -> frozenset[Role]:
    """Give the roles in the whole school that somebody had at a row's place, whatever ended since."""
    trust = proven.trust_at(fact.seq)
    return trust.roles(person, trust.day_of(fact.moment))


def _given(proven: Proven, fact: Fact) -> GivenWeek | None:
    told = proven.part(fact, GIVEN_PART)
    try:
        return None if told is None else GivenWeek.from_plain(told)
    except (KeyError, TypeError, ValueError):
        return None


def _statement(proven: Proven, fact: Fact) -> WeekStatement | None:
    """Read what a row says that somebody signed; nobody verified it yet."""
    part = proven.part(fact, STATEMENT_PART)
    try:
        return None if part is None else WeekStatement.from_bytes(str(part["body"]).encode())
    except (KeyError, TypeError, ValueError):
        return None


def _believed(proven: Proven, fact: Fact) -> WeekStatement | None:
    part = proven.part(fact, STATEMENT_PART)
    try:
        body, signature = ("", "") if part is None else (str(part["body"]), str(part["signature"]))
        then, told = proven.trust_at(fact.seq), (body.encode(), bytes.fromhex(signature))
    except (KeyError, ValueError):
        return None
    return believed_week(then, *told, verifier=proven.verifier)


def _objects(value: Plain) -> list[Mapping[str, Plain]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def signed_slots(value: Plain) -> tuple[SignedSlot, ...]:
    """Read the posts of a row's part; what a changed program wrote otherwise is left out."""
    found = (signed_slot(one) for one in _objects(value))
    return tuple(one for one in found if one is not None)


def signed_slot(plain: Plain) -> SignedSlot | None:
    """Read a slot of a row's part; None where a changed program wrote something else."""
    if not isinstance(plain, dict):
        return None
    try:
        day = date.fromisoformat(str(plain["day"]))
        slot, account, topic = plain["id"], plain["account"], plain["topic"]
    except (KeyError, ValueError):
        return None
    return SignedSlot(SlotId(str(slot)), AccountId(str(account)), day, str(topic))
