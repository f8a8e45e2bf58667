"""A proven row with what its person held at its place; what counts for nothing was signed without a right.

By whoever is on the way out nothing loosens and nobody releases: what another program signs for them all the
same is found by nobody (`Proven`), whoever reads it (`still_free.py`, BAL-B1b3).
"""

from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.people import Grant, Role
from smadmin.domain.records import Body
from smadmin.domain.rights import is_told
from smadmin.domain.verification import Auditor


@dataclass(frozen=True)
class Fact:
    """A proven row, and what its person held at its place of the chain.

    Args:
        held: for the whole school and for single accounts.
        moment: as of when it is judged (`Body.judged`).
        counts: whether it is more than none; only such rows are found (`Proven`).
    """

    body: Body
    held: tuple[Grant, ...]
    moment: datetime
    counts: bool = True

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


def fact_of(auditor: Auditor, body: Body) -> Fact:
    """Give the row that was just taken."""
    judged, trust = auditor.timeline.judged(body), auditor.trust
    if not auditor.last_counts:
        return Fact(body, (), judged.utc, counts=False)
    return Fact(body, trust.grants_of(body.person, trust.day_of(judged.utc)), judged.utc, is_told(body))
