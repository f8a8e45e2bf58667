"""Standing permissions with names, for the principal who gives them. Only reads; `Approvals` gives and takes.

One lets an administrator release text-only posts on planned topics alone, for a school year at most.
"""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.people import Person, Role
from smadmin.services.approvals import Approvals
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.releases import Facts


@dataclass(frozen=True)
class PermissionLine:
    """A standing permission with names."""

    id: str
    person: str
    accounts: tuple[Account, ...]
    starts: date
    ends: date


@dataclass(frozen=True)
class PermissionSheet:
    """The standing permissions, and what is needed to give one.

    Args:
        may_give: whether this person is the principal.
        people: whom it could be given to: administrators but for this person, by name.
    """

    lines: tuple[PermissionLine, ...]
    may_give: bool
    people: tuple[Person, ...]
    accounts: tuple[Account, ...]
    today: date


class Standing:
    """The standing permissions of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof, approvals: Approvals) -> None:
        """Stand on the desk, the policy, the proven record and who gives them."""
        self._desk = desk
        self._proof = proof
        self._approvals = approvals
        self._facts = Facts(desk, reader)

    def permissions(self, by: Actor) -> PermissionSheet:
        """Give the standing permissions with names, and who could be given one."""
        held = self._approvals.permissions(by)
        with self._desk.look(by) as unit:
            trust, today = self._proof.now(unit).trust, self._facts.today(unit)
            accounts = unit.accounts.all()
            people = [
                person
                for person in trust.people.values()
                if person.id != by.person and Role.ADMINISTRATOR in trust.any_roles(person.id, today)
            ]
            return PermissionSheet(
                tuple(
                    PermissionLine(
                        id=one.id,
                        person=trust.people[one.person].name if one.person in trust.people else "",
                        accounts=tuple(account for account in accounts if account.id in one.accounts),
                        starts=one.starts,
                        ends=one.ends,
                    )
                    for one in held
                ),
                may_give=Role.PRINCIPAL in self._facts.roles(unit, trust, by.person, ()),
                people=tuple(sorted(people, key=lambda one: one.name)),
                accounts=accounts,
                today=today,
            )
