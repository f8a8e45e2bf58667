"""Who was given which role, found by person and by account.

With 2,000 accounts going through every role for each question takes seconds, and so does sorting all of them
anew after each row that gives one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.people import Grant

_Place = tuple[PersonId, AccountId | None]


@dataclass(frozen=True)
class Granted:
    """Roles in the order of their rows.

    Args:
        to: by person.
        at: by person and account; None is the whole school.
    """

    to: Mapping[PersonId, tuple[Grant, ...]] = field(default_factory=dict)
    at: Mapping[_Place, tuple[Grant, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, grants: Iterable[Grant]) -> "Granted":
        """Sort all of them."""
        to: dict[PersonId, list[Grant]] = {}
        at: dict[_Place, list[Grant]] = {}
        for one in grants:
            to.setdefault(one.person, []).append(one)
            at.setdefault((one.person, one.account), []).append(one)
        return cls({who: tuple(held) for who, held in to.items()}, {k: tuple(held) for k, held in at.items()})

    def with_new(self, grant: Grant) -> "Granted":
        """Give the same with one more."""
        place = (grant.person, grant.account)
        return Granted(
            {**self.to, grant.person: (*self.to.get(grant.person, ()), grant)},
            {**self.at, place: (*self.at.get(place, ()), grant)},
        )
