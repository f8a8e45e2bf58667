"""Which posts are queued at a computer login, told by the signed rows alone."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from smadmin.domain.canonical import parse
from smadmin.domain.ids import PublicationId
from smadmin.domain.outbox import OUTBOX_PART, Queued
from smadmin.domain.publications import Publication
from smadmin.domain.vocabulary import Act
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class InQueue:
    """A post in the queue: the row that put it there, and what that says."""

    fact: Fact
    queued: Queued


def queued_among(proven: Proven, rows: Sequence[Fact]) -> InQueue | None:
    """Give the queueing that holds, from the rows about a publication; None where there is none.

    Whatever a person does with it afterwards ends it, but noting that nothing went out.
    """
    found: Fact | None = None
    for row in rows:
        if row.body.act == Act.QUEUE:
            found = row
        elif row.body.person is not None and row.body.act != Act.NOT_OUT:
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


def queued_at_first_sight(unit: Unit) -> Mapping[PublicationId, Queued]:
    """Give for when each post is queued, by the rows as they lie, unproven: for what only shows it."""
    ids, found = unit.outbox.ids(), dict[PublicationId, Queued]()
    if not ids:  # on most days, and Today asks each time
        return found
    newest = {row.noun_id: row for row in unit.record.rows(acts=(Act.QUEUE, Act.UNQUEUE))}
    last = {one: newest[one] for one in ids if one in newest}
    waiting = {one: row.seq for one, row in last.items() if row.act == Act.QUEUE}
    parts = unit.record.parts_named(OUTBOX_PART, tuple(waiting.values()))
    for one, seq in waiting.items():
        part = parts.get(seq)
        with suppress(ValueError):
            if part is not None:
                found[one] = Queued.from_plain(parse(part.content))
    return found
