"""A week of the plan for the screens: slots with the posts written for them, gaps to come, and the signature.

Changing and signing stay with `services.plan`; here everything is read in one look.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.cadence import Cadence
from smadmin.domain.clashes import Clash, week_clashes
from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.naming import writes_for
from smadmin.domain.people import OFFICE
from smadmin.domain.plan import PLANNERS, SignedSlot, Slot, last_day, monday_of, occasions_of
from smadmin.domain.posts import Draft, PostStage
from smadmin.domain.school_days import DAY, DaysKind
from smadmin.domain.schools import School
from smadmin.domain.week import WEEK, Gap, Planned, SlotStage, gap_in_week, planned_until, slot_stage
from smadmin.services.afterwards import NOTHING, AfterwardsOf, afterwards_in, with_hidden
from smadmin.services.cadence import Posted, cadences, school_days
from smadmin.services.desk import Desk
from smadmin.services.off_plan import OffPlan, off_plan
from smadmin.services.plan import newest_signature, plans_in_force
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.reviewer_lines import Newly, newly_seated
from smadmin.services.roles import any_roles, roles_preparing
from smadmin.services.scheduled import scheduled_week, schedules
from smadmin.services.week_changes import Gone, gone_since, signed_otherwise
from smadmin.services.week_given import Signature, signature_at
from smadmin.services.week_parts import slots_digest
from smadmin.storage.unit import Unit

_WRITTEN = (PostStage.DRAFT, PostStage.SENT_BACK, PostStage.SUBMITTED, PostStage.RELEASED)
_HANDED_IN = (PostStage.SUBMITTED, PostStage.RELEASED)
_FRIDAY = 4


@dataclass(frozen=True)
class AccountWeek:
    """An account in a week: how quiet it is, the gap to come, whether this person plans and writes for it."""

    account: Account
    cadence: Cadence
    days: int
    gap: Gap | None
    plans: bool
    writes: bool


@dataclass(frozen=True)
class WeekView:
    """A week as the plan's screen shows it.

    Args:
        slots: by day.
        unsigned: the slots that the signature doesn't cover, for they came or changed after it.
        goes_on: the Monday and last day of the last signed plan that holds in it, from today on; or None.
        office: whether this person signs weeks.
        off_plan: what went out in the week and fills none of its slots, by day.
        seated: whom the reviewers' list let in since a week was signed last, or who still owes details.
        struck: the slots that whoever signed left out.
        signed_as: of slots that were signed otherwise, in this week or one around it, what was signed.
        gone: what was signed for this week and isn't in it any more.
        named: what the school calls days of the week: holidays, breaks, snow days, exams.
    """

    school: School
    today: date
    monday: date
    slots: tuple[Planned, ...]
    accounts: tuple[AccountWeek, ...]
    signature: Signature | None
    unsigned: frozenset[SlotId]
    goes_on: tuple[date, date] | None
    office: bool
    off_plan: tuple[OffPlan, ...] = ()
    seated: tuple[Newly, ...] = ()
    struck: frozenset[SlotId] = frozenset()
    signed_as: Mapping[SlotId, SignedSlot] = field(default_factory=dict)
    gone: tuple[Gone, ...] = ()
    named: Mapping[date, tuple[DaysKind, str]] = field(default_factory=dict)

    @cached_property
    def seen(self) -> str:
        """The digest of the slots: whoever signs them names it (`Plan.sign_week`)."""
        return slots_digest(one.slot for one in self.slots)

    @cached_property
    def against(self) -> Mapping[SlotId, tuple[Clash, ...]]:
        """What stands against each planned post: another within the hour, exams."""
        return week_clashes(self.slots, self.named)


class Weeks:
    """Weeks of one school's plan."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk = desk
        self._reader = reader
        self._proof = proof

    def week(self, by: Actor, monday: date | None = None) -> WeekView:
        """Give a week, this one where none is named; the signature is the proven one."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            school, today = unit.schools.get(self._desk.school), self._reader.today(unit)
            first = monday_of(monday or today)
            drafts = tuple(draft for stage in _WRITTEN for draft in unit.posts.find(stage=stage.value))
            posted = Posted.weeks(unit, school, first)
            after = proven.once(afterwards_in, lambda: afterwards_in(unit, proven, school))
            after = with_hidden(unit, school, first - WEEK, after)
            slots = planned_week(unit, first, today=today, drafts=drafts, posted=posted, after=after)
            slots = scheduled_week(slots, schedules(unit, proven, self._desk.now))
            signed = newest_signature(proven, first)
            called = school_days(unit, self._reader.pack(unit).cadence, today).named
            force = next(reversed(plans_in_force(proven, max(today, first))), None)
            return WeekView(
                school=school,
                today=today,
                monday=first,
                slots=slots,
                accounts=self._accounts(unit, by, first, today=today),
                signature=None if signed is None or signed.seq is None else signature_at(proven, signed.seq),
                unsigned=frozenset(
                    one.slot.id
                    for one in slots
                    if signed is None or not (signed.signs(one.slot) or signed.leaves_out(one.slot))
                ),
                struck=frozenset(
                    one.slot.id for one in slots if signed is not None and signed.leaves_out(one.slot)
                ),
                signed_as=signed_otherwise(proven, first, [one.slot for one in slots]),
                gone=gone_since(unit, signed, {one.slot.id for one in slots}),
                goes_on=None if force is None else (force.monday, last_day(force)),
                office=bool(any_roles(proven.trust, by.person, today) & OFFICE),
                off_plan=off_plan(unit, posted, slots, first, after),
                seated=newly_seated(proven),
                named={day: called[day] for day in sorted(called) if first <= day < first + WEEK},
            )

    def waits_for(self, by: Actor) -> date | None:
        """Give the Monday of the week that this person signs next, or None where nothing waits for them.

        A post that came late into this week goes before next week's plan: it is due first.
        """
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), self._reader.today(unit)
            if not any_roles(proven.trust, by.person, today) & OFFICE:
                return None
            weeks = (monday_of(today), week_to_sign(today))
            ahead = slots_ahead(unit, today, weeks[-1] + WEEK - DAY)
            return next((monday for monday in weeks if uncovered(proven, monday, ahead)), None)

    def waiting(self, by: Actor, until: date) -> tuple[Slot, ...]:
        """Give the slots from today to a day for which nothing was handed in yet: nobody writes one twice."""
        with self._desk.look(by) as unit:
            today = self._reader.today(unit)
            taken = _handed_in(unit, today, until)
            return tuple(slot for slot in slots_ahead(unit, today, until) if slot.id not in taken)

    def _accounts(self, unit: Unit, by: Actor, monday: date, *, today: date) -> tuple[AccountWeek, ...]:
        rule, trust = self._reader.pack(unit).cadence, unit.trust.read()
        found = []
        planned: dict[AccountId, list[date]] = {}
        for slot in slots_ahead(unit, today, planned_until(monday, today)):
            planned.setdefault(slot.account, []).append(slot.day)
        for judged in cadences(unit, unit.schools.get(self._desk.school), rule, today):
            account = judged.account
            if account.stage is AccountStage.CLOSED:
                continue
            roles = roles_preparing(trust, by.person, today, account.id)
            due = judged.due(today, planned.get(account.id, ()))
            gap = gap_in_week(account.id, monday, today=today, due=due)
            plans, writes = bool(roles & PLANNERS), writes_for(trust, by.person, account, today)
            found.append(AccountWeek(account, judged.cadence, judged.days, gap, plans, writes))
        return tuple(sorted(found, key=lambda one: -one.cadence.quiet_days))


def planned_week(
    unit: Unit,
    monday: date,
    *,
    today: date,
    drafts: Iterable[Draft],
    posted: Posted,
    after: AfterwardsOf = NOTHING,
) -> tuple[Planned, ...]:
    """Give a week's slots by day, each with how it stands.

    Args:
        unit: the store as it stands.
        monday: the week's first day.
        today: the school's own date.
        drafts: the posts that aren't out.
        posted: what is.
        after: what became of that.
    """
    slots = sorted(unit.planned.slots(monday, monday + WEEK - DAY), key=lambda one: (one.day, one.id))
    written = [draft for draft in drafts if draft.content.slot is not None][::-1]  # the furthest first
    together = occasions_of(slots)
    found = (_planned(slot, together[slot.id], written, today=today, posted=posted) for slot in slots)
    return tuple(replace(one, after=after.get((one.post, one.slot.account))) for one in found)


def next_empty(planned: Iterable[Planned], today: date) -> Mapping[AccountId, Planned]:
    """Give of each account the first slot from today on for which nothing is written, of some by day."""
    found: dict[AccountId, Planned] = {}
    for one in planned:
        if one.slot.day >= today and one.stage.empty:
            found.setdefault(one.slot.account, one)
    return found


def slots_ahead(unit: Unit, today: date, last: date) -> tuple[Slot, ...]:
    """Give the slots from today to a day whose post isn't out yet."""
    slots = unit.slots.find_between("day", today.isoformat(), last.isoformat())
    posted = Posted.read(unit, unit.schools.get(unit.school), today, last)
    together = occasions_of(slots)
    return tuple(slot for slot in slots if posted.written_for(slot, together[slot.id]) is None)


