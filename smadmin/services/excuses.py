"""The principal's excuse for a silent account: dated, with a reason, and over by itself (BAL-B1e1, YEL-C3).

The other two ways out of a long silence are handing the account over and closing it.
"""

from dataclasses import dataclass, replace
from datetime import date

from smadmin.domain.accounts import AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.cadence import EXCUSE_PART, begun, excuse_blockers, excused_until, stopped
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.rights import who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in
from smadmin.services.desk import Desk
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.roles import day_of, refuse, roles_for, today_of
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class ExcuseView:
    """What is said of an account's excuse.

    Args:
        until: its last day, None where none holds.
        blockers: why this person may not give one or take it back.
        why: the reason that was given; empty where it was erased.
        said_by: by name; empty where nobody is known.
    """

    today: date
    until: date | None
    blockers: tuple[Reason, ...]
    why: str = ""
    said_by: str = ""
    said_on: date | None = None


class Excuses:
    """Excuses of one school's accounts."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def view(self, by: Actor, account: AccountId) -> ExcuseView:
        """Give the excuse that holds today, as the record has it, and why this person can't change it."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            until = excused_until(unit.accounts.get(account).pauses, today)
            reasons = self._roles_reasons(proven.trust, by, account, today)
            view = ExcuseView(today, until, reasons)
            return view if until is None else _with_row(view, unit, proven, account)

    def blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List why this person may not excuse an account now."""
        with self._desk.look() as unit:
            return self._reasons(unit, unit.trust.read(), by, account)

    def excuse(self, by: Actor, account: AccountId, *, until: date, why: str) -> Changes:
        """Ask nothing of an account up to a day, that day included (a deed).

        Raises:
            NotAllowed: for anybody but principal and deputy, without a reason, for a day that is over or far.
        """
        with self._desk.deed(by) as deed:
            today = day_of(deed)
            refuse(self._reasons(deed.unit, deed.trust, by, account))
            refuse(excuse_blockers(until, why, today))
            found = deed.unit.accounts.get(account)
            deed.unit.accounts.change(replace(found, pauses=begun(found.pauses, today, until)))
            part = {EXCUSE_PART: {"until": until.isoformat(), "why": why.strip()}}
            deed.record(Act.EXCUSE, Noun.ACCOUNTS, account, parts=part)
        return Changes.of("accounts", [account]) | Changes.of("plan", [account])

    def end(self, by: Actor, account: AccountId) -> Changes:
        """End an excuse before its day (a deed).

        Raises:
            NotAllowed: for anybody but principal and deputy, or where none holds.
        """
        with self._desk.deed(by) as deed:
            today, found = day_of(deed), deed.unit.accounts.get(account)
            refuse(self._roles_reasons(deed.trust, by, account, today))
            if excused_until(found.pauses, today) is None:
                raise NotAllowed((Reason(say("excuses.none"), None, f"account:{account}"),))
            deed.unit.accounts.change(replace(found, pauses=stopped(found.pauses, today)))
            deed.record(Act.END_EXCUSE, Noun.ACCOUNTS, account)
        return Changes.of("accounts", [account]) | Changes.of("plan", [account])

    def _reasons(self, unit: Unit, trust: Trust, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        found = unit.accounts.get(account)
        reasons = self._roles_reasons(trust, by, account, today_of(unit, self._desk))
        if found.stage is AccountStage.LIVE:
            return reasons
        not_live = say("accounts.not-live", account=found.label)
        return (*reasons, Reason(not_live, None, f"account:{account}"))

    def _roles_reasons(self, trust: Trust, by: Actor, account: AccountId, today: date) -> tuple[Reason, ...]:
        if roles_for(trust, by.person, today, account) & who_may(Noun.ACCOUNTS, Act.EXCUSE):
            return ()
        return (Reason(say("excuses.office-only"), None, f"account:{account}"),)


def excused_why(proven: Proven, account: AccountId) -> str:
    """Give the reason of an account's newest excuse; empty where it was erased, or where there was none."""
    fact = _newest(proven, account)
    return "" if fact is None else _why(proven, fact)


def _newest(proven: Proven, account: AccountId) -> Fact | None:
    rows = reversed(proven.about(Noun.ACCOUNTS, account))
    return next((one for one in rows if one.body.act == Act.EXCUSE), None)


def _why(proven: Proven, fact: Fact) -> str:
    return str((proven.part(fact, EXCUSE_PART) or {}).get("why", ""))


def _with_row(view: ExcuseView, unit: Unit, proven: Proven, account: AccountId) -> ExcuseView:
    """Add who gave an excuse, when and why, by its newest row."""
    fact = _newest(proven, account)
    if fact is None:
        return view
    day = unit.schools.get(unit.school).local(fact.moment).date()
    named = name_in(proven, fact.body.person)
    return replace(view, why=_why(proven, fact), said_by=named, said_on=day)
