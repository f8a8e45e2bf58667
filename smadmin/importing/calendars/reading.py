"""Asks the jailed worker what a calendar's file holds, and checks what comes back. Any thread may call."""

import hashlib
from datetime import date
from pathlib import Path

from smadmin.domain.errors import BadInput, OutsideFailed
from smadmin.domain.messages import say
from smadmin.domain.told_days import Flaw, RawCalendar, RawEntry
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
from smadmin.jail.trade import DONE
from smadmin.jail.worker import Answer, Failure, WorkerFailed
from smadmin.jail.workshop import Workshop

LIMITS = Limits(memory=GIB, cpu_s=10, wall_s=20, start_s=20, jobs=100)
_FLAWS = {one.value: one for one in Flaw}
_SAID = {Reason.TOO_LARGE: "daysfile.too-large", Reason.NO_CALENDAR: "daysfile.no-calendar"}


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
        try:
            if not path.is_file():  # a pipe would keep us waiting for ever
                raise _unusable("daysfile.unreadable", path.name)
            if path.stat().st_size > MOST_FILE_BYTES:
                raise _unusable("daysfile.too-large", path.name)
            untrusted = path.read_bytes()
        except OSError as error:
            raise _unusable("daysfile.unreadable", path.name) from error
        answer = self._ask((first.toordinal(), last.toordinal()), untrusted, path.name)
        numbers = answer.untrusted_numbers
        right = len(numbers) == 1 and 0 <= numbers[0] <= MOST_ROWS
        grid = unpacked(bytes(answer.untrusted_body), numbers[0]) if right else None
        rows = None if grid is None else [_row(cells) for cells in grid]
        if rows is None or None in rows:
            raise _unusable("daysfile.broken", path.name)
        entries = tuple(row for row in rows if row is not None)
        return RawCalendar(hashlib.sha256(untrusted).hexdigest(), entries)

    def _ask(self, numbers: tuple[int, int], body: bytes, name: str) -> Answer:
        try:
            answer = self._workshop.ask(Verb.ENTRIES, numbers, body, largest=MOST_ANSWER_BYTES)
        except WorkerFailed as failed:
            if failed.failure is Failure.NO_START:
                raise OutsideFailed(
                    say("imaging.worker-no-start"), remedy=say("imaging.see-doctor")
                ) from failed
            raise _unusable("daysfile.broken", name) from failed
        if answer.code == DONE:
            return answer
        known = answer.code in set(Reason)
        raise _unusable(_SAID.get(Reason(answer.code), "") if known else "", name)


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
