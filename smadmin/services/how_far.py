"""How far a released post is: on which of its accounts it is out, and who was at it.

For screens alone. That something is out is the store's word here; the gate asks the record.
"""

from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.accounts import PLATFORM_NAMES, Account
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.posts import Draft
from smadmin.domain.publications import PERHAPS_OUT, UNFINISHED, PublicationStep
from smadmin.services.proof import Proven
from smadmin.services.queue_states import InLine, QueueState, in_lines
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
        goes_at: when it goes out by itself next, UTC; None where it doesn't.
        waits_on: the platform whose own scheduler has it until then; empty where it waits here.
        goes_until: until when it may; once that is over its time is missed.
        kept_here: that it was to go out by itself, and stays here until somebody looks; `why` says what for.
    """

    out: tuple[Account, ...] = ()
    missing: tuple[Account, ...] = ()
    by: str = ""
    going: bool = False
    under_way: bool = False
    perhaps_out: bool = False
    goes_at: datetime | None = None
    waits_on: str = ""
    goes_until: datetime | None = None
    kept_here: bool = False
    why: tuple[Reason, ...] = ()

    @property
    def half(self) -> bool:
        """Tell whether it is out on some of its accounts and not on others."""
        return bool(self.out) and bool(self.missing)

    def by_itself_at(self, now: datetime) -> datetime | None:
        """Give when it goes out by itself; None where it doesn't, or where that time was missed."""
        return None if self.goes_until is None or self.goes_until < now else self.goes_at


NOT_BEGUN = HowFar()


def how_far(unit: Unit, proven: Proven, draft: Draft, now: datetime) -> HowFar:
    """Look up how far a post is; `now` is UTC."""
    found = unit.publications.find(post_id=draft.id)
    begun = [one for one in found if one.step is not PublicationStep.GIVEN_UP]
    confirmed = {one.account for one in begun if one.step is PublicationStep.CONFIRMED}
    known = accounts_of(unit, draft.content.accounts)
    lines = in_lines(unit, proven, (one.id for one in begun if one.step in UNFINISHED), now)
    goes = (one for one in lines if not _stays(one))
    first = min(goes, key=lambda one: one.queued.at, default=None)
    waits, there = (None, False) if first is None else (first.queued, first.state is QueueState.ENTRUSTED)
    platforms = {one.id: PLATFORM_NAMES[one.platform] for one in known}
    stays = [one for one in lines if _stays(one)]
    people = (proven.trust.people.get(one.by) for one in begun if one.by is not None)
    return HowFar(
        out=tuple(one for one in known if one.id in confirmed),
        missing=tuple(one for one in known if one.id not in confirmed),
        by=next((person.name for person in people if person is not None), ""),
        going=bool(begun),
        under_way=any(one.account not in confirmed for one in begun),
        perhaps_out=any(one.step in PERHAPS_OUT | {PublicationStep.CONFIRMED} for one in begun),
        goes_at=None if waits is None else waits.at,
        waits_on=platforms.get(first.publication.account, "") if first is not None and there else "",
        goes_until=None if waits is None else waits.until,
        kept_here=bool(stays),
        why=tuple(dict.fromkeys(why for one in stays for why in one.why)),
    )


def accounts_of(unit: Unit, accounts: tuple[AccountId, ...]) -> tuple[Account, ...]:
    """Give those of these accounts that are still there, in order."""
    found = (unit.accounts.maybe(one) for one in accounts)
    return tuple(one for one in found if one is not None)


def _stays(line: InLine) -> bool:
    return line.comes_back or line.state in _STAYS


_STAYS = frozenset({QueueState.KEPT, QueueState.MISSED})
