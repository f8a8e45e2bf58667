"""People of a school and what they may do. Staff only: a child is never a person here but a student.

A person's rights are grants, each a signed row of the record (`keys.md`); the principal designates
administrators account by account (BAL-A2).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import AccountId, PersonId


class Role(StrEnum):
    """What somebody may do in a school."""

    ADMINISTRATOR = "administrator"
    REVIEWER = "reviewer"
    PRINCIPAL = "principal"
    DEPUTY = "deputy"
    COMMUNICATIONS = "communications"


OFFICE = frozenset({Role.PRINCIPAL, Role.DEPUTY})
"""Who answers for the school, and releases by that office itself."""

WRITERS = frozenset({Role.ADMINISTRATOR, Role.COMMUNICATIONS})
"""Who writes: administrators whom the principal named (BAL-A2), communications for the district."""

PUBLISHERS = WRITERS | {Role.REVIEWER} | OFFICE
"""Who may hand a released post out; the release itself needed another person."""


@dataclass(frozen=True)
class Person:
    """An employee, by real name. `statement` is who vouches for the employment (BAL-B1a)."""

    id: PersonId
    name: str
    email: str = ""
    phone: str = ""
    statement: str = ""

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are stored and signed."""
        return {
            "id": self.id,
            "name": self.name,
            "email": self.email,
            "phone": self.phone,
            "statement": self.statement,
        }

    @classmethod
    def from_plain(cls, value: dict[str, Plain]) -> "Person":
        """Read what `to_plain` gave."""
        return cls(
            id=PersonId(str(value["id"])),
            name=str(value["name"]),
            email=str(value["email"]),
            phone=str(value["phone"]),
            statement=str(value["statement"]),
        )


@dataclass(frozen=True)
class Grant:
    """A role of a person, dated, for one account or (None) for the whole school.

    Args:
        starts: first day, in the school's zone.
        ends: last day, or None while it isn't limited.
    """

    id: str
    person: PersonId
    role: Role
    starts: date
    account: AccountId | None = None
    ends: date | None = None

    def alive(self, on: date) -> bool:
        """Tell whether it holds on a day."""
        return self.starts <= on and (self.ends is None or on <= self.ends)

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are stored and signed."""
        return {
            "id": self.id,
            "person": self.person,
            "role": self.role.value,
            "starts": self.starts.isoformat(),
            "account": self.account,
            "ends": None if self.ends is None else self.ends.isoformat(),
        }

    @classmethod
    def from_plain(cls, value: dict[str, Plain]) -> "Grant":
        """Read what `to_plain` gave."""
        account, ends = value["account"], value["ends"]
        return cls(
            id=str(value["id"]),
            person=PersonId(str(value["person"])),
            role=Role(str(value["role"])),
            starts=date.fromisoformat(str(value["starts"])),
            account=None if account is None else AccountId(str(account)),
            ends=None if ends is None else date.fromisoformat(str(ends)),
        )
