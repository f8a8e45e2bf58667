"""Sealing and opening log-ins: only what a signed row names, for a sealed file does not say who wrote it.

The digest of each version stands in the part `file` of a row, which is proven before it is believed; a
keyring's copy that is newer than the store has to bring its own row (`kept_here`).
"""

import hashlib
from contextlib import suppress
from datetime import datetime
from io import BytesIO

from smadmin.credentials.identity import Identity, seal
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.credentials import Credential, Doubt, doubts_of, recipients
from smadmin.domain.errors import NotAllowed, Reason, Tampered
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.log_ins import LogIn, looks, was_there
from smadmin.domain.messages import say
from smadmin.domain.platforms import HeldBy
from smadmin.domain.records import Verifier
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.copies import Copy
from smadmin.services.desk import Deed, Desk
from smadmin.services.kept_here import (
    FILE_PART,
    KeptHere,
    Signatures,
    lost_by_restore,
    planted,
    planted_here,
    proof_of,
)
from smadmin.services.kept_rows import Password, kept_rows, newest_kept, newest_of_all
from smadmin.services.proof import Proven
from smadmin.services.refusals import TOKENS_PART
from smadmin.services.roles import today_of
from smadmin.storage.unit import Unit


def opened(deed: Deed, copy: Copy, proven: Proven, verifier: Verifier) -> LogIn:
    """Open a log-in with the key of whoever does the deed.

    Args:
        deed: within which it is done.
        copy: what is opened.
        proven: the record, in the same transaction.
        verifier: for a row that only the keyring brings.

    Raises:
        NotAllowed: for a key that opens nothing.
        Tampered: if the copy isn't what the signed row says.
    """
    return opened_by(deed.by, deed.unit, copy, proven, verifier)


def opened_by(by: Actor, unit: Unit, copy: Copy, proven: Proven, verifier: Verifier) -> LogIn:
    """Open a log-in as `opened`, where nothing is written: for a program's own errand, never to be shown."""
    if not isinstance(by.signer, Identity):
        raise NotAllowed((Reason(say("vault.not-yours")),))
    _require_signed(unit, copy, proven, verifier)
    if not by.signer.opens(BytesIO(copy.sealed)):  # it is whole, as its row says, and sealed to others
        raise NotAllowed((Reason(say("vault.not-yours")),))
    try:
        return LogIn.from_bytes(by.signer.open(copy.sealed))
    except (KeyError, ValueError) as error:
        raise planted() from error


def kept_anew(
    deed: Deed,
    desk: Desk,
    account: AccountId,
    log_in: LogIn,
    *,
    beside_it: Password = Password.SAME,
    weak: bool | None = None,
    beside: PersonId | None = None,
    unset: bool = False,
    tokens_anew: bool = False,
) -> Copy:
    """Seal a log-in to who may open it today, sign it, and put it into the store.

    Args:
        deed: within which it is done.
        desk: whose.
        account: whose log-in.
        log_in: what it holds.
        beside_it: what its password is beside the one before; the same where only the people changed.
        weak: whether its password is easy to guess; None where only the people changed.
        beside: whose word it is where root signs.
        unset: whether its password was made here, and nobody said yet that the platform has it.
        tokens_anew: whether what programs log in with is other than before.
    """
    person = deed.by.person or beside
    if person is None:
        raise NotAllowed((Reason(say("vault.not-yours")),))
    keys = recipients(deed.trust, account, today_of(deed.unit, desk))
    sealed = seal(log_in.to_bytes(), [key.recipient for key in keys])
    digest = hashlib.sha256(sealed).hexdigest()
    old = deed.unit.credentials.maybe(account)
    version = 1 if old is None else old.version + 1
    part: dict[str, Plain] = {"sha256": digest, "version": version, "changed": weak is not None}
    part |= {**_of_log_in(deed.by, log_in, beside_it), "keys": [key.id for key in keys], "unset": unset}
    parts: dict[str, Plain] = {FILE_PART: part, **({TOKENS_PART: True} if tokens_anew else {})}
    row = deed.record(Act.KEEP_LOG_IN, Noun.CREDENTIALS, account, parts=parts)
    fresh = Credential(
        id=account,
        school=desk.school,
        sealed=sealed.hex(),
        sha256=digest,
        recipients=tuple(key.id for key in keys),
        changed_at=deed.now,
        changed_by=person,
        seq=row,
        version=1 if old is None else old.version,
        doubts=old.doubts if weak is None and old is not None else _doubts(deed, desk, log_in, weak=weak),
        tokens_end=min((one.ends for one in log_in.tokens if one.ends is not None), default=None),
        typed_at=deed.now if weak is not None or old is None else old.typed_at,
        password_at=_password_at(deed, log_in, beside_it, old),
    )
    if old is None:
        deed.unit.credentials.add(fresh)
    else:
        deed.unit.credentials.change(fresh)
    return Copy(account, sealed, version, proof=_proof_at(deed.unit, row))


