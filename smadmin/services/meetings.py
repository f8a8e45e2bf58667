"""The planning meeting of one school. It stands in the record alone; no post waits for it."""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.meetings import Meeting, meeting_blockers
from smadmin.domain.messages import say
from smadmin.domain.rights import who_may
from smadmin.domain.school_days import SchoolDays
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import any_roles, refuse, today_of
from smadmin.storage.unit import Unit

MEETING_PART = "meeting"


@dataclass(frozen=True)
class MeetingView:
    """The meeting as somebody sees it.

    Args:
        meeting: None while nobody set one.
        next: the day of the next one.
        missed: the day of one that is a week ago or more and that nobody held.
        held: the day on which the last one was held, or None.
        blockers: why this person can't set it, nor say that it was held.
        closed: whether the school entered that the next one's day is a day off.
    """

    today: date
    meeting: Meeting | None
    next: date | None
    missed: date | None
    held: date | None
    blockers: tuple[Reason, ...]
    closed: bool = False


class Meetings:
    """Sets the planning meeting, and hears that it was held."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def view(self, by: Actor) -> MeetingView:
        """Tell when it is."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            meeting, held = meeting_of(proven), _held(unit, proven)
            following = None if meeting is None else meeting.next(today, held)
            return MeetingView(
                today=today,
                meeting=meeting,
                next=following,
                missed=None if meeting is None else meeting.missed(today, held),
                held=max(held, default=None),
                blockers=_reasons(proven, by, today),
                closed=following is not None and _closed(unit, following),
            )

    def set(self, by: Actor, meeting: Meeting) -> Changes:
        """Say when it is (a deed); it repeats from then on.

        Raises:
            NotAllowed: for whom it isn't, or for a day that is over.
        """
        with self._desk.deed(by) as deed:
            proven, today = self._proof.now(deed.unit), today_of(deed.unit, self._desk)
            refuse((*_reasons(proven, by, today), *meeting_blockers(meeting, today)))
            parts = {MEETING_PART: meeting.to_plain()}
            deed.record(Act.SET_MEETING, Noun.MEETINGS, self._desk.school, parts=parts)
        return Changes.of("meetings", [self._desk.school])

    def held(self, by: Actor) -> Changes:
        """Say that it was held today (a deed).

        Raises:
            NotAllowed: for whom it isn't, or where none is set.
        """
        with self._desk.deed(by) as deed:
            proven, today = self._proof.now(deed.unit), today_of(deed.unit, self._desk)
            reasons = list(_reasons(proven, by, today))
            if meeting_of(proven) is None:
                reasons.append(Reason(say("meetings.none-set")))
            refuse(tuple(reasons))
            deed.record(Act.HELD_MEETING, Noun.MEETINGS, self._desk.school)
        return Changes.of("meetings", [self._desk.school])


def meeting_of(proven: Proven) -> Meeting | None:
    """Give the meeting as it was set last, or None."""
    for fact in reversed(proven.about(Noun.MEETINGS)):
        if fact.body.act != Act.SET_MEETING:
            continue
        try:
            return Meeting.from_plain(proven.part(fact, MEETING_PART) or {})
        except (KeyError, TypeError, ValueError):  # erased, or signed and yet no meeting
            continue
    return None


def _held(unit: Unit, proven: Proven) -> tuple[date, ...]:
    school = unit.schools.get(unit.school)
    rows = (one for one in proven.about(Noun.MEETINGS) if one.body.act == Act.HELD_MEETING)
    return tuple(school.local(one.moment).date() for one in rows)


def _closed(unit: Unit, day: date) -> bool:
    entered = unit.calendar_days.find_between("last", day.isoformat(), "9999-12-31")
    return SchoolDays.of(entered, {}).rests(day)


def _reasons(proven: Proven, by: Actor, today: date) -> tuple[Reason, ...]:
    if any_roles(proven.trust, by.person, today) & who_may(Noun.MEETINGS, Act.SET_MEETING):
        return ()
    return (Reason(say("meetings.not-yours")),)
