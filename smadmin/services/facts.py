"""A proven row with what its person held at its place; what counts for nothing was signed without any right.

Whoever is on the way out lets nobody release: what another program signs for them all the same isn't found
(`Proof`), and who has its place reads that they held nothing for it (`departing.py`, BAL-B1b3).
"""

from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.departing import counts_for_nothing
from smadmin.domain.keys import Trust
from smadmin.domain.people import Grant, Role
from smadmin.domain.records import Body


@dataclass(frozen=True)
class Fact:
    """A proven row, and what its person held at its place of the chain.

    Args:
        held: for the whole school and for single accounts.
        moment: as of when it is judged (`Body.judged`).
    """

    body: Body
    held: tuple[Grant, ...]
    moment: datetime

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that they had in the whole school."""
        return frozenset(one.role for one in self.held if one.account is None)

    @property
    def any_roles(self) -> frozenset[Role]:
        """The roles that they had, those for single accounts included (`services/roles.any_roles`)."""
        return frozenset(one.role for one in self.held)

    @property
    def seq(self) -> int:
        """The row's place."""
        return self.body.seq


def held_at(trust: Trust, body: Body) -> tuple[Grant, ...]:
    """Give what a row's person held at its place, by the trust there and the row as it is judged."""
    return () if counts_for_nothing(trust, body) else trust.grants_of(body.person, trust.day_of(body.utc))
