"""Another account was logged in where a post of the school's goes out: everything of that account stops.

A hold whose row says what was seen. Whoever posts may report it; only the office lets the account go on. Its
presence shows without any key, so that a closed window can call somebody at once.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, Role
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

    def report(self, by: Actor, account: AccountId, seen: str, *, again: bool = True) -> Changes:
        """Stop an account until the office lets it go on, and say which one was logged in instead (a deed).

        Args:
            by: who saw it.
            account: whose post was about to go out.
            seen: the other handle, as it stood there; empty where it wasn't read.
            again: whether it is told once more while a report stands; a program's every look isn't.

        Raises:
            NotAllowed: for people who have no part in its posts, or where it isn't live yet.
        """
        with self._desk.deed(by) as deed:
            found = deed.unit.accounts.get(account)
            refuse(_blockers(deed.trust, by, found, day_of(deed)))
            told = () if again else reported_now(deed.unit, self._desk.verifier, self._desk.mute)
            if any(one.account.id == account for one in told):
                return Changes()
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


def reported_now(unit: Unit, verifier: Verifier, mute: Collection[int] = ()) -> tuple[Reported, ...]:
    """Give the accounts that stand still for it, by the rows that a key on the record signed.

    Where not even the tables of keys are right, by the rows as they lie: rather one call too many.

    Args:
        unit: of whose school.
        verifier: of their signatures.
        mute: places of rows that count for nothing, where that is known (`Desk.mute`).
    """
    trust = trust_borne_out(unit, verifier)

    def believed(row: StoredRow) -> bool:
        return row.seq not in mute and (trust is None or signed_body(row, trust, verifier) is not None)

    held = [one for one in unit.accounts.all() if one.stage is AccountStage.ON_HOLD]
    found = ((account, _newest_report(unit, account, believed)) for account in held)
    return tuple(Reported(account, seq) for account, seq in found if seq is not None)


def is_reported(unit: Unit, account: Account, mute: Collection[int] = ()) -> bool:
    """Tell whether an account stands still since another one was logged in there."""
    if account.stage is not AccountStage.ON_HOLD:
        return False
    return _newest_report(unit, account, lambda row: row.seq not in mute) is not None


def _newest_report(unit: Unit, account: Account, believed: Callable[[StoredRow], bool]) -> int | None:
    """Give the place of the newest report about an account since it was last let go on, or live anew.

    That all accounts go on which communications stopped at once ends none: this one stands still by itself.
    """
    trust, report = unit.trust.read(), None
    for row in unit.record.about(Noun.ACCOUNTS, account.id):
        if not believed(row):
            continue
        if row.act == Act.HOLD and _has(row, WRONG):
            report = row
        elif report is not None and _ends(unit, trust, row, report):
            report = None
    return None if report is None else report.seq


def _ends(unit: Unit, trust: Trust, row: StoredRow, report: StoredRow) -> bool:
    """Tell whether a row ends a report, as far as that shows without a proof (`Holds.after` asks the same).

    Only who leads signs that an account goes on; that it goes live, an administrator signs too. And nobody
    ends anything on the way out, nor anybody else what communications began.
    """
    if row.act not in {Act.GO_ON, Act.GO_LIVE} or _has(row, WHOLE) or _silenced(unit, trust, row):
        return False
    roles = _roles(trust, row)
    if row.act == Act.GO_LIVE and not roles & LEADING:
        return False
    return Role.COMMUNICATIONS in roles or Role.COMMUNICATIONS not in _roles(trust, report)


def _roles(trust: Trust, row: StoredRow) -> frozenset[Role]:
    """Give what who signed a row is in the school by its day; of a role that ended nothing is known."""
    try:
        body = Body.from_bytes(row.row.body)
    except (KeyError, RecursionError, TypeError, ValueError):
        return frozenset()
    return frozenset() if body.person is None else trust.roles(body.person, trust.day_of(body.utc))


def _silenced(unit: Unit, trust: Trust, row: StoredRow) -> bool:
    """Tell whether who signed a row was on the way out by then."""
    person = PersonId(row.person or "")
    left = trust.leaving.get(person)
    if left is None or not left.by_office:
        return False
    begun = unit.record.about(Noun.DEPARTURES, left.departure)
    return not begun or begun[0].seq < row.seq


def _has(row: StoredRow, part: str) -> bool:
    try:
        return part in Body.from_bytes(row.row.body).parts
    except ValueError:  # whoever holds the file wrote anything there
        return False
