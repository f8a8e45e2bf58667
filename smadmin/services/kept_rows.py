"""The rows that kept log-ins, as the proven record has them: which file each names, and whose keys open it.

The table of log-ins is for finding: whoever writes the store can put any file and any names into it. What a
row signed says whose keys a file is for, and the file says of how many (age names nobody in it).
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smadmin.credentials.identity import times_sealed
from smadmin.domain.canonical import Plain
from smadmin.domain.credentials import HOLDERS, Credential
from smadmin.domain.ids import AccountId, KeyId, PersonId
from smadmin.domain.keys import KeyKind, Trust
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.kept_here import FILE_PART
from smadmin.services.proof import Fact, Proven


class Password(StrEnum):
    """What a row says of the password beside the one before."""

    ANOTHER = "another"
    SAME = "same"
    FORMER = "former"  # one that it was before the one before
    NONE = "none"  # it is held by people's own log-ins; what programs log in with may lie there


@dataclass(frozen=True)
class KeptRow:
    """A proven row that kept a log-in.

    Args:
        sha256: digest of the sealed file, hex; empty where the row is faulty or its part can't be read.
        keys: for whom it was sealed.
        changed: whether anything of it was typed anew, or it was only locked for others.
        mark: keyed mark of the password (`sealed.mark_of`), empty where it has none; None in a row of before
            marks were signed.
        before: keyed mark, under the same school key, of the password before it that lies beside it.
        likes: keyed marks of how the two look (`log_ins.looks`): one more digit makes no other password.
        unset: whether the password was made here, and who kept it hadn't logged in with it yet.
    """

    fact: Fact
    sha256: str
    keys: tuple[KeyId, ...]
    changed: bool
    password: Password
    mark: str | None = None
    before: str = ""
    likes: tuple[str, str] = ("", "")
    unset: bool = False

    @property
    def is_another(self) -> bool:
        """Whether it shuts out who knew the one before: another password, or where there is none a change."""
        return self.password is Password.ANOTHER or (self.password is Password.NONE and self.changed)

    @property
    def marks(self) -> frozenset[str]:
        """By what its password is known again, or one like it."""
        return frozenset(one for one in (self.mark, self.likes[0]) if one)

    @property
    def marks_before(self) -> frozenset[str]:
        """By what the password before it is known again, or one like it."""
        return frozenset(one for one in (self.before, self.likes[1]) if one)

    def shuts_out(self, keys: Collection[KeyId]) -> bool:
        """Tell whether a password is one that nobody with any of these keys kept, or can open."""
        return self.sealed_without(keys) and self.fact.body.key not in keys

    def sealed_without(self, keys: Collection[KeyId]) -> bool:
        """Tell whether none of these keys opens it; of a row that says nothing nobody can tell."""
        return bool(self.sha256) and not set(self.keys) & set(keys)

    @classmethod
    def of(cls, proven: Proven, fact: Fact) -> "KeptRow":
        """Read a row."""
        return cls.read(fact, None if fact.seq in proven.faulty else proven.part(fact, FILE_PART))

    @classmethod
    def read(cls, fact: Fact, part: Mapping[str, Plain] | None) -> "KeptRow":
        """Take what a row's part says; unread counts as changed: rather told once too often than never."""
        part = part or {}
        keys = part.get("keys")
        changed = part.get("changed") is not False
        return cls(
            fact=fact,
            sha256=str(part.get("sha256") or ""),
            keys=tuple(KeyId(str(key)) for key in keys) if isinstance(keys, list) else (),
            changed=changed,
            password=_password(part.get("password"), changed=changed),
            mark=None if part.get("same") is None else str(part["same"]),
            before=str(part.get("before") or ""),
            likes=(str(part.get("like") or ""), str(part.get("like_before") or "")),
            unset=part.get("unset") is True,
        )


def kept_rows(proven: Proven, facts: Iterable[Fact]) -> list[KeptRow]:
    """Give those of some rows that kept a log-in, in their order."""
    return read_rows(proven, (fact for fact in facts if keeps_log_in(proven, fact)))


def read_rows(proven: Proven, facts: Iterable[Fact]) -> list[KeptRow]:
    """Read rows that kept a log-in, their parts in one go."""
    rows = tuple(facts)
    parts = proven.parts(FILE_PART, rows)
    return [KeptRow.read(fact, parts.get(fact.seq)) for fact in rows]


