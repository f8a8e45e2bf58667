"""Weeks as the record's rows alone list them: signed, owed, how long one goes on. Nothing here is proven.

What decides anything asks `services.plan`; these are for screens that need no whole check. `mute` are the
places of rows that count for nothing, where that is known (`Desk.mute`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.plan import PLAN_GOES_ON, monday_of
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week import WEEK
from smadmin.services.week_signatures import SIGNING_ACTS
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
        signed, withdrawn = _listed(unit, monday, mute)
        if signed and (monday == this or signed[-1] != Act.ENTER_WEEK):
            return SignedUntil(monday)
        if withdrawn:
            break
    return None


def _listed(unit: Unit, monday: date, mute: Collection[int]) -> tuple[list[str], bool]:
    """Give by which acts a week is signed, the newest last, and whether it was withdrawn before."""
    signed, withdrawn = list[str](), False
    for row in unit.record.about(Noun.WEEKS, monday.isoformat()):
        if row.seq in mute:
            continue
        if row.act in SIGNING_ACTS:
            signed.append(row.act)
        elif row.act in {Act.UNDO_WEEK, Act.COUNTERSIGN} and signed:
            signed[-1:] = [] if row.act == Act.UNDO_WEEK else [Act.SIGN_WEEK]
        elif row.act == Act.WITHDRAW_WEEK:
            signed, withdrawn = [], True
    return signed, withdrawn
