"""Requests for records in words: the card's lines, rows of what was found, what was given. Pure, no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.records_requests import Answered, RecordsRequest
from smadmin.services.records_found import Found
from smadmin.ui.rows import Row
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

_LETTERS = 90


@dataclass(frozen=True)
class AskedRead:
    """What one reading found.

    Args:
        blockers: why this person may not answer.
        accounts, staff: whom and what can be looked for by name.
        due: until when a request of today is to be answered.
    """

    requests: tuple[RecordsRequest, ...]
    blockers: tuple[Reason, ...]
    accounts: tuple[tuple[AccountId, str], ...]
    staff: tuple[tuple[PersonId, str], ...]
    today: date
    due: date


def request_line(request: RecordsRequest, today: date) -> tuple[State, Message]:
    """Say how a request stands."""
    form = request.form
    if request.answers:
        last = request.answers[-1]
        return State.FINE, say("recordsasked.line-answered", who=form.who, on=last.on, n=last.given)
    kind = "overdue" if request.overdue(today) else "open"
    state = State.STOP if kind == "overdue" else State.NOTE
    return state, say(f"recordsasked.line-{kind}", who=form.who, due=form.due)


def found_rows(found: Sequence[Found], left_out: Mapping[str, str], words: Wording) -> list[Row]:
    """Give the rows of the list; what is left out says so."""
    return [
        Row(
            key=one.id,
            title=_opening(one.text) or words.say("recordsasked.no-words"),
            note=_note(one, words),
            state=State.DOUBT if one.id in left_out else None,
            chip=words.say("recordsasked.left-out") if one.id in left_out else "",
        )
        for one in found
    ]


def count_line(found: Sequence[Found], left_out: Mapping[str, str]) -> Message:
    """Say how many were found, and how many of them stay at the school."""
    if not found:
        return say("recordsasked.found-none")
    return say("recordsasked.found", n=len(found), left=len(left_out))


def given_said(done: Answered, folder: str) -> tuple[Message, ...]:
    """Say what was given, and by what it can be told again."""
    covered = (say("recordsasked.given-covered", n=done.covered),) if done.covered else ()
    return (
        say("recordsasked.given", n=done.given, folder=folder),
        *covered,
        say("recordsasked.given-digest", digest=done.package[:16]),
    )


def package_name(now: datetime) -> str:
    """Name the package's folder by its moment, the school's own."""
    return f"records-request-{now:%Y-%m-%d-%H%M}"


def _opening(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LETTERS else f"{line[:_LETTERS].rstrip()}…"


def _note(one: Found, words: Wording) -> str:
    if one.at is None:
        return one.account_name
    if one.kind == "comment":
        return words.say("recordsasked.row-comment", account=one.account_name, at=one.at)
    said = words.say("recordsasked.row", account=one.account_name, at=one.at)
    return said if one.gone is None else f"{said} · {words.say('recordsasked.row-gone', at=one.gone)}"
