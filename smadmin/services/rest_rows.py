"""What keeps an account from being called overdue, held against the rows that let it rest.

Holds, excuses, the day it went live and its own promise lie in its plain row, for the cadence has no key:
whoever writes into the store could excuse an account for a year. What only makes it due earlier is no fault.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.cadence import EXCUSE_PART, LONGEST_EXCUSE, Pause, PauseKind, begun, stopped
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.domain.records import Part
from smadmin.domain.schools import School
from smadmin.domain.verification import Fault
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.found_rows import told_by
from smadmin.services.holds import Holds
from smadmin.services.proof import Fact
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

TELLS, _NOT_HELD = "account", Holds()


@dataclass(frozen=True)
class _Signed:
    """An account as its rows have it, so far.

    Args:
        promised: the days of its own promise; None where no row tells.
        ends: whether it was closed.
    """

    pauses: tuple[Pause, ...] = ()
    holds: Holds = _NOT_HELD
    live_since: date | None = None
    promised: int | None = None
    ends: bool = False

    def held(self, fact: Fact, day: date) -> "_Signed":
        """Give it after the next row, with the hold that it begins or ends."""
        holds, ends = self.holds.after(fact), self.ends or fact.body.act == Act.CLOSE
        pauses = self.pauses
        if ends or not holds.any:
            pauses = stopped(pauses, day, PauseKind.HOLD)
        elif not self.holds.any:
            pauses = (*pauses, Pause(PauseKind.HOLD, day))
        live = fact.body.act == Act.GO_LIVE and self.live_since is None and not self.ends
        return replace(
            self, pauses=pauses, holds=holds, live_since=day if live else self.live_since, ends=ends
        )


_NOBODY = _Signed()
"""What stands of an account that no row is about."""


class SignedRests:
    """What the record says of each account's rest; take its rows in order, then ask for the faults."""

    def __init__(self, school: School) -> None:
        """Begin before the first row; `school` has the zone in which days are counted."""
        self._school = school
        self._accounts: dict[str, _Signed] = {}

    def take(self, fact: Fact, stored: StoredRow, parts: Mapping[str, Part | None]) -> None:
        """Take the next row that can be read; all but those of accounts are passed by."""
        if fact.body.noun != Noun.ACCOUNTS or fact.body.id is None:
            return
        day = self._school.local(fact.body.utc).date()
        known = self._accounts.get(fact.body.id, _NOBODY).held(fact, day)
        if fact.body.act == Act.END_EXCUSE:
            known = replace(known, pauses=stopped(known.pauses, day))
        elif fact.body.act == Act.EXCUSE:
            until = _until(stored, parts, day)
            known = known if until is None else replace(known, pauses=begun(known.pauses, day, until))
        elif TELLS in fact.body.parts:
            told = told_by(stored, parts, TELLS)
            if told.said or told.unread:  # taken out it says nothing: what was promised before stands
                promised = told.said.get("promised_days")
                known = replace(known, promised=promised if isinstance(promised, int) and promised else None)
        self._accounts[fact.body.id] = known

    def faults(self, unit: Unit) -> Iterator[Fault]:
        """Give the accounts that rest without anybody having signed it."""
        try:
            lying: dict[str, Account] = {one.id: one for one in unit.accounts.all()}
        except KnownError:  # somebody wrote what is no account
            yield Fault(0, say("records.accounts-unreadable"))
            return
        gone = [one for one in self._accounts if one not in lying and self._accounts[one].live_since]
        if gone:
            yield Fault(0, say("records.accounts-gone", n=len(gone)))
        for one in lying.values():
            if not _bears_out(self._accounts.get(one.id, _NOBODY), one):
                yield Fault(0, say("records.rests-unsigned", account=one.label))


def _until(stored: StoredRow, parts: Mapping[str, Part | None], day: date) -> date | None:
    """Give an excuse's last day, the latest that there could be where it can't be read."""
    told = told_by(stored, parts, EXCUSE_PART)
    latest = day + LONGEST_EXCUSE
    if told.unread:
        return latest
    with suppress(ValueError):  # signed, and yet no day
        return min(date.fromisoformat(str(told.said.get("until"))), latest)
    return None


def _bears_out(signed: _Signed, one: Account) -> bool:
    """Tell whether rows let an account rest as the store says that it does."""
    held = signed.holds.any and not signed.ends
    stopped_as = {AccountStage.CLOSED: signed.ends, AccountStage.ON_HOLD: held}
    live, promised = signed.live_since, signed.promised
    return (
        stopped_as.get(one.stage, True)
        and (live is None or (one.live_since is not None and one.live_since <= live))
        and (promised is None or (one.promised_days is not None and one.promised_days <= promised))
        and all(any(_within(pause, other) for other in signed.pauses) for pause in one.pauses)
    )


def _within(pause: Pause, other: Pause) -> bool:
    ends = other.last is None or (pause.last is not None and pause.last <= other.last)
    return pause.kind is other.kind and other.first <= pause.first and ends
