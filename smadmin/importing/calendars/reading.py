"""Asks the jailed worker what a calendar's file holds, and checks what comes back. Any thread may call."""

import hashlib
from datetime import date
from functools import partial
from pathlib import Path

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.domain.told_days import Flaw, RawCalendar, RawEntry
from smadmin.importing.asking import ask, read_whole
from smadmin.importing.calendars.border import (
    CELLS,
    MOST_ANSWER_BYTES,
    MOST_FILE_BYTES,
    MOST_ROWS,
    Reason,
    Verb,
)
from smadmin.importing.spreadsheets.border import unpacked
from smadmin.jail.limits import GIB, Limits
from smadmin.jail.reader import JailedReader
from smadmin.jail.workshop import Workshop

LIMITS = Limits(memory=GIB, cpu_s=10, wall_s=20, start_s=20, jobs=100)
_FLAWS = {one.value: one for one in Flaw}
_SAID: dict[int, str] = {Reason.TOO_LARGE: "daysfile.too-large", Reason.NO_CALENDAR: "daysfile.no-calendar"}


class CalendarReader(JailedReader):
    """Opens calendars in a process of its own, started when first needed; `close` ends it."""

    def __init__(self, workshop: Workshop | None = None) -> None:
        """Take the workers, or have one place for them."""
        super().__init__(workshop or Workshop("smadmin.importing.calendars.trade", LIMITS))

    def read(self, path: Path, *, first: date, last: date) -> RawCalendar:
        """Give what takes place in some days by a calendar's file.

        Raises:
            BadInput: it can't be read, is damaged or too large, or is no calendar.
            OutsideFailed: no worker can be started.
        """
        unusable = partial(_unusable, name=path.name)
        untrusted = read_whole(
            path,
            MOST_FILE_BYTES,
            unreadable="daysfile.unreadable",
            too_large="daysfile.too-large",
            unusable=unusable,
        )
        days = first.toordinal(), last.toordinal()
        answer = ask(
            self._workshop,
            Verb.ENTRIES,
            days,
            untrusted,
            largest=MOST_ANSWER_BYTES,
            said=_SAID,
            unusable=unusable,
        )
        numbers = answer.untrusted_numbers
        right = len(numbers) == 1 and 0 <= numbers[0] <= MOST_ROWS
        grid = unpacked(bytes(answer.untrusted_body), numbers[0]) if right else None
        rows = None if grid is None else [_row(cells) for cells in grid]
        if rows is None or None in rows:
            raise _unusable("daysfile.broken", path.name)
        entries = tuple(row for row in rows if row is not None)
        return RawCalendar(hashlib.sha256(untrusted).hexdigest(), entries)


def _row(cells: tuple[str, ...]) -> RawEntry | None:
    if len(cells) != CELLS:
        return None
    number, begin, end, name, zone, said = cells
    flaw = _FLAWS.get(said)
    if flaw is None or not number.isascii() or not number.isdigit():
        return None
    return RawEntry(int(number), begin, end, name, zone, flaw)


def _unusable(message: str, name: str) -> BadInput:
    said = say(message or "daysfile.broken", file=name)
    return BadInput(said, kept=say("daysfile.kept"), remedy=say("daysfile.remedy"))
