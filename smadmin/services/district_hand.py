"""What communications may do with a school's accounts: stop all at once, answer for one, know it can get in.

Each is a signed row about the account, judged from the proven record. What communications put on hold goes
on by communications alone; whoever else signs that it does is not believed (`registered.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from smadmin.domain.accountable import ANSWERABLE
from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.lives import ACCOUNT_PART
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, Role
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.entered import answered_by, goes_on_as
from smadmin.services.holds import WHOLE, holds_on
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.roles import any_roles, day_of, roles_for, today_of
from smadmin.storage.unit import Unit

CONFIRMED_FOR = timedelta(days=366)
"""So long a confirmation that communications can get in counts: it is asked for each year."""


@dataclass(frozen=True)
class Confirmed:
    """What somebody of communications signed about an account, and on which day."""

    by: PersonId | None
    on: date


@dataclass(frozen=True)
class Unanswered:
    """Accounts for which this person stands in, and those for which nobody in office answers."""

    stands_in: tuple[Account, ...] = ()
    left: tuple[Account, ...] = ()


class DistrictHand:
    """Communications' powers over the accounts of one school."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why this person may not do what communications may."""
        with self._desk.look() as unit:
            return _not_communications(unit.trust.read(), by, today_of(unit, self._desk))

    def hold_all(self, by: Actor, *, why: str) -> Changes:
        """Stop everything from every account until communications lets them go on (a deed).

        Also those that the school stopped itself, so that it can't let them go on meanwhile.

        Raises:
            NotAllowed: for anybody but communications, without a reason, where nothing is live.
        """
        return self._all(by, AccountStage.ON_HOLD, Act.HOLD, why=why)

    def go_on_all(self, by: Actor, *, why: str) -> Changes:
        """Let every account go on that `hold_all` stopped; one that the school stopped stays so (a deed).

        Raises:
            NotAllowed: for anybody but communications, without a reason, where none is stopped so.
        """
        return self._all(by, AccountStage.LIVE, Act.GO_ON, why=why)

    def stopped_whole(self, by: Actor) -> frozenset[AccountId]:
        """Give the accounts that communications stopped all at once and that didn't go on since."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            return frozenset(one.id for one in unit.accounts.all() if _stopped_whole(proven, one))

    def stand_in_blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List why this person may not answer for an account until a successor is named."""
        with self._desk.look() as unit:
            today = today_of(unit, self._desk)
            return _stand_in_blockers(unit.trust.read(), by, unit.accounts.get(account), today)

    def stand_in(self, by: Actor, account: AccountId) -> Changes:
        """Answer for an account whose principal left, until a successor is named (BAL-A1; a deed).

        Raises:
            NotAllowed: for anybody but communications, or while its principal is in office.
        """
        with self._desk.deed(by) as deed:
            found, today = deed.unit.accounts.get(account), today_of(deed.unit, self._desk)
            if reasons := _stand_in_blockers(deed.trust, by, found, today):
                raise NotAllowed(reasons)
            deed.unit.accounts.change(replace(found, principal=by.person))
            part = answered_by(self._proof.now(deed.unit), account, by.person)
            deed.record(Act.STAND_IN, Noun.ACCOUNTS, account, parts={ACCOUNT_PART: part})
        return Changes.of("accounts", [account])

    def confirm(self, by: Actor, account: AccountId) -> Changes:
        """Confirm that communications gets in: it removes content, changes the site (YEL-A2, YEL-A4; a deed).

        Raises:
            NotAllowed: for anybody but communications.
        """
        with self._desk.deed(by) as deed:
            self._require(deed)
            deed.unit.accounts.get(account)
            deed.record(Act.CONFIRM_OFFICE, Noun.ACCOUNTS, account)
        return Changes.of("accounts", [account])

    def confirmed(self, by: Actor) -> Mapping[AccountId, Confirmed]:
        """Give the accounts that communications can get into, as was confirmed within a year."""
        with self._desk.look(by) as unit:
            proven, school = self._proof.now(unit), unit.schools.get(self._desk.school)
            return _confirmed(proven, school, today_of(unit, self._desk)) if proven.whole else {}

    def stands_in(self, by: Actor, account: AccountId) -> Confirmed | None:
        """Tell who of communications answers for an account until a successor is named, and since when."""
        with self._desk.look(by) as unit:
            proven, found = self._proof.now(unit), unit.accounts.get(account)
            if Role.PRINCIPAL in roles_for(
                proven.trust, found.principal, today_of(unit, self._desk), account
            ):
                return None
            fact = standing_in(proven, found)
            school = unit.schools.get(self._desk.school)
            return None if fact is None else Confirmed(fact.body.person, school.local(fact.moment).date())

    def unanswered(self, by: Actor) -> Unanswered:
        """Give the accounts for which this person stands in, and those for which nobody in office answers."""
        with self._desk.look(by) as unit:
            trust, today = unit.trust.read(), today_of(unit, self._desk)
            mine, left = [], []
            for one in unit.accounts.all():
                if one.principal is None or one.stage is AccountStage.CLOSED:
                    continue
                roles = trust.roles(one.principal, today)
                if one.principal == by.person and Role.PRINCIPAL not in roles:
                    mine.append(one)
                elif not roles & ANSWERABLE:
                    left.append(one)
            answers = any_roles(trust, by.person, today) & LEADING
            return Unanswered(tuple(mine), tuple(left) if answers else ())

    def held_from(self, by: Actor, account: Account) -> tuple[Reason, ...]:
        """List why somebody may not let an account go on, for the button beside it."""
        if account.stage is not AccountStage.ON_HOLD:
            return ()
        with self._desk.look(by) as unit:
            return self.held_blockers(unit, by, account)

    def held_blockers(self, unit: Unit, by: Actor, account: Account) -> tuple[Reason, ...]:
        """List why somebody may not let an account go on: communications stopped it (BAL-B1f4)."""
        if not _not_communications(unit.trust.read(), by, today_of(unit, self._desk)):
            return ()
        if not holds_on(self._proof.now(unit), account.id).district:
            return ()
        return (Reason(say("powers.held", account=account.label), "BAL-B1f4"),)

    def _all(self, by: Actor, stage: AccountStage, act: Act, *, why: str) -> Changes:
        with self._desk.deed(by) as deed:
            self._require(deed)
            if not why.strip():
                raise NotAllowed((Reason(say("powers.reason-missing"), None, "sentence"),))
            proven = self._proof.now(deed.unit)
            goes_on = stage is AccountStage.LIVE
            picked = _stopped_whole if goes_on else _goes_on_by_school
            meant = [one for one in deed.unit.accounts.all() if picked(proven, one)]
            if not meant:
                nothing = "powers.nothing-stopped" if goes_on else "powers.nothing-live"
                raise NotAllowed((Reason(say(nothing)),))
            for one in meant:
                stays = goes_on and holds_on(proven, one.id).school
                if one.stage is not stage and not stays:
                    goes = goes_on_as(proven, one.id) if goes_on else stage
                    deed.unit.accounts.change(one.brought_to(goes, day_of(deed)))
                deed.record(act, Noun.ACCOUNTS, one.id, parts={"why": why.strip(), WHOLE: True})
        return Changes.of("accounts", [one.id for one in meant])

    def _require(self, deed: Deed) -> None:
        if reasons := _not_communications(deed.trust, deed.by, today_of(deed.unit, self._desk)):
            raise NotAllowed(reasons)


