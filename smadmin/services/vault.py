"""The vault: each account's log-in, sealed to the people who may open it (`keys.md`, Credential).

The same bytes lie in this computer's keyring and in the store; the higher version wins; somebody's own
computer keeps none. The digest of each version, and whose keys open it, stand in a signed row (`sealed.py`).
Asking the keyring (`fetch`, `shelve`) is an errand; keeping and opening are deeds, each with its row.
"""

import secrets as lots
from contextlib import suppress
from dataclasses import replace
from functools import partial

from smadmin.credentials.secrets import NoKeyring, SecretStore
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.credentials import Credential, recipients
from smadmin.domain.departing import leaves_reason
from smadmin.domain.errors import KnownError, NotAllowed, Reason, Tampered
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.leavers import Leaver
from smadmin.domain.log_ins import LogIn, after, made_here
from smadmin.domain.messages import Message, say
from smadmin.domain.one_time import Seed
from smadmin.domain.passwords import Style, made
from smadmin.domain.policy.packs import CopiesOpen
from smadmin.domain.typed import says_something
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.copies import Copy, Field, ForClipboard, Rules, Way, text_of
from smadmin.services.daily_hands import may_work_daily, works_daily
from smadmin.services.desk import Deed, Desk
from smadmin.services.kept_here import KeptHere
from smadmin.services.keys import ROOT_SECRET, passphrase_blockers
from smadmin.services.phrases import ordered_words
from smadmin.services.proof import Proof
from smadmin.services.refusals import end_refusals
from smadmin.services.roles import today_of
from smadmin.services.sealed import beside, content_blockers, handed_on, kept_anew, opened
from smadmin.storage.unit import Unit


