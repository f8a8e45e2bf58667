"""How each account's identity was proven last, by signed rows: the platform's own answer, or a person's look.

A row *send* is written only within a minute after the platform said whose log-in it is, and that it is the
connected account (`send_steps.begin`); *connect* after its first answer. A post is handed out only after a
person saw the account's handle on the platform's page (`gate.py`). What was proven of another handle or page
than the account's present one proves nothing of it.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from smadmin.domain.accounts import Account, Identity, Proof
from smadmin.domain.actors import Actor
from smadmin.domain.connections import CONNECTION_PART, foreign_reasons
from smadmin.domain.ids import AccountId, PublicationId
from smadmin.domain.publications import publication_id
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.connected import connection_of
from smadmin.services.desk import Desk
from smadmin.services.entered import entered
from smadmin.services.facts import Fact
from smadmin.services.proof import Proof as RecordProof
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows

_LATELY = timedelta(days=60)
"""Further back no row is looked for: what the register says since it went live is as true."""


class ProvenAs:
    """The identities of one school's accounts."""

    def __init__(self, desk: Desk, proof: RecordProof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def all(self, by: Actor) -> Mapping[AccountId, Identity]:
        """Give the newest proof of each account, whether it stands in the register or in a later row."""
        with self._desk.look(by) as unit:
            proven, accounts = self._proof.now(unit), {one.id: one for one in unit.accounts.all()}
            found = {one.id: one.identity for one in accounts.values()}
            if not proven.whole:
                return found
            since = {one: entered(proven, one).since for one in accounts}
            for id_, identity, seq in _told(proven, accounts, self._desk.now - _LATELY):
                if seq > since[id_] and _later(identity.proven_at, found[id_].proven_at):
                    found[id_] = identity
        return found


def _told(
    proven: Proven, accounts: Mapping[AccountId, Account], since: datetime
) -> Iterator[tuple[AccountId, Identity, int]]:
    """Give what rows prove of accounts: of each, the newest connection, sending and handing out."""
    for account in accounts.values():
        yield from _connected(proven, account)
    for act in (Act.SEND, Act.HAND_OUT):
        left = set(accounts)
        for fact in reversed(proven.acts(act)):
            if not left or fact.body.utc < since:
                break
            account_id = _account_of(proven, fact)
            if account_id not in left:
                continue
            left.discard(account_id)
            identity = _by(proven, accounts[account_id], fact)
            if identity is not None:
                yield account_id, identity, fact.seq


def _connected(proven: Proven, account: Account) -> Iterator[tuple[AccountId, Identity, int]]:
    for fact in reversed(proven.about(Noun.ACCOUNTS, account.id)):
        if fact.body.act == Act.CONNECT:
            told = proven.part(fact, CONNECTION_PART) or {}
            identity = _answered(proven, account, fact, told)
            if identity is not None:
                yield account.id, identity, fact.seq
            return


def _by(proven: Proven, account: Account, fact: Fact) -> Identity | None:
    if fact.body.act == Act.SEND:
        told = (proven.part(fact, "sent") or {}) if "sent" in fact.body.parts else {}
        return _answered(proven, account, fact, told)
    return Identity(Proof.CONFIRMED, fact.body.utc, fact.body.person)


def _answered(proven: Proven, account: Account, fact: Fact, told: Mapping[str, object]) -> Identity | None:
    """Give the platform's answer, where it was of the account that is connected now and is the register's."""
    connection = connection_of(proven, account.id)
    if connection is None or told.get("id") != connection.who.id:
        return None
    if foreign_reasons(account, connection.who):
        return None
    return Identity(Proof.SEEN, fact.body.utc, seen=str(told.get("handle") or connection.who.handle))


def _account_of(proven: Proven, fact: Fact) -> AccountId | None:
    """Give the account of a row about a publication that counts, or None."""
    kept = proven.unit.publications.maybe(PublicationId(fact.body.id or ""))
    if kept is None or kept.post is None or kept.id != publication_id(kept.post, kept.account):
        return None
    rows = publication_rows(proven, kept.id, kept.account)
    return kept.account if any(one.seq == fact.seq for one in rows) else None


def _later(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and (other is None or one > other)
