"""The week's plan, its signature, and the cadence of every account.

Slots are plain rows that administrators move about; what the principal signed is the row `sign-week` of the
record with its part `plan`, and only that lets anybody release. Cadence is plain data: nobody need sign in.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import Conflict, NotAllowed, Reason
from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.plan import PLAN_GOES_ON, PLANNERS, SignedSlot, Slot, WeekPlan, beside, monday_of, over
from smadmin.domain.typed import straight
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week import WEEK
from smadmin.services.cadence import AccountCadence, judged
from smadmin.services.desk import Deed, Desk
from smadmin.services.ended_plan import require_open
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import leaving_reasons
from smadmin.services.week_parts import nothing_reasons, over_reasons, plan_part, require_seen, slot_plain
from smadmin.services.week_signatures import PLAN_PART, SLOT_PART, signed_slots
from smadmin.services.week_standing import left_out, undoable, week_signed, week_standing
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class SignedWeek:
    """A week that was just signed: the row, and the letters of the record's head for paper."""

    seq: int
    letters: str


class Plan:
    """The plan of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk = desk
        self._reader = reader
        self._proof = proof

    def week(self, by: Actor, monday: date) -> WeekPlan:
        """Give a week's slots and whether they were signed."""
        with self._desk.look(by) as unit:
            slots = slots_of(unit, monday)
            signed = newest_signature(self._proof.now(unit), monday)
        return WeekPlan(monday, slots) if signed is None else replace(signed, slots=slots)

    def add(self, by: Actor, account: AccountId, day: date, topic: str) -> Done[Slot]:
        """Plan a post (a deed).

        Raises:
            NotAllowed: without a topic, or for whom the plan isn't.
        """
        with self._desk.deed(by) as deed:
            require_planner(deed, self._reader.today(deed.unit), account, topic)
            require_open(deed, account)
            slot = Slot(SlotId(self._desk.ids.new()), self._desk.school, account, day, straight(topic))
            deed.unit.slots.add(slot)
            deed.record(Act.ADD_SLOT, Noun.SLOTS, slot.id, parts={SLOT_PART: slot_plain(slot)})
        return Done(slot, Changes.of("plan", [slot.id]))

    def change(self, by: Actor, slot: Slot, *, day: date, topic: str) -> Done[Slot]:
        """Move a slot or change its topic (a deed); what was signed before is not signed any more.

        Raises:
            Conflict: if somebody else changed it since it was read.
        """
        with self._desk.deed(by) as deed:
            require_planner(deed, self._reader.today(deed.unit), slot.account, topic)
            require_open(deed, slot.account)
            newer = deed.unit.slots.change(replace(slot, day=day, topic=straight(topic)))
            deed.record(Act.CHANGE_SLOT, Noun.SLOTS, slot.id, parts={SLOT_PART: slot_plain(newer)})
        return Done(newer, Changes.of("plan", [slot.id]))

    def remove(self, by: Actor, slot: SlotId) -> Changes:
        """Take a slot out of the plan (a deed)."""
        with self._desk.deed(by) as deed:
            found = deed.unit.slots.get(slot)
            require_planner(deed, self._reader.today(deed.unit), found.account, found.topic)
            deed.unit.slots.remove(slot)
            deed.record(Act.REMOVE_SLOT, Noun.SLOTS, slot)
        return Changes.of("plan", [slot])

    def sign_blockers(self, by: Actor, monday: date) -> tuple[Reason, ...]:
        """List why this person can't sign a week."""
        with self._desk.look(by) as unit:
            leaves = leaving_reasons(self._desk, unit, by, Act.SIGN_WEEK, Noun.WEEKS)
            over = over_reasons(monday, self._reader.today(unit))
            return leaves or over or self._sign_reasons(unit, unit.trust.read(), by, monday)

    def sign_week(
        self, by: Actor, monday: date, *, struck: frozenset[SlotId] = frozenset(), seen: str | None = None
    ) -> Done[SignedWeek]:
        """Sign a week's slots and topics (a deed): from now on posts in them need no other signature.

        Args:
            by: principal or deputy.
            monday: the week's first day.
            struck: slots that are left out; posts for them are released one by one.
            seen: the digest of the slots that were shown to whoever signs (`WeekView.seen`). Without one
                nobody was asked about it in a window, and a week that is over is signed as well.

        Raises:
            Conflict: if the plan isn't what was seen any more; nothing is signed unseen.
            NotAllowed: for anybody but principal and deputy, an empty week, a passphrase given too long ago.
        """
        with self._desk.deed(by) as deed:
            reasons = self._sign_reasons(deed.unit, deed.trust, by, monday, struck)
            if seen is not None:  # a page that stood open while its week ended
                reasons = (*over_reasons(monday, self._reader.today(deed.unit)), *reasons)
            if not by.fresh(deed.now):
                reasons = (*reasons, Reason(say("approvals.passphrase-again")))
            if reasons:
                raise NotAllowed(reasons)
            slots = slots_of(deed.unit, monday)
            require_seen(seen, slots)
            part = plan_part(monday, slots, struck)
            seq = deed.record(Act.SIGN_WEEK, Noun.WEEKS, monday.isoformat(), parts={PLAN_PART: part})
            signed = SignedWeek(seq, deed.head.letters)
        return Done(signed, Changes.of("plan", [monday.isoformat()]))

    def withdraw_week(self, by: Actor, monday: date) -> Changes:
        """Take a week's signature back (a deed); by an earlier week's nothing is released in it either."""
        with self._desk.deed(by) as deed:
            self._require_office(deed)
            deed.record(Act.WITHDRAW_WEEK, Noun.WEEKS, monday.isoformat())
        return Changes.of("plan", [monday.isoformat()])

    def undo_week(self, by: Actor, monday: date, seq: int) -> Changes:
        """Undo one's own signature of a week (a deed): the one before it stands again, as it was.

        Where there is none an earlier week's goes on again, but for what the undone one struck.

        Args:
            by: who signed it.
            monday: the week's first day.
            seq: the row that signed it.

        Raises:
            Conflict: if the week was decided anew since.
            NotAllowed: for anybody else.
        """
        return self._undo(by, monday, seq)

    def disown_week(self, by: Actor, monday: date) -> Changes:
        """Say that a page which somebody entered wasn't signed (a deed); what stood before it stands again.

        Raises:
            Conflict: if none waits any more.
            NotAllowed: for anybody but principal and deputy.
        """
        return self._undo(by, monday, None)

    def _undo(self, by: Actor, monday: date, seq: int | None) -> Changes:
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            self._require_office(deed)
            newest = next(reversed(week_standing(self._proof.now(deed.unit), monday).signings), None)
            owed = newest is not None and newest.signed is not None and newest.signed.owed
            if newest is None or (not owed if seq is None else newest.fact.seq != seq):
                raise Conflict(
                    say("store.conflict"), kept=say("store.conflict-kept"), remedy=say("store.reload")
                )
            if by.person is None or not undoable(newest, by.person):
                raise NotAllowed((Reason(say("plan.own-undone")),))
            deed.record(Act.UNDO_WEEK, Noun.WEEKS, monday.isoformat())
        return Changes.of("plan", [monday.isoformat()])

    def _require_office(self, deed: Deed) -> None:
        if not self._roles(deed.unit, deed.trust, deed.by, None) & OFFICE:
            raise NotAllowed((Reason(say("plan.office-signs")),))

    def cadence(self, on: date | None = None) -> tuple[AccountCadence, ...]:
        """Judge every account on a day, today if none is named; the latest ones first.

        Args:
            on: a day in the school's zone; posts after it don't count.
        """
        with self._desk.look() as unit:
            day = on or self._reader.today(unit)
            school, rule = unit.schools.get(self._desk.school), self._reader.pack(unit).cadence
            return judged(unit, school, rule, day)

    def _roles(self, unit: Unit, trust: Trust, by: Actor, account: AccountId | None) -> frozenset[Role]:
        if by.person is None:
            return frozenset()
        return trust.roles(by.person, self._reader.today(unit), account)

    def _sign_reasons(
        self,
        unit: Unit,
        trust: Trust,
        by: Actor,
        monday: date,
        struck: frozenset[SlotId] = frozenset(),
    ) -> tuple[Reason, ...]:
        reasons = []
        if not self._roles(unit, trust, by, None) & OFFICE:
            reasons.append(Reason(say("plan.office-signs")))
        if monday != monday_of(monday):
            reasons.append(Reason(say("plan.not-a-monday")))
        slots = frozenset(slot.id for slot in slots_of(unit, monday))
        if slots <= struck:
            reasons.extend(nothing_reasons(slots))
        return tuple(reasons)


