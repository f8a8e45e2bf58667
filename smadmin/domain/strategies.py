"""An account's strategy: what it is for, for whom, about what, with whose time (BAL-B1c1, BAL-D3).

It is a reminder and never a condition: an account without one posts all the same. It stands in the record
alone; its words are free ones, so they lie in a part of its row.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.typed import straight, tidy

STRATEGY_PART = "strategy"
MOST_MINUTES = 2_400
MOST_TOPICS = 12
WHOLE = 100
LOOKED_BACK_WEEKS = 8
"""So many weeks of posts say whether a topic is neglected."""
FEWEST_POSTS = 4
"""Fewer posts than these say nothing about shares."""


@dataclass(frozen=True)
class Topic:
    """What an account writes about; `share`: of a hundred posts, 0 where nobody said."""

    name: str
    share: int = 0


@dataclass(frozen=True)
class Strategy:
    """The strategy.

    Args:
        goals: what the account shall bring about.
        audience: for whom it is.
        topics: what it writes about.
        owner: who keeps it up.
        minutes: that somebody has for it each week; 0 while nobody said.
        channels: where the same news goes out besides social media (paper, web site, telephone).
    """

    goals: str
    audience: str
    topics: tuple[Topic, ...] = ()
    owner: PersonId | None = None
    minutes: int = 0
    channels: tuple[str, ...] = ()

    @property
    def tidied(self) -> "Strategy":
        """The same without what no row can hold, and without empty lines."""
        topics = (replace(one, name=straight(one.name)) for one in self.topics)
        return replace(
            self,
            goals=tidy(self.goals).strip(),
            audience=tidy(self.audience).strip(),
            topics=tuple(one for one in topics if one.name),
            channels=tuple(line for one in self.channels if (line := tidy(one).strip())),
        )

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {
            "goals": self.goals,
            "audience": self.audience,
            "topics": [{"name": one.name, "share": one.share} for one in self.topics],
            "owner": self.owner,
            "minutes": self.minutes,
            "channels": list(self.channels),
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "Strategy":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no strategy.
        """
        owner = value["owner"]
        return cls(
            goals=str(value["goals"]),
            audience=str(value["audience"]),
            topics=tuple(Topic(str(one["name"]), int(one["share"])) for one in value["topics"]),
            owner=None if owner is None else PersonId(str(owner)),
            minutes=int(value["minutes"]),
            channels=tuple(str(one) for one in value["channels"]),
        )


def strategy_blockers(strategy: Strategy, staff: Collection[PersonId]) -> tuple[Reason, ...]:
    """List what a strategy lacks; whoever keeps the account up works here (`staff`)."""
    reasons = []
    if not strategy.goals:
        reasons.append(Reason(say("strategies.goals-missing"), "BAL-B1c1", "goals"))
    if not strategy.audience:
        reasons.append(Reason(say("strategies.audience-missing"), "BAL-B1c1", "audience"))
    if strategy.owner not in staff:
        reasons.append(Reason(say("strategies.owner-missing"), "BAL-B1c1", "owner"))
    if not 0 < strategy.minutes <= MOST_MINUTES:
        reasons.append(Reason(say("strategies.minutes-wrong", n=MOST_MINUTES), "BAL-B1c3", "minutes"))
    return (*reasons, *_topic_reasons(strategy.topics))


def _topic_reasons(topics: tuple[Topic, ...]) -> tuple[Reason, ...]:
    reasons = []
    if len(topics) > MOST_TOPICS:
        reasons.append(Reason(say("strategies.topics-many", n=MOST_TOPICS), None, "topics"))
    if len({same_topic(one.name) for one in topics}) < len(topics):
        reasons.append(Reason(say("strategies.topic-twice"), None, "topics"))
    shares = [one.share for one in topics]
    if any(share < 0 for share in shares) or sum(shares) > WHOLE:
        reasons.append(Reason(say("strategies.shares-over"), None, "topics"))
    return tuple(reasons)


@dataclass(frozen=True)
class TopicUse:
    """How much of what went out was about a topic: its share and the posts' own, in hundredths."""

    topic: Topic
    posts: int
    share: int
    neglected: bool


def topic_use(topics: Collection[Topic], used: Mapping[str, int]) -> tuple[TopicUse, ...]:
    """Hold the planned shares against what went out lately, in the topics' order (BAL-D3).

    A topic is neglected where fewer than half of the posts that its share asks for were about it; none is
    before there are enough posts to tell.

    Args:
        topics: of the strategy.
        used: how many posts went out under each name, those under no topic of the strategy too.
    """
    total = sum(used.values())
    by_name: dict[str, int] = {}
    for name, posts in used.items():
        by_name[same_topic(name)] = by_name.get(same_topic(name), 0) + posts
    return tuple(_use(one, by_name.get(same_topic(one.name), 0), total) for one in topics)


def _use(topic: Topic, posts: int, total: int) -> TopicUse:
    neglected = total >= FEWEST_POSTS and posts * 2 * WHOLE < topic.share * total
    return TopicUse(topic, posts, round(WHOLE * posts / total) if total else 0, neglected)


def same_topic(name: str) -> str:
    """Give a topic as it is compared: no case, no blanks around it."""
    return name.strip().casefold()
