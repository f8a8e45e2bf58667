"""The accounts of the register, as the record proves them: what was entered, and at which stage each is.

The register's rows are plain, so whoever can write the store can point an account's page elsewhere; what is
used to publish must be what the newest signed row about the account says. Every change is a row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account, AccountStage, identity_of
from smadmin.domain.approved_as import ApprovedAs
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.lives import opened_by_somebody
from smadmin.domain.messages import say
from smadmin.domain.own_servers import on_named_server
from smadmin.domain.people import Role
from smadmin.domain.policy.packs import Pack
from smadmin.domain.post_links import page_fits
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.district_hand import Holds, stands_in
from smadmin.services.life_rows import life_by, life_rows
from smadmin.services.proof import Proven
from smadmin.services.reading import Reader
from smadmin.storage.unit import Unit

_STAGES: Mapping[str, AccountStage] = {
    Act.GO_LIVE: AccountStage.LIVE,
    Act.GO_ON: AccountStage.LIVE,
    Act.HOLD: AccountStage.ON_HOLD,
    Act.CLOSE: AccountStage.CLOSED,
}
_USED = ("platform", "handle", "page", "login", "principal", "kind")


_TELLING = frozenset({Act.ADOPT, Act.ASK_ACCOUNT, Act.CHANGE, Act.STAND_IN})
"""Acts whose rows say what was entered about the account."""


@dataclass(frozen=True)
class _Registered:
    """An account as the record has it; without `details` nothing that was entered is proven."""

    details: Mapping[str, Plain] | None
    stage: AccountStage
    now: ApprovedAs
    live_as: ApprovedAs | None
    """What it is, and was when it went live."""


def unproven(proven: Proven, account: Account, reader: Reader, unit: Unit) -> tuple[Reason, ...]:
    """List why an account's row can't be used as it stands: not what was signed, or a foreign page.

    Nor where who answers for it left, and nobody signed to stand in, nor where it became another than it went
    live as, and nobody said yes to that.
    """
    place, reasons = f"account:{account.id}", []
    today, facts = reader.today(unit), reader.policy.platforms
    signed = _registered(proven, account.id)
    if proven.trust.pins.get(account.id, account.pin) != account.pin:
        reasons.append(Reason(say("approvals.account-changed", account=account.label), None, place))
    elif signed.details != _details(account.to_plain()):
        reasons.append(Reason(say("approvals.account-details", account=account.label), None, place))
    if account.stage is AccountStage.LIVE is not signed.stage:
        reasons.append(Reason(say("approvals.account-stage", account=account.label), None, place))
    if not _answered_for(proven, account, today):
        left = say("accounts.principal-left", account=account.label)
        reasons.append(Reason(left, "BAL-A1", place))
    if signed.stage is AccountStage.LIVE and not _still_approved(proven, account, signed, reader.pack(unit)):
        reasons.append(Reason(say("approvals.account-anew", account=account.label), None, place))
    named = on_named_server(account.platform, account.handle, account.page)
    if not named or not page_fits(account.page, facts[account.platform]):
        reasons.append(Reason(say("accounts.page-foreign", account=account.label), None, place))
    return tuple(reasons)


def _answered_for(proven: Proven, account: Account, today: date) -> bool:
    """Tell whether who answers for an account may: in office, or by having signed to stand in.

    Without anybody it is incomplete anyway (`Account.blockers`).
    """
    if account.principal is None:
        return True
    roles = proven.trust.roles(account.principal, today)
    return Role.PRINCIPAL in roles or (Role.COMMUNICATIONS in roles and stands_in(proven, account))


def _still_approved(proven: Proven, account: Account, signed: _Registered, pack: Pack) -> bool:
    """Tell whether an account went live as it is now, or was approved since; one that existed may change."""
    if signed.live_as in (None, signed.now):
        return True
    rows = life_rows(proven, proven.about(Noun.ACCOUNTS, account.id))
    life = life_by(pack, rows)
    return life.adopted or life.asked is None or life.approved


def _registered(proven: Proven, account: AccountId) -> _Registered:
    details, stage, holds, live_as = None, AccountStage.SET_UP, Holds(), None
    now = ApprovedAs.from_plain({})
    facts = proven.about(Noun.ACCOUNTS, account)
    for place, fact in enumerate(facts):
        holds = holds.after(fact)
        if fact.body.act == Act.GO_LIVE and not opened_by_somebody(life_rows(proven, facts[:place])):
            continue  # it was asked for, and nobody who may had said yes
        stage = AccountStage.ON_HOLD if holds.any else _STAGES.get(fact.body.act, stage)
        if fact.body.act in _TELLING and "account" in fact.body.parts:
            part = proven.part(fact, "account")
            newer = None if part is None else _details(part)
            if stage is AccountStage.LIVE and _who(newer) != _who(details):
                stage = AccountStage.SET_UP  # another handle or server: `Account.filled`
            details, now = newer, ApprovedAs.from_plain(part or {})
        live_as = now if fact.body.act == Act.GO_LIVE else live_as
    return _Registered(details, stage, now, live_as)


def _details(entered: Mapping[str, Plain]) -> dict[str, Plain]:
    """Give what counts of an account's details, as `Account.filled` takes them over."""
    details = {name: entered.get(name) for name in _USED}
    details |= {name: str(details[name]).strip() for name in ("handle", "page", "login")}
    details["kind"] = details["kind"] or AccountKind.SCHOOL.value  # rows of before there were kinds
    return {**details, "handle": str(details["handle"]).removeprefix("@")}


def _who(details: Mapping[str, Plain] | None) -> tuple[Plain, ...]:
    if details is None:
        return ()
    return identity_of(str(details["platform"]), str(details["handle"]), str(details["page"]))
