"""Task files of searches, and per piece of one who is at it and what was found: sealed bytes, all of it.

Whose they are and which of them count a signed row says by their digests. A lease only keeps two logins from
doing the same work; whoever forges one wins nothing by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from operator import itemgetter

import sqlalchemy as sa

from smadmin.domain.ids import SchoolId, SeatId
from smadmin.storage import schema
from smadmin.storage.shelf import raw

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
TAKEN = b""
"""What lies in the place of a result that a person took in."""


@dataclass(frozen=True)
class KeptTask:
    """A task file as it lies there, unopened and unproven; `ends_at` is UTC."""

    id: str
    sweep: str
    ends_at: datetime


@dataclass(frozen=True)
class Lease:
    """A piece of a task that is one login's until a moment, UTC."""

    task: str
    chunk: int
    seat: SeatId
    until: datetime


class SweepTaskShelf:
    """One school's task files in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId) -> None:
        """Stand on a transaction."""
        self._connection, self._school = connection, school

    def all(self) -> tuple[KeptTask, ...]:
        """Give what lies there, oldest first; one whose end nobody can read is over."""
        table = schema.sweep_task
        query = sa.select(table.c.id, table.c.sweep_id, table.c.ends_at).where(
            table.c.school_id == self._school
        )
        found = ((one.id, one.sweep_id, _moment(one.ends_at)) for one in self._connection.execute(query))
        return tuple(
            KeptTask(id_, sweep, at or _LONG_AGO) for id_, sweep, at in sorted(found, key=itemgetter(0))
        )

    def ids(self) -> tuple[str, ...]:
        """Name all that lies there, readable or not."""
        table = schema.sweep_task
        query = sa.select(table.c.id).where(table.c.school_id == self._school).order_by(table.c.id)
        return tuple(str(one) for one in self._connection.execute(query).scalars())

    def sealed(self, task: str) -> bytes | None:
        """Give a task file, or None."""
        query = sa.select(schema.sweep_task.c.sealed).where(*self._task(task))
        found = self._connection.execute(query).first()
        return None if found is None else raw(found.sealed)

    def put(self, task: KeptTask, sealed: bytes, *, chunks: int) -> None:
        """Lay a task file there with its pieces, of which nobody has begun one."""
        own = {"school_id": self._school}
        values = {"id": task.id, "sweep_id": task.sweep, "ends_at": _written(task.ends_at), "sealed": sealed}
        self._connection.execute(sa.insert(schema.sweep_task).values(**own, **values))
        if chunks:
            pieces = [{**own, "task_id": task.id, "chunk": number} for number in range(chunks)]
            self._connection.execute(sa.insert(schema.sweep_part), pieces)

    def shred(self, task: str) -> None:
        """Erase a task file and what is under way of it; results that nobody took in yet stay."""
        self._connection.execute(sa.delete(schema.sweep_task).where(*self._task(task)))
        parts = schema.sweep_part
        self._connection.execute(sa.delete(parts).where(*self._parts(task), parts.c.result.is_(None)))

    def forget(self, task: str) -> None:
        """Erase all of a task, its results too."""
        self._connection.execute(sa.delete(schema.sweep_task).where(*self._task(task)))
        self._connection.execute(sa.delete(schema.sweep_part).where(*self._parts(task)))

    def free_at(self, task: str, now: datetime) -> datetime | None:
        """Give when a piece can be taken: now, or once a lease has ended; None where all are done."""
        table = schema.sweep_part
        query = sa.select(table.c.leased_until).where(*self._parts(task), table.c.result.is_(None))
        ends = (_moment(one) or now for one in self._connection.execute(query).scalars())
        return min((max(now, one) for one in ends), default=None)

    def begun_at(self, seat: SeatId, now: datetime) -> int:
        """Count the pieces that a login is at, of whatever task; those of killed programs until they end."""
        table = schema.sweep_part
        query = sa.select(table.c.leased_until).where(
            table.c.school_id == self._school, table.c.seat == seat, table.c.result.is_(None)
        )
        ends = (_moment(one) for one in self._connection.execute(query).scalars())
        return sum(one is not None and one > now for one in ends)

    def lease(self, task: str, seat: SeatId, *, now: datetime, until: datetime) -> Lease | None:
        """Take the first piece that nobody is at; None where there is none. Only within a writer's turn."""
        table = schema.sweep_part
        query = sa.select(table.c.chunk, table.c.leased_until).where(
            *self._parts(task), table.c.result.is_(None)
        )
        for found in self._connection.execute(query.order_by(table.c.chunk)).all():
            ends = _moment(found.leased_until)
            if ends is None or ends <= now:
                place = (*self._parts(task), table.c.chunk == found.chunk)
                values = {"seat": seat, "leased_until": _written(until)}
                self._connection.execute(sa.update(table).where(*place).values(**values))
                return Lease(task, int(found.chunk), seat, until)
        return None

    def renew(self, lease: Lease, until: datetime) -> Lease | None:
        """Keep a piece for longer; None where it is no longer one's own: the lease ended, another has it."""
        return replace(lease, until=until) if self._change(lease, leased_until=_written(until)) else None

    def keep(self, lease: Lease, result: bytes) -> bool:
        """Lay a result there; False where the piece is no longer one's own, and nothing was laid."""
        return self._change(lease, leased_until=None, result=result)

    def give_back(self, lease: Lease) -> None:
        """Let somebody else take a piece that one began, or oneself later."""
        self._change(lease, seat=None, leased_until=None)

    def results(self, task: str) -> Mapping[int, bytes]:
        """Give the results that nobody took in yet, by piece."""
        table = schema.sweep_part
        query = sa.select(table.c.chunk, table.c.result).where(
            *self._parts(task), table.c.result.is_not(None), sa.func.length(table.c.result) > 0
        )
        return {int(one.chunk): raw(one.result) for one in self._connection.execute(query)}

    def waiting(self) -> tuple[str, ...]:
        """Name the tasks of which results lie there that nobody took in yet."""
        table = schema.sweep_part
        query = (
            sa.select(table.c.task_id)
            .where(table.c.school_id == self._school, sa.func.length(table.c.result) > 0)
            .distinct()
        )
        return tuple(sorted(str(one) for one in self._connection.execute(query).scalars()))

    def took(self, task: str, chunk: int) -> None:
        """Erase a result that was taken in; the piece stays done."""
        table = schema.sweep_part
        where = (*self._parts(task), table.c.chunk == chunk)
        self._connection.execute(sa.update(table).where(*where).values(result=TAKEN))

    def reopen(self, task: str, chunk: int) -> None:
        """Throw a result away that nobody signed: the piece is to be searched again."""
        table = schema.sweep_part
        where = (*self._parts(task), table.c.chunk == chunk)
        self._connection.execute(
            sa.update(table).where(*where).values(result=None, seat=None, leased_until=None)
        )

    def _task(self, task: str) -> tuple[sa.ColumnElement[bool], ...]:
        table = schema.sweep_task
        return (table.c.school_id == self._school, table.c.id == task)

    def _parts(self, task: str) -> tuple[sa.ColumnElement[bool], ...]:
        table = schema.sweep_part
        return (table.c.school_id == self._school, table.c.task_id == task)

    def _change(self, lease: Lease, **values: object) -> bool:
        """Change a piece that is still whose lease this is; two programs at one login have two leases."""
        table = schema.sweep_part
        mine = (
            *self._parts(lease.task),
            table.c.chunk == lease.chunk,
            table.c.seat == lease.seat,
            table.c.leased_until == _written(lease.until),
            table.c.result.is_(None),
        )
        return self._connection.execute(sa.update(table).where(*mine).values(**values)).rowcount == 1


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _moment(told: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(told))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
