"""Comments that somebody found and that wait: for an answer, for advice, or to be seen to otherwise.

What a visitor wrote may name a child, so it lies in the record's sealed parts; a row alone says that it
was found and what became of it. An answer is written here and given on the platform by whoever works with the
account. Questions don't wait for anybody (BAL-B1e2); criticism does, for a calm hour or advice (BLO-A7).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NewType

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.people import Role
from smadmin.domain.policy.commenting import CommentRules
from smadmin.domain.rounds import Spot, counted_day
from smadmin.domain.school_days import SchoolDays
from smadmin.domain.vocabulary import Act

CommentId = NewType("CommentId", str)

COMMENT_PART, ADVICE_PART, REPLY_PART, CLOSED_PART = "comment", "advice", "reply", "closed"
TEXT_MOST, AUTHOR_MOST, LINK_MOST = 5_000, 200, 1_000

REMOVES: frozenset[Act] = frozenset({Act.COMMENT_GONE})
"""Acts after which a comment waits for nothing more here: it was hidden or removed."""


class CommentKind(StrEnum):
    """What a comment is. Signed for ever by name: never rename one."""

    QUESTION = "question"  # about facts: nobody need be asked first
    CRITICISM = "criticism"
    MISTAKE = "mistake"  # says something that isn't so (WIC-G10)
    PERSONAL = "personal"  # belongs into an e-mail (BLO-R2)
    STUDENT = "student"  # a student's private message (SOC-R1)
    OTHER = "other"


class ClosedAs(StrEnum):
    """Why a comment gets no answer."""

    NONE_NEEDED = "none-needed"
    IN_DOUBT = "in-doubt"  # SOC-O6: in doubt no public answer
    ELSEWHERE = "elsewhere"  # by phone, by e-mail, in person


@dataclass(frozen=True)
class CommentForm:
    """What is entered about a comment.

    Args:
        author: as shown there.
        link: to the comment, empty where it has none.
        found_at: the school's own time, to the minute, without a zone.
    """

    account: AccountId
    kind: CommentKind
    spot: Spot
    text: str
    author: str
    link: str
    found_at: datetime

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {
            "account": self.account,
            "kind": self.kind.value,
            "spot": self.spot.value,
            "text": self.text.strip(),
            "author": self.author.strip(),
            "link": self.link.strip(),
            "found_at": self.found_at.isoformat(timespec="minutes"),
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "CommentForm":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no comment.
        """
        return cls(
            account=AccountId(str(value["account"])),
            kind=CommentKind(value["kind"]),
            spot=Spot(value["spot"]),
            text=str(value["text"]),
            author=str(value["author"]),
            link=str(value["link"]),
            found_at=datetime.fromisoformat(str(value["found_at"])).replace(tzinfo=None),
        )


@dataclass(frozen=True)
class Advice:
    """That somebody was asked what to answer, and what they said.

    Args:
        of: whom: the principal (or deputy), or communications.
        said_by: who advised; None while it waits.
    """

    by: PersonId | None
    at: datetime
    of: Role
    question: str
    said_by: PersonId | None = None
    said_at: datetime | None = None
    sentence: str = ""

    @property
    def waits(self) -> bool:
        """Whether nobody advised yet."""
        return self.said_at is None


@dataclass(frozen=True)
class Replied:
    """The answer that was given."""

    by: PersonId | None
    at: datetime
    text: str


@dataclass(frozen=True)
class Closed:
    """That a comment gets no answer, and why."""

    by: PersonId | None
    at: datetime
    why: ClosedAs


@dataclass(frozen=True)
class Comment:
    """A comment that was found.

    Args:
        by: who entered it, `at` when (UTC).
        removed_at: when it was hidden or removed (UTC), or None.
    """

    id: CommentId
    form: CommentForm
    by: PersonId | None
    at: datetime
    advice: Advice | None = None
    reply: Replied | None = None
    closed: Closed | None = None
    removed_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether it waits for something."""
        return self.reply is None and self.closed is None and self.removed_at is None

    def due_on(self, rules: CommentRules, days: SchoolDays) -> date:
        """Give the day by which it has its answer; `days` are those that count (`rounds.weekdays`)."""
        return counted_day(days, self.form.found_at.date(), rules.answer_days)

    def calm_from(self, rules: CommentRules) -> datetime | None:
        """Give from when criticism may be answered without advice (UTC); None where nothing waits."""
        if self.form.kind is not CommentKind.CRITICISM:
            return None
        if self.advice is not None and not self.advice.waits:
            return None
        return self.at + timedelta(hours=rules.calm_hours)


def advice_plain(of: Role, question: str) -> dict[str, Plain]:
    """Give a request for advice as it is signed."""
    return {"of": of.value, "question": question.strip()}
