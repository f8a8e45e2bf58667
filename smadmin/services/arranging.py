"""Arranging the plan: many planned posts in one deed, each with its own row of the record.

Whatever a person does in the calendar is a list of edits (`domain/slot_edits.py`), so undo and redo are the
same deed with other edits. What was signed stays what it was: a signature names planned posts as they stood.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from smadmin.domain.accounts import AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.calendar import is_free
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import Conflict, NotAllowed, Reason
from smadmin.domain.ids import AccountId, SeriesId, SlotId
from smadmin.domain.messages import say
from smadmin.domain.plan import PLANNERS, Slot, monday_of
from smadmin.domain.recurring import LONGEST, copied, later_of, same_weekday, weekly
from smadmin.domain.slot_edits import SlotEdit
from smadmin.domain.typed import straight
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.cadence import school_days
from smadmin.services.calendar import WRITTEN
from smadmin.services.desk import Deed, Desk
from smadmin.services.ended_plan import require_open
from smadmin.services.plan import require_planner, slots_of
from smadmin.services.reading import Reader
from smadmin.services.week_parts import slot_plain
from smadmin.services.week_signatures import SLOT_PART
from smadmin.storage.unit import Unit

Edits = tuple[SlotEdit, ...]


@dataclass(frozen=True)
class Weekly:
    """A topic every week on the weekday of its first day, until a day; `at` is None for any time."""

    account: AccountId
    first: date
    until: date
    topic: str
    at: time | None = None


@dataclass(frozen=True)
class Arranged:
    """What was planned together.

    Args:
        edits: as they were written.
        left_out: the days on which nothing was planned because the school rests.
    """

    edits: Edits
    left_out: tuple[date, ...] = ()


class Arranging:
    """Moves, copies and repeats planned posts of one school."""

    def __init__(self, desk: Desk, reader: Reader) -> None:
        """Stand on the desk and the policy."""
        self._desk = desk
        self._reader = reader

    def rearrange(self, by: Actor, edits: Iterable[SlotEdit]) -> Done[Edits]:
        """Carry edits out, all or none (a deed); gives them with the versions that were written.

        Raises:
            NotAllowed: without a topic, or for whom the plan isn't.
            Conflict: if somebody else changed one of them since it was read.
        """
        with self._desk.deed(by) as deed:
            done = tuple(self._carry_out(deed, one) for one in edits)
        return _done(done)

    def repeat(self, by: Actor, wanted: Weekly) -> Done[Arranged]:
        """Plan a topic every week, but on days on which the school rests (a deed).

        Raises:
            NotAllowed: without a topic, for whom the plan isn't, or for days that leave nothing to plan.
        """
        with self._desk.deed(by) as deed:
            rests = self._rests(deed.unit)
            days = weekly(wanted.first, wanted.until, rests)
            if reasons := _repeat_reasons(wanted, days):
                raise NotAllowed(reasons)
            series = SeriesId(self._desk.ids.new())
            edits = [SlotEdit(None, self._new(wanted, day, series)) for day in days]
            done = tuple(self._carry_out(deed, one) for one in edits)
            free = weekly(wanted.first, wanted.until, lambda day: not rests(day))
        return _arranged(done, free)

    def copy_week(
        self, by: Actor, week: date, to: date, *, accounts: frozenset[AccountId] | None = None
    ) -> Done[Arranged]:
        """Plan a week like another one, for the accounts that this person plans for (a deed).

        Args:
            by: who plans.
            week: a day of the week that is copied.
            to: a day of the other one.
            accounts: only these; None for all.

        Raises:
            NotAllowed: if nothing is left to copy.
        """
        with self._desk.deed(by) as deed:
            today, rests = self._reader.today(deed.unit), self._rests(deed.unit)
            slots = [
                slot
                for slot in slots_of(deed.unit, monday_of(week))
                if (accounts is None or slot.account in accounts) and self._plans(deed, slot.account, today)
            ]
            copies = copied(
                slots,
                to,
                there=slots_of(deed.unit, monday_of(to)),
                today=today,
                left_out=rests,
                new_id=lambda: SlotId(self._desk.ids.new()),
            )
            if not copies:
                raise NotAllowed((Reason(say("plan.nothing-to-copy")),))
            done = tuple(self._carry_out(deed, SlotEdit(None, one)) for one in copies)
            days = {same_weekday(one.day, to) for one in slots}
        return _arranged(done, sorted(day for day in days if day >= today and rests(day)))

    def end_series(self, by: Actor, slot: Slot) -> Done[Edits]:
        """Take a post of a series and all later ones out, but what something is written for (a deed)."""
        with self._desk.deed(by) as deed:
            rest = later_of(slot, deed.unit.slots.find(account_id=slot.account))
            kept = _written(deed.unit, [one.id for one in rest])
            done = tuple(self._carry_out(deed, SlotEdit(one, None)) for one in rest if one.id not in kept)
        return _done(done)

    def _carry_out(self, deed: Deed, edit: SlotEdit) -> SlotEdit:
        slot, slots = edit.slot, deed.unit.slots
        require_planner(deed, self._reader.today(deed.unit), slot.account, slot.topic)
        if edit.after is None:
            _require_unchanged(slots.maybe(slot.id), slot)
            slots.remove(slot.id)
            deed.record(Act.REMOVE_SLOT, Noun.SLOTS, slot.id)
            return edit
        require_open(deed, slot.account)
        wanted = replace(edit.after, topic=straight(edit.after.topic))
        if edit.before is None:
            _require_unchanged(slots.maybe(slot.id), None)
            written = slots.add(wanted)
        else:
            written = slots.change(replace(wanted, version=edit.before.version))
        act = Act.ADD_SLOT if edit.before is None else Act.CHANGE_SLOT
        deed.record(act, Noun.SLOTS, slot.id, parts={SLOT_PART: slot_plain(written)})
        return SlotEdit(edit.before, written)

    def _rests(self, unit: Unit) -> Callable[[date], bool]:
        """Tell on which days the school rests; exams are shown as a clash instead."""
        days = school_days(unit, self._reader.pack(unit).cadence, self._reader.today(unit))
        return lambda day: is_free(days, day)

    def _new(self, wanted: Weekly, day: date, series: SeriesId) -> Slot:
        one = SlotId(self._desk.ids.new())
        return Slot(one, self._desk.school, wanted.account, day, wanted.topic, at=wanted.at, series=series)

    def _plans(self, deed: Deed, account: AccountId, today: date) -> bool:
        person = deed.by.person
        return (
            person is not None
            and deed.unit.accounts.get(account).stage is not AccountStage.CLOSED
            and bool(deed.trust.roles_preparing(person, today, account) & PLANNERS)
        )


def _arranged(edits: Edits, left_out: Iterable[date]) -> Done[Arranged]:
    return Done(Arranged(edits, tuple(left_out)), _done(edits).changes)


def _done(edits: Edits) -> Done[Edits]:
    return Done(edits, Changes.of("plan", [one.slot.id for one in edits]))


def _written(unit: Unit, slots: list[SlotId]) -> frozenset[SlotId]:
    """Give those for which a post is written or out."""
    drafts = (draft for stage in WRITTEN for draft in unit.posts.find(stage=stage.value))
    out = {one.slot for one in unit.planned.out_for(slots)}
    return frozenset(out | {one.content.slot for one in drafts if one.content.slot is not None})


def _require_unchanged(found: Slot | None, read: Slot | None) -> None:
    if (found and found.version) != (read and read.version):
        raise Conflict(say("store.conflict"), kept=say("store.conflict-kept"), remedy=say("store.reload"))


def _repeat_reasons(wanted: Weekly, days: tuple[date, ...]) -> tuple[Reason, ...]:
    if wanted.until < wanted.first:
        return (Reason(say("plan.ends-before"), None, "until"),)
    if wanted.until - wanted.first > LONGEST:
        return (Reason(say("plan.repeats-too-long"), None, "until"),)
    return () if days else (Reason(say("plan.no-day-left"), None, "until"),)
