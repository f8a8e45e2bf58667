"""Asks the jailed worker for the cells of a list and the files of an archive, and checks what comes back.

Files are only sliced here, never understood. Any thread may call; each call waits for its answer.
"""

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import Message, say
from smadmin.importing.asking import ask, read_whole
from smadmin.importing.spreadsheets.border import (
    MOST_ANSWER_BYTES,
    MOST_ENTRY_BYTES,
    MOST_FILE_BYTES,
    MOST_TAIL_BYTES,
    Reason,
    Verb,
    unpacked,
)
from smadmin.jail.limits import GIB, Limits
from smadmin.jail.reader import JailedReader
from smadmin.jail.worker import Answer
from smadmin.jail.workshop import Workshop

LIMITS = Limits(memory=GIB, cpu_s=20, wall_s=30, start_s=20, jobs=500)
_LOCAL_HEAD_BYTES = 30 + 2 * 65_535
"""Head, name and further fields that stand before a file's packed bytes, at most."""
_STORED = 0
_MOST_ADDED_BYTES = 64 << 10
_SAID: dict[int, str] = {
    Reason.UNKNOWN_KIND: "enrolling.unknown-kind",
    Reason.TOO_LARGE: "enrolling.too-large",
    Reason.LOCKED: "enrolling.locked",
}


@dataclass(frozen=True)
class Sheet:
    """A list's cells as text, row by row as the file numbers them, and how many sheets were passed over."""

    rows: tuple[tuple[str, ...], ...]
    further_sheets: int = 0


@dataclass(frozen=True)
class Entry:
    """A file in an archive: its name as the archive has it (never used as a path), and where it lies."""

    name: str
    offset: int
    packed: int
    size: int
    method: int
    crc: int


class ListReader(JailedReader):
    """Opens lists and archives in a process of its own, started when first needed; `close` ends it."""

    def __init__(self, workshop: Workshop | None = None) -> None:
        """Take the workers, or have one place for them."""
        super().__init__(workshop or Workshop("smadmin.importing.spreadsheets.trade", LIMITS))

    def sheet(self, path: Path) -> Sheet:
        """Give the cells of a CSV, Excel or ODS file.

        Raises:
            BadInput: it can't be read, isn't such a file, is locked, damaged or too large.
            OutsideFailed: no worker can be started.
        """
        return self.cells(_read(path), path.name)

    def cells(self, untrusted: bytes, name: str) -> Sheet:
        """Give the cells of a list that is in memory; `name` is only for the sentence that refuses it."""
        answer = self._ask(Verb.GRID, (), untrusted, name)
        numbers = answer.untrusted_numbers
        if len(numbers) != 3 or min(numbers) < 0:  # noqa: PLR2004 - by border.py
            raise _unusable("enrolling.broken", name)
        rows, further, broken_at = numbers
        if broken_at:
            raise BadInput(
                say("enrolling.quote", file=name, line=broken_at), remedy=say("enrolling.quote-remedy")
            )
        grid = unpacked(bytes(answer.untrusted_body), rows)
        if grid is None:
            raise _unusable("enrolling.broken", name)
        return Sheet(grid, further)

    def contents(self, path: Path) -> tuple[Entry, ...]:
        """List the files in a ZIP archive.

        Raises:
            BadInput: it can't be read, isn't a ZIP archive, or is locked with a password.
        """
        try:
            if not path.is_file():  # a pipe would keep us waiting for ever
                raise _unusable("enrolling.unreadable", path.name)
            with path.open("rb") as file:
                whole = file.seek(0, os.SEEK_END)
                file.seek(max(0, whole - MOST_TAIL_BYTES))
                tail = file.read(MOST_TAIL_BYTES)
        except OSError as error:
            raise _unusable("enrolling.unreadable", path.name) from error
        answer = self._ask(Verb.CONTENTS, (whole,), tail, path.name)
        numbers = answer.untrusted_numbers
        grid = unpacked(bytes(answer.untrusted_body), numbers[0]) if len(numbers) == 1 else None
        entries = None if grid is None else [_entry(line, whole) for line in grid]
        if entries is None or None in entries:
            raise _unusable("enrolling.broken", path.name)
        return tuple(entry for entry in entries if entry is not None)

    def entry(self, path: Path, entry: Entry) -> bytes:
        """Unpack one file of an archive, in memory only.

        Raises:
            BadInput: if the archive changed or that file in it is damaged.
        """
        try:
            with path.open("rb") as file:
                file.seek(entry.offset)
                piece = file.read(_LOCAL_HEAD_BYTES + entry.packed)
        except OSError as error:
            raise _unusable("enrolling.unreadable", path.name) from error
        answer = self._ask(Verb.ENTRY, (entry.method, entry.size, entry.crc), piece, path.name)
        if len(answer.untrusted_body) != entry.size:
            raise _unusable("enrolling.broken", path.name)
        return bytes(answer.untrusted_body)

    def _ask(self, verb: Verb, numbers: tuple[int, ...], body: bytes, name: str) -> Answer:
        largest = MOST_ENTRY_BYTES if verb is Verb.ENTRY else MOST_ANSWER_BYTES
        unusable = partial(_unusable, name=name)
        return ask(self._workshop, verb, numbers, body, largest=largest, said=_SAID, unusable=unusable)


def _read(path: Path) -> bytes:
    unreadable, too_large = "enrolling.unreadable", "enrolling.too-large"
    unusable = partial(_unusable, name=path.name)
    return read_whole(path, MOST_FILE_BYTES, unreadable=unreadable, too_large=too_large, unusable=unusable)


def _entry(line: tuple[str, ...], whole: int) -> Entry | None:
    """Believe a line of the table of contents whose numbers lie within the archive."""
    *numbers, name = line
    if not all(number.isascii() and number.isdigit() for number in numbers):
        return None
    if len(numbers) != 5:  # noqa: PLR2004 - by border.py
        return None
    offset, packed, size, method, crc = map(int, numbers)
    fits = offset + packed <= whole and 0 < size <= MOST_ENTRY_BYTES and crc < 1 << 32
    # The packed bytes are read in this process, so they are bounded before that; packing never adds more.
    packs = packed == size if method == _STORED else packed <= size + _MOST_ADDED_BYTES
    return Entry(name, offset, packed, size, method, crc) if fits and packs else None


def _unusable(message: str, name: str) -> BadInput:
    said: Message = say(message or "enrolling.broken", file=name)
    return BadInput(said, kept=say("enrolling.kept"), remedy=say("enrolling.remedy"))
