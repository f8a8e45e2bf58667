"""Calendar files to take along: planned posts, the planning meeting with its reminders. Reads only."""

from datetime import timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.calendar_file import Event, Repeats, calendar_file
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.domain.plan import Slot, monday_of
from smadmin.domain.week import WEEK
from smadmin.services.desk import Desk
from smadmin.services.meetings import meeting_of
from smadmin.services.plan import newest_signature
from smadmin.services.proof import Proof
from smadmin.services.roles import today_of

POSTS_AHEAD = 52 * WEEK
MEETINGS_AHEAD = 52 * WEEK
REMIND_MINUTES = 60
_LASTS_MINUTES = 30


class CalendarsOut:
    """Writes what the plan says as other calendars read it."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def posts(self, by: Actor, *, struck: str = "") -> str:
        """Give the planned posts from this week on, a year ahead; each is the same event each time.

        Args:
            by: who asks.
            struck: what stands before a post that the approval left out, worded already.
        """
        with self._desk.look(by) as unit:
            school, today = unit.schools.get(self._desk.school), today_of(unit, self._desk)
            first = monday_of(today)
            slots = unit.slots.find_between("day", first.isoformat(), (first + POSTS_AHEAD).isoformat())
            called = {one.id: one.called for one in unit.accounts.all()}
            proven = self._proof.now(unit)
            signed = {
                monday: newest_signature(proven, monday) for monday in {monday_of(one.day) for one in slots}
            }

        def title(one: Slot) -> str:
            plan = signed[monday_of(one.day)]
            before = f"{struck}: " if struck and plan is not None and plan.leaves_out(one) else ""
            return f"{before}{one.topic} ({called.get(one.account, '')})"

        events = [
            Event(f"{one.id}@smadmin", one.day, title(one), at=one.at)
            for one in sorted(slots, key=lambda one: (one.day, one.id))
        ]
        return calendar_file(school.name, events, zone=school.zone, stamp=self._desk.now)

    def meeting(self, by: Actor, *, title: str) -> str:
        """Give the planning meeting for a year ahead, with a reminder an hour before.

        Args:
            by: who asks.
            title: worded already.

        Raises:
            NotAllowed: where none is set.
        """
        with self._desk.look(by) as unit:
            school, today = unit.schools.get(self._desk.school), today_of(unit, self._desk)
            meeting = meeting_of(self._proof.now(unit))
        if meeting is None:
            raise NotAllowed((Reason(say("meetings.none-set")),))
        event = Event(
            f"meeting-{school.id}@smadmin",
            meeting.next(today),
            title,
            at=meeting.at,
            minutes=_LASTS_MINUTES,
            remind=REMIND_MINUTES,
            repeats=Repeats(meeting.every, MEETINGS_AHEAD // (meeting.every * timedelta(weeks=1))),
        )
        return calendar_file(school.name, [event], zone=school.zone, stamp=self._desk.now)
