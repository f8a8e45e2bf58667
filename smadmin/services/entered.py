"""What was entered about an account and how far it has come, told by the signed rows about it.

A row is believed where its signer might say so: once an account has been live, only who is named for it or
answers for the school's accounts tells its details, and its kind, which decides who writes, is moved to or
from the district's by communications alone (`naming.may_move_kind`). Of what is closed nobody tells anything.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account, AccountStage, identity_of
from smadmin.domain.approved_as import ApprovedAs
from smadmin.domain.canonical import Plain
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.lives import ACCOUNT_PART, opened_by_somebody
from smadmin.domain.naming import may_move_kind, tells_details
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.same_pages import Told, same_page
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import Fact
from smadmin.services.holds import Holds
from smadmin.services.life_rows import life_rows
from smadmin.services.proof import Proven
from smadmin.storage.unit import Unit

_STAGES: Mapping[str, AccountStage] = {
    Act.GO_LIVE: AccountStage.LIVE,
    Act.GO_ON: AccountStage.LIVE,
    Act.HOLD: AccountStage.ON_HOLD,
    Act.CLOSE: AccountStage.CLOSED,
}
_REOPENING = frozenset(_STAGES) - {Act.CLOSE}
_USED = ("platform", "handle", "page", "login", "principal", "kind")
TELLING = frozenset({Act.ADOPT, Act.ASK_ACCOUNT, Act.CHANGE, Act.STAND_IN})
"""Acts whose rows say what was entered about the account."""

_NOTHING = ApprovedAs.from_plain({})
_NOT_HELD = Holds()


@dataclass(frozen=True)
class Entered:
    """An account as the record has it; without `said` nothing that was entered is proven.

    Args:
        said: what was entered, as the newest believed row signed it, with the kind that counts.
        kind: the kind that counts, also where no details can be read any more.
        holds: who stopped it.
        live_as: what it was when it went live.
        live_who: by what it was the same one then (`identity_of`).
        taken_in: whether it ever was more than asked for.
        closed_by_office: whether it was the school's own office that closed it.
        since: the row since which it is told by the same handle and page.
        told_as: what who said so was, there.
        been: by what it is told, and was since it is on hold, the newest last.
        kept_at: by what it was told while it was live, each with the row since which; without those that the
            school's own people moved it from, or the school's own office closed.
        lost: whether what was signed last is missing though nobody ordered that: nothing tells it any more.
    """

    said: Mapping[str, Plain] | None = None
    kind: str = AccountKind.SCHOOL.value
    stage: AccountStage = AccountStage.SET_UP
    holds: Holds = _NOT_HELD
    live_as: ApprovedAs | None = None
    live_who: tuple[Plain, ...] = ()
    taken_in: bool = False
    closed_by_office: bool = False
    since: int = 0
    told_as: frozenset[Role] = frozenset()
    been: tuple[Told, ...] = ()
    kept_at: tuple[tuple[Told, int], ...] = ()
    lost: bool = False

    @property
    def details(self) -> Mapping[str, Plain] | None:
        """Give what of the details is used, None where nothing is proven."""
        return None if self.said is None else details_of(self.said)

    @property
    def now(self) -> ApprovedAs:
        """Give what it would be approved as now."""
        return _NOTHING if self.said is None else ApprovedAs.from_plain(self.said)

    @property
    def as_it_went_live(self) -> bool:
        """Tell whether it is still the one that somebody looked at when it went live."""
        return self.live_as is not None and self.live_who == _who(self.said)

    def shows(self, account: Account) -> bool:
        """Tell whether the register's plain row shows what was signed."""
        return self.details == details_of(account.to_plain())


def entered(proven: Proven, account: AccountId, *, until: int | None = None) -> Entered:
    """Tell it from the rows, up to a place of the record or to its end."""
    found, facts = Entered(), proven.about(Noun.ACCOUNTS, account)
    for place, fact in enumerate(facts):
        if until is not None and fact.seq > until:
            break
        if found.holds.closed and (fact.body.act in _REOPENING or tells(fact)):
            continue  # closed is closed: its page comes back as another account alone
        holds = found.holds.after(fact)
        if fact.body.act == Act.GO_LIVE and not opened_by_somebody(life_rows(proven, facts[:place])):
            found = replace(found, holds=holds)
            continue  # it was asked for, and nobody who may had said yes
        stage = _STAGES.get(fact.body.act, found.stage)
        if fact.body.act == Act.GO_ON and not found.as_it_went_live:
            stage = AccountStage.SET_UP
        stage = AccountStage.ON_HOLD if holds.any and not holds.closed else stage
        been = found.been if holds.any else found.been[-1:]
        taken_in = found.taken_in or fact.body.act in {Act.ADOPT, Act.GO_LIVE}
        found = replace(found, holds=holds, stage=stage, been=been, taken_in=taken_in)
        if fact.body.act == Act.CLOSE:
            office = found.closed_by_office or bool(fact.roles & OFFICE)
            found = replace(found, closed_by_office=office, kept_at=() if office else found.kept_at)
        if tells(fact):
            found = _told(proven, found, fact, account)
        if fact.body.act == Act.GO_LIVE:
            found = replace(found, live_as=found.now, live_who=_who(found.said))
        if found.stage is AccountStage.LIVE:
            found = replace(found, kept_at=_with_page(found))
    return found


