"""A small text file that several programs and threads change: read, changed and written by one at a time.

The lock lies beside the file, because the file itself is replaced by each writing. It is written under a name
of its own, flushed and renamed, so a kill leaves the old text or the new one.
"""

import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from smadmin.storage.disk import disk_error


class LockedText:
    """One file."""

    def __init__(self, path: Path) -> None:
        """Take its path; it is made by the first change."""
        self._path = path

    def read(self) -> str | None:
        """Give the text as it is now, or None where there is no file; bytes that are no text give "".

        Raises:
            OutsideFailed: if the disk refuses.
        """
        try:
            return self._path.read_text("utf-8")
        except FileNotFoundError:
            return None
        except UnicodeDecodeError:
            return ""
        except OSError as error:
            raise disk_error(error) from error

    def change(self, edit: Callable[[str | None], str]) -> None:
        """Write what `edit` makes of the present text, while nobody else changes it.

        Raises:
            OutsideFailed: no space, no permission; then the old text stands.
        """
        try:
            with _alone(self._path.with_suffix(".lock")):
                self._write(edit(self.read()))
        except OSError as error:
            raise disk_error(error) from error

    def _write(self, text: str) -> None:
        fresh = self._path.with_suffix(f".{secrets.token_hex(8)}.new")
        try:
            with fresh.open("x", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
        _flush_folder(self._path.parent)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    end = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  only Windows has it

            msvcrt.locking(end, msvcrt.LK_LOCK, 1)
        else:
            import fcntl  # noqa: PLC0415  Windows has none

            fcntl.flock(end, fcntl.LOCK_EX)
        yield
    finally:
        os.close(end)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut; Windows does that by itself."""
    if sys.platform == "win32":
        return
    end = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(end)
    finally:
        os.close(end)
