"""The page for staff: what everybody who works for the school's accounts should know, read once a year.

Official and personal stay apart (WIC-G7, SOC-P4), students are no online friends (WIC-G8), a real name stands
under every view (WIC-G9), five questions guard one's own privacy (WIC-S2), what smadmin records about staff
(SOC-P3), what follows from breaking the policy (BAL-F1). Reading it is one row that the reader signs.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.canonical import Plain
from smadmin.domain.policy.enforcement import Card, Enforcer, Means, Reminder
from smadmin.domain.policy.packs import Clause, Pack
from smadmin.domain.yearly import due_on

VERSION = 1
"""Counts up when the page says something new; then everybody reads it again."""
PATIENCE = timedelta(days=14)
"""So long after the day somebody is reminded alone; then whoever answers for the school is told."""

TOPICS: tuple[Card | Reminder, ...] = (
    Card.OWN_TIME,
    Card.OWN_PAGES,
    Card.FRIEND_REQUESTS,
    Card.OWN_VOICE,
    Card.PRIVACY,
    Card.WHAT_IS_RECORDED,
    Reminder.POLICY_READ,
)
"""What stands on the page, in this order. The last says what follows from breaking the policy."""

TO_COPY = frozenset({Card.FRIEND_REQUESTS, Card.OWN_VOICE})
"""Topics with a sentence to copy: an answer to a friend request, the words under a personal view."""

QUESTIONS = 5
"""Questions on privacy (WIC-S2)."""


@dataclass(frozen=True)
class Topic:
    """A topic of the page and the clauses of the policy in force that ask for it."""

    of: Card | Reminder
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Reading:
    """That somebody read the page.

    Args:
        on: the day, in the school's zone.
        page: which version of it.
        policy: id and version of the policy in force then.
    """

    on: date
    page: int
    policy: tuple[str, int]

    def due(self, today: date, pack: Pack) -> bool:
        """Tell whether it is to be read again: a year later, a new page, another district's policy."""
        return self.again_on(pack) <= today

    def again_on(self, pack: Pack) -> date:
        """Give the day from which it is due again."""
        stale = self.page < VERSION or self.policy[0] != pack.id
        return self.on if stale else due_on(self.on)

    def to_plain(self) -> dict[str, Plain]:
        """Give what the reader signs."""
        return {
            "on": self.on.isoformat(),
            "page": self.page,
            "policy": self.policy[0],
            "policy-version": self.policy[1],
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Plain]) -> "Reading":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: if it is something else.
        """
        page, version = value["page"], value["policy-version"]
        if not isinstance(page, int) or not isinstance(version, int):
            raise TypeError("a version is a number")
        return cls(date.fromisoformat(str(value["on"])), page, (str(value["policy"]), version))


def topics(pack: Pack) -> tuple[Topic, ...]:
    """Give the page's topics, each with the clauses that the policy in force has for it."""
    return tuple(Topic(of, _asked_by(pack.clauses.values(), of)) for of in TOPICS)


def _asked_by(clauses: Collection[Clause], of: Card | Reminder) -> tuple[Clause, ...]:
    means = Means.CARD if isinstance(of, Card) else Means.REMINDER
    wanted = Enforcer(means, of.value)
    return tuple(one for one in clauses if wanted in one.enforced_by)
