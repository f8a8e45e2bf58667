"""Keys and trust: which key is whose, who may let others in, and what the school is (`keys.md`).

Trust is nothing but signed rows of the record, applied in their order. `Trust.after` is the one place that
says who may write which; the tables of the store are caches of its result. Its state stands in `trusted`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import AccountId, KeyId
from smadmin.domain.leavers import WAY_OUT_ACTS, marked, may_say
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Grant, Person, Role
from smadmin.domain.records import Body, Verifier
from smadmin.domain.reviewers import LIST_ACTS
from smadmin.domain.schools import School
from smadmin.domain.seating import by_code, listed, own_words, seated, without_reviewing
from smadmin.domain.trusted import Key, KeyKind, Trusted, fingerprint, key_id
from smadmin.domain.vocabulary import Act

__all__ = ["TRUST_PART", "Key", "KeyKind", "Trust", "TrustAct", "fingerprint", "key_id"]

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
    LIST_REVIEWERS = "list-reviewers"
    RENEW_CODE = "renew-code"
    STRIKE_REVIEWER = "strike-reviewer"
    WITHDRAW_REVIEWERS = "withdraw-reviewers"
    LEAVING = "leaving"
    NOT_LEAVING = "not-leaving"


@dataclass(frozen=True)
class Trust(Trusted):
    """Everything that signed rows have let in, as it stands at one place of the chain."""

    def second_deputy(self, new: Grant) -> Grant | None:
        """Give the deputy beside whom another would stand: there is one at a time (`keys.md`, Who may)."""
        if new.role is not Role.DEPUTY:
            return None
        others = (one for one in self.grants.values() if one.role is Role.DEPUTY)
        return next((one for one in others if one.meets(new)), None)

    def after(self, body: Body, entry: Mapping[str, Plain], verifier: Verifier | None = None) -> "Trust":
        """Apply one trust row.

        Args:
            body: the row, its signature already verified.
            entry: the content of its part `trust`.
            verifier: checks what a list's code signed; without one nobody is let in by a code.

        Raises:
            Tampered: if the row's key had no right to it at this place of the chain.
        """
        act = TrustAct(body.act)
        if act is TrustAct.ROOT and self.root is None:
            root = Key.from_plain(_object(entry, "key"))
            if root.id != body.key or root.kind is not KeyKind.ROOT:
                raise _forged(body)
            return replace(self, root=root.id, keys={root.id: root})
        if by_code(act, entry):
            found = None if verifier is None else seated(self, body, entry, verifier)
        elif Act(act) in WAY_OUT_ACTS:
            found = marked(self, body, Act(act), entry)
        elif not self._may(body, act, entry):
            found = None
        elif Act(act) in LIST_ACTS:
            found = listed(self, Act(act), entry, self.day_of(body.utc))
        else:
            found = self._applied(act, entry)
        if found is None:
            raise _forged(body)
        return found.following(self)

    def _described(self, act: TrustAct, entry: Mapping[str, Plain]) -> "Trust":
        """Know a person, or what is said of the school: by a row of that alone, for few may say both."""
        if act is TrustAct.DESCRIBE_SCHOOL:
            return replace(self, school=School.from_plain(_object(entry, "school")))
        if entry.get("person") is None:  # a computer's key has none
            return self
        told = Person.from_plain(_object(entry, "person"))
        return replace(self, people={**self.people, told.id: told})

    def _applied(self, act: TrustAct, entry: Mapping[str, Plain]) -> "Trust":
        match act:
            case TrustAct.ROOT:
                root = Key.from_plain(_object(entry, "key"))
                old = {k: replace(v, retired=True) if k == self.root else v for k, v in self.keys.items()}
                return replace(self, root=root.id, keys={**old, root.id: root})
            case TrustAct.ADMIT:
                key = Key.from_plain(_object(entry, "key"))
                return replace(self._described(act, entry), keys={**self.keys, key.id: key})
            case TrustAct.GRANT:
                grant = Grant.from_plain(_object(entry, "grant"))
                return replace(without_reviewing(self, grant), grants={**self.grants, grant.id: grant})
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
            case _:
                return self._described(act, entry)

    def _may(self, body: Body, act: TrustAct, entry: Mapping[str, Plain]) -> bool:
        key = self.key_alive(body.key)
        if key is None or key.person != body.person or not self._fits(act, entry):
            return False
        if body.key == self.root:
            return act is not TrustAct.PIN and Act(act) not in LIST_ACTS
        if key.kind is KeyKind.REVIEWER:
            return own_words(self, body, Act(act), entry)
        if key.kind is not KeyKind.PERSON or key.person is None:
            return False
        on = self.day_of(body.utc)
        if not may_say(self, act, entry, key.person, on):
            return False
        roles = self.roles(key.person, on)
        if act in {TrustAct.LIST_REVIEWERS, TrustAct.RENEW_CODE}:
            return bool(roles & OFFICE)
        if roles & {Role.PRINCIPAL, Role.DEPUTY, Role.COMMUNICATIONS}:
            given = Grant.from_plain(_object(entry, "grant")) if act is TrustAct.GRANT else None
            return act is not TrustAct.ROOT and (given is None or self.second_deputy(given) is None)
        return self._may_without_office(body, act, entry)

    def _fits(self, act: TrustAct, entry: Mapping[str, Plain]) -> bool:
        """Refuse what nobody may: a key let in twice (it could undo a retirement), root retired bare.

        Nor does a real school become the sample, in which other rules hold.
        """
        if act is TrustAct.ADMIT:
            key = Key.from_plain(_object(entry, "key"))
            return key.id not in self.keys and key.kind is not KeyKind.REVIEWER
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
