"""Minutes a week: what somebody said that an account would take, and what the record shows (BAL-B1c3)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Noun
from smadmin.domain.week import WEEK
from smadmin.domain.weekly_page import minutes_used
from smadmin.services.life_rows import minutes_asked
from smadmin.services.proof import Fact, Proven
from smadmin.services.strategy_rows import strategy_of


def promised_minutes(proven: Proven, account: AccountId) -> int | None:
    """Give an account's minutes a week by its strategy, else by the request for it; None: nobody said."""
    strategy = strategy_of(proven, account)
    if strategy is not None and strategy.minutes:
        return strategy.minutes
    return minutes_asked(proven, proven.about(Noun.ACCOUNTS, account))


def used_minutes(facts: Iterable[Fact]) -> Mapping[PersonId, int]:
    """Estimate from their acts how long each administrator was at it."""
    moments: dict[PersonId, list[datetime]] = {}
    for fact in facts:
        if fact.body.person is not None and Role.ADMINISTRATOR in fact.any_roles:
            moments.setdefault(fact.body.person, []).append(fact.moment)
    return {person: minutes_used(found) for person, found in moments.items()}


def last_week(proven: Proven, now: datetime) -> Iterator[Fact]:
    """Give the record's rows of the last seven days, the newest first; the years before them aren't read."""
    for seq in range(proven.head.seq, 0, -1):
        fact = proven.at(seq)
        if fact is not None and fact.moment <= now - WEEK:
            return
        if fact is not None:
            yield fact
