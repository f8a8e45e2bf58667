"""What communications asks of a school about an account: that a post be removed, or the account be closed.

Communications may hold an account itself; what is out can be removed only by who has it open. So it asks,
with a reason, and that stands first on Today until it is done or answered (BAL-B1f4, YEL-A4). Asked, answered
and taken back are rows of the record alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from smadmin.domain.accounts import AccountStage
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.typed import tidy

ASKED_PART, ANSWERED_PART = "asked", "answered"
SENTENCE_MOST = 1_000
"""So long a reason or an answer is at most."""


class Wish(StrEnum):
    """What is asked for."""

    REMOVAL = "removal"
    CLOSING = "closing"


@dataclass(frozen=True)
class OfficeAnswer:
    """What became of it: done, or why not. `at` is UTC."""

    by: PersonId | None
    at: datetime
    done: bool
    sentence: str


@dataclass(frozen=True)
class OfficeRequest:
    """Something that communications asked for.

    Args:
        seq: the record's row that asked; it is the request's name.
        page: the post's address; empty where the account is to be closed.
        reason: why.
        by: who asked; `at` is when, UTC.
        answer: None while it waits.
    """

    seq: int
    account: AccountId
    wish: Wish
    page: str
    reason: str
    by: PersonId | None
    at: datetime
    answer: OfficeAnswer | None = None
    taken_back: bool = False

    @property
    def open(self) -> bool:
        """Tell whether it waits for somebody."""
        return self.answer is None and not self.taken_back


def asked_plain(page: str, reason: str) -> dict[str, Plain]:
    """Give what is asked as it is signed."""
    return {"page": tidy(page), "reason": reason.strip()}


def answered_plain(seq: int, sentence: str, *, done: bool) -> dict[str, Plain]:
    """Give an answer as it is signed; `seq` names the request."""
    return {"to": seq, "done": done, "sentence": sentence.strip()}


def asked_of(part: Mapping[str, Any]) -> tuple[str, str]:
    """Read what `asked_plain` gave: the page and the reason.

    Raises:
        KeyError: signed, and yet no request.
    """
    return str(part["page"]), str(part["reason"])


def asking_blockers(wish: Wish, page: str, reason: str, stage: AccountStage) -> tuple[Reason, ...]:
    """List why something can't be asked for as it was filled in."""
    reasons = []
    if stage is AccountStage.CLOSED:
        reasons.append(Reason(say("powers.closed-already")))
    if wish is Wish.REMOVAL and not _is_address(page):
        reasons.append(Reason(say("powers.page-missing"), None, "page"))
    return (*reasons, *_sentence_blockers(reason, "powers.reason-missing"))


def answering_blockers(
    request: OfficeRequest, sentence: str, stage: AccountStage, *, done: bool, out: bool = False
) -> tuple[Reason, ...]:
    """List why a request can't be answered this way; whoever says no says why.

    Args:
        request: what was asked.
        sentence: the answer in words.
        stage: the account's.
        done: whether they say that it is done.
        out: whether the program knows the post as out still.
    """
    if not request.open:
        return (Reason(say("powers.answered-already")),)
    if done and request.wish is Wish.CLOSING and stage is not AccountStage.CLOSED:
        return (Reason(say("powers.close-first")),)
    if done and request.wish is Wish.REMOVAL and out:
        return (Reason(say("powers.take-down-first")),)
    if done and not sentence.strip():
        return ()
    return _sentence_blockers(sentence, "powers.answer-missing")


def same_page(one: str, other: str) -> bool:
    """Tell whether two addresses are of the same post, but for how they begin and end."""
    return bool(one.strip()) and _bare(one) == _bare(other)


def _bare(page: str) -> str:
    host, slash, path = page.strip().partition("://")[2].partition("/")
    return f"{host.casefold().removeprefix('www.')}{slash}{path}".rstrip("/")


def _is_address(page: str) -> bool:
    secure, host = page.strip().partition("://")[::2]
    return secure.casefold() == "https" and "." in host


def _sentence_blockers(sentence: str, missing: str) -> tuple[Reason, ...]:
    if not sentence.strip():
        return (Reason(say(missing), None, "sentence"),)
    if len(sentence) > SENTENCE_MOST:
        return (Reason(say("powers.sentence-long", n=SENTENCE_MOST), None, "sentence"),)
    return ()
