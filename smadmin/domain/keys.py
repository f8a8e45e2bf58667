"""Keys and trust: which key is whose, who may let others in, and what the school is (`keys.md`).

Trust is nothing but signed rows of the record, applied in their order. `Trust.after` is the one place that
says who may write which; the tables of the store are caches of its result.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import AccountId, KeyId, PersonId, SeatId
from smadmin.domain.messages import say
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.records import Body, crockford, state_digest
from smadmin.domain.schools import School

TRUST_PART = "trust"
"""The name of the part that says what a trust row changes; it is stored plain and never erased."""


class TrustAct(StrEnum):
    """Acts that change trust."""

    ROOT = "root"
    ADMIT = "admit"
    GRANT = "grant"
    REVOKE = "revoke"
    RETIRE = "retire"
    PIN = "pin"
    SCHOOL_KEY = "school-key"
    DESCRIBE_SCHOOL = "describe-school"
    DESCRIBE_PERSON = "describe-person"


class KeyKind(StrEnum):
    """What a key stands for."""

    ROOT = "root"
    SEAT = "seat"
    PERSON = "person"


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
class Trust:
    """Everything that signed rows have let in, as it stands at one place of the chain."""

    root: KeyId | None = None
    keys: Mapping[KeyId, Key] = field(default_factory=dict)
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    grants: Mapping[str, Grant] = field(default_factory=dict)
    pins: Mapping[AccountId, str] = field(default_factory=dict)
    school_keys: Mapping[int, str] = field(default_factory=dict)
    school: School | None = None

    def stored(self) -> dict[str, bytes]:
        """Give each entry's stored bytes under `table/id`, as the caches and the digest hold them."""
        rows: dict[str, bytes] = {
            f"key/{id_}": canonical({**key.to_plain(), "root": id_ == self.root})
            for id_, key in self.keys.items()
        }
        rows |= {f"person/{id_}": canonical(person.to_plain()) for id_, person in self.people.items()}
        rows |= {f"role/{id_}": canonical(grant.to_plain()) for id_, grant in self.grants.items()}
        rows |= {f"pin/{id_}": canonical({"platform_id": pin}) for id_, pin in self.pins.items()}
        rows |= {f"school_key/{no}": canonical({"sha256": sha}) for no, sha in self.school_keys.items()}
        if self.school is not None:
            rows[f"school/{self.school.id}"] = canonical(self.school.to_plain())
        return rows

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
        """Give a person's roles on a day: of the school, and of `account` where one is named."""
        return frozenset(
            grant.role
            for grant in self.grants.values()
            if grant.person == person and grant.alive(on) and grant.account in (None, account)
        )

    def holders(self, role: Role, on: date, account: AccountId | None = None) -> tuple[PersonId, ...]:
        """Give who holds a role on a day, by id."""
        return tuple(sorted(p for p in self.people if role in self.roles(p, on, account)))

    def after(self, body: Body, entry: Mapping[str, Plain]) -> "Trust":
        """Apply one trust row.

        Args:
            body: the row, its signature already verified.
            entry: the content of its part `trust`.

        Raises:
            Tampered: if the row's key had no right to it at this place of the chain.
        """
        act = TrustAct(body.act)
        if act is TrustAct.ROOT and self.root is None:
            root = Key.from_plain(_object(entry, "key"))
            if root.id != body.key or root.kind is not KeyKind.ROOT:
                raise _forged(body)
            return replace(self, root=root.id, keys={root.id: root})
        if not self._may(body, act, entry):
            raise _forged(body)
        return self._applied(act, entry)

    def _described(self, entry: Mapping[str, Plain]) -> "Trust":
        """Know a person, or what is said of the school, as a row tells it."""
        person, school = (entry.get(name) is not None for name in ("person", "school"))
        found = replace(self, school=School.from_plain(_object(entry, "school"))) if school else self
        if person:
            told = Person.from_plain(_object(entry, "person"))
            found = replace(found, people={**self.people, told.id: told})
        return found

    def _applied(self, act: TrustAct, entry: Mapping[str, Plain]) -> "Trust":
        match act:
            case TrustAct.ROOT:
                root = Key.from_plain(_object(entry, "key"))
                old = {k: replace(v, retired=True) if k == self.root else v for k, v in self.keys.items()}
                return replace(self, root=root.id, keys={**old, root.id: root})
            case TrustAct.ADMIT:
                key = Key.from_plain(_object(entry, "key"))
                return replace(self._described(entry), keys={**self.keys, key.id: key})
            case TrustAct.GRANT:
                grant = Grant.from_plain(_object(entry, "grant"))
                return replace(self, grants={**self.grants, grant.id: grant})
            case TrustAct.REVOKE:
                left = {k: v for k, v in self.grants.items() if k != entry["grant"]}
                return replace(self, grants=left)
            case TrustAct.RETIRE:
                id_ = KeyId(str(entry["key"]))
                return replace(self, keys={**self.keys, id_: replace(self.keys[id_], retired=True)})
            case TrustAct.PIN:
                account = AccountId(str(entry["account"]))
                return replace(self, pins={**self.pins, account: str(entry["platform_id"])})
            case TrustAct.SCHOOL_KEY:
                number = int(str(entry["number"]))
                return replace(self, school_keys={**self.school_keys, number: str(entry["sha256"])})
            case TrustAct.DESCRIBE_SCHOOL | TrustAct.DESCRIBE_PERSON:
                return self._described(entry)

    def _may(self, body: Body, act: TrustAct, entry: Mapping[str, Plain]) -> bool:
        key = self.key_alive(body.key)
        if key is None or key.person != body.person or not self._fits(act, entry):
            return False
        if body.key == self.root:
            return act is not TrustAct.PIN
        if key.kind is not KeyKind.PERSON or key.person is None:
            return False
        roles = self.roles(key.person, self.day_of(body.utc))
        if roles & {Role.PRINCIPAL, Role.DEPUTY, Role.COMMUNICATIONS}:
            return act is not TrustAct.ROOT and self._one_deputy(act, entry)
        return self._may_without_office(body, act, entry)

    def _fits(self, act: TrustAct, entry: Mapping[str, Plain]) -> bool:
        """Refuse what nobody may: a key let in twice (it could undo a retirement), root retired bare.

        Nor does a real school become the sample, in which other rules hold.
        """
        if act is TrustAct.ADMIT:
            return Key.from_plain(_object(entry, "key")).id not in self.keys
        if act is TrustAct.RETIRE:
            return entry["key"] in self.keys and entry["key"] != self.root
        if act is TrustAct.REVOKE:
            return entry["grant"] in self.grants
        if act is TrustAct.GRANT:
            grant = Grant.from_plain(_object(entry, "grant"))
            return grant.id not in self.grants and grant.person in self.people
        if act is TrustAct.DESCRIBE_PERSON:
            return Person.from_plain(_object(entry, "person")).id in self.people
        if act is TrustAct.DESCRIBE_SCHOOL and self.school is not None:
            told = School.from_plain(_object(entry, "school"))
            return (told.id, told.sample) == (self.school.id, self.school.sample)
        return True

    def _one_deputy(self, act: TrustAct, entry: Mapping[str, Plain]) -> bool:
        """A principal has one deputy at a time (`keys.md`, Who may), whenever each one's days are."""
        new = Grant.from_plain(_object(entry, "grant")) if act is TrustAct.GRANT else None
        if new is None or new.role is not Role.DEPUTY:
            return True
        return not any(one.role is Role.DEPUTY and one.meets(new) for one in self.grants.values())

    def _may_without_office(self, body: Body, act: TrustAct, entry: Mapping[str, Plain]) -> bool:
        """What everybody else may: end an own key, pin, say where they are reached, found the school."""
        person, today = body.person, self.day_of(body.utc)
        if person is None:
            return False
        if act is TrustAct.DESCRIBE_PERSON:  # not the name, which everybody here is known by
            told, known = Person.from_plain(_object(entry, "person")), self.people[person]
            return told == replace(known, email=told.email, phone=told.phone)
        if act is TrustAct.RETIRE:
            own = self.keys.get(KeyId(str(entry["key"])))
            return own is not None and own.person == person
        if act is TrustAct.PIN:
            account = AccountId(str(entry["account"]))
            return account not in self.pins and Role.ADMINISTRATOR in self.roles(person, today, account)
        if self._had_principal():
            return False
        if act is TrustAct.ADMIT:
            # The founder is the only person so far; the next one is the principal-to-be.
            return set(self.people) == {person}
        if act is TrustAct.GRANT:
            grant = Grant.from_plain(_object(entry, "grant"))
            return grant.role is Role.PRINCIPAL and grant.person != person
        return False

    def _had_principal(self) -> bool:
        return any(grant.role is Role.PRINCIPAL for grant in self.grants.values())


def _object(entry: Mapping[str, Plain], name: str) -> dict[str, Plain]:
    value = entry[name]
    if not isinstance(value, dict):
        raise ValueError(f"{name} isn't an object")  # noqa: TRY004 - bad bytes, not a wrong call
    return value


def _forged(body: Body) -> Tampered:
    return Tampered(
        say("records.no-right", row=body.seq),
        kept=say("records.nothing-changed"),
        remedy=say("records.ask-principal"),
    )
