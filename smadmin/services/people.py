"""People of the school: who may do what, from when and by whom; naming, ending, putting details right.

What is shown comes from the record as it was proven, never from a table. Each deed is a signed trust row, so
`Trust.after` judges it too; what stands here says beforehand why not (`blockers`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Key, KeyKind, Trust, TrustAct
from smadmin.domain.messages import say
from smadmin.domain.naming import (
    correction_blockers,
    designation_blockers,
    ending_blockers,
    grant_blockers,
    naming_blockers,
    office_blockers,
)
from smadmin.domain.people import Grant, Person, Role, contact_warnings
from smadmin.domain.vocabulary import Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.history import Given, admitted, given
from smadmin.services.proof import Proof
from smadmin.services.roles import refuse, today_of


@dataclass(frozen=True)
class Held:
    """A role of somebody.

    Args:
        grant: what it is, from when until when.
        account: the account's name, empty for the whole school.
        by: who gave it, by name; empty for the school's founding.
        at: when it was signed, UTC.
        ended: when it was ended by hand, UTC, or None.
        may_end: why whoever looks may not end it; none allows it.
    """

    grant: Grant
    account: str
    by: str
    at: datetime | None
    ended: datetime | None = None
    may_end: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Computer:
    """A computer, or a login on one, at which somebody can sit down: a key of theirs that is alive.

    Args:
        here: whether it is this very login.
        by: who let them in there, by name; empty for the founding and the envelope.
        at: when, UTC.
    """

    key: Key
    here: bool
    by: str
    at: datetime | None


@dataclass(frozen=True)
class PersonFile:
    """Somebody, and all that the record says of their rights."""

    person: Person
    held: tuple[Held, ...]
    computers: tuple[Computer, ...]
    lacking: tuple[Reason, ...]


@dataclass(frozen=True)
class Register:
    """Everybody, as one reading gives them.

    Args:
        files: by name.
        accounts: that somebody could be named for: id and name.
        may_name: by role, why whoever looks may not give it; none allows it.
        may_let_in: why whoever looks may not let anybody in.
        may_rename: why they may not put names right.
        today: at the school.
    """

    files: tuple[PersonFile, ...]
    accounts: tuple[tuple[AccountId, str], ...]
    may_name: Mapping[Role, tuple[Reason, ...]]
    may_let_in: tuple[Reason, ...]
    may_rename: tuple[Reason, ...]
    today: date


class People:
    """The people of one school."""

    def __init__(self, desk: Desk, proof: Proof, *, admit: Callable[..., tuple[Reason, ...]]) -> None:
        """Stand on the desk and the proven record; `admit` is `Keys.admit_blockers`."""
        self._desk, self._proof, self._admit = desk, proof, admit

    def register(self, by: Actor) -> Register:
        """Give everybody whom the proven record knows, and what whoever looks may do."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            trust, today = proven.trust, today_of(unit, self._desk)
            accounts = unit.accounts.all()
            roles, keys = given(proven), admitted(proven)
        known = {one.id: one for one in accounts}
        everybody = sorted(trust.people.values(), key=lambda one: one.name.casefold())
        files = [
            PersonFile(
                person,
                tuple(_held(trust, by, one, known, today) for one in roles.get(person.id, ())),
                _computers(trust, by, person.id, keys),
                contact_warnings(person),
            )
            for person in everybody
        ]
        may_name = {role: naming_blockers(trust, by.person, role, today) for role in Role}
        may_rename = office_blockers(trust, by.person, today)
        named = tuple((one.id, one.label) for one in accounts if one.stage is not AccountStage.CLOSED)
        may_let_in = self._admit(trust, by.person, frozenset({Role.PRINCIPAL}), today)
        return Register(tuple(files), named, may_name, may_let_in, may_rename, today)

    def name_administrator(self, by: Actor, person: PersonId, accounts: Iterable[AccountId]) -> Changes:
        """Name somebody for accounts, one signed row each (BAL-A2; a deed).

        Raises:
            NotAllowed: for whom it isn't, without an account, or with a passphrase given too long ago.
        """
        chosen = tuple(dict.fromkeys(accounts))
        with self._desk.deed(by) as deed:
            today = today_of(deed.unit, self._desk)
            refuse((*_unknown(deed.trust, person), *_stale(by, deed.now)))
            if not chosen:
                raise NotAllowed((Reason(say("people.no-account"), "BAL-A2", "accounts"),))
            for account in chosen:
                found = deed.unit.accounts.get(account)
                refuse(designation_blockers(deed.trust, by.person, person, found, today))
                grant = Grant(self._desk.ids.new(), person, Role.ADMINISTRATOR, today, account)
                if not any(_same(one, grant) for one in deed.trust.grants.values()):
                    _sign(deed, grant)
        return Changes.of("people", [person]) | Changes.of("accounts", chosen)

    def give(
        self, by: Actor, person: PersonId, role: Role, *, starts: date, ends: date | None = None
    ) -> Changes:
        """Give somebody a role for the whole school from a day on (a deed); a deputy's has a last day.

        Raises:
            NotAllowed: for whom it isn't, with days that can't be, or with a passphrase given too long ago.
        """
        with self._desk.deed(by) as deed:
            today = self._require(deed, role, person)
            grant = Grant(self._desk.ids.new(), person, role, starts, ends=ends)
            refuse(grant_blockers(deed.trust, grant, today))
            _sign(deed, grant)
        return Changes.of("people", [person])

    def end(self, by: Actor, grant: str) -> Changes:
        """End a role at once (a deed).

        Raises:
            NotAllowed: for whom it isn't, or where nobody would be left who lets people in.
        """
        with self._desk.deed(by) as deed:
            today = today_of(deed.unit, self._desk)
            found = deed.trust.grants.get(grant)
            if found is None:
                raise NotAllowed((Reason(say("people.ended-already")),))
            account = None if found.account is None else deed.unit.accounts.get(found.account)
            barred = ending_blockers(deed.trust, by.person, found, today, account=account)
            refuse((*barred, *_stale(by, deed.now)))
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, found.person, {"grant": grant})
        return Changes.of("people", [found.person]) | Changes.of("accounts", _of(found))

    def correct(self, by: Actor, person: Person) -> Changes:
        """Put somebody's own details right (a deed): the office a name, everybody where they are reached.

        Raises:
            NotAllowed: for whom it isn't, or with what is no name, no address or no number.
        """
        with self._desk.deed(by) as deed:
            known = deed.trust.people.get(person.id)
            tidied = _tidied(person, known)
            refuse(correction_blockers(deed.trust, by.person, tidied, known, today_of(deed.unit, self._desk)))
            if tidied != known:
                entry: dict[str, Plain] = {"person": tidied.to_plain()}
                deed.record_trust(TrustAct.DESCRIBE_PERSON, Noun.PEOPLE, person.id, entry)
        return Changes.of("people", [person.id])

    def _require(self, deed: Deed, role: Role, person: PersonId) -> date:
        today = today_of(deed.unit, self._desk)
        named = naming_blockers(deed.trust, deed.by.person, role, today)
        refuse((*named, *_unknown(deed.trust, person), *_stale(deed.by, deed.now)))
        return today


