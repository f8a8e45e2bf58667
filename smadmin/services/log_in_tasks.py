"""What log-ins ask of whom today: untold ones, passwords that somebody gone knows, what runs out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.credentials import HOLDERS
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.publications import UNFINISHED
from smadmin.domain.publishers import Trouble
from smadmin.domain.token_end import TokenEnd, token_end
from smadmin.services.desk import Desk
from smadmin.services.log_in_standing import LogInStandings
from smadmin.services.role_holdings import RoleHoldings
from smadmin.services.roles import today_of
from smadmin.storage.unit import Unit


class TaskKind(StrEnum):
    """What is to be done."""

    REFUSED = "refused"  # a platform doesn't accept it any more, and a post waits for another
    ROTATE = "rotate"  # another password, because somebody gone knows this one
    TELL = "tell"  # communications looks at the changed log-in
    HOLDERS = "holders"  # look up who holds the page
    TOKEN = "token"  # noqa: S105  a name


@dataclass(frozen=True)
class LogInTask:
    """One thing to do with a log-in.

    Args:
        people: who knows it still, or is gone from a page; by name.
        day: when it was changed, last looked up, or ends.
        left: days until a token ends; 0 on its last, below once it is over.
    """

    kind: TaskKind
    account: Account
    people: tuple[str, ...]
    day: date
    left: int = 0


class LogInTasks:
    """What the log-ins of one school ask for."""

    def __init__(self, desk: Desk, standings: LogInStandings, holdings: RoleHoldings) -> None:
        """Stand on what is known of log-ins and of pages held by people."""
        self._desk, self._standings, self._holdings = desk, standings, holdings

    def brief(self, by: Actor) -> tuple[LogInTask, ...]:
        """Give what this person can do something about, the most urgent first."""
        with self._desk.look() as unit:
            trust, today = unit.trust.read(), today_of(unit, self._desk)
            school = unit.schools.get(self._desk.school)
            accounts = {one.id: one for one in unit.accounts.all() if one.stage is not AccountStage.CLOSED}
            ends = {one.id: one.tokens_end for one in unit.credentials.all()}
            refused = _refused(unit)
        names = {one: person.name for one, person in trust.people.items()}
        mine = {
            one for one in accounts if by.person is not None and trust.roles(by.person, today, one) & HOLDERS
        }

        standings = self._standings.all(by).values()
        untold = self._standings.waits_for(by, [one.account for one in standings if one.told is None])

        def found() -> Iterator[LogInTask]:
            for one_id in sorted(refused & mine):
                yield LogInTask(TaskKind.REFUSED, accounts[one_id], (), today)
            for one in standings:
                account, day = accounts.get(one.account), school.local(one.changed_at).date()
                if account is None or account.id not in mine:
                    continue
                if one.knew:
                    yield LogInTask(TaskKind.ROTATE, account, _named(names, one.knew), day)
                if account.id in untold:
                    yield LogInTask(TaskKind.TELL, account, (), day)
            for held in self._holdings.all(by):
                account = accounts.get(held.holding.id)
                if account is not None and account.id in mine and (held.due or held.gone or not held.signed):
                    gone = _named(names, held.gone)
                    yield LogInTask(TaskKind.HOLDERS, account, gone, held.holding.confirmed_on)
            for one_id in sorted(ends.keys() & mine):
                yield from _ending(accounts[one_id], ends[one_id], today)

        order = list(TaskKind)
        return tuple(sorted(found(), key=lambda task: order.index(task.kind)))


def _ending(account: Account, end: date | None, today: date) -> Iterator[LogInTask]:
    if end is not None and token_end(end, today) is not TokenEnd.FAR:
        yield LogInTask(TaskKind.TOKEN, account, (), end, (end - today).days)


def _refused(unit: Unit) -> frozenset[AccountId]:
    """Give the accounts on which a post waits since the platform refused the log-in, by the plain rows."""
    waiting = (one for step in UNFINISHED for one in unit.publications.find(step=step.value))
    return frozenset(one.account for one in waiting if one.sending and one.sending.trouble is Trouble.REFUSED)


def _named(names: dict[PersonId, str], people: frozenset[PersonId]) -> tuple[str, ...]:
    return tuple(sorted(names[one] for one in people if one in names))
