"""Says who has a store open, so that nobody puts another database in its place under them.

SQLite would not notice: a program that has the old file open goes on writing to it, and all of that is lost.
On Windows an open file can't be replaced anyway.
"""

import os
import sys
import time
from pathlib import Path

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say

NAME = "store.open"
_PATIENCE_S = 5.0
"""Putting a store in place takes well under a second; whoever holds the lock longer may hold it for ever."""

_BREATH_S = 0.05


class Presence:
    """A shared lock as long as a store is open; one that replaces the store wants it alone."""

    def __init__(self, folder: Path, *, patience_s: float = _PATIENCE_S) -> None:
        """Take the store's folder, and how long to wait for another one to be put in its place."""
        self._patience_s = patience_s
        self._path = folder / NAME
        self._end: int | None = None

    def come(self) -> None:
        """Say that the store is open here; waits while somebody puts another one in its place.

        Raises:
            OutsideFailed: if that takes longer than it can: any login that may write here can hold the lock.
        """
        until = time.monotonic() + self._patience_s
        while not self._take(alone=False):
            if time.monotonic() > until:
                raise OutsideFailed(
                    say("store.busy"), kept=say("store.nothing-lost"), remedy=say("store.busy-remedy")
                )
            time.sleep(_BREATH_S)

    def come_alone(self) -> None:
        """Ask for the store alone.

        Raises:
            OutsideFailed: while another program has it open.
        """
        if not self._take(alone=True):
            raise OutsideFailed(
                say("store.open-elsewhere"),
                kept=say("store.nothing-lost"),
                remedy=say("store.close-elsewhere"),
            )

    def go(self) -> None:
        """Say that it is closed here."""
        if self._end is not None:
            os.close(self._end)
            self._end = None

    def _take(self, *, alone: bool) -> bool:
        if sys.platform == "win32":
            return True
        import fcntl  # noqa: PLC0415  Windows has none

        self.go()
        try:
            self._end = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o660)
        except OSError:  # a folder that can only be read: nobody restores there either
            return not alone
        try:
            fcntl.flock(self._end, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            self.go()
            return False
        except OSError:  # a file system without such locks
            self.go()
            return not alone
        return True
