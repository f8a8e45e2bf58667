"""Which posts are queued at a computer login, told by the signed rows alone."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.canonical import parse
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PostId, PublicationId, SeatId
from smadmin.domain.messages import say
from smadmin.domain.outbox import OUTBOX_PART, Queued
from smadmin.domain.publications import UNFINISHED, Publication
from smadmin.domain.sending import Around, Decision, decide
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class InQueue:
    """A post in the queue: the row that put it there, and what that says."""

    fact: Fact
    queued: Queued


def queued_among(proven: Proven, rows: Sequence[Fact]) -> InQueue | None:
    """Give the queueing that holds, from the rows about a publication; None where there is none.

    Whatever a person does with it afterwards ends it, but noting that nothing went out. Nobody begins what is
    queued: a row that says so all the same is a changed program's, and takes nothing out.
    """
    found: Fact | None = None
    for row in rows:
        if row.body.act == Act.QUEUE:
            found = row
        elif row.body.person is not None and row.body.act not in {Act.NOT_OUT, Act.INTEND}:
            found = None if row.body.act not in {Act.PUBLISH, Act.READ_BACK} else found
    if found is None:
        return None
    try:
        return InQueue(found, Queued.from_plain(proven.part(found, OUTBOX_PART) or {}))
    except ValueError:  # signed, and yet nothing that says when
        return None


def in_queue(proven: Proven, kept: Publication) -> InQueue | None:
    """Give the queueing of a publication that holds, or None."""
    return queued_among(proven, publication_rows(proven, kept.id, kept.account))


@dataclass(frozen=True)
class Sight:
    """How a post in the outbox looks at first sight, by rows and columns that nobody proved.

    Args:
        seat: at which computer login it was queued; None where nobody tells.
        decision: what comes next; None where it isn't queued any more.
    """

    publication: PublicationId
    seat: SeatId | None = None
    decision: Decision | None = None


def under_way_reasons(unit: Unit, post: PostId) -> tuple[Reason, ...]:
    """Say why nothing is done with a post that goes out, and what to do first where it waits for its time."""
    waiting, begun = set(unit.outbox.ids()), unit.publications.find(post_id=post)
    if all(one.step not in UNFINISHED for one in begun):
        return ()
    queued = any(one.id in waiting for one in begun)
    return (Reason(say("queue.take-out-first" if queued else "posts.already-going-out")),)


def queued_at_first_sight(unit: Unit) -> Mapping[PublicationId, Queued]:
    """Give for when each post is queued, by the rows as they lie, unproven: for what only shows it."""
    return {one: queued for one, (_, queued) in _lying(unit).items()}


def first_sights(unit: Unit, now: datetime) -> tuple[Sight, ...]:
    """Give how everything in the outbox looks: whoever looks every few seconds proves nothing for that."""
    lying, found = _lying(unit), list[Sight]()
    for id_ in unit.outbox.ids():
        kept = unit.publications.maybe(id_)
        if kept is None or kept.sending is None or id_ not in lying:
            found.append(Sight(id_))
            continue
        row, queued = lying[id_]
        decision = decide(kept.sending, Around(now, queued.at, queued.until))
        found.append(Sight(id_, _seat_of(row), decision))
    return tuple(found)


def _lying(unit: Unit) -> Mapping[PublicationId, tuple[StoredRow, Queued]]:
    found, waiting = dict[PublicationId, tuple[StoredRow, Queued]](), dict[PublicationId, StoredRow]()
    for one in unit.outbox.ids():  # on most days none, and Today asks each time
        rows = [row for row in unit.record.about(Noun.PUBLICATIONS, one) if row.act in _QUEUES]
        if rows and rows[-1].act == Act.QUEUE:
            waiting[one] = rows[-1]
    parts = unit.record.parts_named(OUTBOX_PART, tuple(row.seq for row in waiting.values()))
    for one, row in waiting.items():
        part = parts.get(row.seq)
        with suppress(ValueError):
            if part is not None:
                found[one] = row, Queued.from_plain(parse(part.content))
    return found


def _seat_of(row: StoredRow) -> SeatId | None:
    with suppress(ValueError, AttributeError):  # spoilt: proving the record tells of it
        seat = parse(row.row.body).get("seat")
        return SeatId(seat) if isinstance(seat, str) else None
    return None


_QUEUES = frozenset({Act.QUEUE, Act.UNQUEUE})
