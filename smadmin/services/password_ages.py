"""How old the passwords of a school's accounts are, from the signed rows that kept them.

Locking a log-in anew for others makes its password no younger, nor does another seed or access token.
"""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.ids import AccountId
from smadmin.domain.password_age import age_stage, change_due
from smadmin.domain.yearly import Stage
from smadmin.services.desk import Desk
from smadmin.services.kept_rows import password_since
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import today_of
from smadmin.services.yearly import hears_from
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class Aged:
    """How old a password is.

    Args:
        since: the day since which it is this one.
        due: the day by which the policy wants another; None where it says nothing of it.
    """

    account: Account
    since: date
    due: date | None
    stage: Stage


class PasswordAges:
    """The ages of one school's passwords."""

    def __init__(self, desk: Desk, proof: Proof, reader: Reader) -> None:
        """Stand on the desk, the proven record and the policy."""
        self._desk, self._proof, self._reader = desk, proof, reader

    def of(self, by: Actor, account: AccountId) -> Aged | None:
        """Tell how old an account's password is; None where it has none, or none is kept."""
        with self._desk.look(by) as unit:
            found, today = unit.accounts.get(account), today_of(unit, self._desk)
            return self._aged(unit, self._proof.now(unit), found, today)

    def brief(self, by: Actor) -> tuple[Aged, ...]:
        """Give the passwords whose age somebody is told, the oldest first; as for `YearlyConfirmations`."""
        with self._desk.look(by) as unit:
            if self._reader.pack(unit).password_months is None:
                return ()
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            found = []
            for account in unit.accounts.all():
                if account.stage is AccountStage.CLOSED:
                    continue
                one = self._aged(unit, proven, account, today)
                if one is not None and one.stage >= hears_from(proven, by, account, today):
                    found.append(one)
        return tuple(sorted(found, key=lambda one: one.since))

    def _aged(self, unit: Unit, proven: Proven, account: Account, today: date) -> Aged | None:
        since, months = password_since(proven, account.id), self._reader.pack(unit).password_months
        if since is None:
            return None
        due = None if months is None else change_due(since, months)
        return Aged(account, since, due, age_stage(since, today, months))
