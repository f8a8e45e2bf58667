"""Wished posts: a department or a teacher asks, who writes for the accounts takes it or declines (BAL-C1b).

A wish lies in the record alone, its words in a sealed part. Taken, it becomes a draft like any other; the row
that took it names the draft, so that its origin stays known, and what was changed in the words can be shown.
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.messages import say

WISH_PART, ANSWER_PART = "wish", "answer"
FROM_MOST, TEXT_MOST, REASON_MOST = 120, 10_000, 1_000


class Came(StrEnum):
    """How a wish came. Signed for ever by name: never rename one."""

    FORM = "form"
    FILE = "file"  # a text or an e-mail that was saved


@dataclass(frozen=True)
class PostWish:
    """What is wished.

    Args:
        asker: who wishes it: a name, a class, a department.
        text: the wished words.
        by_day: until when it is useful; None where any day will do.
        pictures: what belongs to it and where it lies, in words: photos go their own way (Photos).
    """

    asker: str
    text: str
    by_day: date | None = None
    pictures: str = ""
    came: Came = Came.FORM

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {
            "asker": self.asker.strip(),
            "text": self.text.strip(),
            "by_day": None if self.by_day is None else self.by_day.isoformat(),
            "pictures": self.pictures.strip(),
            "came": self.came.value,
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "PostWish":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no wish.
        """
        day = value["by_day"]
        return cls(
            asker=str(value["asker"]),
            text=str(value["text"]),
            by_day=None if day is None else date.fromisoformat(day),
            pictures=str(value["pictures"]),
            came=Came(value["came"]),
        )


class WishStage(StrEnum):
    """What became of a wish."""

    WAITS = "waits"
    TAKEN = "taken"
    DECLINED = "declined"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True)
class PostRequest:
    """A wish and what became of it.

    Args:
        by: who handed it in; it may be for somebody without the program.
        at: when, UTC.
        answered_by, answered_at: who took or declined it, and when (UTC).
        post: the draft that it became.
        reason: why it was declined.
    """

    id: str
    by: PersonId | None
    at: datetime
    wish: PostWish
    stage: WishStage = WishStage.WAITS
    answered_by: PersonId | None = None
    answered_at: datetime | None = None
    post: PostId | None = None
    reason: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody is to answer it."""
        return self.stage is WishStage.WAITS


def wish_blockers(wish: PostWish, today: date) -> tuple[Reason, ...]:
    """List what a wish lacks; `today` is the school's day."""
    reasons = []
    if not wish.asker.strip():
        reasons.append(Reason(say("wishes.asker-missing"), "BAL-C1b", "asker"))
    if not wish.text.strip():
        reasons.append(Reason(say("wishes.text-missing"), "BAL-C1b", "text"))
    if len(wish.text) > TEXT_MOST:
        reasons.append(Reason(say("wishes.text-long", n=TEXT_MOST), None, "text"))
    if len(wish.asker) > FROM_MOST:
        reasons.append(Reason(say("wishes.asker-long", n=FROM_MOST), None, "asker"))
    if wish.by_day is not None and wish.by_day < today:
        reasons.append(Reason(say("wishes.day-past"), None, "by_day"))
    return tuple(reasons)


def answer_blockers(request: PostRequest, *, mine: bool) -> tuple[Reason, ...]:
    """List why somebody can't take or decline a wish; `mine`: whether such wishes are theirs to answer."""
    if not mine:
        return (Reason(say("wishes.not-yours"), "BAL-C1b"),)
    return () if request.open else (Reason(say("wishes.answered")),)


def reason_blockers(reason: str) -> tuple[Reason, ...]:
    """List what a reason to decline lacks."""
    if not reason.strip():
        return (Reason(say("wishes.reason-missing"), "BAL-C1b", "reason"),)
    if len(reason) > REASON_MOST:
        return (Reason(say("wishes.reason-long", n=REASON_MOST), None, "reason"),)
    return ()


def take_back_blockers(request: PostRequest, by: PersonId | None) -> tuple[Reason, ...]:
    """List why somebody can't take a wish back: only who handed it in, while it waits."""
    if by is None or request.by != by:
        return (Reason(say("wishes.others")),)
    return () if request.open else (Reason(say("wishes.answered")),)


@dataclass(frozen=True)
class Edit:
    """Words of the wish that the draft leaves out, and those in their place; either may be empty."""

    out: str
    new: str


def edits(wished: str, now: str) -> tuple[Edit, ...]:
    """Give what was changed in the words, in their order, word for word."""
    before, after = wished.split(), now.split()
    matcher = difflib.SequenceMatcher(None, before, after)  # words that come often are no anchor: it is quick
    return tuple(
        Edit(" ".join(before[first:last]), " ".join(after[begin:end]))
        for kind, first, last, begin, end in matcher.get_opcodes()
        if kind != "equal"
    )
