"""Bringing past posts in as plain values: what would be taken, what not and why, what was taken. No Qt."""

from dataclasses import dataclass

from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.past_posts import PastImport, Refused
from smadmin.services.past_posts import Told

MOST_REFUSED = 200
"""So many rows are named one by one; the rest is counted."""


@dataclass(frozen=True)
class ToldModel:
    """What a file would do.

    Args:
        lines: what would be taken, what is known, what is to be known of it.
        refused: the rows that aren't taken, or nothing.
        blockers: why nothing can be taken.
    """

    lines: tuple[Message, ...]
    refused_title: Message | None
    refused: tuple[Message, ...]
    take: Message
    blockers: tuple[Reason, ...]


@dataclass(frozen=True)
class ImportLine:
    """A file that was taken."""

    id: str
    title: Message
    note: Message


def told_model(told: Told) -> ToldModel:
    """Arrange what taking a file would do."""
    reading, new = told.reading, told.new
    lines = []
    if new:
        lines.append(say("pastposts.would", n=len(new), first=new[0].day, last=new[-1].day))
    if told.known:
        lines.append(say("pastposts.known", n=told.known))
    if reading.twice:
        lines.append(say("pastposts.twice", n=reading.twice))
    if reading.guessed:
        lines.append(say("pastposts.guess-day" if reading.day_first else "pastposts.guess-month"))
    if new and not reading.names_account:
        lines.append(say("pastposts.unnamed", account=told.account.label))
    refused = [_refused(one) for one in reading.refused[:MOST_REFUSED]]
    if len(reading.refused) > MOST_REFUSED:
        refused.append(say("pastposts.refused-more", n=len(reading.refused) - MOST_REFUSED))
    title = say("pastposts.refused", n=len(reading.refused)) if reading.refused else None
    take = say("pastposts.take", n=len(new))
    return ToldModel(tuple(lines), title, tuple(refused), take, told.blockers)


def import_line(found: PastImport) -> ImportLine:
    """Say what was taken when."""
    return ImportLine(
        found.id,
        say("pastposts.line", n=found.posts, first=found.first, last=found.last),
        say(f"pastposts.line-{found.source.value}", day=found.taken_at),
    )


def _refused(one: Refused) -> Message:
    if one.part:
        return say("pastposts.refused-part", part=one.part, row=one.number, why=one.why)
    return say("pastposts.refused-row", row=one.number, why=one.why)
