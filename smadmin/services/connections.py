"""Connecting an account: the platform says once whom it takes the log-in for, and a person confirms it.

Its id then stands in a signed row beside the pinned handle. Opening the log-in reads (`offered`), asking the
platform is an errand of its own (`ask`), and only `connect` writes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.connections import CONNECTION_PART, Connection, at_home, foreign_reasons, usual_server
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING
from smadmin.domain.publishers import Access, Publisher, Who
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.connected import connection_of
from smadmin.services.copies import Copy
from smadmin.services.desk import Desk
from smadmin.services.entered import entered
from smadmin.services.proof import Proof, Proven
from smadmin.services.refusals import end_refusals
from smadmin.services.roles import refuse, roles_for, today_of
from smadmin.services.sealed import opened_by
from smadmin.services.vault import Vault
from smadmin.storage.unit import Unit

Publishers = Mapping[Platform, Publisher]
"""The platforms to which the program itself posts."""


@dataclass(frozen=True)
class Wish:
    """What a person fills in to connect: where the log-in is sent, its user name, and which token it is."""

    server: str
    user: str
    token: str


class Connections:
    """The connections of one school's accounts."""

    def __init__(self, desk: Desk, proof: Proof, vault: Vault, publishers: Publishers) -> None:
        """Stand on the desk, the proven record, the vault and the platforms."""
        self._desk, self._proof, self._vault = desk, proof, vault
        self.publishers = publishers

    def of(self, by: Actor, account: AccountId) -> Connection | None:
        """Give an account's connection, or None."""
        with self._desk.look(by) as unit:
            return connection_of(self._proof.now(unit), account)

    def tokens(self, by: Actor, account: AccountId) -> tuple[str, ...]:
        """Name the tokens that lie in an account's log-in (an errand: it asks the keyring); none in none.

        Raises:
            NotAllowed, Tampered: as opening it.
        """
        with self._desk.look(by) as unit:
            if unit.credentials.maybe(account) is None:
                return ()
        copy = self._vault.fetch(account)
        with self._desk.look(by) as unit:
            log_in = opened_by(by, unit, copy, self._proof.now(unit), self._desk.verifier)
        return tuple(one.name for one in log_in.tokens)

    def offered(self, by: Actor, account: AccountId, wish: Wish) -> Access:
        """Open the token that is to be used (an errand: it asks the keyring).

        Raises:
            NotAllowed: for who may not connect it, and where the token isn't there or has ended.
            Tampered: if the log-in isn't what was signed.
        """
        copy = self._vault.fetch(account)
        with self._desk.look(by) as unit:
            found = unit.accounts.get(account)
            refuse(self._blockers(unit, by, found))
            refuse(_server_reasons(found, wish.server))
            proven = self._proof.now(unit)
            return access_of(self._desk, by, unit, proven, copy=copy, wish=wish)

    def ask(self, account: Account, access: Access) -> Who:
        """Ask the platform whom it takes the log-in for (an errand).

        Raises:
            PublisherFailed: whatever went wrong there.
        """
        return self.publishers[account.platform].who_am_i(access)

    def connect(self, by: Actor, account: AccountId, wish: Wish, who: Who) -> Changes:
        """Take who it is, as a person saw and confirmed it (a deed): from now on this id and no other.

        What the platform refused before is tried anew by it.

        Raises:
            NotAllowed: another account than the register's, or one that is connected elsewhere here; another
                id than before, for anybody but the office and communications.
        """
        self._proof.catch_up(by)
        wanted = Connection(who, wish.server.strip(), wish.user.strip(), wish.token)
        with self._desk.deed(by) as deed:
            found, proven = deed.unit.accounts.get(account), self._proof.now(deed.unit)
            reasons = (*self._blockers(deed.unit, by, found), *_server_reasons(found, wish.server))
            refuse((*reasons, *foreign_reasons(found, who), *_taken(proven, deed.unit, account, wanted)))
            before = connection_of(proven, account)
            mine = roles_for(proven.trust, by.person, today_of(deed.unit, self._desk), account)
            if before is not None and not before.same_account(wanted) and not mine & LEADING:
                raise NotAllowed((Reason(say("sending.other-id", handle=before.who.handle)),))
            deed.record(Act.CONNECT, Noun.ACCOUNTS, account, parts={CONNECTION_PART: wanted.to_plain()})
            again = end_refusals(deed.unit, account)
        return Changes.of("accounts", [account]) | again

    def blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List why this person can't connect an account."""
        with self._desk.look(by) as unit:
            return self._blockers(unit, by, unit.accounts.get(account))

    def _blockers(self, unit: Unit, by: Actor, account: Account) -> tuple[Reason, ...]:
        trust, today = unit.trust.read(), today_of(unit, self._desk)
        roles = roles_for(trust, by.person, today, account.id)
        if not roles:
            return (Reason(say("accounts.no-role")),)
        if account.platform not in self.publishers:
            return (Reason(say("sending.not-direct")),)
        if account.id not in trust.pins:
            return (Reason(say("sending.live-first")),)
        return ()


def at_home_now(unit: Unit, proven: Proven, account: AccountId) -> Connection:
    """Give the connection that counts, where its log-in is sent to the account's own server.

    Raises:
        NotAllowed: there is none, or it names another server than the register does.
    """
    connection = connection_of(proven, account)
    if connection is None:
        raise NotAllowed((Reason(say("sending.not-connected")),))
    refuse(_server_reasons(unit.accounts.get(account), connection.server))
    return connection


def access_of(desk: Desk, by: Actor, unit: Unit, proven: Proven, *, copy: Copy, wish: Wish) -> Access:
    """Open the token of an account's log-in for one errand; what it gives shows no secret.

    Raises:
        NotAllowed: where it isn't there or has ended, and for who holds no key to it.
        Tampered: if the log-in isn't what was signed.
    """
    log_in = opened_by(by, unit, copy, proven, desk.verifier)
    return Access(wish.server.strip(), wish.user.strip(), _secret(log_in, wish.token, today_of(unit, desk)))


def _secret(log_in: LogIn, name: str, today: date) -> str:
    found = next((one for one in log_in.tokens if one.name == name), None)
    if found is None:
        raise NotAllowed((Reason(say("sending.no-token", token=name), None, "token"),))
    if found.ends is not None and found.ends < today:
        raise NotAllowed((Reason(say("sending.token-ended", token=name, on=found.ends), None, "token"),))
    return found.secret


def _server_reasons(account: Account, server: str) -> tuple[Reason, ...]:
    """Say why a log-in isn't sent there: a blog's or a Mastodon account's goes to its own server alone."""
    if at_home(account, server):
        return ()
    return (Reason(say("sending.other-server", server=usual_server(account)), None, "server"),)


def _taken(proven: Proven, unit: Unit, account: AccountId, wanted: Connection) -> tuple[Reason, ...]:
    """Say which other account of the register that isn't closed is connected to this one already."""
    for other in unit.accounts.all():
        if other.id != account and entered(proven, other.id).stage is not AccountStage.CLOSED:
            known = connection_of(proven, other.id)
            if known is not None and known.same_account(wanted):
                return (Reason(say("sending.connected-elsewhere", account=other.label)),)
    return ()
