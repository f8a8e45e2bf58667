"""Waiting for the database: SQLite lets one program write at a time, and knows no queue.

`busy_timeout` alone would wait a minute and a half in silence, and nothing could end it. So SQLite waits a
moment, and is asked again; between two moments one can see who waits, and be told to hurry.
"""

import math
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

PATIENCE_S = 90.0
"""How long a writer waits for its turn. A deed takes under 50 ms, but SQLite knows no queue: of 8 processes
that did nothing but write on a busy computer one was passed over for more than 20 s (W1)."""

SAID_AFTER_S = 2.0
"""After so long a command says that it waits (`telling_waits`); the window asks `Turns.waits_s`."""

_told: ContextVar[Callable[[], None] | None] = ContextVar("told", default=None)

MOMENT_MS = 200
"""SQLite's own `busy_timeout`; begun anew it also asks more often, so that nobody is passed over for long."""


@contextmanager
def telling_waits(told: Callable[[], None]) -> Iterator[None]:
    """Call `told` on this thread whenever it has been waiting for two seconds, for the length of a block."""
    token = _told.set(told)
    try:
        yield
    finally:
        _told.reset(token)


class Turns:
    """Who waits for one store in this program. Asked from any thread."""

    def __init__(self) -> None:
        """Have nobody wait."""
        self._since: dict[int, float] = {}
        self._until = math.inf

    @property
    def waits_s(self) -> float:
        """How long whoever waits longest has been waiting; 0 while nobody waits."""
        since = min(tuple(self._since.values()), default=None)
        return 0.0 if since is None else time.monotonic() - since

    @property
    def hurried(self) -> bool:
        """Whether the program is about to end."""
        return self._until < math.inf

    def hurry(self, within_s: float) -> None:
        """Have nobody wait longer than this from now on: the program is about to end."""
        self._until = min(self._until, time.monotonic() + within_s)

    def take(self, step: Callable[[], object]) -> None:
        """Do one step of a transaction, again and again as long as others are in the way.

        Raises:
            sqlite3.OperationalError: once there is no patience left; and any other error of the step.
        """
        begun, thread = time.monotonic(), threading.get_ident()
        told = _told.get()
        try:
            while True:
                try:
                    step()
                except sqlite3.OperationalError as error:
                    if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > min(
                        begun + PATIENCE_S, self._until
                    ):
                        raise
                    self._since[thread] = begun
                    if told is not None and time.monotonic() - begun > SAID_AFTER_S:
                        told()
                        told = None  # once a wait
                else:
                    return
        finally:
            self._since.pop(thread, None)
