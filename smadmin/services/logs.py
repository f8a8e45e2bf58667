"""The rotating log. What could be somebody's is struck out at its border, not by whoever writes to it.

A traceback keeps its files, lines and the error's type and loses the error's words: those are how a token
inside an address, or a child's name inside a file's name, gets out.
"""

import copy
import logging
import re
import traceback
from collections.abc import Iterable
from logging.handlers import RotatingFileHandler
from pathlib import Path

from smadmin.storage.disk import disk_error

FILE_NAME = "smadmin.log"
_BYTES, _KEPT = 1_000_000, 3
_SHORTEST = 3
"""Shorter words are struck nowhere: they would strike half of every line."""

_SECRETS = re.compile(
    r"AGE-SECRET-KEY-1\w+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|(?<=://)\S+"
    r"|(?i:\bauthorization\b\W{1,3}\S+(?:\s+\S+)?)"
    r"|(?i:\b(?:bearer|token|password|passphrase|secret|code)\b\W{1,3}\S+)"
    r"|\b[A-Za-z0-9+/_-]{32,}={0,2}"
    r"|\b\d{6,}\b"
    # A path up to the last ending in its line: file names hold blanks, and children's names.
    r"|(?:\.{0,2}/|[A-Za-z]:\\)(?:[^\n:\"']*\.\w{2,5}\b|[^\s:\"']+)"
)
STRUCK = "[…]"


class Redacting(logging.Formatter):
    """Words a log line, then strikes out what could be a secret, an address, a path or a known name."""

    def __init__(self) -> None:
        """Know no names yet."""
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        self._names: re.Pattern[str] | None = None

    def learn(self, names: Iterable[str]) -> None:
        """Take names that never appear in a log (children, staff), while somebody is signed in."""
        words = sorted({re.escape(n.strip()) for n in names if len(n.strip()) >= _SHORTEST}, key=len)
        self._names = re.compile(rf"(?i)\b(?:{'|'.join(reversed(words))})\b") if words else None

    def format(self, record: logging.LogRecord) -> str:
        """Give the line as it is written."""
        own = copy.copy(record)
        own.exc_text = None  # where another handler worded the error first, its words would be taken over
        whole = super().format(own)
        kept, mark, trace = whole.partition("\nTraceback: ")
        return self._struck(kept) + mark + trace

    def formatException(self, ei: object) -> str:  # noqa: N802  logging's own name
        """Give where an error came from, and its type, without its words."""
        error = ei[1] if isinstance(ei, tuple) else None
        if not isinstance(error, BaseException):
            return ""
        frames = traceback.extract_tb(error.__traceback__)
        places = "; ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)
        return f"Traceback: {type(error).__name__} at {places}"

    def _struck(self, line: str) -> str:
        line = _SECRETS.sub(STRUCK, line)
        return line if self._names is None else self._names.sub(STRUCK, line)


def start_log(folder: Path) -> Redacting:
    """Begin to write the log of this OS login.

    Returns:
        the formatter, which can be taught names.

    Raises:
        OutsideFailed: if the folder can't be written.
    """
    formatter = Redacting()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / FILE_NAME, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError as error:
        raise disk_error(error) from error
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return formatter


def teach_log(names: Iterable[str]) -> None:
    """Have the running log strike out these names; with none it forgets those it knew."""
    known = tuple(names)
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, Redacting):
            handler.formatter.learn(known)


def stop_log() -> None:
    """Close the log's file."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, RotatingFileHandler):
            root.removeHandler(handler)
            handler.close()
