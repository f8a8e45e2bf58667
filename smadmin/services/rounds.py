"""Rounds through the comments of the accounts: decided, started, finished, late (BAL-B1f1, BAL-B1f2).

They stand in the record alone, under the account's id; a row says without its part when somebody looked.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from smadmin import resources
from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.cadence import Cadence
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.naming import writes_for
from smadmin.domain.people import Role
from smadmin.domain.policy.commenting import CommentRules
from smadmin.domain.rights import who_may
from smadmin.domain.rounds import (
    DECISION_PART,
    ROUND_PART,
    Begun,
    Decision,
    Spot,
    Standing,
    Watched,
    address_of,
    counted_day,
    decision_blockers,
    end_blockers,
    round_plain,
    rounds_kept,
    standing,
    start_blockers,
    weekdays,
)
from smadmin.domain.school_days import SchoolDays
from smadmin.domain.vocabulary import Act, Noun
from smadmin.importing.rounds import RoundPages, read_round_pages
from smadmin.services.borne_out import name_in, require_whole
from smadmin.services.cadence import school_days
from smadmin.services.cards_read import ReadCards
from smadmin.services.desk import Deed, Desk
from smadmin.services.lookers import Lookers, staff_by_account, staff_of
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import refuse, roles_preparing, today_of
from smadmin.services.round_rows import TOLD_ROUNDS, watched_among, watched_in
from smadmin.storage.unit import Unit

ASKED_OF = frozenset({AccountStage.LIVE, AccountStage.ON_HOLD})
"""Accounts on which visitors can have written something."""
_BACK, _AHEAD = timedelta(days=400), timedelta(days=90)


@dataclass(frozen=True)
class RoundSheet:
    """An account's comments as somebody sees them.

    Args:
        kept: how its rounds are kept; None where none is asked for.
        days: after how many weekdays the next one is due; `due_on` is that day, None as for `kept`.
        late_days: by how many days that count it is late.
        monitor, last_by: names.
        last_on: the school's day of the last round.
        rounds_told: of each round in `watched` its day and who looked.
        places: where to look, with the platform's address, empty where it isn't known.
        mine: the round that this person is on.
        start: why they can't start one.
        decide: why they can't decide.
        staff: who could look: id and name.
        runs: whether this person writes for the account.
    """

    account: Account
    watched: Watched
    standing: Standing
    kept: Cadence | None
    days: int
    due_on: date | None
    late_days: int
    monitor: str
    last_by: str
    last_on: date | None
    rounds_told: tuple[tuple[date, str], ...]
    places: Mapping[Spot, str]
    mine: Begun | None
    start: tuple[Reason, ...]
    decide: tuple[Reason, ...]
    staff: tuple[tuple[PersonId, str], ...]
    runs: bool

    @property
    def asks(self) -> bool:
        """Whether somebody is to do something about it."""
        if self.standing is Standing.WATCHED:
            return self.kept is not None and self.kept.needs_somebody
        return self.standing is not Standing.OFF


class Rounds:
    """The rounds of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof, cards: ReadCards) -> None:
        """Stand on the desk, the policy, the proven record and who read the cards."""
        self._desk, self._reader, self._proof, self._cards = desk, reader, proof, cards

    def all(self, by: Actor) -> tuple[RoundSheet, ...]:
        """Give the accounts on which visitors can write, those first that somebody should look at.

        Raises:
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            found = self._sheets(unit, proven, by)
        return tuple(sorted(found, key=_order))

    def due(self, by: Actor) -> tuple[RoundSheet, ...]:
        """Give the accounts whose rounds this person is to care for today.

        The monitor is told of due rounds; whoever works with an account of late ones and of comments at which
        nobody looks; whoever writes for it of comments on which nobody decided.
        """
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            if not proven.whole or by.person is None:
                return ()
            sheets = self._sheets(unit, proven, by, told=1)
        return tuple(one for one in sheets if one.asks and _cares(one, by.person))

    def decide(self, by: Actor, account: AccountId, decision: Decision) -> Changes:
        """Say whether an account's comments are on, and who looks (a deed).

        Raises:
            NotAllowed: for whom it isn't, or with a monitor who doesn't work here.
        """
        with self._desk.deed(by) as deed:
            deed.unit.accounts.get(account)
            today = today_of(deed.unit, self._desk)
            refuse(_deciding(roles_preparing(deed.trust, by.person, today, account)))
            staff = staff_of(staff_by_account(deed.trust, today), account)
            refuse(decision_blockers(decision, self._rules(deed.unit), staff))
            kept = decision if decision.comments else Decision(comments=False)
            parts = {DECISION_PART: kept.to_plain()}
            deed.record(Act.DECIDE_COMMENTS, Noun.ROUNDS, account, parts=parts)
        return _changes(account)

    def start(self, by: Actor, account: AccountId) -> Changes:
        """Start a round (a deed).

        Raises:
            NotAllowed: before the cards were read, where comments are off, while one is under way.
        """
        with self._desk.deed(by) as deed:
            watched = self._watched(deed, account)
            refuse(self._starting(deed.unit, self._proof.now(deed.unit), by, watched))
            deed.record(Act.START_ROUND, Noun.ROUNDS, account)
        return _changes(account)

    def end(self, by: Actor, account: AccountId, spots: Collection[Spot], note: str = "") -> Changes:
        """Finish a round: where somebody looked, and what they say of it (a deed).

        Raises:
            NotAllowed: where it isn't under way, or somewhere nobody looked.
        """
        with self._desk.deed(by) as deed:
            watched, found = self._watched(deed, account), deed.unit.accounts.get(account)
            refuse(end_blockers(watched, spots, places_of(found), by.person))
            parts = {ROUND_PART: round_plain(spots, note)}
            deed.record(Act.END_ROUND, Noun.ROUNDS, account, parts=parts)
        return _changes(account)

    def _sheets(self, unit: Unit, proven: Proven, by: Actor, *, told: int = TOLD_ROUNDS) -> list[RoundSheet]:
        today, accounts = (
            today_of(unit, self._desk),
            [one for one in unit.accounts.all() if one.stage in ASKED_OF],
        )
        ids = [one.id for one in accounts]
        watched = watched_among(proven, ids, today, self._desk.now, told=told)
        facts = _Facts(
            rules=self._rules(unit),
            today=today,
            days=self.days(unit),
            cards_due=self._cards.due_in(unit, proven, by.person),
            staff=staff_by_account(proven.trust, today),
        )
        return [self._sheet(proven, by, one, watched[one.id], facts) for one in accounts]

    def _sheet(
        self, proven: Proven, by: Actor, account: Account, watched: Watched, facts: "_Facts"
    ) -> RoundSheet:
        staff = facts.staff_of(account.id)
        stands = standing(watched, staff)
        last = watched.rounds[-1] if watched.rounds else None
        last_on = None if last is None else proven.trust.day_of(last.at)
        rules, today, days = facts.rules, facts.today, facts.days
        since = max(watched.decided_on or today, account.live_since or date.min)
        asked = watched.on and account.stage is AccountStage.LIVE
        decision = watched.decision
        within = rules.round_days if decision is None else decision.days(rules)
        due = counted_day(days, max(since, last_on or since), within)
        roles = roles_preparing(proven.trust, by.person, today, account.id)
        return RoundSheet(
            account,
            watched,
            stands,
            rounds_kept(watched, last_on, rules, since=since, today=today, days=days) if asked else None,
            within,
            due if asked else None,
            days.counted(due, today) if asked else 0,
            name_in(proven, None if decision is None else decision.monitor),
            name_in(proven, None if last is None else last.by),
            last_on,
            tuple((proven.trust.day_of(one.at), name_in(proven, one.by)) for one in watched.rounds),
            places_of(account),
            watched.under_way(by.person),
            start_blockers(watched, mine=bool(roles), cards_due=facts.cards_due, by=by.person),
            _deciding(roles),
            tuple(staff.items()),
            writes_for(proven.trust, by.person, account, today),
        )

    def days(self, unit: Unit) -> SchoolDays:
        """Give the days that count for rounds and answers: no weekend, no break on which accounts rest."""
        today = today_of(unit, self._desk)
        return weekdays(
            school_days(unit, self._reader.pack(unit).cadence, today), today - _BACK, today + _AHEAD
        )

    def _rules(self, unit: Unit) -> CommentRules:
        return self._reader.pack(unit).comments

    def _watched(self, deed: Deed, account: AccountId) -> Watched:
        deed.unit.accounts.get(account)
        today = today_of(deed.unit, self._desk)
        return watched_in(self._proof.now(deed.unit), account, today, self._desk.now)

    def _starting(self, unit: Unit, proven: Proven, by: Actor, watched: Watched) -> tuple[Reason, ...]:
        roles = roles_preparing(proven.trust, by.person, today_of(unit, self._desk), watched.account)
        due = self._cards.due_in(unit, proven, by.person)
        return start_blockers(watched, mine=bool(roles), cards_due=due, by=by.person)


@dataclass(frozen=True)
class _Facts:
    """What is the same for all accounts: the policy's numbers, the days, who works here."""

    rules: CommentRules
    today: date
    days: SchoolDays
    cards_due: bool
    staff: Lookers

    def staff_of(self, account: AccountId) -> Mapping[PersonId, str]:
        """Give who could look at an account's comments, by name."""
        return staff_of(self.staff, account)


