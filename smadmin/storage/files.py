"""Sealed files beside the store: `media/<SHA-256 of what lies there>`. Only bytes that are sealed already.

A file is written under a temporary name, flushed and renamed, so a name that exists is always whole. A file
may be without its row for a moment (a kill between the two); `sweep` takes such away, never one with a row.
"""

import hashlib
import os
import secrets
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

from smadmin.domain.errors import OutsideFailed, Tampered
from smadmin.domain.messages import say
from smadmin.storage.disk import disk_error
from smadmin.storage.regular import open_regular

PART = ".part"
"""The ending of a file that isn't whole yet."""


class MediaFiles:
    """The folder of sealed files."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made with the first file."""
        self._folder = folder

    def write(self, sealed: bytes) -> str:
        """Write sealed bytes and give their name; the same bytes twice are one file.

        Raises:
            OutsideFailed: no space, no permission; then nothing of it stays.
        """
        name = hashlib.sha256(sealed).hexdigest()
        temporary = self._folder / f"{secrets.token_hex(8)}{PART}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with temporary.open(
                "xb"
            ) as file:  # the umask says who may read: this login, or a group that shares
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self._folder / name)
            self._flush_folder()
        except OSError as error:
            self._drop(temporary)
            raise disk_error(error) from error
        return name

    def read(self, name: str) -> bytes:
        """Read a whole file and hold it against its name.

        Raises:
            OutsideFailed: if it is missing or can't be read.
            Tampered: if it isn't what was written.
        """
        try:
            with open_regular(self._folder / name) as file:
                sealed = file.read()
        except FileNotFoundError as error:
            raise OutsideFailed(say("media.missing"), remedy=say("media.missing-remedy")) from error
        except OSError as error:
            raise disk_error(error) from error
        if hashlib.sha256(sealed).hexdigest() != name:
            raise Tampered(say("media.changed"), remedy=say("media.missing-remedy"))
        return sealed

    def there(self, name: str) -> bool:
        """Tell whether a file is there; what stands in it shows only when it is read."""
        return (self._folder / name).is_file()

    def remove(self, name: str) -> None:
        """Remove a file; one that isn't there is no error.

        Raises:
            OutsideFailed: if the disk refuses.
        """
        try:
            (self._folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise disk_error(error) from error

    def sweep(self, known: Collection[str], *, older_than: datetime) -> int:
        """Remove files that have no row and half-written ones; gives how many.

        Args:
            known: the names that have a row.
            older_than: younger files are left alone: their row may be on its way.
        """
        orphans = [path for path in self._all() if path.name not in known and _written(path) < older_than]
        for path in orphans:
            self.remove(path.name)
        return len(orphans)

    def _all(self) -> list[Path]:
        return [path for path in self._folder.iterdir() if path.is_file()] if self._folder.is_dir() else []

    def _drop(self, temporary: Path) -> None:
        try:
            temporary.unlink(missing_ok=True)
        except OSError:
            return  # the disk that refused to write refuses this too; `sweep` comes by again

    def _flush_folder(self) -> None:
        """Make the new name last through a power cut; Windows does that by itself."""
        if os.name == "nt":
            return
        end = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(end)
        finally:
            os.close(end)


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
