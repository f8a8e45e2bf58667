"""When something went out on each account: published here, or known from before.

Everything is answered from indexes, so that ten years of posts cost no more than one. Moments are UTC, days
the school's own.
"""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from smadmin.domain.ids import AccountId, PostId, SchoolId, SlotId
from smadmin.domain.publications import PublicationStep
from smadmin.storage import schema

_OUT = PublicationStep.CONFIRMED.value
_COUNTS = "done"
"""The step of an import whose posts count."""
_out = schema.publication.c
# As an expression: grouped by the column alone, SQLite goes through all years account by account.
_account_id = _out.account_id.concat("")
_COUNTED = (
    sa.select(_account_id, sa.func.count(_out.published_at.distinct()), sa.func.max(_out.published_at))
    .where(
        _out.school_id == sa.bindparam("school"),
        _out.step == _OUT,
        _out.published_at >= sa.bindparam("begin"),
        _out.published_at < sa.bindparam("end"),
    )
    .group_by(_account_id)
)
"""Put together once: it is asked for each of many weeks. What was put right in place has its first moment."""


@dataclass(frozen=True)
class Out:
    """Something that went out: published here with its moment (UTC), or known from before by its day."""

    account: AccountId
    at: datetime | None = None
    day: date | None = None
    slot: SlotId | None = None
    post: PostId | None = None


class OutOn(NamedTuple):
    """Something that went out, by the school's own day."""

    account: AccountId
    day: date
    slot: SlotId | None
    post: PostId | None


class PostedShelf:
    """What went out on the accounts of one school, in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId) -> None:
        """Stand on a transaction."""
        self._connection = connection
        self._school = school

    def newest(
        self, number: int, *, before: datetime, last: date, only: Collection[AccountId] | None = None
    ) -> Mapping[AccountId, tuple[Out, ...]]:
        """Give each account's newest posts, in no order; an account without any is left out.

        Args:
            number: at most so many published here, and as many of each import.
            before: of those published here, only what went out before this moment.
            last: of those from before, only up to this day.
            only: of these accounts; None for all.
        """
        found: dict[AccountId, list[Out]] = {}
        for row in self._connection.execute(self._newest_here(number, before, only)):
            found.setdefault(AccountId(row[0]), []).extend(
                Out(row[0], at=datetime.fromisoformat(at)) for at in row[1:] if at is not None
            )
        for row in self._connection.execute(self._newest_before(number, last, only)):
            found.setdefault(AccountId(row[0]), []).extend(
                Out(row[0], day=date.fromisoformat(day)) for day in row[1:] if day is not None
            )
        return {account: tuple(posts) for account, posts in found.items() if posts}

    def between(self, begin: datetime, end: datetime, *, first: date, last: date) -> tuple[Out, ...]:
        """Give everything that went out in some days: what went out here by its moment, then the rest.

        Args:
            begin: the moment at which the first day begins.
            end: the moment at which the last day is over.
            first: the first day.
            last: the last one.
        """
        at = schema.publication.c.published_at
        return (*self._here(at >= _iso(begin), at < _iso(end)), *self.before(first, last))

    def by_day(self, days: Mapping[date, datetime], end: datetime) -> tuple[OutOn, ...]:
        """Give the same by the school's own days, for thousands in half the time.

        Args:
            days: days one after the other, each with the moment (UTC) at which it begins.
            end: the moment at which the last one is over.
        """
        known, begins = list(days), [_iso(begin) for begin in days.values()]
        table = schema.publication.c
        query = (
            sa.select(table.account_id, table.published_at, table.slot_id, table.post_id)
            .where(
                table.school_id == self._school,
                table.step == _OUT,
                table.published_at >= begins[0],
                table.published_at < _iso(end),
            )
            .order_by(table.published_at)
        )
        here = [
            # As they are written, moments have the order of their texts: the question itself relies on it.
            OutOn(account, known[bisect_right(begins, at) - 1], slot, post)
            for account, at, slot, post in self._connection.execute(query).all()
        ]
        before = self.before(known[0], known[-1])
        return (*here, *(OutOn(one.account, one.day, None, None) for one in before if one.day is not None))

    def before(self, first: date, last: date) -> tuple[Out, ...]:
        """Give what is known from before of some days, in no order."""
        imports, posts = schema.past_import.c, schema.past_post.c
        done = sa.select(imports.id, imports.account_id).where(
            imports.school_id == self._school, imports.step == _COUNTS
        )
        account_of = {str(one): AccountId(account) for one, account in self._connection.execute(done)}
        known = sa.select(posts.import_id, posts.day).where(
            posts.school_id == self._school,
            posts.import_id.in_(sa.select(done.subquery().c.id)),
            posts.day.between(first.isoformat(), last.isoformat()),
        )
        return tuple(
            Out(account_of[one], day=date.fromisoformat(day)) for one, day in self._connection.execute(known)
        )

    def counted(self, begin: datetime, end: datetime) -> Sequence[tuple[AccountId, int, str]]:
        """Give for each account how many were published here in a time, and the moment of the newest."""
        asked = {"school": self._school, "begin": _iso(begin), "end": _iso(end)}
        found = self._connection.execute(_COUNTED, asked).all()
        return [(AccountId(account), int(number), str(at)) for account, number, at in found]

    def written_for(self, first: date, last: date) -> tuple[Out, ...]:
        """Give what went out for the posts that are planned for some days, whenever it did."""
        slot, out = schema.slot.c, schema.publication.c
        planned = sa.select(slot.id).where(
            slot.school_id == self._school, slot.day.between(first.isoformat(), last.isoformat())
        )
        return tuple(self._here(out.slot_id.in_(planned)))

    def _here(self, *conditions: sa.ColumnElement[bool]) -> list[Out]:
        table = schema.publication.c
        query = sa.select(table.account_id, table.published_at, table.slot_id, table.post_id).where(
            table.school_id == self._school, table.step == _OUT, *conditions
        )
        # Sorted here: asked for in order, SQLite goes through the whole history by its moments.
        found = sorted(
            (row for row in self._connection.execute(query).all() if row[1]), key=lambda row: row[1]
        )
        return [
            Out(account, at=datetime.fromisoformat(at), slot=slot, post=post)
            for account, at, slot, post in found
        ]

    def _newest_here(
        self, number: int, before: datetime, only: Collection[AccountId] | None
    ) -> sa.Select[Any]:
        accounts, posts = schema.account.c, schema.publication.c
        one = (
            sa.select(posts.published_at)
            .where(
                posts.school_id == self._school,
                posts.account_id == accounts.id,
                posts.step == _OUT,
                posts.published_at < _iso(before),
            )
            .order_by(posts.published_at.desc())
            .limit(1)
        )
        each = (one.offset(place).scalar_subquery().label(f"n{place}") for place in range(number))
        mine = () if only is None else (accounts.id.in_(only),)
        return sa.select(accounts.id, *each).where(accounts.school_id == self._school, *mine)

    def _newest_before(self, number: int, last: date, only: Collection[AccountId] | None) -> sa.Select[Any]:
        imports, posts = schema.past_import.c, schema.past_post.c
        one = (
            sa.select(posts.day)
            .where(
                posts.school_id == self._school,
                posts.import_id == imports.id,
                posts.day <= last.isoformat(),
            )
            .order_by(posts.day.desc())
            .limit(1)
        )
        each = (one.offset(place).scalar_subquery().label(f"n{place}") for place in range(number))
        mine = [imports.school_id == self._school, imports.step == _COUNTS]
        if only is not None:
            mine.append(imports.account_id.in_(only))
        return sa.select(imports.account_id, *each).where(*mine)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