def keeps_log_in(proven: Proven, fact: Fact) -> bool:
    """Tell whether a row kept a log-in, as somebody signed it who might; what is faulty kept none."""
    return fact.body.act == Act.KEEP_LOG_IN and fact.seq not in proven.faulty


def newest_kept(proven: Proven, account: AccountId) -> KeptRow | None:
    """Give the row by which an account's log-in is what it is, or None where none was ever kept.

    A faulty one isn't passed over for the one before: it would bring an older password back.
    """
    rows = [one for one in proven.about(Noun.CREDENTIALS, account) if one.body.act == Act.KEEP_LOG_IN]
    return KeptRow.of(proven, rows[-1]) if rows else None


def newest_of_all(proven: Proven) -> dict[AccountId, KeptRow]:
    """Give each account's row as `newest_kept` does, their parts read in one go: there may be 2,000."""
    newest = {
        fact.body.id: fact for fact in proven.about(Noun.CREDENTIALS) if fact.body.act == Act.KEEP_LOG_IN
    }
    parts = proven.parts(FILE_PART, (one for one in newest.values() if one.seq not in proven.faulty))
    return {
        AccountId(account): KeptRow.read(fact, parts.get(fact.seq))
        for account, fact in newest.items()
        if account is not None
    }


def kept_in(proven: Proven) -> frozenset[AccountId]:
    """Give the accounts whose log-in, or whose holders, somebody signed to have put here, and that lie here.

    Needs nobody signed in: the rows themselves are plain.
    """
    facts, unit = proven.about(Noun.CREDENTIALS), proven.unit
    kept = {fact.body.id for fact in facts if keeps_log_in(proven, fact)}
    named = {fact.body.id for fact in facts if fact.body.act == Act.NAME_HOLDERS}
    log_ins = {one.id for one in unit.credentials.all()} & kept
    return frozenset(log_ins | ({one.id for one in unit.role_holdings.all()} & named))


def openers_of(trust: Trust, keys: Iterable[KeyId], account: AccountId, today: date) -> frozenset[PersonId]:
    """Give whose of several keys open an account's log-in: alive ones, of who may open it today.

    Somebody's new key opens nothing that was sealed to their old one; root is nobody's.
    """
    alive = (trust.key_alive(key) for key in keys)
    people = (key.person for key in alive if key is not None and key.kind is KeyKind.PERSON)
    return frozenset(one for one in people if one is not None and trust.roles(one, today, account) & HOLDERS)


def readers_of(proven: Proven, kept: KeptRow | None, account: AccountId, today: date) -> frozenset[PersonId]:
    """Give who gets in by the locked copy that lies here: as the newest row signed it, and for their keys.

    Args:
        proven: the record, and the store in the same transaction.
        kept: the newest row about this log-in.
        account: whose it is.
        today: the school's day.
    """
    here = proven.unit.credentials.maybe(account)
    return frozenset() if kept is None or here is None else opened_by(proven.trust, kept, here, today)


def opened_by(trust: Trust, kept: KeptRow, here: Credential, today: date) -> frozenset[PersonId]:
    """Give who gets in by a copy as it lies in the store, as `readers_of`."""
    sealed = bytes.fromhex(here.sealed)
    as_signed = hashlib.sha256(sealed).hexdigest() == kept.sha256
    if not as_signed or times_sealed(sealed) < len(set(kept.keys)):
        return frozenset()
    return openers_of(trust, kept.keys, here.id, today)


def password_since(proven: Proven, account: AccountId) -> date | None:
    """Give the day since which an account's password is this one; None where it has none."""
    for kept in reversed(kept_rows(proven, proven.about(Noun.CREDENTIALS, account))):
        if kept.password is Password.NONE:
            return None
        if kept.password is Password.ANOTHER:
            return proven.trust.day_of(kept.fact.moment)
    return None


def _password(told: Plain, *, changed: bool) -> Password:
    """Read what a row says; rows of before said only whether anything was typed anew."""
    known = {one.value: one for one in Password}
    return known.get(str(told)) or (Password.ANOTHER if changed else Password.SAME)
