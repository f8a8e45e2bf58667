"""How far each account has come, judged from the proven record alone (`domain/lives.py`).

The register's columns are for finding; whether an account was approved, by whom and in which order, is read
from signed rows each time. What was forged into a table changes nothing here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from smadmin import resources
from smadmin.domain.account_kinds import OFFICIAL, AccountKind
from smadmin.domain.account_names import name_blockers
from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.cadence import Cadence
from smadmin.domain.errors import Reason
from smadmin.domain.handing_over import HandedOver
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.lives import SOON, Life, LifeRow
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.policy.packs import Pack
from smadmin.domain.rights import who_may
from smadmin.domain.set_up import SetUpItem, SetUpStep, steps_for
from smadmin.domain.turns import who_says
from smadmin.domain.vocabulary import Act, Noun
from smadmin.importing.set_up import SetUpLists, read_set_up
from smadmin.services.cadence import cadences
from smadmin.services.desk import Desk
from smadmin.services.handing_over import handed_overs
from smadmin.services.life_rows import (
    asked_for,
    grouped_facts,
    life_in,
    life_rows,
    life_told,
    list_due,
    rests,
    taken_in,
)
from smadmin.services.minutes import last_week, promised_minutes, used_minutes
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import roles_preparing, today_of
from smadmin.storage.unit import Unit

_APPROVAL_CLAUSES = ("YEL-A1", "WIC-P8", "SOC-C1", "BLO-IV-D1", "BAL-A1")


@dataclass(frozen=True)
class Carried:
    """An account that the school carries already, with the time it takes; None where nobody said."""

    account: Account
    cadence: Cadence
    minutes: int | None


@dataclass(frozen=True)
class LifeSheet:
    """Everything that the page of an account's life shows.

    Args:
        pack: the policy, with what it asks and what must stand on the account.
        steps: the set-up list.
        names: of the school's people.
        carried: the school's other accounts.
        lacks: what is missing; for an account that existed already until `due`.
        here: the roles that anybody holds in this program today.
        mine: this person's.
        handed: from whom to whom it went, oldest first.
        used: minutes that the record shows of the last week, for all accounts.
    """

    account: Account
    life: Life
    pack: Pack
    steps: tuple[SetUpStep, ...]
    names: Mapping[PersonId, str]
    carried: tuple[Carried, ...]
    lacks: tuple[Reason, ...]
    due: date | None
    here: frozenset[Role]
    mine: frozenset[Role]
    person: PersonId | None
    today: date
    handed: tuple[HandedOver, ...] = ()
    used: int = 0


@dataclass(frozen=True)
class LifeBrief:
    """What waits with whom.

    Args:
        to_approve: accounts whose next yes is this person's to give.
        to_set_up: approved ones that this person can bring further.
        sent_back: those that this person asked for and that were sent back.
        lacking: existing ones with something missing, and the day that it is due, once that is near.
    """

    to_approve: tuple[Account, ...]
    to_set_up: tuple[Account, ...]
    sent_back: tuple[Account, ...]
    lacking: tuple[tuple[Account, date], ...]
    today: date


class Lives:
    """The lives of one school's accounts."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk, self._reader, self._proof = desk, reader, proof

    def sheet(self, by: Actor, account: AccountId) -> LifeSheet:
        """Give how far an account has come, with all that is needed to bring it further."""
        with self._desk.look(by) as unit:
            proven, pack, found = self._proof.now(unit), self._reader.pack(unit), unit.accounts.get(account)
            today, trust = today_of(unit, self._desk), proven.trust
            life = life_in(proven, account, pack, today)
            own = trust.roles(by.person, today) if by.person else frozenset[Role]()
            return LifeSheet(
                account=found,
                life=life,
                pack=pack,
                steps=self.list_of(found, pack),
                names={one.id: one.name for one in trust.people.values()},
                carried=self._carried(unit, proven, pack, but=account),
                lacks=self.lacks(unit, proven, found, life),
                due=None if life.adopted_at is None else list_due(proven, pack, life.adopted_at),
                handed=handed_overs(proven, account),
                here=frozenset(role for role in Role if trust.holders(role, today)),
                mine=own,
                person=by.person,
                today=today,
                used=sum(used_minutes(last_week(proven, self._desk.now)).values()),
            )

    def live_blockers(self, unit: Unit, by: Actor, account: Account) -> tuple[Reason, ...]:
        """List why an account may not go live by its life; one that existed already may."""
        del by  # the parts are opened by who looks, whom the unit knows
        proven, pack = self._proof.now(unit), self._reader.pack(unit)
        if not proven.whole:
            return (Reason(say("accounts.life-unproven")),)
        life = life_in(proven, account.id, pack, today_of(unit, self._desk))
        return (
            self._page_reasons(account, life, pack)
            if life.adopted
            else self.lacks(unit, proven, account, life)
        )

    def _page_reasons(self, account: Account, life: Life, pack: Pack) -> tuple[Reason, ...]:
        """Refuse a profile where the policy wants a page: somebody ticks that it is one (WIC-P2)."""
        demand = pack.opening.asked_of(account.platform).get(SetUpItem.PAGE)
        listed = any(one.item is SetUpItem.PAGE for one in self.list_of(account, pack))
        if demand is None or not listed or SetUpItem.PAGE.value in life.ticks:
            return ()
        return (Reason(say("accounts.not-a-page", account=account.label), demand, f"account:{account.id}"),)

    def refused_kinds(self, unit: Unit) -> Mapping[AccountKind, str]:
        """Give the kinds that the policy refuses as public accounts, with their clauses."""
        return self._reader.pack(unit).opening.refused

    def blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List what an account's life lacks before it may go live, for the screen."""
        with self._desk.look(by) as unit:
            return self.live_blockers(unit, by, unit.accounts.get(account))

    def brief(self, by: Actor) -> LifeBrief:
        """Say what of all accounts waits for this person."""
        with self._desk.look(by) as unit:
            proven, pack, today = self._proof.now(unit), self._reader.pack(unit), today_of(unit, self._desk)
            mine = proven.trust.roles(by.person, today) if by.person else frozenset[Role]()
            grouped = grouped_facts(proven)
            approve, further, back, lacking = [], [], [], []
            for one in unit.accounts.all():
                if one.stage is AccountStage.CLOSED or one.kind not in OFFICIAL:
                    continue
                facts = grouped.get(one.id, ())
                if rests(proven, facts, pack, today):
                    continue  # no part of it need be opened
                life = life_told(proven, facts, pack, today)
                works = _works(proven, by, one.id, today)
                if life.next_step & mine:
                    approve.append(one)
                elif life.declined and life.asked and life.asked.by == by.person:
                    back.append(one)
                elif life.adopted_at is not None:
                    due = list_due(proven, pack, life.adopted_at)
                    if works and due - today <= SOON and self.lacks(unit, proven, one, life):
                        lacking.append((one, due))
                elif life.approved and works and one.stage is AccountStage.SET_UP:
                    further.append(one)
            return LifeBrief(tuple(approve), tuple(further), tuple(back), tuple(lacking), today)

    def dated_lists(self, by: Actor) -> Mapping[AccountId, date]:
        """Give the existing accounts that lack something of their life, with the day when it is due."""
        found = {}
        with self._desk.look(by) as unit:
            proven, pack, today = self._proof.now(unit), self._reader.pack(unit), today_of(unit, self._desk)
            grouped = grouped_facts(proven)
            for one in unit.accounts.all():
                facts = grouped.get(one.id, ())
                since = taken_in(facts)
                if since is None or one.stage is AccountStage.CLOSED or one.kind not in OFFICIAL:
                    continue
                # Where nobody asked for it, that is lacking: no part of its life need be opened.
                if not asked_for(facts) or self.lacks(
                    unit, proven, one, life_told(proven, facts, pack, today)
                ):
                    found[one.id] = list_due(proven, pack, since)
        return found

    def rows(self, unit: Unit, proven: Proven, account: AccountId) -> list[LifeRow]:
        """Give the rows of an account's life as they are proven, for who is about to sign the next."""
        facts = (*proven.about(Noun.ACCOUNTS, account), *proven.about(Noun.CREDENTIALS, account))
        return life_rows(proven, facts, today_of(unit, self._desk))

    def platform_agreed(self, unit: Unit, account: AccountId) -> bool:
        """Tell whether communications said yes to an account on its platform (BLO-III-B)."""
        proven, pack = self._proof.now(unit), self._reader.pack(unit)
        return proven.whole and life_in(proven, account, pack, today_of(unit, self._desk)).platform_agreed

    def lacks(self, unit: Unit, proven: Proven, account: Account, life: Life) -> tuple[Reason, ...]:
        """List what an account's life still lacks, in the order in which it is done."""
        pack, place = self._reader.pack(unit), f"account:{account.id}"
        lacks = []
        if life.asked is None:
            lacks.append(Reason(say("accounts.not-asked"), _strategy_clause(pack), place))
        elif life.declined is not None:
            lacks.append(Reason(say("accounts.sent-back"), approval_clause(pack), place))
        elif not life.approved:
            said = say("accounts.not-approved", who=who_says(life.next_step))
            lacks.append(Reason(said, approval_clause(pack), place))
        if life.rights is None:
            lacks.append(Reason(say("accounts.no-rights"), "YEL-A2", place))
        left = [one for one in self.list_of(account, pack) if one.item.value not in life.ticks]
        if left:
            demand = next((one.demand for one in left if one.demand), None)
            lacks.append(Reason(say("accounts.not-set-up", n=len(left)), demand, place))
        if life.adopted:
            lacks += _doubts_of_name(unit, proven, account, pack)
        return tuple(lacks)

    def list_of(self, account: Account, pack: Pack) -> tuple[SetUpStep, ...]:
        """Give an account's set-up list."""
        offered: Mapping[SetUpItem, Mapping[str, str]] = _lists()[account.platform]
        asked = pack.opening.asked_of(account.platform)
        mandated = any(one.verbatim for one in pack.statements)
        return steps_for(offered, asked, kind=account.kind, has_notice=mandated)

    def _carried(self, unit: Unit, proven: Proven, pack: Pack, *, but: AccountId) -> tuple[Carried, ...]:
        school, today = unit.schools.get(self._desk.school), today_of(unit, self._desk)
        return tuple(
            Carried(one.account, one.cadence, promised_minutes(proven, one.account.id))
            for one in cadences(unit, school, pack.cadence, today)
            if one.account.id != but and one.account.stage is not AccountStage.CLOSED
        )