def _handed_in(unit: Unit, today: date, last: date) -> frozenset[SlotId]:
    """Give the slots from today to a day whose post waits for its release, or has it."""
    slots = tuple(unit.slots.find_between("day", today.isoformat(), last.isoformat()))
    together = occasions_of(slots)
    posts = [post for stage in _HANDED_IN for post in unit.posts.find(stage=stage.value)]
    return frozenset(
        slot.id
        for slot in slots
        if any(
            post.content.slot in together[slot.id] and slot.account in post.content.accounts for post in posts
        )
    )


def _planned(
    slot: Slot, occasion: frozenset[SlotId], written: Iterable[Draft], *, today: date, posted: Posted
) -> Planned:
    out = posted.written_for(slot, occasion)
    if out is not None:
        went_out, day = out
        return Planned(slot, SlotStage.PUBLISHED, went_out.post, out_on=None if day == slot.day else day)
    for draft in written:
        if draft.content.slot in occasion and slot.account in draft.content.accounts:
            stage = slot_stage(slot.day, today=today, post=draft.stage, out=False)
            return Planned(slot, stage, draft.id, draft.author)
    elsewhere = posted.on(slot.account, slot.day)
    return Planned(slot, slot_stage(slot.day, today=today, post=None, out=elsewhere))


def week_to_sign(today: date) -> date:
    """Give the Monday of the week whose plan is to be signed: from Friday on, the next one's."""
    return monday_of(today) + (WEEK if today.weekday() >= _FRIDAY else timedelta())


def uncovered(proven: Proven, monday: date, ahead: Iterable[Slot]) -> int:
    """Count the posts to come of a week that its signature doesn't cover; all of them where it has none."""
    signed = newest_signature(proven, monday)
    week = (one for one in ahead if monday_of(one.day) == monday)
    return sum(signed is None or not (signed.signs(one) or signed.leaves_out(one)) for one in week)
