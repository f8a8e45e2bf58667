"""What a policy asks of comments: how often somebody looks, how soon they answer, in which words.

None of the five documents names a number, so each says beside it that it is the program's default.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from smadmin.domain.policy.values import Told

ROUND_DAYS, ANSWER_DAYS, CALM_HOURS = 2, 2, 4
"""The program's defaults."""


class ReplyKind(StrEnum):
    """What a wording that lies ready is for."""

    MEETING = "meeting"  # BLO-A7: sometimes it is better to meet
    WRITE = "write"  # BLO-R2: personal matters are taken to e-mail
    SOURCE = "source"  # WIC-G10: a mistake is put right, and its source is asked for
    STUDENT = "student"  # SOC-R1: all that a student's private message gets


@dataclass(frozen=True)
class Reply:
    """A wording that lies ready for an answer.

    Args:
        kind: what it is for.
        told: the words; one blank stands for the contact or the fact (`domain/blanks.py`).
        demands: the clauses that ask for it.
    """

    kind: ReplyKind
    told: Told
    demands: tuple[str, ...] = ()


@dataclass(frozen=True)
class CommentRules:
    """The values.

    Args:
        round_days: a round is due at the latest on this weekday after the last one.
        answer_days: within so many weekdays somebody who asks gets an answer.
        calm_hours: so long an answer to criticism waits, unless somebody else advised on it.
        source: the demand that names the numbers, or None where they are only the program's default.
        replies: the wordings that lie ready, one of a kind.
    """

    round_days: int = ROUND_DAYS
    answer_days: int = ANSWER_DAYS
    calm_hours: int = CALM_HOURS
    source: str | None = None
    replies: tuple[Reply, ...] = ()

    def reply(self, kind: ReplyKind) -> Reply | None:
        """Give the wording of a kind, where there is one."""
        return next((one for one in self.replies if one.kind is kind), None)

    def lacks(self, other: "CommentRules") -> Collection[ReplyKind]:
        """Give the wordings that another set of values has and this one hasn't."""
        return {one.kind for one in other.replies} - {one.kind for one in self.replies}