@cache
def _lists() -> SetUpLists:
    """Read the program's own lists once somebody looks, not at the start."""
    return read_set_up(resources.find("set-up"))


def approval_clause(pack: Pack) -> str | None:
    """Give the clause by which accounts are approved, where the policy has one."""
    return next((one for one in _APPROVAL_CLAUSES if one in pack.clauses), None)


def _works(proven: Proven, by: Actor, account: AccountId, today: date) -> bool:
    roles = roles_preparing(proven.trust, by.person, today, account)
    return bool(roles & who_may(Noun.ACCOUNTS, Act.TICK))


def _strategy_clause(pack: Pack) -> str | None:
    asked = next((one.demand for one in pack.opening.questions if one.demand), None)
    return asked or approval_clause(pack)


def _doubts_of_name(unit: Unit, proven: Proven, account: Account, pack: Pack) -> tuple[Reason, ...]:
    school = unit.schools.get(account.school)
    people = [one.name for one in proven.trust.people.values()]
    return name_blockers(account.name, official_names(school.name, pack), people)


def official_names(school: str, pack: Pack) -> tuple[str, ...]:
    """Give the names that an account may be called after: the school's, and its district's."""
    return (school, pack.name)


def mail_of(pack: Pack) -> str:
    """Give the address of communications, where the policy names one; else its first."""
    named = [one for one in pack.contacts if one.email]
    office = (one.email or "" for one in named if "ommunic" in one.office)
    return next(office, (named[0].email or "") if named else "")
