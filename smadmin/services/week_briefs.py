"""What of weeks and meetings waits for somebody, for Today. Only reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.plan import PLAN_GOES_ON, monday_of
from smadmin.domain.school_days import DAY
from smadmin.domain.week import WEEK
from smadmin.services.borne_out import name_in
from smadmin.services.desk import Desk
from smadmin.services.meetings import Meetings
from smadmin.services.plan import newest_signature
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import any_roles, today_of
from smadmin.services.week import slots_ahead, uncovered, week_to_sign
from smadmin.services.week_paper import WeekPaper
from smadmin.storage.unit import Unit

FROM_WEEKS = 2
"""Communications hears of it from the second unsigned week on."""


@dataclass(frozen=True)
class Owed:
    """A week from paper that waits for its countersignature, and the name of who entered it."""

    monday: date
    entered_by: str


@dataclass(frozen=True)
class Later:
    """A signed week, and how many posts came into it after the signature and wait for another one."""

    monday: date
    posts: int


@dataclass(frozen=True)
class WeekBrief:
    """What waits.

    Args:
        unsigned: so many weeks in a row were planned and not signed, this one included; 0 for whom it isn't.
        owed: the weeks that this person should countersign.
        later: the signed weeks that this person signs anew, for something came into them since.
        missed: the day of a planning meeting that nobody held, a week ago or more.
        next: the day of the next one, or None.
    """

    unsigned: int = 0
    owed: tuple[Owed, ...] = ()
    later: tuple[Later, ...] = ()
    missed: date | None = None
    next: date | None = None


class WeekBriefs:
    """Tells what waits of weeks."""

    def __init__(self, desk: Desk, proof: Proof, paper: WeekPaper, meetings: Meetings) -> None:
        """Stand on the proven record and on what is known of weeks and meetings."""
        self._desk, self._proof, self._paper, self._meetings = desk, proof, paper, meetings

    def brief(self, by: Actor) -> WeekBrief:
        """Tell it to somebody."""
        waiting = self._paper.owed(by)
        meeting = self._meetings.view(by)
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            roles = any_roles(proven.trust, by.person, today)
            hears = Role.COMMUNICATIONS in roles
            later = tuple(_later(unit, proven, today)) if roles & OFFICE else ()
            unsigned = _unsigned(unit, proven, today) if hears else 0
            owed = tuple(Owed(one.plan.monday, name_in(proven, one.fact.body.person)) for one in waiting)
        mine = not meeting.blockers
        return WeekBrief(
            unsigned=unsigned if unsigned >= FROM_WEEKS else 0,
            owed=owed,
            later=later,
            missed=meeting.missed if mine else None,
            next=meeting.next if mine else None,
        )


def _later(unit: Unit, proven: Proven, today: date) -> Iterator[Later]:
    """Give of the weeks that are signed now those whose signature doesn't cover all that is to come."""
    weeks = dict.fromkeys((monday_of(today), week_to_sign(today)))
    ahead = slots_ahead(unit, today, max(weeks) + WEEK - DAY)
    for monday in weeks:
        if newest_signature(proven, monday) is not None and (posts := uncovered(proven, monday, ahead)):
            yield Later(monday, posts)


def _unsigned(unit: Unit, proven: Proven, today: date) -> int:
    """Count the weeks in a row, up to this one, in which something was planned and nothing signed."""
    number, monday = 0, monday_of(today)
    while number <= PLAN_GOES_ON // WEEK:
        signed = newest_signature(proven, monday) is not None
        if signed or not unit.planned.has_any(monday, monday + WEEK - DAY):
            break
        number, monday = number + 1, monday - WEEK
    return number
