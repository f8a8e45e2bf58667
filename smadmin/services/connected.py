"""Which account of a platform each of the register's is connected to, told by the signed rows (`CONNECT`)."""

from dataclasses import dataclass

from smadmin.domain.connections import CONNECTION_PART, Connection, same_there
from smadmin.domain.ids import AccountId
from smadmin.domain.people import LEADING
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Fact, Proven


@dataclass(frozen=True)
class Connected:
    """A connection, and the row since which it is to this account of the platform."""

    connection: Connection
    since: int


def connection_of(proven: Proven, account: AccountId, *, before: int | None = None) -> Connection | None:
    """Give the connection that counts: the first one's account, until the office takes another.

    Args:
        proven: the record.
        account: of the register.
        before: the row before which it counted; None: now.
    """
    found = connected(proven, account, before=before)
    return None if found is None else found.connection


def connected(proven: Proven, account: AccountId, *, before: int | None = None) -> Connected | None:
    """Give the connection that counts, or counted before a row, with its place, or None."""
    found: Connected | None = None
    for fact in proven.about(Noun.ACCOUNTS, account):
        if fact.body.act != Act.CONNECT or (before is not None and fact.seq >= before):
            continue
        try:
            told = Connection.from_plain(proven.part(fact, CONNECTION_PART) or {})
        except ValueError:  # signed, and yet none
            continue
        if found is not None and found.connection.same_account(told):
            found = Connected(told, found.since)
        elif found is None or fact.roles & LEADING:
            found = Connected(told, fact.seq)
    return found


def newest_connection(proven: Proven, account: AccountId) -> tuple[Fact, Connection] | None:
    """Give the row whose connection counts, with what it says, or None."""
    known = connection_of(proven, account)
    for fact in reversed(proven.about(Noun.ACCOUNTS, account)):
        if known is not None and fact.body.act == Act.CONNECT:
            told = proven.part(fact, CONNECTION_PART) or {}
            if {name: told.get(name) for name in known.to_plain()} == known.to_plain():
                return fact, known
    return None


def connected_too(proven: Proven, account: AccountId, platform: str) -> tuple[tuple[AccountId, bool], ...]:
    """Give the others that are connected to the same account of a platform, and whether each was first."""
    mine = connected(proven, account)
    if mine is None:
        return ()
    others = {AccountId(fact.body.id or "") for fact in proven.acts(Act.CONNECT)} - {account}
    known = ((one, connected(proven, one)) for one in sorted(others))
    return tuple(
        (one, its.since < mine.since)
        for one, its in known
        if its is not None and same_there(platform, its.connection, mine.connection)
    )
