"""Requests of other logins, as small files beside the store, where every login of its group can write.

Whoever may write here may write anything: a file that is too long, odd or gone is as good as none.
"""

import re
from pathlib import Path

from smadmin.storage.engine import disk_error
from smadmin.storage.regular import is_regular, open_regular

FOLDER = "requests"
_NAME = re.compile(r"[0-9a-f]{32}\.json")
_MOST_BYTES = 8 * 1024
_MOST_FILES = 50


class RequestFolder:
    """The requests beside one store, by the id of the key that each brings."""

    def __init__(self, store: Path) -> None:
        """Take the store's folder."""
        self._folder = store / FOLDER

    def keep(self, key: str, text: str) -> None:
        """Write a request, for its own login and its group as the umask says.

        Raises:
            OutsideFailed: no permission, no space.
        """
        try:
            self._folder.mkdir(exist_ok=True)
            file = self._folder / f"{key}.json"
            file.unlink(missing_ok=True)
            with file.open("x", encoding="utf-8") as kept:
                kept.write(text)
        except OSError as error:
            raise disk_error(error) from error

    def drop(self, key: str) -> None:
        """Forget a request; what this login may not remove ends by its date."""
        try:
            (self._folder / f"{key}.json").unlink(missing_ok=True)
        except OSError:
            return

    def all(self) -> tuple[str, ...]:
        """Give what was written, the newest first; what can't be read is left out."""
        try:
            files = [one for one in self._folder.iterdir() if _NAME.fullmatch(one.name) and is_regular(one)]
            files.sort(key=lambda file: file.lstat().st_mtime_ns, reverse=True)
        except OSError:
            return ()
        texts = (self._text(file) for file in files[:_MOST_FILES])
        return tuple(text for text in texts if text is not None)

    def _text(self, file: Path) -> str | None:
        try:
            with open_regular(file) as opened:
                raw = opened.read(_MOST_BYTES + 1)
            return None if len(raw) > _MOST_BYTES else raw.decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
