"""Who has which paper open: one small file for each opening, locked as long as it lasts.

The lock, not the file, is the word: a killed program's lock is gone at once, and whoever looks next sweeps
its file. In the file stands who it is, by id. Where a file system has no locks nobody is told of anybody.
"""

import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDER = "open"
_LONGEST_ID = 64
_LOCKED_AT = 4096
"""The locked byte lies beyond what is written: Windows lets nobody read a locked one."""


class Openings:
    """The openings in one store's folder; this program has one paper open at most."""

    def __init__(self, folder: Path) -> None:
        """Take the store's folder."""
        self._folder = folder / FOLDER
        self._mine: tuple[Path, int] | None = None

    def enter(self, paper: str, who: str) -> None:
        """Say that somebody here has a paper open from now on, and none other."""
        self.leave()
        try:
            self._folder.mkdir(exist_ok=True)
            path = self._folder / f"{paper}.{secrets.token_hex(8)}"
            end = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o660)
        except OSError:  # a folder that can only be read: nobody writes in it either
            return
        self._mine = (path, end)
        if _take(end):
            os.write(end, who.encode())
        else:
            self.leave()

    def leave(self) -> None:
        """Say that it is closed here."""
        if self._mine is not None:
            path, end = self._mine
            self._mine = None
            os.close(end)
            _sweep(path)

    def others(self, paper: str) -> tuple[str, ...]:
        """Give who else has a paper open: the ids of people, each once."""
        mine = None if self._mine is None else self._mine[0]
        try:
            paths = [path for path in self._folder.glob(f"{paper}.*") if path != mine]
        except OSError:
            return ()
        return tuple(dict.fromkeys(who for path in sorted(paths) for who in _holder(path)))


def _holder(path: Path) -> Iterator[str]:
    """Give who holds a file; nobody where its lock is free."""
    try:
        end = os.open(path, os.O_RDWR)
    except OSError:
        return
    try:
        gone = _take(end)
        who = b"" if gone else os.read(end, _LONGEST_ID)
    finally:
        os.close(end)
    if gone:
        _sweep(path)
    elif who:
        yield who.decode("ascii", "replace")


def _sweep(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # it is swept the next time
        return


def _take(end: int) -> bool:
    """Take a file's lock, unless somebody has it. Closing the file lets go of it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  only Windows has it

            os.lseek(end, _LOCKED_AT, os.SEEK_SET)
            msvcrt.locking(end, msvcrt.LK_NBLCK, 1)
            os.lseek(end, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415  Windows has none

            fcntl.flock(end, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
