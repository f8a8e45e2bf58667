"""How far a released post is: on which of its accounts it is out, and who was at it.

For screens alone. That something is out is the store's word here; the gate asks the record.
"""

from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.accounts import Account
from smadmin.domain.ids import AccountId
from smadmin.domain.posts import Draft
from smadmin.domain.publications import PERHAPS_OUT, PublicationStep
from smadmin.services.proof import Proven
from smadmin.services.queued import queued_at_first_sight
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
        perhaps_out: whether words of it left the program, or are out.
        goes_at: when it goes out by itself next, UTC, at first sight; None where it doesn't.
        goes_until: until when it may; once that is over its time is missed.
    """

    out: tuple[Account, ...] = ()
    missing: tuple[Account, ...] = ()
    by: str = ""
    going: bool = False
    under_way: bool = False
    perhaps_out: bool = False
    goes_at: datetime | None = None
    goes_until: datetime | None = None

    @property
    def half(self) -> bool:
        """Tell whether it is out on some of its accounts and not on others."""
        return bool(self.out) and bool(self.missing)

    def by_itself_at(self, now: datetime) -> datetime | None:
        """Give when it goes out by itself; None where it doesn't, or where that time was missed."""
        return None if self.goes_until is None or self.goes_until < now else self.goes_at


NOT_BEGUN = HowFar()


def how_far(unit: Unit, proven: Proven, draft: Draft) -> HowFar:
    """Look up how far a post is."""
    found = unit.publications.find(post_id=draft.id)
    begun = [one for one in found if one.step is not PublicationStep.GIVEN_UP]
    confirmed = {one.account for one in begun if one.step is PublicationStep.CONFIRMED}
    known = accounts_of(unit, draft.content.accounts)
    queued = queued_at_first_sight(unit)
    waits = min((queued[one.id] for one in begun if one.id in queued), key=lambda one: one.at, default=None)
    people = (proven.trust.people.get(one.by) for one in begun if one.by is not None)
    return HowFar(
        out=tuple(one for one in known if one.id in confirmed),
        missing=tuple(one for one in known if one.id not in confirmed),
        by=next((person.name for person in people if person is not None), ""),
        going=bool(begun),
        under_way=any(one.account not in confirmed for one in begun),
        perhaps_out=any(one.step in PERHAPS_OUT | {PublicationStep.CONFIRMED} for one in begun),
        goes_at=None if waits is None else waits.at,
        goes_until=None if waits is None else waits.until,
    )


def accounts_of(unit: Unit, accounts: tuple[AccountId, ...]) -> tuple[Account, ...]:
    """Give those of these accounts that are still there, in order."""
    found = (unit.accounts.maybe(one) for one in accounts)
    return tuple(one for one in found if one is not None)
