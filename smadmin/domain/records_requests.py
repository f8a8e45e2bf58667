"""Requests for public records: who asked for what, until when the law wants an answer, what was given. Pure.

A request stands in the record alone. Who asked, and in which words, are details of its row; what was given is
told by numbers and the digest of the package, so that anybody can tell later which package it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.policy.reading import fold
from smadmin.domain.records_rights import ANSWERING

REQUEST_PART, ANSWER_PART, LEFT_OUT_PART = "request", "answer", "left-out"
WORDS_MOST = 2_000
"""So long what somebody asked for is at most."""
_SATURDAY = 5


@dataclass(frozen=True)
class RequestForm:
    """What is entered of a request.

    Args:
        who: who asked, in free words.
        asked: what for, as they wrote it.
        received, due: the school's own days.
    """

    who: str
    asked: str
    received: date
    due: date

    def to_plain(self) -> dict[str, Plain]:
        """Give what is signed."""
        return {
            "who": self.who.strip(),
            "asked": self.asked.strip(),
            "received": self.received.isoformat(),
            "due": self.due.isoformat(),
        }

    @classmethod
    def from_plain(cls, part: Mapping[str, Any]) -> "RequestForm":
        """Read what was signed.

        Raises:
            KeyError, ValueError: it isn't a request.
        """
        days = (date.fromisoformat(str(part[name])) for name in ("received", "due"))
        return cls(str(part["who"]), str(part["asked"]), *days)


@dataclass(frozen=True)
class Answered:
    """What was given.

    Args:
        given, left_out: how many things of those that were found.
        covered: how many stretches of text were covered, names above all.
        package: the SHA-256 of the package's own list of files, hex.
        head: where the record ended in it, as paper has it (`7:ABCD…`).
    """

    on: datetime
    by: PersonId | None
    given: int
    left_out: int
    covered: int
    package: str
    head: str


@dataclass(frozen=True)
class RecordsRequest:
    """A request as the record has it; `answers` oldest first."""

    id: str
    form: RequestForm
    entered_by: PersonId | None
    answers: tuple[Answered, ...] = ()

    @property
    def open(self) -> bool:
        """Tell whether nothing was given yet."""
        return not self.answers

    def overdue(self, today: date) -> bool:
        """Tell whether the law's day has passed without an answer."""
        return self.open and self.form.due < today


@dataclass(frozen=True)
class Wanted:
    """What is looked for: from one day to another, some accounts, every word, one person; empty: all."""

    since: date | None = None
    until: date | None = None
    accounts: frozenset[AccountId] = frozenset()
    words: str = ""
    person: PersonId | None = None

    def fits(
        self, on: date | None, account: AccountId, text: str, people: frozenset[PersonId | None]
    ) -> bool:
        """Tell whether a thing is asked for; one without a day is never left out for its day."""
        if on is not None and ((self.since and on < self.since) or (self.until and on > self.until)):
            return False
        if self.accounts and account not in self.accounts:
            return False
        if self.person is not None and self.person not in people:
            return False
        folded = fold(text)
        return all(fold(word) in folded for word in self.words.split())


def request_blockers(form: RequestForm, roles: frozenset[Role]) -> tuple[Reason, ...]:
    """List why a request can't be entered so.

    Args:
        form: as it was filled in.
        roles: what the person is today, single accounts included.
    """
    checks = (
        (bool(roles & ANSWERING), Reason(say("recordsasked.who-may"))),
        (bool(form.who.strip()), Reason(say("recordsasked.who-missing"), None, "who")),
        (bool(form.asked.strip()), Reason(say("recordsasked.asked-missing"), None, "asked")),
        (form.due >= form.received, Reason(say("recordsasked.due-before"), None, "due")),
    )
    return tuple(reason for right, reason in checks if not right)


def due_on(received: date, days: int, *, weekdays: bool) -> date:
    """Give the day until which the law wants an answer.

    Args:
        received: the day on which it was asked.
        days: the law's number, of the policy in force.
        weekdays: whether Saturdays and Sundays don't count; holidays do, so that it is early at most.
    """
    if not weekdays:
        return received + timedelta(days=days)
    due = received
    while days:
        due += timedelta(days=1)
        days -= due.weekday() < _SATURDAY
    return due
