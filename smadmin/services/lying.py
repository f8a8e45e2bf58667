"""What is planned for days off and exams: posts that lie on them, and where they would go. Only looks.

No post is moved by itself when somebody enters a break: its occasion may be the break. It is only offered.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.calendar import is_free, is_quiet
from smadmin.domain.plan import PLANNERS, Slot
from smadmin.domain.school_days import DAY, DaysForm, SchoolDays
from smadmin.domain.slot_edits import SlotEdit
from smadmin.services.cadence import school_days
from smadmin.services.desk import Desk
from smadmin.services.reading import Reader
from smadmin.services.roles import roles_preparing

_FRIDAY = 4
_FARTHEST_DAYS = 120


@dataclass(frozen=True)
class LyingPosts:
    """Planned posts that lie on days off or on days of exams, by day.

    Args:
        moves: what brings those that this person plans to the next school day; out of exams, to one without.
        exams: whether any lies on a day of exams.
    """

    slots: tuple[Slot, ...] = ()
    moves: tuple[SlotEdit, ...] = ()
    exams: bool = False


class Lying:
    """Looks at the plan of one school."""

    def __init__(self, desk: Desk, reader: Reader) -> None:
        """Stand on the desk and the policy."""
        self._desk, self._reader = desk, reader

    def posts(self, by: Actor, entered: Iterable[DaysForm]) -> LyingPosts:
        """Give what is planned from today on for days that were just entered, and isn't out yet.

        Days that are neither off nor for exams, *open* ones for example, don't count.
        """
        with self._desk.look(by) as unit:
            today, trust = self._reader.today(unit), unit.trust.read()
            days = school_days(unit, self._reader.pack(unit).cadence, today)
            found: dict[str, Slot] = {}
            for form in entered:
                for slot in unit.planned.slots(max(form.first, today), form.last):
                    if is_free(days, slot.day) or is_quiet(days, slot.day):
                        found[slot.id] = slot
            out = {one.slot for one in unit.planned.out_for([one.id for one in found.values()])}
            slots = sorted(
                (one for one in found.values() if one.id not in out), key=lambda one: (one.day, one.topic)
            )
            moves = []
            for slot in slots:
                roles = roles_preparing(trust, by.person, today, slot.account)
                day = next_school_day(days, slot.day, without_exams=is_quiet(days, slot.day))
                if roles & PLANNERS and day is not None:
                    moves.append(SlotEdit(slot, replace(slot, day=day)))
        return LyingPosts(tuple(slots), tuple(moves), any(is_quiet(days, one.day) for one in slots))


def next_school_day(days: SchoolDays, day: date, *, without_exams: bool = False) -> date | None:
    """Give the first weekday after a day on which the school doesn't rest, or None where none is near."""

    def taken(one: date) -> bool:
        return is_free(days, one) or (without_exams and is_quiet(days, one))

    ahead = (day + DAY * number for number in range(1, _FARTHEST_DAYS))
    return next((one for one in ahead if one.weekday() <= _FRIDAY and not taken(one)), None)
