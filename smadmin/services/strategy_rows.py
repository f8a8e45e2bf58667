"""The newest strategy of an account as the proven record has it; only reads."""

from smadmin.domain.ids import AccountId
from smadmin.domain.strategies import STRATEGY_PART, Strategy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Fact, Proven

_UNREADABLE = (KeyError, TypeError, ValueError)


def strategy_of(proven: Proven, account: AccountId) -> Strategy | None:
    """Give an account's strategy as the record proves it, or None."""
    found = newest_strategy(proven, account)
    return None if found is None else found[1]


def newest_strategy(proven: Proven, account: AccountId) -> tuple[Fact, Strategy] | None:
    """Give an account's strategy with the row that wrote it, or None."""
    for fact in reversed(proven.about(Noun.STRATEGIES, account)):
        if fact.body.act != Act.WRITE_STRATEGY:
            continue
        try:
            return fact, Strategy.from_plain(proven.part(fact, STRATEGY_PART) or {})
        except _UNREADABLE:  # erased, or signed and yet no strategy
            continue
    return None