def _of_log_in(by: Actor, log_in: LogIn, beside_it: Password) -> dict[str, Plain]:
    return {
        "password": (beside_it if log_in.password else Password.NONE).value,
        "same": mark_of(by, log_in),
        "before": _mark(by, log_in.before),
        "like": _mark(by, log_in.password, alike=True),
        "like_before": _mark(by, log_in.before, alike=True),
        "tokens": len(log_in.tokens),
    }


def _password_at(deed: Deed, log_in: LogIn, beside_it: Password, old: Credential | None) -> datetime | None:
    if not log_in.password:
        return None
    return deed.now if beside_it is Password.ANOTHER or old is None else old.password_at


def _doubts(deed: Deed, desk: Desk, log_in: LogIn, *, weak: bool | None) -> tuple[Doubt, ...]:
    people, domains = tuple(deed.trust.people.values()), deed.unit.schools.get(desk.school).domains
    return doubts_of(log_in, people=people, domains=domains, weak=bool(weak))


def content_blockers(
    deed: Deed, proven: Proven, account: AccountId, log_in: LogIn, held_by: HeldBy
) -> tuple[Reason, ...]:
    """List what speaks against keeping just this: no password, one too many, another account's.

    The marks are those that were signed: whoever writes the store could empty others.
    """
    if held_by is HeldBy.ROLES and log_in.password:
        return (Reason(say("vault.no-password-there"), None, "password"),)
    if not log_in.password:
        nothing = held_by is HeldBy.PASSWORD or not log_in.tokens
        return (Reason(say("vault.password-missing"), None, "password"),) if nothing else ()
    kept = newest_of_all(proven).items()
    found = [one for one, row in kept if one != account and _is_marked(deed.by, log_in, row.mark)]
    labels = [deed.unit.accounts.get(one).label for one in found]
    return tuple(Reason(say("vault.same-password", account=one), "BAL-B1b2", "password") for one in labels)


def marked_anew(deed: Deed, desk: Desk, proven: Proven) -> tuple[AccountId, ...]:
    """Seal anew what is marked under an older school key, as far as this person's key opens it.

    Else a password that stands elsewhere already would no longer be known again (BAL-B1b2). What isn't as it
    was signed stays as it is: whoever opens it is told.
    """
    done = []
    for account in marked_before(deed.by, proven):
        kept = deed.unit.credentials.maybe(account)
        if kept is not None:
            with suppress(Tampered):
                copy = Copy(account, bytes.fromhex(kept.sealed), kept.version)
                kept_anew(deed, desk, account, opened(deed, copy, proven, desk.verifier))
                done.append(account)
    return tuple(done)