def require_planner(deed: Deed, today: date, account: AccountId, topic: str) -> None:
    """Refuse whoever doesn't plan for an account, and a post about nothing.

    Raises:
        NotAllowed: then.
    """
    deed.unit.accounts.get(account)
    person = deed.by.person
    if person is None or not deed.trust.roles_preparing(person, today, account) & PLANNERS:
        raise NotAllowed((Reason(say("plan.not-your-account"), "BAL-A2", f"account:{account}"),))
    if not topic.strip():
        raise NotAllowed((Reason(say("plan.topic-missing"), None, "topic"),))


def plans_in_force(proven: Proven, on: date) -> tuple[WeekPlan, ...]:
    """Give the plans that hold on a day, the newest first, by the proven record.

    There are two where a page waits for its countersignature: what principal or deputy signed before goes
    on beside it, for whoever enters a page ends nobody's signature.
    """
    found, struck = list[WeekPlan](), list[SignedSlot]()
    for back in range(PLAN_GOES_ON // WEEK + 1):
        monday = monday_of(on) - back * WEEK
        standing = week_standing(proven, monday)
        fact = standing.signing
        plan = None if fact is None else signed_plan(proven, fact, monday)
        if plan is not None and not over(plan, on):
            found.append(beside(plan, struck))
            struck.extend(plan.struck)
        # What was withdrawn lets nothing more out than it did; nor does what can't be read any more.
        if (plan is None and (fact is not None or standing.withdrawn)) or (
            plan is not None and not plan.owed
        ):
            break
        struck.extend(left_out(proven, standing.undone))
    return tuple(found)


def newest_signature(proven: Proven, monday: date) -> WeekPlan | None:
    """Give a week as it was signed last, or None where it wasn't or the signature was taken back.

    Whether the signer could sign is judged as rights stood at that row's place in the chain.
    """
    fact = signing_fact(proven, monday)
    return None if fact is None else signed_plan(proven, fact, monday)


def signing_fact(proven: Proven, monday: date) -> Fact | None:
    """Give the row that signed a week last, or None where none did or it was taken back."""
    return week_standing(proven, monday).signing


def signed_plan(proven: Proven, fact: Fact, monday: date) -> WeekPlan | None:
    """Read what a row signed; None where it is of another week, or its part was erased."""
    part, by = proven.part(fact, PLAN_PART), week_signed(proven, fact)
    if part is None or by is None or part.get("monday") != monday.isoformat():
        return None
    signed, struck = signed_slots(part.get("slots")), signed_slots(part.get("struck"))
    topics = frozenset((one.account, one.topic) for one in signed)
    return WeekPlan(
        monday, (), fact.seq, by.signer, topics=topics, signed=signed, struck=struck, owed=by.owed
    )


def slots_of(unit: Unit, monday: date) -> tuple[Slot, ...]:
    """Give a week's slots by day."""
    sunday = monday + timedelta(days=6)
    found = unit.slots.find_between("day", monday.isoformat(), sunday.isoformat())
    return tuple(sorted(found, key=lambda slot: slot.day))