def stands_in(proven: Proven, account: Account) -> bool:
    """Tell whether who answers for an account signed, as communications, to stand in for its principal."""
    return standing_in(proven, account) is not None


def standing_in(proven: Proven, account: Account) -> Fact | None:
    """Give the newest row by which who answers for an account stands in for its principal."""
    rows = proven.about(Noun.ACCOUNTS, account.id)
    stood = [one for one in rows if one.body.act == Act.STAND_IN and one.body.person == account.principal]
    return stood[-1] if stood else None


def _stopped_whole(proven: Proven, account: Account) -> bool:
    """Tell whether communications' newest hold of an account stopped all; the school's own ends nothing."""
    if account.stage is not AccountStage.ON_HOLD or not holds_on(proven, account.id).district:
        return False
    rows = [one for one in proven.about(Noun.ACCOUNTS, account.id) if one.body.act == Act.HOLD]
    return WHOLE in [one for one in rows if Role.COMMUNICATIONS in one.roles][-1].body.parts


def _goes_on_by_school(proven: Proven, account: Account) -> bool:
    """Tell whether an account may be live by the school alone: it is, was, or is on hold by the school."""
    if account.stage is AccountStage.ON_HOLD:
        return not holds_on(proven, account.id).district
    return account.may_become(AccountStage.ON_HOLD)


def _confirmed(proven: Proven, school: School, today: date) -> Mapping[AccountId, Confirmed]:
    found: dict[AccountId, Confirmed] = {}
    for fact in proven.acts(Act.CONFIRM_OFFICE):
        on = school.local(fact.moment).date()
        if today - on <= CONFIRMED_FOR and fact.body.id is not None:
            found[AccountId(fact.body.id)] = Confirmed(fact.body.person, on)
    return found


def _not_communications(trust: Trust, by: Actor, today: date) -> tuple[Reason, ...]:
    if by.person is not None and Role.COMMUNICATIONS in trust.roles(by.person, today):
        return ()
    return (Reason(say("powers.communications-only"), "BAL-B1f4"),)


def _stand_in_blockers(trust: Trust, by: Actor, account: Account, today: date) -> tuple[Reason, ...]:
    reasons = list(_not_communications(trust, by, today))
    if account.stage is AccountStage.CLOSED:
        reasons.append(Reason(say("powers.closed-already")))
    answers = account.principal
    if answers is not None and Role.PRINCIPAL in trust.roles(answers, today):
        reasons.append(Reason(say("powers.principal-in-office"), "BAL-A1"))
    elif answers is not None and answers == by.person:
        reasons.append(Reason(say("powers.stands-in-already"), "BAL-A1"))
    return tuple(reasons)
