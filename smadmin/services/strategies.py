"""Each account's strategy, as the proven record has it, and how its topics fare (BAL-B1c1, BAL-D3).

It stands in the record alone. Nothing here keeps anybody from posting.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.rights import who_may
from smadmin.domain.school_days import DAY
from smadmin.domain.strategies import (
    LOOKED_BACK_WEEKS,
    STRATEGY_PART,
    Strategy,
    TopicUse,
    strategy_blockers,
    topic_use,
)
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week import WEEK
from smadmin.services.borne_out import name_in
from smadmin.services.desk import Desk
from smadmin.services.minutes import last_week, used_minutes
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.roles import refuse, roles_for, roles_preparing, today_of
from smadmin.services.sites import staff_of
from smadmin.services.strategy_rows import newest_strategy, strategy_of
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class StrategySheet:
    """What the page of an account's strategy shows.

    Args:
        strategy: the newest, or None.
        written_by: by name; empty where there is none, as `written_on` is None.
        topics: each with what went out lately.
        staff: who could keep the account up, by name.
        used: minutes of the last seven days that the record shows of who keeps it up, for all accounts; None
            where nobody does, and for whom may not write it.
        blockers: why this person may not write it.
    """

    account: AccountId
    strategy: Strategy | None
    written_by: str
    written_on: date | None
    topics: tuple[TopicUse, ...]
    staff: Mapping[PersonId, str]
    blockers: tuple[Reason, ...]
    used: int | None = None


class Strategies:
    """The strategies of one school's accounts."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def write(self, by: Actor, account: AccountId, strategy: Strategy) -> Changes:
        """Write an account's strategy, or write it anew (a deed).

        Raises:
            NotAllowed: for whom it isn't, or with something missing.
        """
        meant = strategy.tidied
        with self._desk.deed(by) as deed:
            today = today_of(deed.unit, self._desk)
            deed.unit.accounts.get(account)
            refuse(_writer_reasons(roles_preparing(deed.trust, by.person, today, account), account))
            refuse(strategy_blockers(meant, staff_of(deed.trust, today)))
            part = {STRATEGY_PART: meant.to_plain()}
            deed.record(Act.WRITE_STRATEGY, Noun.STRATEGIES, account, parts=part)
        return Changes.of("strategies", [account])

    def sheet(self, by: Actor, account: AccountId) -> StrategySheet:
        """Give an account's strategy with how its topics fare."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            found = newest_strategy(proven, account)
            strategy = None if found is None else found[1]
            used = topics_used(unit, today).get(account, {})
            roles = roles_preparing(proven.trust, by.person, today, account)
            names = {one: name_in(proven, one) for one in staff_of(proven.trust, today)}
            blockers = _writer_reasons(roles, account)
            return StrategySheet(
                account=account,
                strategy=strategy,
                written_by="" if found is None else name_in(proven, found[0].body.person),
                written_on=None if found is None else _day(unit, found[0]),
                topics=() if strategy is None else topic_use(strategy.topics, used),
                staff=dict(sorted(names.items(), key=lambda one: one[1])),
                blockers=blockers,
                used=None if strategy is None or blockers else self._used(proven, strategy.owner),
            )

    def _used(self, proven: Proven, owner: PersonId | None) -> int | None:
        used = used_minutes(last_week(proven, self._desk.now))
        return None if owner is None else used.get(owner, 0)

    def all(self, by: Actor) -> Mapping[AccountId, Strategy]:
        """Give every account's strategy; those without one are left out."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            found = {one.id: newest_strategy(proven, one.id) for one in unit.accounts.all()}
        return {account: one[1] for account, one in found.items() if one is not None}

    def missing(self, by: Actor) -> tuple[AccountId, ...]:
        """Give the live accounts without a strategy that this person may write one for: a reminder."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            return tuple(
                one.id
                for one in unit.accounts.all()
                if one.stage is AccountStage.LIVE
                and not _writer_reasons(roles_preparing(proven.trust, by.person, today, one.id), one.id)
                and newest_strategy(proven, one.id) is None
            )

    def owed(self, by: Actor) -> tuple[AccountId, ...]:
        """Give those of the missing ones whose accounts this person administers."""
        missing = self.missing(by)
        with self._desk.look(by) as unit:
            trust, today = self._proof.now(unit).trust, today_of(unit, self._desk)
            mine = (one for one in missing if Role.ADMINISTRATOR in roles_for(trust, by.person, today, one))
            return tuple(mine)

    def uses(self, by: Actor) -> Mapping[AccountId, tuple[TopicUse, ...]]:
        """Give the topics of each account that has a strategy, with what went out lately."""
        strategies = self.all(by)
        with self._desk.look(by) as unit:
            used = topics_used(unit, today_of(unit, self._desk))
        return {
            account: topic_use(kept.topics, used.get(account, {})) for account, kept in strategies.items()
        }

    def neglected(self, by: Actor) -> Mapping[AccountId, tuple[TopicUse, ...]]:
        """Give the neglected topics of each account that has any."""
        late = {
            account: tuple(one for one in uses if one.neglected) for account, uses in self.uses(by).items()
        }
        return {account: found for account, found in late.items() if found}


def topics_used(unit: Unit, today: date) -> Mapping[AccountId, Mapping[str, int]]:
    """Count what went out of late, by account and by the topic it was planned under."""
    school, first = unit.schools.get(unit.school), today - LOOKED_BACK_WEEKS * WEEK
    begin, end = school.begins(first), school.begins(today + DAY)
    out = [one for one in unit.posted.between(begin, end, first=first, last=today) if one.slot is not None]
    slots = unit.slots.find_between("day", (first - WEEK).isoformat(), (today + 2 * WEEK).isoformat())
    topics = {slot.id: slot.topic for slot in slots}
    found: dict[AccountId, Counter[str]] = {}
    for one in out:
        if one.slot in topics:
            found.setdefault(one.account, Counter())[topics[one.slot]] += 1
    return found


def channels_beside(proven: Proven, accounts: Collection[AccountId]) -> tuple[str, ...]:
    """Give where these accounts' strategies say that news goes out besides, each place once (`WIC-P4`)."""
    found = (strategy_of(proven, one) for one in accounts)
    named = (channel for one in found if one is not None for channel in one.channels)
    return tuple({channel.casefold(): channel for channel in named}.values())


def _writer_reasons(roles: frozenset[object], account: AccountId) -> tuple[Reason, ...]:
    allowed = roles & who_may(Noun.STRATEGIES, Act.WRITE_STRATEGY)
    return () if allowed else (Reason(say("strategies.not-yours"), "BAL-A2", f"account:{account}"),)


def _day(unit: Unit, fact: Fact) -> date:
    return unit.schools.get(unit.school).local(fact.moment).date()
