"""What the signed rows have let in: keys, people, roles, pins, lists, and the school, as values.

`keys.Trust` is this state and what a row makes of it; here nothing is judged. The bytes that `stored` gives
lie in the tables and under every row's digest, so their form is for ever.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Self

from smadmin.domain.canonical import Plain
from smadmin.domain.entries import Digests, Entry, stored_bytes
from smadmin.domain.granted import Granted
from smadmin.domain.ids import AccountId, KeyId, PersonId, SeatId
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.records import crockford
from smadmin.domain.reviewers import Lists, ReviewerList
from smadmin.domain.schools import School

_MOST_REMEMBERED = 64
"""So many answers to who holds what on a day: the rows of one day ask the same of few people."""


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
        return {entry[0]: stored_bytes(entry) for entry in self._entries()}

    def _entries(self) -> Iterator[Entry]:
        for id_, key in self.keys.items():
            yield f"key/{id_}", _key_plain, (key, id_ == self.root)
        for person, one in self.people.items():
            yield f"person/{person}", _person_plain, (one, self.leaving.get(person))
        for name, grant in self.grants.items():
            yield f"role/{name}", Grant.to_plain, (grant,)
        for account, pin in self.pins.items():
            yield f"pin/{account}", _pin_plain, (pin,)
        for number, sha in self.school_keys.items():
            yield f"school_key/{number}", _school_key_plain, (sha,)
        for name, held in self.lists.held.items():
            yield f"reviewer_list/{name}", ReviewerList.to_plain, (held,)
        if self.school is not None:
            yield f"school/{self.school.id}", School.to_plain, (self.school,)

    def digest(self) -> str:
        """Digest the whole state; stands in each row as `trust`."""
        return self._digest

    @cached_property
    def _digest(self) -> str:
        """Worked out once: a state is never changed, only followed by another."""
        return self._digests.of(self._entries())

    @cached_property
    def _digests(self) -> Digests:
        return Digests()

    def following(self, before: "Trusted") -> Self:
        """Take over what the state before this one has worked out, as far as it holds still.

        With hundreds of accounts each row that names somebody for one would else go through all of them anew.
        """
        mine, theirs = self.__dict__, before.__dict__
        if self is before:
            return self
        if "_digest" in theirs and (digests := theirs.pop("_digests", None)) is not None:
            mine["_digests"] = digests  # handed on, not copied: its own digest it keeps
        if (granted := theirs.get("_granted")) is not None:
            new = self._new_grant(before)
            if self.grants is before.grants:
                mine["_granted"] = granted
            elif new is not None:
                mine["_granted"] = granted.with_new(new)
        return self

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
        held = self._granted.at.get((person, account), ())
        return frozenset(grant.role for grant in held if grant.alive(on))

    def any_roles(self, person: PersonId | None, on: date) -> frozenset[Role]:
        """Give a person's roles on a day, those for single accounts included."""
        return self._held(person, on)[1]

    def grants_of(self, person: PersonId | None, on: date) -> tuple[Grant, ...]:
        """Give what a person holds on a day, for the school and for single accounts."""
        return self._held(person, on)[0]

    def _held(self, person: PersonId | None, on: date) -> tuple[tuple[Grant, ...], frozenset[Role]]:
        if person is None:
            return (), frozenset()
        found = self._asked.get((person, on))
        if found is None:
            held = tuple(one for one in self._granted.to.get(person, ()) if one.alive(on))
            found = held, frozenset(one.role for one in held)
            if len(self._asked) >= _MOST_REMEMBERED:
                self._asked.clear()
            self._asked[person, on] = found
        return found

    @cached_property
    def _asked(self) -> dict[tuple[PersonId, date], tuple[tuple[Grant, ...], frozenset[Role]]]:
        return {}

    def holders(self, role: Role, on: date, account: AccountId | None = None) -> tuple[PersonId, ...]:
        """Give who holds a role on a day, by id."""
        return tuple(sorted(p for p in self.people if role in self.roles(p, on, account)))

    @cached_property
    def _granted(self) -> Granted:
        return Granted.of(self.grants.values())

    def _new_grant(self, before: "Trusted") -> Grant | None:
        """Give the one role that stands here and not there, or None where more differs."""
        grants = iter(self.grants.values())
        same = all(one is next(grants, None) for one in before.grants.values())
        new = tuple(grants)
        return new[0] if same and len(new) == 1 else None


def _key_plain(key: Key, is_root: bool) -> dict[str, Plain]:  # noqa: FBT001 - a field, as it is stored
    return {**key.to_plain(), "root": is_root}


def _person_plain(person: Person, leaves: Left | None) -> dict[str, Plain]:
    return person.to_plain() | ({} if leaves is None else {"leaving": leaves.to_plain()})


def _pin_plain(pin: str) -> dict[str, Plain]:
    return {"platform_id": pin}


def _school_key_plain(digest: str) -> dict[str, Plain]:
    return {"sha256": digest}
