"""Standing permissions: a principal's dated leave to release text-only posts on planned topics alone.

They live in the record alone, as signed rows; there is no table of them that could be written by hand.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Role

LONGEST_PERMISSION = timedelta(days=366)
"""A standing permission lasts at most a school year."""


@dataclass(frozen=True)
class StandingPermission:
    """A principal's dated leave for an administrator to release text-only posts on planned topics alone.

    Args:
        starts, ends: first and last day, in the school's zone.
        seq: the record's row that gave it.
    """

    id: str
    person: PersonId
    accounts: tuple[AccountId, ...]
    starts: date
    ends: date
    seq: int = 0

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {
            "person": self.person,
            "accounts": list(self.accounts),
            "starts": self.starts.isoformat(),
            "ends": self.ends.isoformat(),
        }

    def covers(self, person: PersonId, accounts: tuple[AccountId, ...], on: date) -> bool:
        """Tell whether it lets this person release to all these accounts on a day."""
        return (
            person == self.person
            and self.starts <= on <= self.ends
            and bool(accounts)
            and set(accounts) <= set(self.accounts)
        )


def permission_blockers(starts: date, ends: date, roles: frozenset[Role]) -> tuple[Reason, ...]:
    """List why a permission for somebody with these roles can't be given for these days."""
    reasons = []
    if Role.ADMINISTRATOR not in roles:
        reasons.append(Reason(say("approvals.permission-administrators-only")))
    if ends < starts:
        reasons.append(Reason(say("approvals.permission-ends-first")))
    elif ends - starts >= LONGEST_PERMISSION:
        reasons.append(Reason(say("approvals.permission-too-long")))
    return tuple(reasons)
