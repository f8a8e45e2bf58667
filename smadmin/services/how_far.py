"""How far a released post is: on which of its accounts it is out, and who was at it.

For screens alone. That something is out is the store's word here; the gate asks the record.
"""

from dataclasses import dataclass

from smadmin.domain.accounts import Account
from smadmin.domain.ids import AccountId
from smadmin.domain.posts import Draft
from smadmin.domain.publications import PublicationStep
from smadmin.services.proof import Proven
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class HowFar:
    """How far a post is.

    Args:
        out: the accounts on which it is out.
        missing: the others it goes to.
        by: who hands it out, by name; empty where nobody began.
        going: whether some of it is out or on its way.
        under_way: whether somebody is at it right now.
    """

    out: tuple[Account, ...] = ()
    missing: tuple[Account, ...] = ()
    by: str = ""
    going: bool = False
    under_way: bool = False

    @property
    def half(self) -> bool:
        """Tell whether it is out on some of its accounts and not on others."""
        return bool(self.out) and bool(self.missing)


NOT_BEGUN = HowFar()


def how_far(unit: Unit, proven: Proven, draft: Draft) -> HowFar:
    """Look up how far a post is."""
    found = unit.publications.find(post_id=draft.id)
    begun = [one for one in found if one.step is not PublicationStep.GIVEN_UP]
    confirmed = {one.account for one in begun if one.step is PublicationStep.CONFIRMED}
    known = accounts_of(unit, draft.content.accounts)
    people = (proven.trust.people.get(one.by) for one in begun if one.by is not None)
    return HowFar(
        out=tuple(one for one in known if one.id in confirmed),
        missing=tuple(one for one in known if one.id not in confirmed),
        by=next((person.name for person in people if person is not None), ""),
        going=bool(begun),
        under_way=any(one.account not in confirmed for one in begun),
    )


def accounts_of(unit: Unit, accounts: tuple[AccountId, ...]) -> tuple[Account, ...]:
    """Give those of these accounts that are still there, in order."""
    found = (unit.accounts.maybe(one) for one in accounts)
    return tuple(one for one in found if one is not None)
