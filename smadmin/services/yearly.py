"""Once a year somebody who holds a log-in says that it still works (BAL-B1b4). The rows say when, and who.

Keeping a log-in counts, too: whoever typed it in has just used it. A password that was made here doesn't,
until somebody says that they logged in with it: the platform may still have the one before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.rights import who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.yearly import Stage, due_on, set_by, set_stage, stage
from smadmin.services.desk import Desk
from smadmin.services.kept_rows import KeptRow, Password, keeps_log_in, password_since
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.roles import any_roles, today_of
from smadmin.storage.unit import Unit

_NEVER = len(Stage)


@dataclass(frozen=True)
class Confirmed:
    """When a log-in was last known to be right.

    Args:
        by: the name of who said so.
        due: the day by which it is to be said again.
        password: the day since which its password is this one; None where it has none.
        unset: whether it was made here on that day, and nobody logged in with it since.
    """

    account: Account
    on: date
    by: str
    due: date
    stage: Stage
    password: date | None = None
    unset: bool = False


class YearlyConfirmations:
    """The yearly confirmation of log-ins."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def of(self, by: Actor, account: AccountId) -> Confirmed | None:
        """Tell when an account's log-in was last confirmed; None: none is kept here."""
        with self._desk.look(by) as unit:
            if unit.credentials.maybe(account) is None:
                return None
            return _confirmed(self._proof.now(unit), unit.accounts.get(account), today_of(unit, self._desk))

    def brief(self, by: Actor) -> tuple[Confirmed, ...]:
        """Give what somebody is reminded of: their own accounts', and for the office what is due.

        The most urgent first. Communications hears of it a month later.
        """
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            found, kept = [], {one.id for one in unit.credentials.all()}
            for account in unit.accounts.all():
                if account.stage is AccountStage.CLOSED or account.id not in kept:
                    continue
                one = _confirmed(proven, account, today)
                if one is not None and one.stage >= hears_from(proven, by, account, today):
                    found.append(one)
        return tuple(sorted(found, key=lambda one: one.due))

    def blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List why this person can't confirm an account's log-in."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            return tuple(_reasons(unit, proven, by, account, today_of(unit, self._desk)))

    def confirm(self, by: Actor, account: AccountId) -> Changes:
        """Sign that an account's log-in works and is what is kept here (a deed).

        Raises:
            NotAllowed: to who doesn't hold it, or where none is kept.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            proven = self._proof.now(deed.unit)
            reasons = tuple(_reasons(deed.unit, proven, by, account, today_of(deed.unit, self._desk)))
            if reasons:
                raise NotAllowed(reasons)
            deed.record(Act.CONFIRM_LOG_IN, Noun.CREDENTIALS, account)
        return Changes.of("credentials", [account])


def _confirmed(proven: Proven, account: Account, today: date) -> Confirmed | None:
    trust, (last, unset) = proven.trust, _newest(proven, account.id)
    if last is None:
        return None
    on = trust.day_of(last.moment)
    person = trust.people.get(last.body.person or PersonId(""))
    return Confirmed(
        account=account,
        on=on,
        by="" if person is None else person.name,
        due=set_by(on) if unset else due_on(on),
        stage=set_stage(on, today) if unset else stage(on, today),
        password=password_since(proven, account.id),
        unset=unset,
    )


def _newest(proven: Proven, account: AccountId) -> tuple[Fact | None, bool]:
    """Give the newest row that says a log-in is right: typed, or tried. Locking it anew says nothing.

    Or, and that it is one, the row that kept a password which was made here and hasn't been tried: whatever
    else of the log-in is typed afterwards says nothing about that password.
    """
    typed: Fact | None = None
    for fact in reversed(proven.about(Noun.CREDENTIALS, account)):
        if fact.body.person is None:
            continue
        if fact.body.act == Act.CONFIRM_LOG_IN:
            return typed or fact, False
        row = KeptRow.of(proven, fact) if keeps_log_in(proven, fact) else None
        if row is None or not row.changed:
            continue
        if row.unset:
            return fact, True
        if row.password is not Password.SAME:
            return typed or fact, False
        typed = typed or fact
    return typed, False


def hears_from(proven: Proven, by: Actor, account: Account, today: date) -> int:
    """Give from which stage on somebody is told: whoever writes for it first, the district last."""
    roles = any_roles(proven.trust, by.person, today)
    here = frozenset() if by.person is None else proven.trust.roles(by.person, today, account.id)
    if Role.ADMINISTRATOR in here:
        return Stage.SOON
    if roles & OFFICE:
        return Stage.DUE
    return Stage.LATE if Role.COMMUNICATIONS in roles else _NEVER


def _reasons(unit: Unit, proven: Proven, by: Actor, account: AccountId, today: date) -> Iterator[Reason]:
    holds = who_may(Noun.CREDENTIALS, Act.CONFIRM_LOG_IN)
    if by.person is None or not proven.trust.roles(by.person, today, account) & holds:
        yield Reason(say("yearly.not-yours"), None, f"account:{account}")
    if unit.credentials.maybe(account) is None:
        yield Reason(say("yearly.none-kept"), None, f"account:{account}")
