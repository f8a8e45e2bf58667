"""What a command may know where nobody signs in: the school, and how long its accounts have been quiet.

It is opened by itself because a scheduled task waits for it: the office with all its services, among them the
checks with their patterns, takes a second longer to load.
"""

from datetime import date
from functools import cached_property

from smadmin.domain.schools import School
from smadmin.services.cadence import AccountCadence, judged
from smadmin.services.desk import Desk
from smadmin.services.policy import Policy


class PlainRoom:
    """One school's plain data."""

    def __init__(self, desk: Desk, policy: Policy | None = None) -> None:
        """Stand on a school's desk; the policies are the shipped ones unless others are given."""
        self._desk = desk
        self._policy = policy or Policy.shipped()

    @cached_property
    def school(self) -> School:
        """The school, as the store has it."""
        with self._desk.look() as unit:
            return unit.schools.get(self._desk.school)

    def cadence(self, on: date | None = None) -> tuple[AccountCadence, ...]:
        """Judge every account on a day, as `Plan.cadence` does."""
        with self._desk.look() as unit:
            rule = self._policy.in_force(self.school.policy, unit).cadence
            return judged(unit, self.school, rule, on or self.school.local(self._desk.now).date())
