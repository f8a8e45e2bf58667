"""Administrators who are named for no account, told to whoever may name them (BAL-A2).

They see the screens and submit nothing; nobody would tell the principal, who let them in a while ago.
"""

from dataclasses import dataclass

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.naming import namer_blockers, writes_for
from smadmin.domain.people import Person, Role
from smadmin.services.desk import Desk
from smadmin.services.listed import colleagues_of
from smadmin.services.roles import today_of


@dataclass(frozen=True)
class Unnamed:
    """Somebody named for no account.

    Args:
        account: where naming them would help first: one that nobody administers, else the first.
    """

    person: Person
    account: Account


def unnamed(desk: Desk, by: Actor) -> tuple[Unnamed, ...]:
    """Give the administrators named for no account, for who may name for one; nothing for others."""
    with desk.look(by) as unit:
        trust, today = unit.trust.read(), today_of(unit, desk)
        accounts = [one for one in unit.accounts.all() if one.stage is not AccountStage.CLOSED]
        mine = [one for one in accounts if not namer_blockers(trust, by.person, one, today)]
        if not mine:
            return ()
        first = next((one for one in mine if not trust.holders(Role.ADMINISTRATOR, today, one.id)), mine[0])
        return tuple(
            Unnamed(one.person, first)
            for one in colleagues_of(trust, today)
            if Role.ADMINISTRATOR in one.roles
            and one.person.id != by.person
            and not one.left
            and not any(writes_for(trust, one.person.id, account, today) for account in accounts)
        )
