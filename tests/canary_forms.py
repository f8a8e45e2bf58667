"""The forms in which a known secret could lie somewhere, and what lies where: in files, in processes."""

import base64
import json
import logging
import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from urllib.parse import quote

from typing_extensions import override

from smadmin.services.logs import Redacting

_ALIGNMENTS = 3
"""Base64 of a text looks otherwise behind one, two or three other bytes."""


def forms(secret: str) -> dict[str, bytes]:
    """Give the forms in which a secret could lie somewhere."""
    raw = secret.encode()
    return {
        "plain": raw,
        "capitals": secret.upper().encode(),
        "small": secret.lower().encode(),
        "utf-16": secret.encode("utf-16-le"),
        "utf-16-be": secret.encode("utf-16-be"),
        "hex": raw.hex().encode(),
        "HEX": raw.hex().upper().encode(),
        "base64": base64.b64encode(raw).rstrip(b"=")[:-1],
        **{f"base64, {before} further": _within_base64(raw, before) for before in range(1, _ALIGNMENTS)},
        "base64-url": base64.urlsafe_b64encode(raw).rstrip(b"=")[:-1],
        "base32": base64.b32encode(raw).rstrip(b"=")[:-1],
        "json": json.dumps(secret)[1:-1].encode(),
        "percent": quote(secret, safe="").encode(),
        "backwards": raw[::-1],
    }


def found(
    secrets: Mapping[str, Mapping[str, bytes]], lying: Mapping[str, bytes]
) -> list[tuple[str, str, str]]:
    """Name each secret that lies somewhere: which, in what form, and where."""
    return [
        (secret, form, place)
        for secret, needles in secrets.items()
        for form, needle in needles.items()
        for place, content in lying.items()
        if needle in content
    ]


def lost_in_the_log(secrets: Mapping[str, str]) -> list[str]:
    """Name each secret of which the log's border strikes so much that nobody would find it, had it leaked."""
    told = {
        what: logging.makeLogRecord({"msg": "kept %s", "args": (secret,)}) for what, secret in secrets.items()
    }
    lines = {what: Redacting().format(record).encode() for what, record in told.items()}
    return [what for what, secret in secrets.items() if not found({what: forms(secret)}, {what: lines[what]})]


class Unstruck(logging.Handler):
    """Keeps what the program gives its log, as it is before the border strikes anything out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    @property
    def content(self) -> bytes:
        return "\n".join(self.messages).encode()


def digits_found(digits: str, lying: Mapping[str, bytes]) -> list[str]:
    """Name where a number stands by itself: six digits also occur within any long one."""
    alone = re.compile(rb"(?<![0-9A-Za-z])" + digits.encode() + rb"(?![0-9A-Za-z])")
    return [place for place, content in lying.items() if alone.search(content)]


def files_in(places: Iterable[Path]) -> dict[str, bytes]:
    """Read every file below these places; its path counts as well as what is in it."""
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    return {str(path): str(path).encode() + b"\0" + path.read_bytes() for path in files}


@contextmanager
def watched_processes() -> Iterator[dict[str, bytes]]:
    """Read arguments and environment of this process and all below it, again and again; Linux only."""
    seen: dict[str, bytes] = {}
    over = Event()

    def look() -> None:
        while not over.is_set():
            for process in _family():
                for what in ("cmdline", "environ"):
                    with suppress(OSError):
                        content = Path(f"/proc/{process}/{what}").read_bytes()
                        seen[f"{what} of {process}: {hash(content)}"] = content
            time.sleep(0.01)

    thread = Thread(target=look, name="processes")
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join()
        seen["environ now"] = "\0".join(f"{name}={value}" for name, value in os.environ.items()).encode()


def _family() -> list[int]:
    found, waiting = [], [os.getpid()]
    while waiting:
        found.append(waiting.pop())
        for listing in Path(f"/proc/{found[-1]}/task").glob("*/children"):
            with suppress(OSError):
                waiting += [int(child) for child in listing.read_text("ascii").split()]
    return found


def _within_base64(raw: bytes, before: int) -> bytes:
    """Give those letters of the Base64 that depend on the secret alone, where other bytes stand before it."""
    coded = base64.b64encode(bytes(before) + raw).rstrip(b"=")
    return coded[before + 1 : -1]
