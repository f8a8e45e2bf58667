"""Posts that lists and archives told of, as they lie in the store: written, counted and removed in turns.

They count once their import is done (`storage/posted.py` asks for that); what a kill left of another import
is never counted and goes with `remove_some`.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.past_posts import PastPost, Step
from smadmin.storage import schema

_ADDING = sa.insert(schema.past_post)


class PastPostShelf:
    """The past posts of one school in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId) -> None:
        """Stand on a transaction."""
        self._connection = connection
        self._school = school

    def add(self, import_id: str, posts: Sequence[PastPost]) -> None:
        """Write posts of an import, each new to it."""
        mine = {"school_id": self._school, "import_id": import_id}
        rows = [{**mine, **_columns(one)} for one in posts]
        if rows:
            self._connection.execute(_ADDING, rows)

    def count(self, import_id: str) -> int:
        """Count an import's posts."""
        query = sa.select(sa.func.count()).select_from(schema.past_post).where(*self._of(import_id))
        return int(self._connection.execute(query).scalar_one())

    def counting(self) -> dict[str, str]:
        """Give the account of each import whose posts count, by the columns that `posted.py` goes by."""
        imports = schema.past_import.c
        query = sa.select(imports.id, imports.account_id).where(
            imports.school_id == self._school, imports.step == Step.DONE.value
        )
        return {str(one): str(account) for one, account in self._connection.execute(query)}

    def of_import(self, import_id: str) -> Iterator[PastPost]:
        """Read an import's posts by day and mark, whether they count or not."""
        posts = schema.past_post.c
        query = sa.select(posts.day, posts.mark, posts.moment, posts.link).where(*self._of(import_id))
        for row in self._connection.execute(query.order_by(posts.day, posts.mark)):
            yield _post(row)

    def of_account(self, account: AccountId) -> Iterator[PastPost]:
        """Read the posts that count of one account, in no order."""
        posts, imports = schema.past_post.c, schema.past_import.c
        query = sa.select(posts.day, posts.mark, posts.moment, posts.link).where(
            imports.school_id == self._school,
            imports.account_id == account,
            imports.step == Step.DONE.value,
            posts.school_id == self._school,
            posts.import_id == imports.id,
        )
        for row in self._connection.execute(query):
            yield _post(row)

    def days_since(self, account: AccountId, first: date) -> tuple[date, ...]:
        """Give the days from one on on which posts of an account went out, each as often as it did."""
        posts, imports = schema.past_post.c, schema.past_import.c
        query = sa.select(posts.day).where(
            imports.school_id == self._school,
            imports.account_id == account,
            imports.step == Step.DONE.value,
            posts.school_id == self._school,
            posts.import_id == imports.id,
            posts.day >= first.isoformat(),
        )
        return tuple(date.fromisoformat(day) for day in self._connection.execute(query).scalars())

    def remove_some(self, import_id: str, number: int) -> bool:
        """Erase about so many posts of an import, whole days; tells whether any was there."""
        posts = schema.past_post.c
        days = sa.select(posts.day).where(*self._of(import_id)).order_by(posts.day, posts.mark)
        last = self._connection.execute(days.offset(number - 1).limit(1)).scalar_one_or_none()
        upto = () if last is None else (posts.day <= last,)
        gone = self._connection.execute(sa.delete(schema.past_post).where(*self._of(import_id), *upto))
        return gone.rowcount > 0

    def _of(self, import_id: str) -> tuple[sa.ColumnElement[bool], ...]:
        posts = schema.past_post.c
        return posts.school_id == self._school, posts.import_id == import_id


def _post(row: sa.Row[Any, Any, Any, Any]) -> PastPost:
    day, mark, moment, link = row
    when = None if moment is None else datetime.fromisoformat(moment)
    return PastPost(date.fromisoformat(day), when, link, mark)


def _columns(post: PastPost) -> dict[str, object]:
    moment = _iso(post.moment)
    return {"day": post.day.isoformat(), "mark": post.mark, "moment": moment, "link": post.link}


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")
