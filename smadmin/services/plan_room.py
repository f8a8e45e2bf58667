"""The services of the plan, each made when first asked."""

from functools import cached_property

from smadmin.services.arranging import Arranging
from smadmin.services.calendar import Calendar
from smadmin.services.leave_room import LeaveRoom
from smadmin.services.plan import Plan
from smadmin.services.week import Weeks


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
