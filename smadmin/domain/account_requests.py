"""What somebody answers when they ask for a new account: why, for whom, with whose time.

The same answers are an account's strategy, so for one that exists already they are given later (BAL-B1c1,
WIC-P1, YEL-Q). They are free words, so they lie in parts of the record and nowhere else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.typed import tidy

LEAST_ANSWER = 3
MOST_MINUTES = 2_400


@dataclass(frozen=True)
class AccountRequest:
    """The answers.

    Args:
        answers: to the policy's questions, in its order.
        audience: for whom the account is.
        minutes: that somebody has for it each week; 0 while nobody said.
        comments: whether readers may comment.
        monitor: who reads the comments; None where they are off.
        administrator: the employee who shall run it (YEL-A5).
    """

    answers: tuple[str, ...]
    audience: str
    minutes: int
    comments: bool
    monitor: PersonId | None
    administrator: PersonId | None

    def __post_init__(self) -> None:
        """Leave out what no row can hold."""
        object.__setattr__(self, "answers", tuple(tidy(one).strip() for one in self.answers))
        object.__setattr__(self, "audience", tidy(self.audience).strip())

    def to_plain(self) -> dict[str, Plain]:
        """Give the answers as a row's part holds them."""
        return {
            "answers": list(self.answers),
            "audience": self.audience,
            "minutes": self.minutes,
            "comments": self.comments,
            "monitor": self.monitor,
            "administrator": self.administrator,
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Plain]) -> "AccountRequest":
        """Read what `to_plain` gave; what somebody signed that isn't of this shape is an empty answer."""
        answers, minutes = value.get("answers"), value.get("minutes")
        monitor, administrator = value.get("monitor"), value.get("administrator")
        return cls(
            answers=tuple(str(one) for one in answers) if isinstance(answers, list) else (),
            audience=str(value.get("audience") or ""),
            minutes=minutes if isinstance(minutes, int) else 0,
            comments=bool(value.get("comments")),
            monitor=PersonId(monitor) if isinstance(monitor, str) else None,
            administrator=PersonId(administrator) if isinstance(administrator, str) else None,
        )

    def blockers(self, questions: int, demand: str | None) -> tuple[Reason, ...]:
        """List what isn't answered yet.

        Args:
            questions: how many the policy asks.
            demand: the clause that asks them, where it has one.
        """
        reasons = [
            Reason(say("accounts.answer-missing"), demand, f"answer-{place}")
            for place in range(questions)
            if len(_at(self.answers, place)) < LEAST_ANSWER
        ]
        if not self.audience:
            reasons.append(Reason(say("accounts.audience-missing"), demand, "audience"))
        if self.minutes <= 0:
            reasons.append(Reason(say("accounts.minutes-missing"), "BAL-B1c3", "minutes"))
        if self.comments and self.monitor is None:
            reasons.append(Reason(say("accounts.monitor-missing"), "BAL-B1f1", "monitor"))
        if self.administrator is None:
            reasons.append(Reason(say("accounts.administrator-missing"), "YEL-A5", "administrator"))
        return tuple(reasons)


def _at(answers: Sequence[str], place: int) -> str:
    return answers[place] if place < len(answers) else ""
