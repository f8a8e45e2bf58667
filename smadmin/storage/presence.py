"""Says who has a store open, so that nobody puts another database in its place under them.

SQLite would not notice: a program that has the old file open goes on writing to it, and all of that is lost.
On Windows an open file can't be replaced anyway.
"""

import os
import sys
from pathlib import Path

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say

NAME = "store.open"


class Presence:
    """A shared lock as long as a store is open; one that replaces the store wants it alone."""

    def __init__(self, folder: Path) -> None:
        """Take the store's folder."""
        self._path = folder / NAME
        self._end: int | None = None

    def come(self) -> None:
        """Say that the store is open here; waits while somebody puts another one in its place."""
        self._take(alone=False)

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
            fcntl.flock(self._end, fcntl.LOCK_EX | fcntl.LOCK_NB if alone else fcntl.LOCK_SH)
        except OSError:
            self.go()
            return False
        return True
