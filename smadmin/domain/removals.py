"""Taking down a post that is out: why, how far that is, and what a visitor saw before.

A row is written before anything is asked of the platform, and one after; whatever a computer dies at, whoever
comes back goes on. Nobody needs a release to take something down.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, PublicationId
from smadmin.domain.messages import say
from smadmin.domain.people import PUBLISHERS, Role

REMOVAL_PART, REASON_PART, ENDED_PART = "removal", "reason", "ended"
SHOT_PART = "shot"
"""The screenshot of what visitors saw, where a person took it."""
WORDS_MOST = 1_000
"""So long somebody's own words on why are at most."""


class Ground(StrEnum):
    """Why a post is taken down."""

    WRONG = "wrong"  # something in it isn't true
    PERSON = "person"  # somebody is shown or named who shouldn't be
    ELSEWHERE = "elsewhere"  # it belongs on another account
    OVER = "over"  # it has passed, and misleads by now
    ASKED = "asked"  # communications, a family or somebody shown asked for it
    OTHER = "other"
    CHILD = "child"  # a child's picture or data is out: it goes at once, kept or not


class RemovalStage(StrEnum):
    """How far taking a post down is."""

    UNDER_WAY = "under-way"  # begun; found at a start: nobody knows whether it is gone
    NOT_SEEN = "not-seen"  # a try is over, and nobody saw that it is gone
    GONE = "gone"


@dataclass(frozen=True)
class Wish:
    """What a person asks for.

    Args:
        ground: why.
        words: the same in their own words.
        uncaptured: that it is to be taken down although nobody could keep what visitors see.
    """

    ground: Ground
    words: str
    uncaptured: bool = False


@dataclass(frozen=True)
class Removal:
    """Taking a post down, as the record tells it.

    Args:
        ground: why.
        link: the post's address, as the row of its publication named it.
        by: who began; `at` is when, UTC.
        captured: whether what a visitor saw is kept.
        by_hand: whether a person takes it down on the platform's page.
        trouble: why nobody saw that it is gone; the name of a `Trouble`, or `seen` where it is still there.
        ended: when it was seen to be gone, UTC, by the program or a person.
    """

    publication: PublicationId
    account: AccountId
    ground: Ground
    link: str
    by: PersonId | None
    at: datetime
    captured: bool
    by_hand: bool
    stage: RemovalStage = RemovalStage.UNDER_WAY
    trouble: str = ""
    ended: datetime | None = None


def wish_plain(wish: Wish, link: str, *, captured: bool, by_hand: bool) -> dict[str, Plain]:
    """Give what is signed when it begins; the person's own words are a part of their own."""
    return {"ground": wish.ground.value, "link": link, "captured": captured, "by_hand": by_hand}


def begun_of(
    part: Mapping[str, Any],
    publication: PublicationId,
    account: AccountId,
    *,
    by: PersonId | None,
    at: datetime,
) -> Removal:
    """Read what `wish_plain` gave.

    Raises:
        KeyError, ValueError: signed, and yet none.
    """
    return Removal(
        publication=publication,
        account=account,
        ground=Ground(part["ground"]),
        link=str(part["link"]),
        by=by,
        at=at,
        captured=part["captured"] is True,
        by_hand=part["by_hand"] is True,
    )


def wish_blockers(wish: Wish) -> tuple[Reason, ...]:
    """List why a wish isn't complete: a reason in somebody's own words is owed."""
    if not wish.words.strip():
        return (Reason(say("removals.words-missing"), "BAL-B1f3", "words"),)
    if len(wish.words) > WORDS_MOST:
        return (Reason(say("removals.words-long", n=WORDS_MOST), None, "words"),)
    return ()


def begin_blockers(
    *, out: bool, roles: frozenset[Role], before: Removal | None, by_code: bool = False
) -> tuple[Reason, ...]:
    """List why somebody may not take a post down.

    Args:
        out: whether the record has it as published.
        roles: what the person is today for its account.
        before: what was begun earlier.
        by_code: whether a code let them in, who only look and release.
    """
    reasons = []
    if by_code:
        reasons.append(Reason(say("removals.by-code")))
    if not roles & PUBLISHERS:
        reasons.append(Reason(say("removals.no-role"), "BAL-A2"))
    if not out:
        reasons.append(Reason(say("removals.not-out")))
    if before is not None and before.stage is RemovalStage.GONE:
        reasons.append(Reason(say("removals.gone-already")))
    return tuple(reasons)
