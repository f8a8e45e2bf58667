"""Which posts of the plan go out by themselves, asked where every screen asks (`queue_states.py`)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from smadmin.domain.calendar import Entry
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.scheduled import Goes, Schedule
from smadmin.domain.week import Planned, SlotStage
from smadmin.services.proof import Proven
from smadmin.services.queue_states import InLine, QueueState, in_lines
from smadmin.services.queued import waiting
from smadmin.storage.unit import Unit

ScheduleOf = Mapping[tuple[PostId | None, AccountId], Schedule]
"""Per post and account."""
Entries = Mapping[tuple[AccountId, date], tuple[Entry, ...]]


def schedules(unit: Unit, proven: Proven, now: datetime) -> ScheduleOf:
    """Give how every queued post stands; `now` is UTC."""
    lines = in_lines(unit, proven, waiting(unit), now)
    return {
        (one.publication.post, one.publication.account): Schedule(one.queued.at, _goes(one)) for one in lines
    }


def scheduled_week(planned: Iterable[Planned], known: ScheduleOf) -> tuple[Planned, ...]:
    """Name with each released post of a week for when it is scheduled."""
    return tuple(
        replace(one, schedule=known.get((one.post, one.slot.account)))
        if one.stage is SlotStage.RELEASED
        else one
        for one in planned
    )


def scheduled_places(entries: Entries, known: ScheduleOf) -> Entries:
    """Name the same in a calendar, of each account and day."""
    if not known:
        return entries
    return {place: tuple(_scheduled(one, known) for one in some) for place, some in entries.items()}


def _scheduled(entry: Entry, known: ScheduleOf) -> Entry:
    found = known.get((entry.post, entry.account)) if entry.stage is SlotStage.RELEASED else None
    return entry if found is None else replace(entry, schedule=found)


def _goes(line: InLine) -> Goes:
    if line.stopped:
        return Goes.HELD
    return Goes.KEPT if line.comes_back else _GOES[line.state]


_GOES = {
    QueueState.BY_ITSELF: Goes.BY_ITSELF,
    QueueState.ENTRUSTED: Goes.BY_ITSELF,
    QueueState.KEPT: Goes.KEPT,
    QueueState.MISSED: Goes.MISSED,
    QueueState.GOING: Goes.NOW,
}
