"""Credentials: the log-in of an account, sealed to the people who may open it (`keys.md`, Credential).

The same bytes lie in the OS keyring and in the store; the higher version wins. Their digest stands in a
signed row, because a sealed file doesn't say who wrote it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from smadmin.domain.ids import AccountId, KeyId, PersonId, SchoolId
from smadmin.domain.keys import Key, KeyKind, Trust
from smadmin.domain.log_ins import LogIn, SecondStep
from smadmin.domain.people import Person, Role


class Doubt(StrEnum):
    """What is odd about a log-in, without saying anything of what it holds."""

    ELSEWHERE = "elsewhere"  # its mailbox isn't the school's
    SOMEBODYS = "somebodys"  # its mailbox is one person's
    PHONE = "phone"  # its second step is on somebody's phone
    WEAK = "weak"  # the password is easy to guess


@dataclass(frozen=True)
class Credential:
    """A sealed log-in. `id` is the account's.

    Args:
        sealed: the age file, hex.
        sha256: digest of the sealed bytes as the signed row names it, hex.
        recipients: ids of the keys that open it.
        doubts: what was odd about it when it was kept, so that the register can say so unopened.
        tokens_end: the day on which the first of its tokens ends.
        typed_at: when anything of it was typed last, not only locked for others; unproven, for the tray.
        password_at: since when its password is this one; None where it has none. Unproven, too.
    """

    id: AccountId
    school: SchoolId
    sealed: str
    sha256: str
    recipients: tuple[KeyId, ...]
    changed_at: datetime
    changed_by: PersonId
    seq: int
    version: int = 1
    doubts: tuple[Doubt, ...] = ()
    tokens_end: date | None = None
    typed_at: datetime | None = None
    password_at: datetime | None = None


HOLDERS = frozenset({Role.ADMINISTRATOR, Role.PRINCIPAL, Role.DEPUTY, Role.COMMUNICATIONS})
"""Who may open and keep a log-in: an account's administrators, and the three offices."""


def recipients(trust: Trust, account: AccountId, on: date) -> tuple[Key, ...]:
    """Give the keys a log-in is sealed to: the account's administrators, the three offices, root."""
    people = {person for role in HOLDERS for person in trust.holders(role, on, account)}
    keys = [
        key
        for key in trust.keys.values()
        if not key.retired and (key.id == trust.root or (key.kind is KeyKind.PERSON and key.person in people))
    ]
    return tuple(sorted(keys, key=lambda key: KeyId(key.id)))


def doubts_of(
    log_in: LogIn, *, people: Collection[Person], domains: tuple[str, ...], weak: bool
) -> tuple[Doubt, ...]:
    """List what is odd about a log-in: it would leave with a person, or be guessed (BAL-B1b2).

    Args:
        log_in: what was typed.
        people: everybody who is on the record here; a mailbox under one's name is theirs.
        domains: the school's own.
        weak: whether the password is easy to guess.
    """
    found = []
    box, _, domain = log_in.mailbox.strip().casefold().rpartition("@")
    if box and not any(domain == own.casefold() or domain.endswith(f".{own.casefold()}") for own in domains):
        found.append(Doubt.ELSEWHERE)
    elif box and any(_is_theirs(box, f"{box}@{domain}", person) for person in people):
        found.append(Doubt.SOMEBODYS)
    if log_in.second is SecondStep.PHONE and not log_in.seed:
        found.append(Doubt.PHONE)
    return (*found, Doubt.WEAK) if weak else tuple(found)


def _is_theirs(box: str, address: str, person: Person) -> bool:
    family = person.name.split()[-1].casefold() if person.name.split() else ""
    return address == person.email.casefold() or (len(family) >= _LEAST_FAMILY and family in box)


_LEAST_FAMILY = 4
"""A shorter family name stands in too many words (*Lee* in *sleep*)."""