def _held(trust: Trust, by: Actor, one: Given, known: Mapping[AccountId, Account], today: date) -> Held:
    account = None if one.grant.account is None else known.get(one.grant.account)
    over = one.ended is not None or (one.grant.ends is not None and one.grant.ends < today)
    may_end = () if over else ending_blockers(trust, by.person, one.grant, today, account=account)
    label = "" if account is None else account.label
    return Held(one.grant, label, _name(trust, one.by), one.at, one.ended, may_end)


def _computers(
    trust: Trust, by: Actor, person: PersonId, let_in: Mapping[str, tuple[PersonId | None, datetime]]
) -> tuple[Computer, ...]:
    keys = [
        key
        for key in trust.keys.values()
        if key.person == person and key.kind in {KeyKind.PERSON, KeyKind.REVIEWER} and not key.retired
    ]
    found = []
    for key in keys:
        who, at = let_in.get(key.id, (None, None))
        found.append(Computer(key, key.seat == by.seat, _name(trust, who), at))
    return tuple(sorted(found, key=lambda one: (not one.here, one.key.id)))


def _tidied(person: Person, known: Person | None) -> Person:
    """Take over what may be corrected; what somebody stated when they were let in stays as signed."""
    base = person if known is None else known
    name, email, phone = (" ".join(one.split()) for one in (person.name, person.email, person.phone))
    return replace(base, name=name, email=email, phone=phone)


def _stale(by: Actor, now: datetime) -> tuple[Reason, ...]:
    return () if by.fresh(now) else (Reason(say("keys.passphrase-again"), None, "passphrase"),)


def _same(one: Grant, other: Grant) -> bool:
    facts = [(grant.person, grant.role, grant.account) for grant in (one, other)]
    return facts[0] == facts[1] and one.alive(other.starts)


def _unknown(trust: Trust, person: PersonId) -> tuple[Reason, ...]:
    return () if person in trust.people else (Reason(say("people.stranger")),)


def _sign(deed: Deed, grant: Grant) -> None:
    deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, grant.person, {"grant": grant.to_plain()})


def _of(grant: Grant) -> tuple[AccountId, ...]:
    return () if grant.account is None else (grant.account,)


def _name(trust: Trust, person: PersonId | None) -> str:
    known = None if person is None else trust.people.get(person)
    return "" if known is None else known.name