def _deciding(roles: frozenset[Role]) -> tuple[Reason, ...]:
    return () if roles & who_may(Noun.ROUNDS, Act.DECIDE_COMMENTS) else (Reason(say("accounts.no-role")),)


def places_of(account: Account) -> Mapping[Spot, str]:
    """Give where to look on an account's platform, with the address."""
    pages = _pages().get(account.platform, {})
    return {spot: address_of(pages[spot], account) for spot in Spot if spot in pages}


@cache
def _pages() -> RoundPages:
    return read_round_pages(resources.find("rounds.toml"))


def _cares(sheet: RoundSheet, person: PersonId) -> bool:
    decision = sheet.watched.decision
    if decision is not None and decision.monitor == person:
        return True
    if sheet.standing is Standing.UNDECIDED:
        return sheet.runs
    late = sheet.kept is not None and sheet.kept.late
    return not sheet.decide and (late or sheet.standing is Standing.UNWATCHED)


def _order(sheet: RoundSheet) -> tuple[int, int, str]:
    ranks = {Standing.UNWATCHED: 0, Standing.UNDECIDED: 1, Standing.WATCHED: 2, Standing.OFF: 3}
    quiet = 0 if sheet.kept is None else -sheet.kept.quiet_days
    return ranks[sheet.standing], quiet, sheet.account.label


def _changes(account: AccountId) -> Changes:
    return Changes.of("comments", [account])
