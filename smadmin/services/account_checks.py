"""Why an account can't be entered, changed or go live as somebody would have it.

Asked of the register's own rules (`domain/accounts.py`), and of the record: whether who changes it may,
whether the plain row is what was signed, and whether the page is another account's already.
"""

from collections.abc import Callable, Mapping
from datetime import date

from smadmin.domain.account_kinds import AccountKind, kind_blockers
from smadmin.domain.account_mail import login_blockers, somebodys_blockers
from smadmin.domain.accounts import Account, AccountForm, AccountStage, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.naming import may_move_kind, tells_details
from smadmin.domain.own_servers import on_named_server
from smadmin.domain.page_numbers import number_blockers
from smadmin.domain.people import Role
from smadmin.domain.same_pages import Told, same_page
from smadmin.services.desk import Deed, Desk
from smadmin.services.entered import Entered, details_of, entered, told_of, was_used
from smadmin.services.proof import Proof
from smadmin.services.roles import school_roles, today_of
from smadmin.services.twins import twin_of
from smadmin.storage.unit import Unit


class AccountChecks:
    """The questions about an account of one school."""

    def __init__(
        self,
        desk: Desk,
        proof: Proof,
        fits: Callable[[Platform, str], bool],
        refused: Callable[[Unit], Mapping[AccountKind, str]],
        by_roles: Callable[[Platform], bool],
    ) -> None:
        """Stand on the desk, the proven record, the platforms' pages, the refused kinds and the roles."""
        self._desk, self._proof, self._fits, self._refused = desk, proof, fits, refused
        self._by_roles = by_roles

    def by_roles(self, account: Account) -> bool:
        """Tell whether an account without a log-in address needs none; the facts are read for these alone."""
        return not account.login.strip() and self._by_roles(account.platform)

    def form(
        self, unit: Unit, trust: Trust, form: AccountForm, kept: PersonId | None = None
    ) -> tuple[Reason, ...]:
        """List why details can't be kept; who answered for it before (`kept`) need not be chosen anew."""
        reasons = [] if form.name.strip() else [Reason(say("accounts.no-name"), None, "name")]
        reasons += kind_blockers(form.kind, self._refused(unit))
        answers, today = form.principal, today_of(unit, self._desk)
        if answers not in (None, kept) and Role.PRINCIPAL not in trust.roles(answers, today):
            reasons.append(Reason(say("accounts.not-a-principal"), "BAL-A1", "principal"))
        if form.login.strip():
            reasons += login_blockers(form.login, unit.schools.get(self._desk.school).domains)
            reasons += somebodys_blockers(
                form.login, [(one.name, one.email) for one in trust.people.values()]
            )
        if self._lies_elsewhere(form):
            reasons.append(Reason(say("accounts.page-elsewhere"), None, "page"))
        return tuple(reasons)

    def live(self, unit: Unit, trust: Trust, account: Account) -> tuple[Reason, ...]:
        """List why an account may not go live, by the register alone: asked of every account at once."""
        if not account.may_become(AccountStage.LIVE):
            return (Reason(say("accounts.not-now", account=account.label)),)
        people = trust.holders(Role.ADMINISTRATOR, today_of(unit, self._desk), account.id)
        domains = unit.schools.get(self._desk.school).domains
        by_roles = self.by_roles(account)
        lacks = account.live_blockers(administrators=len(people), domains=domains, by_roles=by_roles)
        foreign = Reason(say("accounts.page-foreign", account=account.label))
        return (*lacks, foreign) if self._lies_elsewhere(account) else lacks

    def adopted(self, deed: Deed, account: AccountId, form: AccountForm) -> tuple[Reason, ...]:
        """List why these details can't be taken in as another account's."""
        told, kind = told_of(form.to_plain()), form.kind
        roles = school_roles(deed.trust, deed.by.person, today_of(deed.unit, self._desk))
        return self.form(deed.unit, deed.trust, form) or self._told(deed.unit, account, told, kind, roles)

    def changed(self, deed: Deed, account: Account, form: AccountForm) -> tuple[Reason, ...]:
        """List why an account's details can't become these, whoever may prepare it."""
        unit, proven, today = deed.unit, self._proof.now(deed.unit), today_of(deed.unit, self._desk)
        signed = entered(proven, account.id)
        if signed.holds.closed:
            return (Reason(say("accounts.closed-stays", account=account.label)),)
        lived = _lived(account) or signed.live_as is not None
        in_use = lived or was_used(proven, account.id, proven.head.seq)
        reasons = (
            *self.form(unit, deed.trust, form, account.principal),
            *tells_blockers(deed.trust, deed.by, account, today),
            *_unsigned(signed, account, form),
        )
        was = account.kind if signed.said is None else signed.kind
        roles = school_roles(deed.trust, deed.by.person, today)
        if not reasons and not may_move_kind(roles, was, form.kind, in_use=in_use):
            reasons = _kind_reasons(roles, account)
        told, before = told_of(form.to_plain()), told_of(account.to_plain())
        if reasons or (told.exact, form.kind) == (before.exact, account.kind):
            return reasons
        return self._told(unit, account.id, told, form.kind, roles)

    def going_live(self, deed: Deed, account: Account) -> tuple[Reason, ...]:
        """List why an account may not go live: as `live`, and by what the record says of it and of others."""
        told, signed = told_of(account.to_plain()), entered(self._proof.now(deed.unit), account.id)
        return (
            _unsigned(signed, account, None)
            or self.live(deed.unit, deed.trust, account)
            or self._twins(deed.unit, account.id, told, account.kind, signed.told_as)
        )

    def _told(
        self, unit: Unit, account: AccountId, told: Told, kind: AccountKind, teller: frozenset[Role]
    ) -> tuple[Reason, ...]:
        """List why an account can't be told by this address: a number, or another account's page."""
        numbered = number_blockers(told.platform, told.handle, told.page)
        return numbered or self._twins(unit, account, told, kind, teller)

    def _twins(
        self, unit: Unit, account: AccountId, told: Told, kind: AccountKind, teller: frozenset[Role]
    ) -> tuple[Reason, ...]:
        proven, place = self._proof.now(unit), "page" if told.page.strip() else "handle"
        twin = twin_of(proven, account, told, kind, teller=teller)
        if twin is None:
            return ()
        other, signed = unit.accounts.maybe(twin), entered(proven, twin)
        label = told.page if other is None else other.label
        if signed.kept_at and not any(same_page(told, one) for one in signed.been):
            return (Reason(say("accounts.twin-moved", account=label), "BAL-A2", place),)
        if signed.stage is not AccountStage.CLOSED:
            return (Reason(say("accounts.twin", account=label), None, place),)
        if signed.holds.district and Role.COMMUNICATIONS not in teller:
            return (Reason(say("accounts.twin-stopped", account=label), "BAL-B1f4", place),)
        return (Reason(say("accounts.twin-closed", account=label), "BAL-A2", place),)

    def _lies_elsewhere(self, one: AccountForm | Account) -> bool:
        fits = self._fits(one.platform, one.page) and on_named_server(one.platform, one.handle, one.page)
        return bool(one.page.strip()) and not fits


