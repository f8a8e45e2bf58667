"""Opening the database with the settings that keep it whole (`safety.md`, SQLite).

Rollback journal, `synchronous=FULL`, `secure_delete`, foreign keys; a deed begins with `BEGIN IMMEDIATE`,
because a deferred transaction that reads and then writes fails under contention instead of waiting. What may
meet another program (begin, first reading, commit) is done in `turns`.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import cast

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from smadmin.domain.errors import KnownError, OutsideFailed
from smadmin.domain.messages import say
from smadmin.storage.turns import MOMENT_MS, Turns

SQLITE_VERSION = sqlite3.sqlite_version
"""The library that Python is linked with."""


class Corrupt(OutsideFailed):
    """The store's file isn't a whole database any more."""


def open_engine(file: Path, turns: Turns) -> sa.Engine:
    """Make the engine of a store's file; connects only when first used."""
    engine = sa.create_engine(f"sqlite+pysqlite:///{file}", connect_args={"check_same_thread": False})
    sa.event.listen(engine, "connect", partial(_settings, turns))
    sa.event.listen(engine, "begin", partial(_begin, turns))
    sa.event.listen(engine, "commit", partial(_commit, turns))
    return engine


def _settings(turns: Turns, connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    raw = connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError("these settings are SQLite's")
    raw.isolation_level = None  # the driver must not begin transactions by itself
    raw.text_factory = _any_text
    for setting in (
        f"busy_timeout={MOMENT_MS}",
        "journal_mode=DELETE",
        "synchronous=FULL",
        "secure_delete=ON",
        "foreign_keys=ON",
        "mmap_size=0",
        "cache_spill=OFF",  # a page written early waits a moment for whoever reads, and so does each after it
        "trusted_schema=OFF",
    ):
        turns.take(partial(raw.execute, f"PRAGMA {setting}"))


def _any_text(stored: bytes) -> str:
    """Read text that isn't UTF-8 too: somebody edited it, and verifying is to name the row, not to stop."""
    return stored.decode("utf-8", "replace")


def _begin(turns: Turns, connection: sa.Connection) -> None:
    """Begin, and take the lock now: for writing, or by a first reading."""
    raw = _raw(connection)
    if connection.get_execution_options().get("deed"):
        turns.take(partial(raw.execute, "BEGIN IMMEDIATE"))
        return
    raw.execute("BEGIN")
    turns.take(lambda: raw.execute("SELECT 1 FROM sqlite_master LIMIT 1").close())


def _commit(turns: Turns, connection: sa.Connection) -> None:
    """Commit before the driver does, which then finds nothing to do: somebody who reads may be in the way."""
    turns.take(partial(_raw(connection).execute, "COMMIT"))


def _raw(connection: sa.Connection) -> sqlite3.Connection:
    """Give the driver's own connection: SQLAlchemy would roll back after a step that is only tried again."""
    return cast("sqlite3.Connection", connection.connection.dbapi_connection)


@contextmanager
def transaction(engine: sa.Engine, *, deed: bool) -> Iterator[sa.Connection]:
    """Run one transaction: committed if the block ends, rolled back if it raises.

    Args:
        engine: the store's.
        deed: whether it writes (then it waits for its turn first).

    Raises:
        OutsideFailed: disk full, no permission, another program in the way; nothing was changed.
        Corrupt: if the file is damaged.
    """
    try:
        with engine.connect().execution_options(deed=deed) as connection, connection.begin():
            yield connection
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise _known(error) from error


def _known(error: DatabaseError | sqlite3.DatabaseError) -> KnownError:
    raw = error.orig if isinstance(error, DatabaseError) else error
    code = getattr(raw, "sqlite_errorcode", 0) & 0xFF
    kept = say("store.nothing-lost")
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return Corrupt(
            say("store.corrupt"), kept=say("store.corrupt-kept"), remedy=say("store.corrupt-remedy")
        )
    names = {
        sqlite3.SQLITE_FULL: "store.disk-full",
        sqlite3.SQLITE_READONLY: "store.read-only",
        sqlite3.SQLITE_PERM: "store.read-only",
        sqlite3.SQLITE_CANTOPEN: "store.cannot-open",
        sqlite3.SQLITE_BUSY: "store.busy",
        sqlite3.SQLITE_LOCKED: "store.busy",
        sqlite3.SQLITE_IOERR: "store.disk-failed",
    }
    if code not in names:
        raise error
    return OutsideFailed(say(names[code]), kept=kept, remedy=say(f"{names[code]}-remedy"))
