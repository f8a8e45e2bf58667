"""The services of the plan, each made when first asked."""

from functools import cached_property

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import KeyId
from smadmin.services.arranging import Arranging
from smadmin.services.calendar import Calendar
from smadmin.services.calendars_out import CalendarsOut
from smadmin.services.leave_room import LeaveRoom
from smadmin.services.lying import Lying
from smadmin.services.meetings import Meetings
from smadmin.services.plan import Plan
from smadmin.services.unsigned import Unsigned
from smadmin.services.warnings import Warnings
from smadmin.services.week import Weeks
from smadmin.services.week_away import WeekAway
from smadmin.services.week_briefs import WeekBriefs
from smadmin.services.week_paper import WeekPaper


class PlanRoom(LeaveRoom):
    """Where the plan is made and looked at."""

    @cached_property
    def plan(self) -> Plan:
        """The week's plan and the cadence."""
        return Plan(self.desk, self.reader, self.proof)

    @cached_property
    def weeks(self) -> Weeks:
        """Weeks of the plan, to be looked at."""
        return Weeks(self.desk, self.reader, self.proof)

    @cached_property
    def calendar(self) -> Calendar:
        """The plan's calendar."""
        return Calendar(self.desk, self.reader, self.proof)

    @cached_property
    def arranging(self) -> Arranging:
        """Moving, copying and repeating planned posts."""
        return Arranging(self.desk, self.reader)

    @cached_property
    def lying(self) -> Lying:
        """What is planned for days off."""
        return Lying(self.desk, self.reader)

    @cached_property
    def week_away(self) -> WeekAway:
        """Weeks that are signed elsewhere."""
        return WeekAway(self.desk, self.proof)

    @cached_property
    def warnings(self) -> Warnings:
        """What is said outside the window."""
        return Warnings(self.desk, self.reader, self._keys_here)

    def _keys_here(self) -> tuple[KeyId, ...]:
        """Give whose locks lie on this computer; where they can't be read, the window says so."""
        try:
            locks = self.grounds.identities.every()
        except OutsideFailed:
            return ()
        return tuple(KeyId(str(lock.fields.get("key"))) for _, lock in locks)

    @cached_property
    def week_paper(self) -> WeekPaper:
        """Weeks that were signed on paper."""
        return WeekPaper(self.desk, self.proof)

    @cached_property
    def meetings(self) -> Meetings:
        """The planning meeting."""
        return Meetings(self.desk, self.proof)

    @cached_property
    def calendars_out(self) -> CalendarsOut:
        """The plan as files for other calendars."""
        return CalendarsOut(self.desk, self.proof)

    @cached_property
    def week_briefs(self) -> WeekBriefs:
        """What of weeks waits for somebody."""
        return WeekBriefs(self.desk, self.proof, self.week_paper, self.meetings)

    @cached_property
    def unsigned(self) -> Unsigned:
        """What lets accounts rest without anybody having signed it."""
        return Unsigned(self.desk, self.proof)
