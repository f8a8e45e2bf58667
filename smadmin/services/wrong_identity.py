"""Another account was logged in where a post of the school's goes out: everything of that account stops.

A hold whose row says what was seen. Whoever posts may report it; only the office lets the account go on. Its
presence shows without any key, so that a closed window can call somebody at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.records import Body, Verifier
from smadmin.domain.rights import roles_for_act, who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.holds import WHOLE
from smadmin.services.newest import signed_body, trust_borne_out
from smadmin.services.roles import day_of, refuse, today_of
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

WRONG = "wrong"
"""The part of a hold that says which handle was seen instead; empty where none could be read."""

LONGEST_SEEN = 100
"""Characters of a handle that are kept: whoever made the other account chose it."""


@dataclass(frozen=True)
class Reported:
    """A report that holds, as its plain row tells it: `seq` is the row's place."""

    account: Account
    seq: int


class WrongIdentities:
    """Reports of one school."""

    def __init__(self, desk: Desk) -> None:
        """Stand on the desk."""
        self._desk = desk

    def blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List why this person may not report it, or why there is nothing to stop."""
        with self._desk.look() as unit:
            today = today_of(unit, self._desk)
            return _blockers(unit.trust.read(), by, unit.accounts.get(account), today)

    def report(self, by: Actor, account: AccountId, seen: str) -> Changes:
        """Stop an account until the office lets it go on, and say which one was logged in instead (a deed).

        Args:
            by: who saw it.
            account: whose post was about to go out.
            seen: the other handle, as it stood there; empty where it wasn't read.

        Raises:
            NotAllowed: for people who have no part in its posts, or where it isn't live yet.
        """
        with self._desk.deed(by) as deed:
            found = deed.unit.accounts.get(account)
            refuse(_blockers(deed.trust, by, found, day_of(deed)))
            if found.stage is AccountStage.LIVE:
                deed.unit.accounts.change(found.brought_to(AccountStage.ON_HOLD, day_of(deed)))
            deed.record(Act.HOLD, Noun.ACCOUNTS, account, parts={WRONG: seen.strip()[:LONGEST_SEEN]})
        return Changes.of("accounts", [account])


def _blockers(trust: Trust, by: Actor, account: Account, today: date) -> tuple[Reason, ...]:
    mine = frozenset[Role]()
    if by.person is not None:
        mine = roles_for_act(trust, by.person, today, noun=Noun.ACCOUNTS, act=Act.HOLD, account=account.id)
    if not mine & who_may(Noun.ACCOUNTS, Act.HOLD):
        return (Reason(say("accounts.no-role")),)
    if account.stage not in {AccountStage.LIVE, AccountStage.ON_HOLD}:
        return (Reason(say("accounts.not-now", account=account.label)),)
    return ()


def reported_now(unit: Unit, verifier: Verifier) -> tuple[Reported, ...]:
    """Give the accounts that stand still for it, by the rows that a key on the record signed.

    Where not even the tables of keys are right, by the rows as they lie: rather one call too many.
    """
    trust = trust_borne_out(unit, verifier)

    def signed(row: StoredRow) -> bool:
        return trust is None or signed_body(row, trust, verifier) is not None

    held = [one for one in unit.accounts.all() if one.stage is AccountStage.ON_HOLD]
    found = ((account, _newest_report(unit, account, signed)) for account in held)
    return tuple(Reported(account, seq) for account, seq in found if seq is not None)


def is_reported(unit: Unit, account: Account) -> bool:
    """Tell whether an account stands still since another one was logged in there."""
    return (
        account.stage is AccountStage.ON_HOLD and _newest_report(unit, account, lambda _row: True) is not None
    )


def _newest_report(unit: Unit, account: Account, believed: Callable[[StoredRow], bool]) -> int | None:
    """Give the place of the newest report about an account since it was last let go on, or live anew.

    That all accounts go on which communications stopped at once ends none: this one stands still by itself.
    """
    newest = None
    for row in unit.record.about(Noun.ACCOUNTS, account.id):
        if not believed(row):
            continue
        if row.act in {Act.GO_ON, Act.GO_LIVE} and not _has(row, WHOLE):
            newest = None
        elif row.act == Act.HOLD and _has(row, WRONG):
            newest = row.seq
    return newest


def _has(row: StoredRow, part: str) -> bool:
    try:
        return part in Body.from_bytes(row.row.body).parts
    except ValueError:  # whoever holds the file wrote anything there
        return False
