"""What went out on each account, and how long each has been quiet: the one place that judges it.

Cadence is plain data and nobody need sign in for it. What a post was planned for stands in its publication,
for drafts are sealed.
"""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.plan import Cadence, Slot, cadence, promised
from smadmin.domain.policy.packs import Cadence as Rule
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.schools import School
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class AccountCadence:
    """An account, how long it has been quiet, and the days between posts that it is held to."""

    account: Account
    cadence: Cadence
    days: int


@dataclass(frozen=True)
class Posted:
    """What went out, with the school's own day of each post."""

    out: tuple[tuple[Publication, date], ...]

    @classmethod
    def read(cls, unit: Unit, school: School) -> "Posted":
        """Read every confirmed publication."""
        found = unit.publications.find(step=PublicationStep.CONFIRMED.value)
        return cls(
            tuple(
                (one, school.local(one.published_at).date()) for one in found if one.published_at is not None
            )
        )

    def days(self, account: AccountId) -> tuple[date, ...]:
        """Give the days of an account's posts, in no order."""
        return tuple(day for one, day in self.out if one.account == account)

    def on(self, account: AccountId, day: date) -> bool:
        """Tell whether a post went out on an account on a day that was written for no slot."""
        return any(one.account == account and found == day and one.slot is None for one, found in self.out)

    def day_of(self, publication: Publication) -> date:
        """Give the day on which something that is out went out."""
        return next(day for one, day in self.out if one.id == publication.id)

    def written_for(self, slot: Slot, occasion: frozenset[SlotId]) -> Publication | None:
        """Give what went out on a slot's account, whenever it did, for it or one of the same occasion."""
        mine = (one for one, _ in self.out if one.account == slot.account)
        return next((one for one in mine if one.slot in occasion), None)


def account_cadence(account: Account, rule: Rule, posted: Posted, today: date) -> AccountCadence:
    """Judge one account on one day.

    Args:
        account: any; one that isn't live rests.
        rule: the pack's days.
        posted: what went out; posts after the day don't count.
        today: the day to judge, in the school's zone.
    """
    days, warn_day = promised(days=rule.due_days, warn_day=rule.warn_day, own=account.promised_days)
    judged = cadence(
        account.id,
        today=today,
        live_since=account.live_since if account.stage is AccountStage.LIVE else None,
        last_post=max((day for day in posted.days(account.id) if day <= today), default=None),
        days=days,
        warn_day=warn_day,
    )
    return AccountCadence(account, judged, days)
