"""What Facebook's Graph answers where it won't: its own numbers of errors, which come with almost any status.

The numbers are those of its reference (Graph API, Handling Errors; Rate Limits). Where an answer isn't the
Graph's, its status is judged like any other server's.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from smadmin.domain.messages import say
from smadmin.domain.publishers import PublisherFailed, Trouble
from smadmin.publishing.answers import LONGEST_WAIT_S, Answer, Told, retry_after_s

JUDGED_HERE = frozenset({400, 401, 403, 404, 429, 500, 503})
"""Statuses whose body says more than they do."""
NO_SUCH_FIELD = "nonexisting field"
_LOG_IN = frozenset({102, 190, 458, 459, 460, 463, 464, 467, 2500})
_MAY_NOT = frozenset({3, 10, *range(200, 300)})
_TOO_OFTEN = frozenset({4, 17, 32, 341, 613, *range(80_000, 80_015)})
_AILING = frozenset({1, 2})
_BAD_FILE = 1_366_046
"""The finer number of a picture that it can't read or that is too large; the other one is an ailment's."""
_INVALID, _GONE = 100, 33
_PAGES = "pages"


@dataclass(frozen=True)
class Refusal:
    """The Graph's own error: its number, the finer one, whether it says it will pass, and its sentence."""

    code: int
    finer: int = 0
    passing: bool = False
    said: str = ""

    @property
    def gone(self) -> bool:
        """Whether there is no such thing, as far as this log-in may see."""
        return self.code == _INVALID and self.finer == _GONE

    @property
    def of_a_person(self) -> bool:
        """Whether a question that only a Page can answer was put to a person's log-in."""
        return self.code == _INVALID and NO_SUCH_FIELD in self.said


class PersonsLogIn(PublisherFailed):
    """The token is a person's, not the Page's own: nothing is posted with it, whatever it may do."""

    def __init__(self, host: str) -> None:
        """Say it in our words; Facebook's own are about a field that nobody asked for."""
        super().__init__(Trouble.REFUSED, host)
        self.happened = say("publishers.persons-log-in")
        self.remedy = say("publishers.persons-log-in-remedy")


def refusal_of(answer: Answer) -> Refusal | None:
    """Read the Graph's error; None for a success and for what isn't the Graph's."""
    if answer.status // 100 == HTTPStatus.OK // 100:
        return None
    try:
        untrusted = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
    error = untrusted.get("error") if isinstance(untrusted, dict) else None
    if not isinstance(error, dict) or not isinstance(error.get("code"), int):
        return None
    finer = error.get("error_subcode")
    said = error.get("error_user_msg") or error.get("message")
    return Refusal(
        code=error["code"],
        finer=finer if isinstance(finer, int) else 0,
        passing=error.get("is_transient") is True,
        said=said if isinstance(said, str) else "",
    )


def is_gone(answer: Answer) -> bool:
    """Tell whether the Graph says that there is no such thing."""
    refusal = refusal_of(answer)
    return refusal is not None and refusal.gone


def told_by(answer: Answer, *, asked_only: bool) -> Told:
    """Read a success.

    Args:
        answer: what came.
        asked_only: nothing would have changed, so that it can be asked again.

    Raises:
        PublisherFailed: whatever else it is.
    """
    refusal = refusal_of(answer)
    if refusal is not None:
        raise failure(answer, refusal, asked_only=asked_only)
    if (failed := answer.failure(asked_only=asked_only)) is not None:
        raise failed
    return answer.told()


def failure(answer: Answer, refusal: Refusal, *, asked_only: bool) -> PublisherFailed:
    """Put the Graph's error into our words; its sentence never brings the token back."""
    kind = _kind(refusal, asked_only=asked_only)
    secret = any(one in refusal.said for one in answer.hidden if one)
    wait = _wait_s(answer.headers) if kind is Trouble.BUSY else None
    return PublisherFailed(kind, answer.host, said="" if secret else refusal.said, retry_after_s=wait)


def _kind(refusal: Refusal, *, asked_only: bool) -> Trouble:
    if refusal.code in _LOG_IN or refusal.code in _MAY_NOT:
        return Trouble.REFUSED
    if refusal.code in _TOO_OFTEN:
        return Trouble.BUSY
    if refusal.finer != _BAD_FILE and (refusal.code in _AILING or refusal.passing):
        return Trouble.UNREACHABLE if asked_only else Trouble.LOST
    return Trouble.INVALID


def _wait_s(headers: Mapping[str, str]) -> int | None:
    """Give the seconds until it answers again: it tells them in minutes, by what is counted; None untold."""
    if (said := retry_after_s(headers)) is not None:
        return said
    try:
        untrusted = json.loads(headers.get("x-business-use-case-usage", ""))
    except (ValueError, RecursionError):
        return None
    counts = untrusted.values() if isinstance(untrusted, dict) else ()
    each = [one for count in counts if isinstance(count, list) for one in count if isinstance(one, dict)]
    minutes = [one.get("estimated_time_to_regain_access") for one in each if one.get("type") == _PAGES]
    known = [one for one in minutes if isinstance(one, int) and one > 0]
    return min(max(known) * 60, LONGEST_WAIT_S) if known else None
