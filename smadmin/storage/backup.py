"""A store's consistent copy, and an unpacked one (`packed`) looked into and put back in its place.

The copy is taken by SQLite's own backup while others may write, and loses its face patterns (`keys.md`,
Backup). Putting back counts from one moment on, the renaming of the database; what was there is kept beside.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager, closing
from pathlib import Path

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.domain.records import START, Head
from smadmin.storage.disk import disk_error, flushed
from smadmin.storage.engine import Corrupt
from smadmin.storage.packed import IDENTITIES, STORE
from smadmin.storage.regular import is_regular, open_regular

ERASABLE = ("student", "template", "media", "photo", "photo_set", "video")
"""The tables from which children's rows are erased for good."""

_LEFT_OUT = ("outbox", "sweep_task", "sweep_part")

_NOT_OURS = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_AUTH}
"""No database at all, or one without our tables, or with a view in the place of one."""


def snapshot(store: Path, target: Path) -> None:
    """Copy a database as it stands at one moment, while others may write.

    Raises:
        Corrupt: if the store is damaged.
        OutsideFailed: no space, no permission.
    """
    try:
        with _opened(store) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
        flushed(target)
    except sqlite3.Error as error:
        raise _known(error) from error
    except OSError as error:
        raise disk_error(error) from error


def leave_out_patterns(copy: Path) -> dict[str, str]:
    """Empty a copy of its face patterns; gives the digest (hex) of each that was there, by its id.

    And of the outbox: what was queued may be out by the time that a copy is brought back. And of the searches
    for a child's face: they hold patterns, and end after a day.
    """
    try:
        with _opened(copy) as connection:
            rows = connection.execute("SELECT id, body FROM template").fetchall()
            connection.execute("DELETE FROM template")
            for table in _LEFT_OUT:
                connection.execute(f'DELETE FROM "{table}"')  # noqa: S608  the table is one of ours
            connection.commit()
            connection.execute("VACUUM")  # or they would still lie in the pages left free
    except sqlite3.Error as error:
        raise _known(error) from error
    return {str(row[0]): hashlib.sha256(bytes(row[1])).hexdigest() for row in rows}


def children_of(database: Path) -> dict[str, bytes]:
    """Give the stored bytes of the children's rows in a database file, by id; raises as `head_of`."""
    try:
        with _opened(database) as connection:
            rows = connection.execute("SELECT id, body FROM student").fetchall()
    except sqlite3.Error as error:
        raise _known(error) from error
    return {str(row[0]): bytes(row[1]) for row in rows}


def note_in(database: Path, name: str) -> str | None:
    """Give a note that lies in a database file (`storage.notes`), or None; raises as `head_of`."""
    try:
        with _opened(database) as connection:
            found = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    except sqlite3.Error as error:
        raise _known(error) from error
    return None if found is None else str(found[0])


def head_of(database: Path) -> Head:
    """Give where the record in a database file ends, without opening it as a store.

    Raises:
        Corrupt: if it is damaged.
    """
    try:
        with _opened(database) as connection:
            found = connection.execute(
                "SELECT seq, row_hash FROM record_row ORDER BY seq DESC LIMIT 1"
            ).fetchone()
        return Head(0, START) if found is None else Head(int(found[0]), bytes(found[1]))
    except sqlite3.Error as error:
        raise _known(error) from error
    except (TypeError, ValueError) as error:
        raise _corrupt() from error


def contains_head(database: Path, head: Head) -> bool:
    """Tell whether the record in a database file contains a head."""
    with _opened(database) as connection:
        query = "SELECT row_hash FROM record_row WHERE seq = ?"
        found = connection.execute(query, (head.seq,)).fetchone()
    return head.seq == 0 or (found is not None and bytes(found[0]) == head.row_hash)


def faults_of(database: Path) -> tuple[tuple[str, str], ...]:
    """Check a database file: what SQLite itself finds wrong, as (`integrity` or `reference`, where)."""
    try:
        with _opened(database) as connection:
            lines = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
            broken = sorted({str(row[0]) for row in connection.execute("PRAGMA foreign_key_check")})
    except sqlite3.Error as error:
        return (("integrity", str(error)),)
    whole = [("integrity", line) for line in lines if line != "ok"]
    return (*whole, *(("reference", table) for table in broken))


def put_back(unpacked: Path, store: Path, seat: Path, *, aside: str) -> bool:
    """Put an unpacked copy in the place of the store.

    Args:
        unpacked: the folder that `unpack` filled, on the same disk.
        store: the store's folder.
        seat: where this login's locked identities lie; they are put back only where there are none.
        aside: the name under which the database that was there is kept.

    Returns:
        whether there was a database to keep.

    Raises:
        OutsideFailed: if the disk refuses; then the old store is still in its place, or kept under `aside`.
    """
    try:
        media = unpacked / "media"
        (store / "media").mkdir(parents=True, exist_ok=True)
        for file in sorted(media.iterdir()) if media.is_dir() else ():
            file.replace(store / "media" / file.name)
        identities = unpacked / IDENTITIES
        if identities.exists() and not (seat / IDENTITIES).exists():
            identities.replace(seat / IDENTITIES)
        old, journal = store / STORE, store / f"{STORE}-journal"
        there = is_regular(old)
        if there:
            _copy_aside(old, store / aside)
        if journal.exists():
            # A journal belongs to the database it lay beside: next to another one it would be played into it.
            journal.replace(store / f"{aside}-journal")
        (unpacked / STORE).replace(old)
    except OSError as error:
        raise disk_error(error) from error
    return there


def _copy_aside(old: Path, aside: Path) -> None:
    """Copy a database to where nothing lies: through a planted link it would overwrite somebody's file."""
    with open_regular(old) as source, aside.open("xb") as copy:
        shutil.copyfileobj(source, copy)
        copy.flush()
        os.fsync(copy.fileno())


def erase(database: Path, gone: Mapping[str, Collection[str]]) -> None:
    """Erase rows by table and id in an unpacked copy: what was deleted since stays deleted."""
    with _opened(database) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        for table, ids in gone.items():
            if table in ERASABLE:
                query = f'DELETE FROM "{table}" WHERE id = ?'  # noqa: S608  the table is one of ours
                connection.executemany(query, [(one,) for one in ids])
        connection.commit()


def note(database: Path, notes: Mapping[str, str]) -> None:
    """Write notes into an unpacked copy (`storage.notes`)."""
    with _opened(database) as connection:
        connection.executemany("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", list(notes.items()))
        connection.commit()


def _opened(database: Path) -> AbstractContextManager[sqlite3.Connection]:
    """Open for writing too: a journal left by a kill must be played back before anything is read.

    No trigger and no view may act in it: nobody has looked at its form yet.
    """
    connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=rw", uri=True, timeout=20)
    connection.set_authorizer(_only_asked_for)
    return closing(connection)


def _only_asked_for(_deed: int, _of: str | None, _at: str | None, _in: str | None, by: str | None) -> int:
    return sqlite3.SQLITE_OK if by is None else sqlite3.SQLITE_DENY


def _known(error: sqlite3.Error) -> OutsideFailed:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _NOT_OURS:
        return _corrupt()
    name = "store.disk-full" if code == sqlite3.SQLITE_FULL else "store.disk-failed"
    return OutsideFailed(say(name), kept=say("store.nothing-lost"), remedy=say(f"{name}-remedy"))


def _corrupt() -> Corrupt:
    return Corrupt(say("store.corrupt"), kept=say("store.corrupt-kept"), remedy=say("store.corrupt-remedy"))
