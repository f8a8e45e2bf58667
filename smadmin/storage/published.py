"""What went out, or perhaps did: the words of all posts, piece by piece, without holding them all at once.

Words of publications are plain, those of the posts behind them sealed; these are opened one by one and read
as they lie, for only few of them are looked at closer.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from smadmin.domain.canonical import parse
from smadmin.domain.cells import Cells
from smadmin.domain.ids import AccountId, PostId, PublicationId, SchoolId
from smadmin.domain.publications import PERHAPS_OUT, PublicationStep
from smadmin.storage import schema
from smadmin.storage.shapes import POSTS
from smadmin.storage.shelf import raw

_AT_ONCE = 500
_STEPS = tuple(one.value for one in (PublicationStep.CONFIRMED, *sorted(PERHAPS_OUT)))
_out = schema.publication.c


@dataclass(frozen=True)
class OutWords:
    """The words of a post on one account, as its row has them; unopened where nobody can read it."""

    id: PublicationId
    account: AccountId
    post: PostId | None
    text: str
    link: str


class PublishedShelf:
    """What is out of one school, in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId, cells: Cells | None) -> None:
        """Stand on a transaction; what posts say besides their words needs open cells."""
        self._connection, self._school, self._cells = connection, school, cells

    def count(self, *, before: datetime | None = None) -> int:
        """Count what is out, what was, and what may be; of all or of what is dated before a moment, UTC."""
        dated = () if before is None else (_out.published_at < before.isoformat(timespec="milliseconds"),)
        query = sa.select(sa.func.count()).select_from(schema.publication).where(*self._confirmed(), *dated)
        return int(self._connection.execute(query).scalar_one())

    def any(self) -> bool:
        """Tell whether anything ever went out, or may have."""
        return (
            self._connection.execute(sa.select(_out.id).where(*self._confirmed()).limit(1)).first()
            is not None
        )

    def after(self, last: str, most: int) -> tuple[OutWords, ...]:
        """Give the next ones by their ids, at most so many; an empty `last` begins."""
        query = (
            sa.select(_out.id, _out.account_id, _out.post_id, _out.body)
            .where(*self._confirmed(), _out.id > last)
            .order_by(_out.id)
            .limit(most)
        )
        return tuple(_words(row) for row in self._connection.execute(query))

    def contents(self, posts: Collection[PostId]) -> Mapping[PostId, Mapping[str, Any]]:
        """Give what posts say, as it lies there; without those that nobody can read.

        Raises:
            Tampered: if somebody put a row in the place of another.
        """
        found: dict[PostId, Mapping[str, Any]] = {}
        table, asked = schema.post.c, list(posts)
        for start in range(0, len(asked), _AT_ONCE):
            some = table.id.in_(asked[start : start + _AT_ONCE])
            query = sa.select(table.id, table.body).where(table.school_id == self._school, some)
            for row in self._connection.execute(query):
                found[PostId(str(row.id))] = self._content(str(row.id), raw(row.body))
        return found

    def since(self, moment: datetime) -> tuple[OutWords, ...]:
        """Give what went out since a moment (UTC), and what perhaps did, in no order."""
        late = _out.published_at.is_(None) | (_out.published_at >= moment.isoformat(timespec="milliseconds"))
        query = sa.select(_out.id, _out.account_id, _out.post_id, _out.body).where(*self._confirmed(), late)
        return tuple(_words(row) for row in self._connection.execute(query))

    def newest(self) -> datetime | None:
        """Give when something went out last, UTC; None where nothing did."""
        query = sa.select(sa.func.max(_out.published_at)).where(*self._confirmed())
        found = self._connection.execute(query).scalar()
        return None if found is None else datetime.fromisoformat(str(found))

    def oldest(self) -> datetime | None:
        """Give when something went out first, UTC; None where nothing did."""
        query = sa.select(sa.func.min(_out.published_at)).where(*self._confirmed())
        found = self._connection.execute(query).scalar()
        return None if found is None else datetime.fromisoformat(str(found))

    def _content(self, post: str, body: bytes) -> Mapping[str, Any]:
        if self._cells is None or POSTS.label is None:
            return {}
        content = parse(self._cells.open(POSTS.label, post, body)).get("content")
        return content if isinstance(content, dict) else {}

    def _confirmed(self) -> tuple[sa.ColumnElement[bool], ...]:
        return (_out.school_id == self._school, _out.step.in_(_STEPS))


def _words(row: Any) -> OutWords:
    post = None if row.post_id is None else PostId(str(row.post_id))
    try:
        said = parse(raw(row.body))
    except ValueError:  # somebody wrote into it; whoever opens the post says so
        said = {}
    return OutWords(
        PublicationId(str(row.id)),
        AccountId(str(row.account_id)),
        post,
        str(said.get("text", "")),
        str(said.get("link", "")),
    )
