"""Weeks as the record's rows alone list them: signed, owed, how long one goes on. Nothing here is proven.

What decides anything asks `services.plan`; these are for screens that need no whole check. `mute` are the
places of rows that count for nothing, where that is known (`Desk.mute`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.canonical import parse
from smadmin.domain.ids import SlotId
from smadmin.domain.plan import PLAN_GOES_ON, Slot, WeekPlan, monday_of
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week import WEEK
from smadmin.services.week_signatures import PLAN_PART, SIGNING_ACTS, signed_slots
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class SignedUntil:
    """The last week that somebody signed, as the record's rows say (not proven), and how long it goes on."""

    monday: date

    @property
    def last_day(self) -> date:
        """The last day on which its topics hold."""
        return self.monday + WEEK + PLAN_GOES_ON - timedelta(days=1)


def is_signed(unit: Unit, monday: date, mute: Collection[int] = ()) -> bool:
    """Tell whether a week is signed, by the record's rows alone: for lists only."""
    return bool(_listed(unit, monday, mute)[0])


def is_owed(unit: Unit, monday: date, mute: Collection[int] = ()) -> bool:
    """Tell whether a week's signature waits for its countersignature, by the rows alone: for lists only."""
    return _listed(unit, monday, mute)[0][-1:] == [Act.ENTER_WEEK]


def signed_until(unit: Unit, today: date, mute: Collection[int] = ()) -> SignedUntil | None:
    """Give the last signed week that still goes on, by the record's rows alone: for lists only.

    One whose countersignature is due holds for its own week alone; into one that was withdrawn none goes on.
    """
    this = monday_of(today)
    for monday in (this - back * WEEK for back in range(PLAN_GOES_ON // WEEK + 1)):
        signed, withdrawn, _rows = _listed(unit, monday, mute)
        if signed and (monday == this or signed[-1] != Act.ENTER_WEEK):
            return SignedUntil(monday)
        if withdrawn:
            break
    return None


def struck_of(unit: Unit, slots: Collection[Slot], monday: date, mute: Collection[int]) -> frozenset[SlotId]:
    """Give which of a week's posts whoever signed it last left out, by the rows alone: for lists only."""
    rows = _listed(unit, monday, mute)[2]
    part = unit.record.part(rows[-1], PLAN_PART) if rows else None
    try:
        plain = None if part is None else parse(part.content)
    except ValueError:
        plain = None
    struck = signed_slots(plain.get("struck")) if isinstance(plain, dict) else ()
    plan = WeekPlan(monday, (), struck=struck)
    return frozenset(one.id for one in slots if plan.leaves_out(one))


def _listed(unit: Unit, monday: date, mute: Collection[int]) -> tuple[list[str], bool, list[int]]:
    """Give by which acts a week is signed, the newest last, whether it was withdrawn, and their rows."""
    signed, withdrawn, rows = list[str](), False, list[int]()
    for row in unit.record.about(Noun.WEEKS, monday.isoformat()):
        if row.seq in mute:
            continue
        if row.act in SIGNING_ACTS:
            signed.append(row.act)
            rows.append(row.seq)
        elif row.act in {Act.UNDO_WEEK, Act.COUNTERSIGN} and signed:
            undone = row.act == Act.UNDO_WEEK
            signed[-1:], rows[-1:] = ([], []) if undone else ([Act.SIGN_WEEK], rows[-1:])
        elif row.act == Act.WITHDRAW_WEEK:
            signed, withdrawn, rows = [], True, []
    return signed, withdrawn, rows
