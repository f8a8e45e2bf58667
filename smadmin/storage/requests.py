"""Requests of other logins, as small files beside the store, where every login of its group can write.

Whoever may write here may write anything: a file that is too long, odd or gone is as good as none.
"""

import os
import re
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from smadmin.storage.disk import disk_error
from smadmin.storage.regular import is_regular, open_regular

FOLDER = "requests"
_NAME = re.compile(r"[0-9a-f]{32}\.json")
_FRESH = ".fresh"
"""How a file ends that isn't whole yet: nobody reads it."""
MOST_BYTES = 8 * 1024
_MOST_FILES = 2000
"""How many files of one login are read; whose they are is the file system's word, not theirs."""

_AHEAD = timedelta(days=1)
"""A file from further ahead was dated by hand, and comes last."""


class RequestFolder:
    """The requests beside one store, by the id of the key that each brings."""

    def __init__(self, store: Path, name: str = FOLDER) -> None:
        """Take the store's folder, or a login's own for what it asked itself, under another name."""
        self._folder = store / name

    def keep(self, key: str, text: str) -> None:
        """Write a request, for its own login and its group as the umask says.

        What lay there before stays until it is whole.

        Raises:
            OutsideFailed: no permission, no space.
        """
        fresh = self._folder / f"{key}{_FRESH}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh.unlink(missing_ok=True)
            with fresh.open("x", encoding="utf-8") as kept:
                kept.write(text)
                kept.flush()
                os.fsync(kept.fileno())  # a full disk says so here at the latest
            fresh.replace(self._folder / f"{key}.json")
        except OSError as error:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise disk_error(error) from error

    def drop(self, key: str) -> None:
        """Forget a request; what this login may not remove ends by its date."""
        try:
            (self._folder / f"{key}.json").unlink(missing_ok=True)
        except OSError:
            return

    def by_login(self, now: datetime) -> tuple[tuple[str, ...], ...]:
        """Give what each login wrote, what it wrote last first; what can't be read is left out.

        One login's files never hide another's, however many it writes.
        """
        latest = (now + _AHEAD).timestamp()
        theirs: dict[int, list[tuple[bool, float, Path]]] = {}
        try:
            for file in self._folder.iterdir():
                if _NAME.fullmatch(file.name) and is_regular(file):
                    found = file.lstat()
                    dated = (found.st_mtime <= latest, found.st_mtime, file)
                    theirs.setdefault(found.st_uid, []).append(dated)
        except OSError:
            return ()
        newest = [sorted(files, reverse=True)[:_MOST_FILES] for files in theirs.values()]
        texts = ((self._text(file) for *_, file in files) for files in newest)
        return tuple(tuple(text for text in one if text is not None) for one in texts)

    def one(self, key: str) -> str | None:
        """Give one request by its own name, or None."""
        return self._text(self._folder / f"{key}.json")

    def _text(self, file: Path) -> str | None:
        try:
            with open_regular(file) as opened:
                raw = opened.read(MOST_BYTES + 1)
            return None if len(raw) > MOST_BYTES else raw.decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