class Vault:
    """The log-ins of one school's accounts."""

    def __init__(
        self, desk: Desk, secrets: SecretStore, rules: Rules | None = None, proof: Proof | None = None
    ) -> None:
        """Stand on the desk, this computer's keyring, what policy and platforms say, the proven record."""
        self._desk = desk
        self._secrets = secrets
        self._rules = rules or Rules()
        self._proof = proof or Proof(desk)  # what nobody proved is never opened

    def blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List why this person may not open or keep this account's log-in now."""
        with self._desk.look() as unit:
            return self._blockers(unit, unit.trust.read(), by, account)

    def open_blockers(self, by: Actor, account: AccountId, why: str = "") -> tuple[Reason, ...]:
        """List why this person may not open it: `blockers`, and a reason where policy wants one (WIC-P6)."""
        with self._desk.look(by) as unit:
            return (
                *self._blockers(unit, unit.trust.read(), by, account),
                *self._needs_reason(unit, by, account, why),
            )

    def propose(self, account: AccountId, style: Style) -> str:
        """Make a password that the account's platform takes."""
        with self._desk.look() as unit:
            rule = self._rules.password(unit.accounts.get(account).platform)
        return made(rule, style, pick=lots.choice, words=ordered_words())

    def make(self, by: Actor, account: AccountId, style: Style) -> Done[str]:
        """Make a password and lock it into the kept log-in before anybody sees it (a deed).

        Between the platform and *Keep* a computer may die: then both passwords lie here, with one that was
        made before. Where nothing is kept yet, or this person can't open it, it is only made.

        Raises:
            NotAllowed: as `blockers`.
        """
        made_one = self.propose(account, style)
        with self._desk.deed(by) as deed:
            self._require_staying(deed, account)
            kept = self._lies_here(deed, account)
            if kept is not None:
                both = replace(kept, made=made_one, before=kept.made or kept.before)
                kept_anew(deed, self._desk, account, both)
        return Done(made_one, Changes.of("credentials", [account]))

    def keep(self, by: Actor, account: AccountId, log_in: LogIn) -> Done[Copy]:
        """Seal and keep a log-in (a deed); `shelve` then takes it into the keyring.

        Raises:
            NotAllowed: for people who don't hold it, with an old passphrase, before the envelope is proven;
                for a password that another account has (BAL-B1b2), or none, or one where there can be none.
            BadInput: for a seed that is none.
        """
        if log_in.seed:
            Seed.read(log_in.seed)
        weak = bool(log_in.password and passphrase_blockers(log_in.password))
        with self._desk.deed(by) as deed:
            self._require_staying(deed, account)
            held_by = self._rules.held_by(deed.unit.accounts.get(account).platform)
            proven, before = self._proof.now(deed.unit), self._lies_here(deed, account)
            if reasons := content_blockers(deed, proven, account, log_in, held_by):
                raise NotAllowed(reasons)
            told = beside(by, proven, account, log_in, before)
            kept, anew = after(before, log_in), before is None or before.tokens != log_in.tokens
            keep = partial(kept_anew, deed, self._desk, account, kept, beside_it=told, weak=weak)
            copy = keep(unset=made_here(log_in), tokens_anew=anew)
            again = end_refusals(deed.unit, account) if anew else Changes()
        return Done(copy, Changes.of("credentials", [account]) | again)

    def reseal(self, by: Actor, copy: Copy) -> Done[Copy]:
        """Seal a log-in anew to who may open it today, after people came or went (a deed).

        Who left has seen it: the password itself must be changed on the platform.
        """
        with self._desk.deed(by) as deed:
            self._require(deed, copy.account)
            proven = self._proof.now(deed.unit)
            log_in = opened(deed, copy, proven, self._desk.verifier)
            before = self._lies_here(deed, copy.account) if copy.here_only else log_in
            told = beside(by, proven, copy.account, log_in, before)
            fresh = kept_anew(deed, self._desk, copy.account, log_in, beside_it=told)
        return Done(fresh, Changes.of("credentials", [copy.account]))

    def hand_on(self, by: Actor, person: PersonId) -> Changes:
        """Seal anew to who may open them today the log-ins that a new key of this person lacks (a deed).

        By root's own hand, or by who lets the person in. What that key can't open, or what isn't as it was
        signed, stays as it is: whoever opens it is told.
        """
        with self._desk.deed(by) as deed:
            handed = handed_on(deed, self._desk, self._proof.now(deed.unit), person)
        return Changes.of("credentials", handed)

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
        if kept is None or kept.version < copy.version or not self._rules.keeps_here():
            return self.shelve(copy)
        return copy

    def shelve(self, copy: Copy) -> Copy:
        """Put a copy into this computer's keyring (an errand); gives it back with what is to be said.

        Out of the keyring of somebody's own computer it is taken instead (BAL-B1g2).
        """
        try:
            if not self._rules.keeps_here():
                self._secrets.delete(_item(copy.account))
                return copy
            kept = KeptHere(copy.version, copy.sealed, copy.proof)
            self._secrets.set(_item(copy.account), kept.to_item())
        except NoKeyring:
            return replace(copy, notice=say("vault.no-keyring"))
        return copy

    def reveal(self, by: Actor, copy: Copy, *, why: str = "") -> Done[LogIn]:
        """Open a log-in to be shown; the record says who looked, when, and why if that is asked (a deed).

        Raises:
            NotAllowed: for people who don't hold it, with a passphrase given too long ago, or without a
                reason where the policy keeps locked copies for emergencies.
            Tampered: if the copy isn't what the signed row says.
        """
        with self._desk.deed(by) as deed:
            log_in = self._open(deed, copy, why)
            deed.record(Act.REVEAL, Noun.CREDENTIALS, copy.account, parts=_reason(why))
        return Done(log_in, Changes.of("credentials", [copy.account]))

    def copy(
        self, by: Actor, copy: Copy, field: Field, *, why: str = "", which: int = 0
    ) -> Done[ForClipboard]:
        """Open a log-in to be copied to the clipboard (a deed).

        Args:
            by: whose deed it is.
            copy: from `fetch`.
            field: what of it.
            why: as for `reveal`.
            which: of several tokens.

        Raises:
            NotAllowed: as for `reveal`.
            Tampered: as for `reveal`.
            KnownError: where there is no such thing.
        """
        with self._desk.deed(by) as deed:
            text = text_of(self._open(deed, copy, why), field, which, self._desk.now)
            deed.record(
                Act.COPY, Noun.CREDENTIALS, copy.account, parts={"field": field.value, **_reason(why)}
            )
        return Done(ForClipboard(text), Changes.of("credentials", [copy.account]))

    def hand_out(self, by: Actor, copy: Copy, way: Way, *, why: str = "") -> Done[LogIn]:
        """Open a log-in for somebody who has no key here; the record says by which way it went (a deed).

        Raises:
            NotAllowed: as for `reveal`.
            Tampered: as for `reveal`.
        """
        with self._desk.deed(by) as deed:
            log_in = self._open(deed, copy, why)
            part: dict[str, Plain] = {"way": way.value, **_reason(why)}
            deed.record(Act.HAND_LOG_IN, Noun.CREDENTIALS, copy.account, parts=part)
        return Done(log_in, Changes.of("credentials", [copy.account]))

    def _lies_here(self, deed: Deed, account: AccountId) -> LogIn | None:
        """Open what the store holds, as far as this person's key does and it is as it was signed."""
        kept = deed.unit.credentials.maybe(account)
        if kept is None:
            return None
        with suppress(Tampered, NotAllowed):
            copy = _from_store(account, kept, None)
            return opened(deed, copy, self._proof.now(deed.unit), self._desk.verifier)
        return None

    def _open(self, deed: Deed, copy: Copy, why: str) -> LogIn:
        self._require(deed, copy.account)
        if reasons := self._needs_reason(deed.unit, deed.by, copy.account, why):
            raise NotAllowed(reasons)
        return opened(deed, copy, self._proof.now(deed.unit), self._desk.verifier)

    def _needs_reason(self, unit: Unit, by: Actor, account: AccountId, why: str) -> tuple[Reason, ...]:
        """Ask for a reason by the policy, of whoever doesn't work with the account (`works_daily`)."""
        if says_something(why) or self._rules.copies(unit) is CopiesOpen.AT_WILL or by.person is None:
            return ()
        found, today = unit.accounts.get(account), today_of(unit, self._desk)
        # The record is asked last: a register of 2,000 accounts asks this of each.
        might = may_work_daily(unit.trust.read(), by.person, found, today)
        if might and works_daily(self._proof.now(unit), by.person, found, today):
            return ()
        return (Reason(say("vault.emergency-only"), "WIC-P6", "why"),)

    def _require(self, deed: Deed, account: AccountId) -> None:
        if reasons := self._blockers(deed.unit, deed.trust, deed.by, account):
            raise NotAllowed(reasons)

    def _require_staying(self, deed: Deed, account: AccountId) -> None:
        """Let nobody who leaves have the last word: colleagues would find a password that only they know."""
        self._require(deed, account)
        if deed.leaves is Leaver.SILENCED:
            raise NotAllowed(leaves_reason())

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


def _reason(why: str) -> dict[str, Plain]:
    return {"why": why.strip()} if why.strip() else {}


def _from_store(account: AccountId, credential: Credential | None, notice: Message | None) -> Copy:
    if credential is None:
        raise KnownError(say("vault.nothing-kept"), remedy=say("vault.keep-first"))
    return Copy(account, bytes.fromhex(credential.sealed), credential.version, notice)
