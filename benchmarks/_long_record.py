"""A long record made at once: rows of one person, signed and linked as deeds do it, each with a sealed part.

What a deed asks besides (rights, the newest row, a durable commit each) is left out, for a million would take
a night. `Records.verify` takes them for what they are.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import canonical
from smadmin.domain.comments import COMMENT_PART, CommentForm, CommentKind
from smadmin.domain.ids import KeyId
from smadmin.domain.records import SALT_BYTES, Body, Part, make_row, versioned
from smadmin.domain.rounds import Spot
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage.record import PART_LABEL
from tests.road import Road
from tests.school import MONDAY

WORDS = "When does the book fair open, and may grandparents come along as they did last year? "
_AT_ONCE = 20_000
_ROW = (
    "INSERT INTO record_row (school_id, seq, utc, person, act, noun, noun_id, body, previous, row_hash, "
    "signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_PART = "INSERT INTO record_part (school_id, seq, name, sealed, content) VALUES (?, ?, ?, 1, ?)"


@dataclass(frozen=True)
class _Pen:
    """A person's key, opened once: `Identity` opens it for each row."""

    key: KeyId
    opened: Ed25519PrivateKey

    def sign(self, message: bytes) -> bytes:
        return self.opened.sign(message)


@dataclass(frozen=True)
class _Made:
    row: tuple[object, ...]
    part: tuple[object, ...]


def lengthen(road: Road, until: int, by: str = "ana") -> None:
    """Let a school's record grow to so many rows: comments entered, one a second."""
    actor, school = road.by(by), road.school
    with school.desk.look(actor) as unit:
        head = unit.record.head()
        newest = unit.record.at(head.seq)
    if newest is None:
        raise RuntimeError("nobody founded this school")
    start = Body.from_bytes(newest.row.body)
    school.rest()
    with closing(sqlite3.connect(school.folder / "store.db")) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        made = _rows(road, actor, start, head.row_hash, until)
        while batch := [one for _, one in zip(range(_AT_ONCE), made, strict=False)]:
            connection.executemany(_ROW, (one.row for one in batch))
            connection.executemany(_PART, (one.part for one in batch))
            connection.commit()
    school.clock.at = max(school.clock.at, start.utc + timedelta(seconds=until))
    with school.desk.look() as unit:
        school.desk.newest = unit.record.head()
    school.note()


def _rows(road: Road, by: Actor, start: Body, previous: bytes, until: int) -> Iterator[_Made]:
    form = CommentForm(
        road.x, CommentKind.QUESTION, Spot.COMMENTS, WORDS, "A parent", "https://x.com/a/1", MONDAY
    )
    content, cells, label = canonical(versioned(form.to_plain())), by.cells, COMMENT_PART
    if cells is None:
        raise RuntimeError("nobody is signed in")
    if not isinstance(by.signer, Identity):
        raise TypeError("only a person's own key is opened here")
    pen = _Pen(by.signer.key, by.signer._signing())  # noqa: SLF001 - opened once for a million rows
    for seq in range(start.seq + 1, until + 1):
        part, id_ = Part(os.urandom(SALT_BYTES), content), f"comment-{seq:08}"
        body = Body(
            start.chain,
            seq,
            start.utc + timedelta(seconds=seq - start.seq),
            by.person,
            pen.key,
            by.seat,
            Act.ENTER_COMMENT.value,
            Noun.COMMENTS.value,
            id_,
            {label: part.digest},
            start.trust,
            start.roster,
        )
        row = make_row(body, previous, pen)
        previous = row.row_hash
        beside = (body.utc.isoformat(timespec="milliseconds"), body.person, body.act, body.noun, id_)
        sealed = cells.close(PART_LABEL, f"{seq}/{label}", part.salt + part.content)
        yield _Made(
            (start.chain, seq, *beside, row.body, row.previous, row.row_hash, row.signature),
            (start.chain, seq, label, sealed),
        )
