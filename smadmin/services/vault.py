"""The vault: each account's log-in, sealed to the people who may open it (`keys.md`, Credential).

The same bytes lie in this computer's keyring and in the store; the higher version wins. The digest of each
version stands in a signed row and is checked before opening: a sealed file does not say who wrote it.
A keyring's copy that is newer than the store has to bring its own row (`kept_here`).
Asking the keyring (`fetch`, `shelve`) is an errand; keeping and opening are deeds, each with its row.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

from smadmin.credentials.identity import Identity, seal
from smadmin.credentials.secrets import NoKeyring, SecretStore
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain, parse
from smadmin.domain.changes import Changes, Done
from smadmin.domain.credentials import Credential, recipients
from smadmin.domain.errors import KnownError, NotAllowed, Reason, Tampered
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import Message, say
from smadmin.domain.records import Body
from smadmin.domain.vocabulary import Act, Noun
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
from smadmin.services.keys import ROOT_SECRET
from smadmin.services.roles import today_of
from smadmin.storage.unit import Unit

CLIPBOARD_S = 15
"""How long a copied secret stays on the clipboard (`safety.md`, Clipboard: 10 to 20 s)."""


class Field(StrEnum):
    """What of a log-in is copied."""

    USER = "user"
    PASSWORD = "password"  # noqa: S105  the field's name
    RECOVERY = "recovery"


@dataclass(frozen=True, repr=False)
class ForClipboard:
    """A value for the clipboard: cleared after `seconds`, at lock and at quit, if it is still ours."""

    text: str
    seconds: int = CLIPBOARD_S


@dataclass(frozen=True, repr=False)
class Copy:
    """The sealed log-in that counts here, and what is to be said about where it came from.

    Args:
        proof: the signed row that kept it, for the keyring (`kept_here.proof_of`); empty if from the store.
        here_only: it lies in this computer's keyring and is newer than the store's (which was restored, say).
    """

    account: AccountId
    sealed: bytes
    version: int
    notice: Message | None = None
    proof: bytes = b""
    here_only: bool = False


class Vault:
    """The log-ins of one school's accounts."""

    def __init__(self, desk: Desk, secrets: SecretStore) -> None:
        """Stand on the desk and on this computer's keyring."""
        self._desk = desk
        self._secrets = secrets

    def blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List why this person may not open or keep this account's log-in now."""
        with self._desk.look() as unit:
            return self._blockers(unit, unit.trust.read(), by, account)

    def keep(self, by: Actor, account: AccountId, log_in: LogIn) -> Done[Copy]:
        """Seal and keep a log-in (a deed); `shelve` then takes it into the keyring.

        Raises:
            NotAllowed: for people who don't hold it, with an old passphrase, before the envelope is proven.
        """
        with self._desk.deed(by) as deed:
            self._require(deed, account)
            copy = self._write(deed, account, log_in)
        return Done(copy, Changes.of("credentials", [account]))

    def reseal(self, by: Actor, copy: Copy) -> Done[Copy]:
        """Seal a log-in anew to who may open it today, after people came or went (a deed).

        Who left has seen it: the password itself must be changed on the platform.
        """
        with self._desk.deed(by) as deed:
            self._require(deed, copy.account)
            fresh = self._write(deed, copy.account, self._opened(deed, copy))
        return Done(fresh, Changes.of("credentials", [copy.account]))

    def hand_on(self, by: Actor, person: PersonId) -> Changes:
        """Seal anew to who may open them today the log-ins that a new key of this person lacks (a deed).

        By root's own hand, or by who lets the person in. What that key can't open, or what isn't as it was
        signed, stays as it is: whoever opens it is told.
        """
        handed = []
        with self._desk.deed(by) as deed:
            today = today_of(deed.unit, self._desk)
            for kept in deed.unit.credentials.all():
                theirs = {k.id for k in recipients(deed.trust, kept.id, today) if k.person == person}
                if theirs <= set(kept.recipients):
                    continue
                with suppress(Tampered):
                    log_in = self._opened(deed, _from_store(kept.id, kept, None))
                    self._write(deed, kept.id, log_in, beside=person)
                    handed.append(kept.id)
        return Changes.of("credentials", handed)

    def needs_reseal(self, account: AccountId) -> bool:
        """Tell whether others may open it today than those it is sealed to."""
        with self._desk.look() as unit:
            credential = unit.credentials.maybe(account)
            wanted = {key.id for key in recipients(unit.trust.read(), account, today_of(unit, self._desk))}
        return credential is not None and set(credential.recipients) != wanted

    def only_others(self, by: Actor, account: AccountId) -> frozenset[PersonId] | None:
        """Give who can open a log-in that this person's own key doesn't open; None where it does."""
        with self._desk.look() as unit:
            kept, trust = unit.credentials.maybe(account), unit.trust.read()
        return None if kept is None or by.signer.key in kept.recipients else kept.openers(trust)

    def kept(self, account: AccountId) -> Credential | None:
        """Give what the store holds of a log-in, unopened: when it was kept, and by whom."""
        with self._desk.look() as unit:
            return unit.credentials.maybe(account)

    def fetch(self, account: AccountId) -> Copy:
        """Find the copy that counts: keyring or store, the higher version (an errand).

        An emptied keyring is filled again from the store; without a keyring the store's copy serves, and that
        is said in `notice`.

        Raises:
            KnownError: if no log-in was ever kept.
        """
        with self._desk.look() as unit:
            credential = unit.credentials.maybe(account)
        try:
            kept = KeptHere.from_item(self._secrets.get(_item(account)))
        except NoKeyring:
            return _from_store(account, credential, say("vault.no-keyring"))
        if credential is None or (kept is not None and kept.version > credential.version):
            if kept is None:
                raise KnownError(say("vault.nothing-kept"), remedy=say("vault.keep-first"))
            newer = say("vault.newer-than-store")
            return Copy(account, kept.sealed, kept.version, newer, kept.proof, here_only=True)
        copy = _from_store(account, credential, None)
        if kept is None or kept.version < copy.version:
            return self.shelve(copy)
        return copy

    def shelve(self, copy: Copy) -> Copy:
        """Put a copy into this computer's keyring (an errand); gives it back with what is to be said."""
        try:
            kept = KeptHere(copy.version, copy.sealed, copy.proof)
            self._secrets.set(_item(copy.account), kept.to_item())
        except NoKeyring:
            return replace(copy, notice=say("vault.no-keyring"))
        return copy

    def reveal(self, by: Actor, copy: Copy) -> Done[LogIn]:
        """Open a log-in to be shown; the record says who looked and when (a deed).

        Raises:
            NotAllowed: for people who don't hold it, or with a passphrase given too long ago.
            Tampered: if the copy isn't what the signed row says.
        """
        with self._desk.deed(by) as deed:
            self._require(deed, copy.account)
            log_in = self._opened(deed, copy)
            deed.record(Act.REVEAL, Noun.CREDENTIALS, copy.account)
        return Done(log_in, Changes.of("credentials", [copy.account]))

    def copy(self, by: Actor, copy: Copy, field: Field) -> Done[ForClipboard]:
        """Open a log-in to be copied to the clipboard (a deed).

        Raises:
            NotAllowed: as for `reveal`.
            Tampered: as for `reveal`.
        """
        with self._desk.deed(by) as deed:
            self._require(deed, copy.account)
            log_in = self._opened(deed, copy)
            deed.record(Act.COPY, Noun.CREDENTIALS, copy.account, parts={"field": field.value})
        text = {Field.USER: log_in.user, Field.PASSWORD: log_in.password}.get(
            field, "\n".join(log_in.recovery)
        )
        return Done(ForClipboard(text), Changes.of("credentials", [copy.account]))

    def _write(
        self, deed: Deed, account: AccountId, log_in: LogIn, *, beside: PersonId | None = None
    ) -> Copy:
        person = deed.by.person or beside
        if person is None:
            raise NotAllowed((Reason(say("vault.not-yours")),))
        keys = recipients(deed.trust, account, today_of(deed.unit, self._desk))
        sealed = seal(log_in.to_bytes(), [key.recipient for key in keys])
        digest = hashlib.sha256(sealed).hexdigest()
        old = deed.unit.credentials.maybe(account)
        version = 1 if old is None else old.version + 1
        part: dict[str, Plain] = {"sha256": digest, "version": version}
        row = deed.record(Act.KEEP_LOG_IN, Noun.CREDENTIALS, account, parts={FILE_PART: part})
        fresh = Credential(
            id=account,
            school=self._desk.school,
            sealed=sealed.hex(),
            sha256=digest,
            recipients=tuple(key.id for key in keys),
            changed_at=deed.now,
            changed_by=person,
            seq=row,
            version=1 if old is None else old.version,
        )
        if old is None:
            deed.unit.credentials.add(fresh)
        else:
            deed.unit.credentials.change(fresh)
        return Copy(account, sealed, version, proof=_proof(deed.unit, row))

    def _opened(self, deed: Deed, copy: Copy) -> LogIn:
        if not isinstance(deed.by.signer, Identity):
            raise NotAllowed((Reason(say("vault.not-yours")),))
        self._require_signed(deed, copy)
        try:
            return LogIn.from_bytes(deed.by.signer.open(copy.sealed))
        except (KeyError, ValueError) as error:
            raise planted() from error

    def _require_signed(self, deed: Deed, copy: Copy) -> None:
        """Hold the copy against the newest signed row about this log-in, or a newer one against its own."""
        rows = [
            row
            for row in deed.unit.record.about(Noun.CREDENTIALS, copy.account)
            if row.act == Act.KEEP_LOG_IN
        ]
        part = deed.unit.record.part(rows[-1].seq, FILE_PART) if rows else None
        signatures = Signatures(deed.trust.keys, self._desk.verifier)
        if part is None or not signatures.right(rows[-1].row):
            raise planted()
        named = parse(part.content)
        if Body.from_bytes(rows[-1].row.body).parts.get(FILE_PART) != part.digest:
            raise planted()
        if named["sha256"] == hashlib.sha256(copy.sealed).hexdigest():
            return
        kept = KeptHere(copy.version, copy.sealed, copy.proof)
        if not copy.here_only:
            raise planted()
        if not lost_by_restore(deed.unit, signatures, copy.account, kept):
            raise planted_here()

    def _require(self, deed: Deed, account: AccountId) -> None:
        if reasons := self._blockers(deed.unit, deed.trust, deed.by, account):
            raise NotAllowed(reasons)

    def _blockers(self, unit: Unit, trust: Trust, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        reasons = []
        keys = recipients(trust, account, today_of(unit, self._desk))
        if by.signer.key not in {key.id for key in keys}:
            reasons.append(Reason(say("vault.not-yours")))
        if not by.fresh(self._desk.now):
            reasons.append(Reason(say("keys.passphrase-again"), None, "passphrase"))
        if unit.wraps.has_number(ROOT_SECRET) and not unit.schools.get(self._desk.school).sample:
            reasons.append(Reason(say("vault.envelope-first"), None, "envelope"))
        return tuple(reasons)


def _item(account: AccountId) -> str:
    return f"account/{account}"


def _proof(unit: Unit, seq: int) -> bytes:
    stored, part = unit.record.at(seq), unit.record.part(seq, FILE_PART)
    return b"" if stored is None or part is None else proof_of(stored.row, part)


def _from_store(account: AccountId, credential: Credential | None, notice: Message | None) -> Copy:
    if credential is None:
        raise KnownError(say("vault.nothing-kept"), remedy=say("vault.keep-first"))
    return Copy(account, bytes.fromhex(credential.sealed), credential.version, notice)
