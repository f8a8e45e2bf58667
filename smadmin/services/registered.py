"""The accounts of the register, as the record proves them: what was entered, and at which stage each is.

The register's rows are plain, so whoever can write the store can point an account's page elsewhere; what is
used to publish must be what the newest signed row about the account says. Every change is a row.
"""

from datetime import date

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.own_servers import on_named_server
from smadmin.domain.people import Role
from smadmin.domain.policy.packs import Pack
from smadmin.domain.post_links import page_fits
from smadmin.domain.vocabulary import Noun
from smadmin.services.district_hand import stands_in
from smadmin.services.entered import Entered, entered, told_of
from smadmin.services.life_rows import life_by, life_rows
from smadmin.services.proof import Proven
from smadmin.services.reading import Reader
from smadmin.services.twins import twin_by_connection, twin_of
from smadmin.storage.unit import Unit


def unproven(proven: Proven, account: Account, reader: Reader, unit: Unit) -> tuple[Reason, ...]:
    """List why an account's row can't be used as it stands: not what was signed, or a foreign page.

    Nor where who answers for it left, and nobody signed to stand in, nor where it became another than it went
    live as, and nobody said yes to that.
    """
    place, reasons = f"account:{account.id}", []
    today, facts = reader.today(unit), reader.policy.platforms
    signed = entered(proven, account.id)
    if proven.trust.pins.get(account.id, account.pin) != account.pin:
        reasons.append(Reason(say("approvals.account-changed", account=account.label), None, place))
    elif not signed.shows(account):
        reasons.append(Reason(say("approvals.account-details", account=account.label), None, place))
    if account.stage is AccountStage.LIVE is not signed.stage:
        reasons.append(Reason(say("approvals.account-stage", account=account.label), None, place))
    if not answered_for(proven, account, today):
        left = say("accounts.principal-left", account=account.label)
        reasons.append(Reason(left, "BAL-A1", place))
    if signed.stage is AccountStage.LIVE and not _still_approved(proven, account, signed, reader.pack(unit)):
        reasons.append(Reason(say("approvals.account-anew", account=account.label), None, place))
    reasons += _twin_reasons(proven, account, signed, unit)
    named = on_named_server(account.platform, account.handle, account.page)
    if not named or not page_fits(account.page, facts[account.platform]):
        reasons.append(Reason(say("accounts.page-foreign", account=account.label), None, place))
    return tuple(reasons)


def _twin_reasons(proven: Proven, account: Account, signed: Entered, unit: Unit) -> tuple[Reason, ...]:
    """Say that an older account, or one on hold, is the same page: it alone is used."""
    told = told_of(account.to_plain() if signed.said is None else signed.said)
    twin = twin_of(proven, account.id, told, signed.kind, teller=signed.told_as, since=signed.since)
    twin = twin or twin_by_connection(proven, account.id, signed)
    other = None if twin is None else unit.accounts.maybe(twin)
    if twin is None:
        return ()
    said = say("approvals.account-twin", account=account.label, other="?" if other is None else other.label)
    return (Reason(said, None, f"account:{account.id}"),)


def answered_for(proven: Proven, account: Account, today: date) -> bool:
    """Tell whether who answers for an account may: in office, or by having signed to stand in.

    Without anybody it is incomplete anyway (`Account.blockers`).
    """
    if account.principal is None:
        return True
    roles = proven.trust.roles(account.principal, today)
    return Role.PRINCIPAL in roles or (Role.COMMUNICATIONS in roles and stands_in(proven, account))


def _still_approved(proven: Proven, account: Account, signed: Entered, pack: Pack) -> bool:
    """Tell whether an account went live as it is now, or was approved since; one that existed may change."""
    if signed.live_as in (None, signed.now):
        return True
    rows = life_rows(proven, proven.about(Noun.ACCOUNTS, account.id))
    life = life_by(pack, rows)
    return life.adopted or life.asked is None or life.approved
