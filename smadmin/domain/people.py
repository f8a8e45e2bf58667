"""People of a school and what they may do. Staff only: a child is never a person here but a student.

A person's rights are grants, each a signed row of the record (`keys.md`); the principal designates
administrators account by account (BAL-A2).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smadmin.domain.account_mail import PERSONAL_PROVIDERS
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.patterns import pattern


class Role(StrEnum):
    """What somebody may do in a school."""

    ADMINISTRATOR = "administrator"
    REVIEWER = "reviewer"
    PRINCIPAL = "principal"
    DEPUTY = "deputy"
    COMMUNICATIONS = "communications"


EMPLOYED = "employed"
"""What `Person.statement` says of somebody who works for the school or the district."""

EMPLOYEES_ONLY = ("WIC-P7", "BAL-B1a", "YEL-M2")
"""The clauses that keep out volunteers, parents' clubs and students; a policy holds some of them."""

_NO_NAMES = frozenset(
    {
        "account", "admin", "administrator", "coach", "communications", "district", "media", "office", "page",
        "principal", "school", "secretary", "social", "staff", "team", "test", "the", "user", "webmaster",
    }
)  # fmt: skip
"""Words that name a post, an office or nobody; a name of nothing else is no person's."""

_WORD = r"[\p{L}\p{M}][\p{L}\p{M}'\u2019.-]*"
_LEAST_WORDS = 2


def employment_blockers(statement: str, quoted: tuple[str, str] | None = None) -> tuple[Reason, ...]:
    """Refuse whoever isn't an employee: no volunteer, no parents' club, no student speaks for the school.

    Args:
        statement: as it is to be signed.
        quoted: the clause of the policy in force (`EMPLOYEES_ONLY`), and what it says.
    """
    if statement == EMPLOYED:
        return ()
    if quoted is None:
        return (Reason(say("people.employees-only"), EMPLOYEES_ONLY[0], "employed"),)
    demand, says = quoted
    return (Reason(say("people.employees-only-quoted", clause=says), demand, "employed"),)


def name_blockers(name: str) -> tuple[Reason, ...]:
    """List why a name is nobody's real one: each act stands under it (YEL-M1, BLO-A1)."""
    words = name.split()
    if not words:
        return (Reason(say("people.name-missing"), "YEL-M1", "name"),)
    word_of_name = pattern(_WORD)
    bare = [word.strip(".,").casefold() for word in words]
    if len(words) < _LEAST_WORDS or not all(word_of_name.fullmatch(word.strip(",")) for word in words):
        return (Reason(say("people.name-whole"), "YEL-M1", "name"),)
    return (Reason(say("people.name-of-nobody"), "BLO-A1", "name"),) if set(bare) <= _NO_NAMES else ()


_ADDRESS = r"[^@\s]+@[^@\s]+\.[^@\s.]+"
_NUMBER = r"\+?[\d ()./-]+( ?(x|ext\.?) ?\d+)?"
_LEAST_DIGITS = 7


def contact_blockers(email: str, phone: str) -> tuple[Reason, ...]:
    """List what is no e-mail address and no telephone number; neither has to be there at once."""
    reasons = []
    if email and not pattern(_ADDRESS).fullmatch(email):
        reasons.append(Reason(say("people.email-odd"), None, "email"))
    digits = sum(one.isdigit() for one in phone)
    if phone and (digits < _LEAST_DIGITS or not pattern(_NUMBER).fullmatch(phone)):
        reasons.append(Reason(say("people.phone-odd"), None, "phone"))
    return tuple(reasons)


def contact_warnings(person: "Person") -> tuple[Reason, ...]:
    """List what is missing of how the school reaches somebody (WIC-P5), and a private mailbox (YEL-M1)."""
    reasons = []
    domain = person.email.rpartition("@")[2].casefold()
    if not person.email:
        reasons.append(Reason(say("people.no-email"), "WIC-P5", "email"))
    elif {domain, domain.split(".")[0]} & PERSONAL_PROVIDERS:
        reasons.append(Reason(say("people.email-private", domain=domain), "YEL-M1", "email"))
    if not person.phone:
        reasons.append(Reason(say("people.no-phone"), "WIC-P5", "phone"))
    return tuple(reasons)


OFFICE = frozenset({Role.PRINCIPAL, Role.DEPUTY})
"""Who answers for the school, and releases by that office itself."""

LEADING = OFFICE | {Role.COMMUNICATIONS}
"""Who answers for accounts and people of the whole school."""

WRITERS = frozenset({Role.ADMINISTRATOR, Role.COMMUNICATIONS})
"""Who writes: administrators whom the principal named (BAL-A2), communications for the district.

For which account is said by `naming.writes_for`.
"""

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

    def meets(self, other: "Grant") -> bool:
        """Tell whether there is a day on which both hold."""
        begins = max(self.starts, other.starts)
        return all(one.ends is None or begins <= one.ends for one in (self, other))

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