def handed_on(deed: Deed, desk: Desk, proven: Proven, person: PersonId) -> tuple[AccountId, ...]:
    """Seal anew to who may open them today the log-ins that a new key of somebody lacks.

    Which keys open one says its signed row: whoever writes the store could put any into the table.
    """
    done, today, signed = [], today_of(deed.unit, desk), newest_of_all(proven)
    for kept in deed.unit.credentials.all():
        theirs = {key.id for key in recipients(deed.trust, kept.id, today) if key.person == person}
        if kept.id not in signed or theirs <= set(signed[kept.id].keys):
            continue
        with suppress(Tampered):
            copy = Copy(kept.id, bytes.fromhex(kept.sealed), kept.version)
            kept_anew(deed, desk, kept.id, opened(deed, copy, proven, desk.verifier), beside=person)
            done.append(kept.id)
    return tuple(done)


def marked_before(by: Actor, proven: Proven) -> tuple[AccountId, ...]:
    """Give the log-ins that this person opens and that aren't marked under the newest school key."""
    if by.cells is None:
        return ()
    newest = f"{by.cells.newest}:"
    rows = ((one, row) for one, row in newest_of_all(proven).items() if by.signer.key in row.keys)
    return tuple(one for one, row in rows if row.mark != "" and not (row.mark or "").startswith(newest))


def mark_of(by: Actor, log_in: LogIn) -> str:
    """Give the keyed mark of a password, which says nothing to whoever hasn't the school's key."""
    return _mark(by, log_in.password)


def beside(by: Actor, proven: Proven, account: AccountId, log_in: LogIn, before: LogIn | None) -> Password:
    """Tell a password from the one before, and from all that were there earlier (`passwords_then`).

    Args:
        by: who types it.
        proven: the record.
        account: whose it is.
        log_in: what was typed.
        before: what lay here; None where this person's key didn't open it, then its signed mark says it.
    """
    newest = newest_kept(proven, account)
    if before is not None:
        same = before.password == log_in.password
    else:
        same = newest is not None and _is_marked(by, log_in, newest.mark)
    if same:
        return Password.SAME
    kept = kept_rows(proven, proven.about(Noun.CREDENTIALS, account))
    marks = (mark for one in kept for mark in (one.mark, one.before))
    known = log_in.password and any(_is_marked(by, log_in, mark) for mark in marks)
    lay_here = before is not None and was_there(before, log_in.password)
    return Password.FORMER if known or lay_here else Password.ANOTHER


def _is_marked(by: Actor, log_in: LogIn, mark: str | None) -> bool:
    """Tell whether a mark is this password's, under the school key of the mark."""
    number, _, digest = (mark or "").partition(":")
    if by.cells is None or not number.isdecimal() or not digest:
        return False
    return by.cells.same(_marked(log_in.password), int(number)) == digest


def _mark(by: Actor, password: str, *, alike: bool = False) -> str:
    if by.cells is None or not password:
        return ""
    content = b"looks:" + looks(password).encode() if alike else _marked(password)
    return f"{by.cells.newest}:{by.cells.same(content)}"


def _marked(password: str) -> bytes:
    return b"password:" + password.encode()


def _proof_at(unit: Unit, seq: int) -> bytes:
    """Give the row that this deed just wrote, with its part, for the keyring."""
    stored, part = unit.record.at(seq), unit.record.part(seq, FILE_PART)
    return b"" if stored is None or part is None else proof_of(stored.row, part)


def _require_signed(unit: Unit, copy: Copy, proven: Proven, verifier: Verifier) -> None:
    """Hold the copy against the newest proven row about this log-in, or a newer one against its own.

    Not against a row as it lies in the store: whoever writes there with a key of their own could put one
    behind the others that a log-in of theirs was kept, or have an older one speak for this account.
    """
    kept = newest_kept(proven, copy.account)
    if kept is None or not kept.sha256:
        raise planted()
    if kept.sha256 == hashlib.sha256(copy.sealed).hexdigest():
        return
    here = KeptHere(copy.version, copy.sealed, copy.proof)
    if not copy.here_only:
        raise planted()
    if not lost_by_restore(unit, Signatures(proven.trust, verifier), copy.account, here):
        raise planted_here()
