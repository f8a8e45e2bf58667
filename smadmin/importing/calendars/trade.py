"""The trade of the process that opens calendars."""

import codecs
from collections.abc import Mapping, Sequence
from datetime import datetime

from smadmin.importing.calendars import entries
from smadmin.importing.calendars.border import MOST_FILE_BYTES, Reason, Verb
from smadmin.importing.spreadsheets.border import packed
from smadmin.jail.trade import Job, Refusal, Reply


def prepare() -> Mapping[int, Job]:
    """Load what reads and give the verbs."""
    for one in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"):
        codecs.lookup(one)  # they are loaded by name: not behind the fences
    entries.load()
    return {Verb.ENTRIES: entries_of}


def entries_of(numbers: Sequence[int], body: bytearray) -> Reply:
    """Give what takes place in some days."""
    first, last = (datetime.fromordinal(one) for one in numbers)
    if len(body) > MOST_FILE_BYTES:
        raise Refusal(Reason.TOO_LARGE)
    found = entries.read_calendar(bytes(body), first=first, last=last.replace(hour=23, minute=59, second=59))
    return Reply((len(found),), packed(found))