def _with_page(found: Entered) -> tuple[tuple[Told, int], ...]:
    """Give by what it was told while it was live, with what it is told by now."""
    told = found.been[-1:]
    if not told or any(one.exact == told[0].exact for one, _ in found.kept_at):
        return found.kept_at
    return (*found.kept_at, (told[0], found.since))


def goes_on_as(proven: Proven, account: AccountId) -> AccountStage:
    """Give where an account goes on from a hold: live, unless it became another one that nobody looked at."""
    return AccountStage.LIVE if entered(proven, account).as_it_went_live else AccountStage.SET_UP


def accounts_then(unit: Unit, proven: Proven, accounts: Iterable[AccountId], seq: int) -> tuple[Account, ...]:
    """Give accounts of the kind that each was at a place of the record: a later one names nobody.

    What is no longer in the register is left out.
    """
    found = (one for one in map(unit.accounts.maybe, accounts) if one is not None)
    return tuple(replace(one, kind=_kind_of(entered(proven, one.id, until=seq).kind)) for one in found)


def _kind_of(kind: str) -> AccountKind:
    return AccountKind(kind) if kind in set(AccountKind) else AccountKind.SCHOOL


def answered_by(proven: Proven, account: AccountId, person: PersonId | None) -> dict[str, Plain]:
    """Give an account's details to be signed with who answers for it from now on: the rest as it was signed.

    Its plain row may be what somebody wrote into the store; who signs this has looked at none of it.
    """
    return {**(entered(proven, account).said or {}), "principal": person}


def tells(fact: Fact) -> bool:
    """Tell whether a row says what was entered."""
    return fact.body.act in TELLING and ACCOUNT_PART in fact.body.parts


def _told(proven: Proven, found: Entered, fact: Fact, account: AccountId) -> Entered:
    """Take over what a row says was entered, as far as its signer may say so."""
    lived, first = found.live_as is not None, found.since == 0
    if lived and not tells_details(fact.held, account):
        return found
    part = proven.part(fact, ACCOUNT_PART)
    if part is None or "platform" not in part:
        erased = part is not None or proven.erased(fact.seq, ACCOUNT_PART)
        return replace(found, said=None, lost=found.lost or not erased)
    if fact.body.act == Act.STAND_IN and found.said is not None:
        part = {**found.said, "principal": part.get("principal")}
    kind = str(part.get("kind") or AccountKind.SCHOOL.value)  # rows of before there were kinds
    in_use = lived or was_used(proven, account, fact.seq)
    if not (first or may_move_kind(fact.roles, found.kind, kind, in_use=in_use)):
        kind = found.kind
    said: dict[str, Plain] = {**part, "kind": kind}
    stage = found.stage
    if stage is AccountStage.LIVE and _who(said) != _who(found.said):
        stage = AccountStage.SET_UP  # another handle or server: `Account.filled`
    told = told_of(said)
    same = bool(found.been) and found.been[-1].exact == told.exact
    return replace(
        found,
        said=said,
        kind=kind,
        stage=stage,
        since=found.since if same else fact.seq,
        told_as=found.told_as if same else fact.roles,
        kept_at=_moved(found, told, fact) if lived and not same else found.kept_at,
        been=found.been if same else (*(found.been if found.holds.any else ()), told),
        lost=False,
    )


def _moved(found: Entered, told: Told, fact: Fact) -> tuple[tuple[Told, int], ...]:
    """Give which pages stay the school's where somebody who tells its details moves it to another.

    The office and who is named for it give up the one that it had; communications gives up none (BAL-A2).
    """
    if Role.COMMUNICATIONS in fact.roles and not fact.roles & OFFICE:
        return found.kept_at
    left = [one for one in found.been[-1:] if not same_page(one, told)]
    return tuple(kept for kept in found.kept_at if not any(same_page(kept[0], one) for one in left))


def was_used(proven: Proven, account: AccountId, seq: int) -> bool:
    """Tell whether anybody was named for an account, or its log-in kept, up to a place of the record."""
    if any(one.account == account for one in proven.trust_at(seq).grants.values()):
        return True
    kept = (one for one in proven.about(Noun.CREDENTIALS, account) if one.seq <= seq)
    return any(one.body.act == Act.KEEP_LOG_IN for one in kept)


def told_of(said: Mapping[str, Plain]) -> Told:
    """Give by what an account is told, from what was entered."""
    return Told(*(str(said.get(name) or "") for name in ("platform", "handle", "page")))


def details_of(said: Mapping[str, Plain]) -> dict[str, Plain]:
    """Give what counts of an account's details, as `Account.filled` takes them over."""
    details = {name: said.get(name) for name in _USED}
    details |= {name: str(details[name]).strip() for name in ("handle", "page", "login")}
    details["kind"] = details["kind"] or AccountKind.SCHOOL.value
    return {**details, "handle": str(details["handle"]).removeprefix("@")}


def _who(said: Mapping[str, Plain] | None) -> tuple[Plain, ...]:
    if said is None:
        return ()
    details = details_of(said)
    return identity_of(str(details["platform"]), str(details["handle"]), str(details["page"]))
