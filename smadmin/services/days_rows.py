"""Days off as they lie in the store, held against the rows that entered them.

They are plain rows, for `smadmin cadence` has no key: whoever writes into the store could put the whole
school on a break. The signed rows name each of them, and proving asks for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.domain.records import Part
from smadmin.domain.school_days import CalendarDays
from smadmin.domain.verification import Fault
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.found_rows import told_by
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

DAYS_PART = "days"


@dataclass(frozen=True)
class _Entered:
    """Days that a row entered. `form`: as signed, None where it can't be read; `file`: they came from."""

    seq: int
    form: Mapping[str, Plain] | None
    file: str = ""


class SignedDays:
    """What the record says of days off; take its rows in order, then ask for the faults."""

    def __init__(self) -> None:
        """Begin before the first row."""
        self._entered: dict[str, _Entered] = {}
        self._unread: set[str] = set()

    def take(self, stored: StoredRow, parts: Mapping[str, Part | None]) -> None:
        """Take the next row; all but those of the school's calendar are passed by."""
        if stored.noun != Noun.SCHOOL_DAYS or stored.noun_id is None:
            return
        if stored.act == Act.REMOVE:
            self._entered.pop(stored.noun_id, None)
            return
        told = told_by(stored, parts, DAYS_PART)
        if stored.act == Act.ADD and (told.said or told.unread):
            self._entered[stored.noun_id] = _Entered(stored.seq, None if told.unread else told.said)
        elif stored.act == Act.IMPORT_DAYS and told.unread:
            self._unread.add(stored.noun_id)
        elif stored.act == Act.IMPORT_DAYS:
            days = told.said.get("days")
            for one in days if isinstance(days, list) else ():
                if isinstance(one, dict):
                    self._entered[str(one.get("id"))] = _Entered(stored.seq, one, stored.noun_id)

    def faults(self, unit: Unit) -> Iterator[Fault]:
        """Give what doesn't lie in the store as it was signed."""
        try:
            lying = {one.id: one for one in unit.calendar_days.all()}
        except KnownError:  # somebody wrote what is no day
            yield Fault(0, say("records.days-unreadable"))
            return
        for days, entered in self._entered.items():
            found = lying.pop(days, None)
            if found is None or not _is_as_signed(found, entered):
                yield Fault(0, say("records.days-differ", row=entered.seq))
        planted = [one for one in lying.values() if one.source not in self._unread]
        if planted:
            yield Fault(0, say("records.days-planted", n=len(planted)))


def _is_as_signed(found: CalendarDays, entered: _Entered) -> bool:
    form = found.form.to_plain()
    same = entered.form is None or all(entered.form.get(name) == value for name, value in form.items())
    return same and found.source == entered.file
