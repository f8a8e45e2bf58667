"""How each account is, for Today: who writes for it, and the weeks behind it; for hundreds, in few steps."""

from collections.abc import Iterable, Mapping
from datetime import date

from smadmin.domain.accounts import AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.naming import writes_for
from smadmin.domain.people import Role
from smadmin.domain.week import Planned, past_weeks
from smadmin.services.cadence import AccountCadence
from smadmin.services.today.view import AccountToday

WEEKS_SHOWN = 24


def accounts_today(
    judged: Iterable[AccountCadence],
    by: Actor,
    trust: Trust,
    *,
    today: date,
    past: Mapping[AccountId, tuple[date, ...]],
    empty: Mapping[AccountId, Planned],
) -> tuple[AccountToday, ...]:
    """Give every account that isn't closed, the longest quiet first.

    Args:
        judged: all accounts.
        by: for whom.
        trust: who may do what.
        today: the school's own date.
        past: the days of each account's posts in the weeks shown, and of the newest before them.
        empty: of each account the next planned post that nobody wrote yet.
    """
    writers = _writers(trust, today)
    found = (
        AccountToday(
            account=one.account,
            cadence=one.cadence,
            days=one.days,
            weeks=past_weeks(
                one.account.id,
                today=today,
                number=WEEKS_SHOWN,
                pace=one.then,
                posted=past.get(one.account.id, ()),
            ),
            writers=writers.get(one.account.id, ()),
            mine=writes_for(trust, by.person, one.account, today),
            next=empty.get(one.account.id),
        )
        for one in judged
        if one.account.stage is not AccountStage.CLOSED
    )
    return tuple(sorted(found, key=lambda one: -one.cadence.quiet_days))


def _writers(trust: Trust, today: date) -> Mapping[AccountId, tuple[str, ...]]:
    """Give who is named for each account (BAL-A2): one way through the grants, not one for each account."""
    found: dict[AccountId, set[PersonId]] = {}
    for one in trust.grants.values():
        named = one.account is not None and one.role is Role.ADMINISTRATOR and one.alive(today)
        if named and one.account is not None and one.person in trust.people:
            found.setdefault(one.account, set()).add(one.person)
    return {
        account: tuple(sorted(trust.people[person].name for person in named))
        for account, named in found.items()
    }