def tells_blockers(trust: Trust, by: Actor, account: Account, today: date) -> tuple[Reason, ...]:
    """List why somebody may not change what is entered about an account that is live, or was (BAL-A2)."""
    if account.stage is AccountStage.CLOSED:
        return (Reason(say("accounts.closed-stays", account=account.label)),)
    if not _lived(account) or tells_details(trust.grants_of(by.person, today), account.id):
        return ()
    return (Reason(say("accounts.named-only", account=account.label), "BAL-A2"),)


def _kind_reasons(roles: frozenset[Role], account: Account) -> tuple[Reason, ...]:
    """Say why somebody doesn't make this other kind of an account, by which others would write for it."""
    if Role.COMMUNICATIONS not in roles:
        return (Reason(say("accounts.kind-communications"), "BAL-A3", "kind"),)
    return (Reason(say("accounts.kind-in-use", account=account.label), "BAL-A2", "kind"),)


def _lived(account: Account) -> bool:
    return account.live_since is not None or account.stage in {AccountStage.LIVE, AccountStage.ON_HOLD}


def _unsigned(signed: Entered, account: Account, form: AccountForm | None) -> tuple[Reason, ...]:
    """Refuse to sign what somebody wrote into the store: first the form says again what was signed.

    Where that was taken out of the store, nothing tells any more what it was.
    """
    if signed.lost:
        return (Reason(say("accounts.signed-lost", account=account.label), None, "page"),)
    if signed.details is None or signed.shows(account):
        return ()
    kept, wanted = details_of(account.to_plain()), {} if form is None else details_of(form.to_plain())
    odd = [name for name, value in signed.details.items() if kept[name] != value != wanted.get(name)]
    if not odd:
        return ()
    handle, page = f"@{signed.details['handle']}", str(signed.details["page"])
    said = say("accounts.not-as-signed", account=account.label, handle=handle, page=page)
    return (Reason(said, None, odd[0]),)
