"""How each account's log-in stands: who can open it, whether communications has it, who still knows it.

All of it is judged from the proven record, never from a table: who could open a version stands in the row
that kept it. What somebody could open once they may have seen, so it stays on the list until the password
is another one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.credentials import recipients
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import AccountId, KeyId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.rights import who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.kept_rows import kept_rows, newest_of_all, opened_by, openers_of, readers_of
from smadmin.services.passwords_then import known_from
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.roles import today_of
from smadmin.storage.unit import Unit

TOLD_PART = "told"


@dataclass(frozen=True)
class Told:
    """That communications has the log-in as it is. `who` is named where they have no key here."""

    by: PersonId | None
    at: datetime
    who: str = ""


@dataclass(frozen=True)
class LogInStanding:
    """How a log-in stands.

    Args:
        changed_at: when anything of it was last typed anew.
        openers: who gets in by the copy that lies here today, root's envelope aside.
        told: that communications has it; None where it doesn't know yet.
        knew: who could open it since the password was last another one, and may not any more.
    """

    account: AccountId
    changed_at: datetime
    openers: frozenset[PersonId]
    told: Told | None
    knew: frozenset[PersonId]


@dataclass(frozen=True)
class LogInHere:
    """Whom the copy of a log-in that lies here lets in.

    Args:
        openers: who gets in by it today, root's envelope aside.
        mine: whether the asking person's own key opens it.
        needs_reseal: whether others may open it today than those it is sealed to.
    """

    openers: frozenset[PersonId]
    mine: bool
    needs_reseal: bool


class LogInStandings:
    """How the log-ins of one school stand."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def all(self, by: Actor) -> Mapping[AccountId, LogInStanding]:
        """Give every log-in that is kept, by account."""
        with self._desk.look(by) as unit:
            return self._standings(unit)

    def of(self, by: Actor, account: AccountId) -> LogInStanding | None:
        """Give one account's, or None where no log-in is kept."""
        with self._desk.look(by) as unit:
            return self._standings(unit, account).get(account)

    def here(self, by: Actor) -> Mapping[AccountId, LogInHere]:
        """Give of all accounts, in one go, whom the copies that lie here let in."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            trust, kept = proven.trust, {one.id: one for one in unit.credentials.all()}
            return {
                one: LogInHere(
                    openers=opened_by(trust, row, kept[one], today),
                    mine=by.signer.key in row.keys,
                    needs_reseal=set(row.keys) != {key.id for key in recipients(trust, one, today)},
                )
                for one, row in newest_of_all(proven).items()
                if one in kept
            }

    def waits_for(self, by: Actor, accounts: Iterable[AccountId]) -> frozenset[AccountId]:
        """Give those of which this person says that communications has them; a name is entered then."""
        with self._desk.look() as unit:
            trust, today = unit.trust.read(), today_of(unit, self._desk)
        barred = {one: _tell_blockers(trust, by, one, "", today) for one in accounts}
        return frozenset(one for one, reasons in barred.items() if all(why.place == "who" for why in reasons))

    def tell_blockers(self, by: Actor, account: AccountId, who: str = "") -> tuple[Reason, ...]:
        """List why this person may not say that communications has a changed log-in."""
        with self._desk.look() as unit:
            return _tell_blockers(unit.trust.read(), by, account, who, today_of(unit, self._desk))

    def tell(self, by: Actor, account: AccountId, *, who: str = "") -> Changes:
        """Say that communications has the log-in as it is now (BAL-B1b6; a deed).

        Args:
            by: communications, or principal and deputy where communications has no key here.
            account: whose log-in.
            who: the person there who said that they have it, where communications has no key here.

        Raises:
            NotAllowed: as `tell_blockers`.
            KnownError: where no log-in is kept.
        """
        with self._desk.deed(by) as deed:
            if deed.unit.credentials.maybe(account) is None:
                raise KnownError(say("vault.nothing-kept"), remedy=say("vault.keep-first"))
            if reasons := _tell_blockers(deed.trust, by, account, who, today_of(deed.unit, self._desk)):
                raise NotAllowed(reasons)
            deed.record(Act.TELL_LOG_IN, Noun.CREDENTIALS, account, parts={TOLD_PART: {"who": who.strip()}})
        return Changes.of("credentials", [account])

    def _standings(self, unit: Unit, only: AccountId | None = None) -> dict[AccountId, LogInStanding]:
        proven, today = self._proof.now(unit), today_of(unit, self._desk)
        rows: dict[AccountId, list[Fact]] = {}
        for fact in proven.about(Noun.CREDENTIALS, only):
            if fact.body.id is not None:
                rows.setdefault(AccountId(fact.body.id), []).append(fact)
        found, trust = {}, proven.trust
        for account, facts in rows.items():
            kept = kept_rows(proven, facts)
            if not kept:
                continue
            changed = max((n for n, one in enumerate(kept) if one.changed), default=0)
            could = _people(proven, (key for one in kept[known_from(kept) :] for key in one.keys))
            may = openers_of(
                trust, (one.id for one in trust.keys.values() if one.person in could), account, today
            )
            found[account] = LogInStanding(
                account=account,
                changed_at=kept[changed].fact.body.utc,
                openers=readers_of(proven, kept[-1], account, today),
                told=_told(proven, kept[changed].fact, facts),
                knew=could - may,
            )
        return found


def _tell_blockers(trust: Trust, by: Actor, account: AccountId, who: str, today: date) -> tuple[Reason, ...]:
    mine = frozenset[Role]() if by.person is None else trust.roles(by.person, today, account)
    if Role.COMMUNICATIONS in mine:
        return ()
    if trust.holders(Role.COMMUNICATIONS, today, account):
        return (Reason(say("vault.told-by-them"), "BAL-B1b6"),)
    if not mine & who_may(Noun.CREDENTIALS, Act.TELL_LOG_IN):
        return (Reason(say("vault.told-by-office"), "BAL-B1b6"),)
    return () if who.strip() else (Reason(say("vault.told-whom"), "BAL-B1b6", "who"),)


def _people(proven: Proven, keys: Iterable[KeyId]) -> frozenset[PersonId]:
    found = (proven.trust.keys.get(key) for key in keys)
    return frozenset(key.person for key in found if key is not None and key.person is not None)


def _told(proven: Proven, changed: Fact, facts: Iterable[Fact]) -> Told | None:
    """Find who said last that communications has it; whoever works there and changed it knows it."""
    if Role.COMMUNICATIONS in changed.roles:
        return Told(changed.body.person, changed.body.utc)
    for fact in facts:
        if fact.seq <= changed.seq or fact.body.act != Act.TELL_LOG_IN:
            continue
        who = str((proven.part(fact, TOLD_PART) or {}).get("who") or "")
        if Role.COMMUNICATIONS in fact.roles or (fact.roles & OFFICE and who):
            return Told(fact.body.person, fact.body.utc, who)
    return None
