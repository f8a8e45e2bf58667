"""What the signed rows have let in: keys, people, roles, pins, lists, and the school, as values.

`keys.Trust` is this state and what a row makes of it; here nothing is judged. The bytes that `stored` gives
lie in the tables and under every row's digest, so their form is for ever.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.ids import AccountId, KeyId, PersonId, SeatId
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.records import crockford, state_digest
from smadmin.domain.reviewers import Lists
from smadmin.domain.schools import School


class KeyKind(StrEnum):
    """What a key stands for."""

    ROOT = "root"
    SEAT = "seat"
    PERSON = "person"
    REVIEWER = "reviewer"  # let in by the code of a signed list


def key_id(public: bytes, recipient: str) -> KeyId:
    """Name a key by its two public halves: 16 bytes of SHA-256, in hex."""
    return KeyId(hashlib.sha256(public + recipient.encode()).digest()[:16].hex())


def fingerprint(key: KeyId) -> str:
    """Give the 16 letters of a key that people type to each other."""
    return crockford(bytes.fromhex(key)[:10])


@dataclass(frozen=True)
class Key:
    """A key's public half. `public` is Ed25519 (32 bytes), `recipient` an age recipient."""

    public: bytes
    recipient: str
    kind: KeyKind
    person: PersonId | None = None
    seat: SeatId | None = None
    retired: bool = False

    @property
    def id(self) -> KeyId:
        """The id follows from the halves, so a row can't name one key and hold another."""
        return key_id(self.public, self.recipient)

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are stored and signed."""
        return {
            "public": self.public.hex(),
            "recipient": self.recipient,
            "kind": self.kind.value,
            "person": self.person,
            "seat": self.seat,
            "retired": self.retired,
        }

    @classmethod
    def from_plain(cls, value: dict[str, Plain]) -> "Key":
        """Read what `to_plain` gave."""
        person, seat = value["person"], value["seat"]
        return cls(
            public=bytes.fromhex(str(value["public"])),
            recipient=str(value["recipient"]),
            kind=KeyKind(str(value["kind"])),
            person=None if person is None else PersonId(str(person)),
            seat=None if seat is None else SeatId(str(seat)),
            retired=value["retired"] is True,
        )


@dataclass(frozen=True)
class Left:
    """That somebody is on the way out (`domain/leavers.py`).

    Args:
        departure: whose row began it.
        by: who says so.
        by_office: whether principal, deputy or communications began it.
    """

    departure: str
    by: PersonId
    by_office: bool

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are stored."""
        return {"departure": self.departure, "by": self.by, "by_office": self.by_office}

    @classmethod
    def from_plain(cls, value: Mapping[str, Plain]) -> "Left":
        """Read what `to_plain` gave."""
        return cls(str(value["departure"]), PersonId(str(value["by"])), value["by_office"] is True)


@dataclass(frozen=True)
class Trusted:
    """Everything that signed rows have let in, as it stands at one place of the chain."""

    root: KeyId | None = None
    keys: Mapping[KeyId, Key] = field(default_factory=dict)
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    grants: Mapping[str, Grant] = field(default_factory=dict)
    pins: Mapping[AccountId, str] = field(default_factory=dict)
    school_keys: Mapping[int, str] = field(default_factory=dict)
    school: School | None = None
    lists: Lists = field(default_factory=Lists)
    leaving: Mapping[PersonId, Left] = field(default_factory=dict)
    """Who is on the way out; it lies with the person, whose row is as ever while they aren't."""

    def stored(self) -> dict[str, bytes]:
        """Give each entry's stored bytes under `table/id`, as the caches and the digest hold them."""
        rows: dict[str, bytes] = {
            f"key/{id_}": canonical({**key.to_plain(), "root": id_ == self.root})
            for id_, key in self.keys.items()
        }
        rows |= {
            f"person/{id_}": canonical({**person.to_plain(), **self._way_out(id_)})
            for id_, person in self.people.items()
        }
        rows |= {f"role/{id_}": canonical(grant.to_plain()) for id_, grant in self.grants.items()}
        rows |= {f"pin/{id_}": canonical({"platform_id": pin}) for id_, pin in self.pins.items()}
        rows |= {f"school_key/{no}": canonical({"sha256": sha}) for no, sha in self.school_keys.items()}
        rows |= {f"reviewer_list/{id_}": canonical(one.to_plain()) for id_, one in self.lists.held.items()}
        if self.school is not None:
            rows[f"school/{self.school.id}"] = canonical(self.school.to_plain())
        return rows

    def _way_out(self, person: PersonId) -> dict[str, Plain]:
        left = self.leaving.get(person)
        return {} if left is None else {"leaving": left.to_plain()}

    def digest(self) -> str:
        """Digest the whole state; stands in each row as `trust`."""
        return self._digest

    @cached_property
    def _digest(self) -> str:
        """Worked out once: a state is never changed, only followed by another."""
        return state_digest(self.stored())

    def key_alive(self, key: KeyId) -> Key | None:
        """Give a key that may sign now, or None."""
        found = self.keys.get(key)
        return None if found is None or found.retired else found

    def day_of(self, moment: datetime) -> date:
        """Give the day of a moment at the school, by which grants begin and end (`Grant.starts`)."""
        try:
            return moment.date() if self.school is None else self.school.local(moment).date()
        except OverflowError:  # somebody wrote the first or last day of all time
            return moment.date()

    def roles(self, person: PersonId, on: date, account: AccountId | None = None) -> frozenset[Role]:
        """Give a person's roles on a day: of the school, or towards `account` where one is named.

        An administrator of the school is designated for none of its accounts by that: the principal names
        them for each (BAL-A2).
        """
        here = self._alive_at(person, account, on)
        if account is None:
            return here
        return here | (self._alive_at(person, None, on) - {Role.ADMINISTRATOR})

    def roles_preparing(self, person: PersonId, on: date, account: AccountId) -> frozenset[Role]:
        """Give with which roles a person prepares for an account: those of the whole school count as well."""
        return self._alive_at(person, None, on) | self._alive_at(person, account, on)

    def _alive_at(self, person: PersonId, account: AccountId | None, on: date) -> frozenset[Role]:
        held = self._grants_at.get((person, account), ())
        return frozenset(grant.role for grant in held if grant.alive(on))

    def any_roles(self, person: PersonId | None, on: date) -> frozenset[Role]:
        """Give a person's roles on a day, those for single accounts included."""
        return frozenset(grant.role for grant in self.grants_of(person, on))

    def grants_of(self, person: PersonId | None, on: date) -> tuple[Grant, ...]:
        """Give what a person holds on a day, for the school and for single accounts."""
        held = () if person is None else self._grants_to.get(person, ())
        return tuple(one for one in held if one.alive(on))

    def holders(self, role: Role, on: date, account: AccountId | None = None) -> tuple[PersonId, ...]:
        """Give who holds a role on a day, by id."""
        return tuple(sorted(p for p in self.people if role in self.roles(p, on, account)))

    @cached_property
    def _grants_to(self) -> Mapping[PersonId, Sequence[Grant]]:
        """Grants by person: with 2,000 accounts going through all of them for each question takes seconds."""
        found: dict[PersonId, list[Grant]] = {}
        for grant in self.grants.values():
            found.setdefault(grant.person, []).append(grant)
        return found

    @cached_property
    def _grants_at(self) -> Mapping[tuple[PersonId, AccountId | None], Sequence[Grant]]:
        """Grants by person and account."""
        found: dict[tuple[PersonId, AccountId | None], list[Grant]] = {}
        for grant in self.grants.values():
            found.setdefault((grant.person, grant.account), []).append(grant)
        return found
