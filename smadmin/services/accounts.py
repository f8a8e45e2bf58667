"""The register of official accounts: made by hand, proven by a person, answered for by a principal.

Who administers an account is no field of it but a signed grant (`keys.md`), so the register can't be
edited into giving somebody rights. Going live pins the account's identity in a signed row.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account, AccountForm, AccountStage, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import Trust, TrustAct
from smadmin.domain.messages import say
from smadmin.domain.naming import designation_blockers, namer_blockers
from smadmin.domain.people import Grant, Role
from smadmin.domain.rights import roles_for_act, who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.account_checks import AccountChecks, tells_blockers
from smadmin.services.desk import Deed, Desk
from smadmin.services.ended_plan import end_plan
from smadmin.services.entered import goes_on_as
from smadmin.services.kept_rows import kept_in
from smadmin.services.listed import Colleague, Listed, colleagues_of, listed_of
from smadmin.services.proof import Proof as RecordProof
from smadmin.services.roles import day_of, refuse, today_of
from smadmin.services.seen_handles import confirmed, seen_again
from smadmin.storage.unit import Unit

OFFICE = who_may(Noun.ACCOUNTS, Act.GO_ON)
"""Who answers for accounts of the whole school."""

WORKING = who_may(Noun.ACCOUNTS, Act.CHANGE)
"""Who works with an account."""

Asks = Callable[[Unit, Actor, Account], tuple[Reason, ...]]
"""Asks the proven record about an account, inside a deed: the reasons against it."""


class Accounts:
    """The accounts of one school."""

    def __init__(
        self,
        desk: Desk,
        fits: Callable[[Platform, str], bool] = lambda _platform, _page: True,
        held: Asks = lambda _unit, _by, _account: (),
        opened: Asks = lambda _unit, _by, _account: (),
        refused: Callable[[Unit], Mapping[AccountKind, str]] = lambda _unit: {},
        *,
        by_roles: Callable[[Platform], bool] = lambda _platform: False,
        proof: RecordProof | None = None,
    ) -> None:
        """Stand on the desk; the proven record says whose log-in is kept.

        Args:
            desk: whose store it is.
            fits: whether a page is a secure one of its platform.
            held: why an account is held by communications.
            opened: what its life lacks before it may go live (`services/lives.py`).
            refused: the kinds that the policy refuses, with their clauses.
            by_roles: whether people's own log-ins hold the platform's accounts.
            proof: the proven record.
        """
        self._desk, self._held, self._opened = desk, held, opened
        self._proof = proof or RecordProof(desk)
        self._checks = AccountChecks(desk, self._proof, fits, refused, by_roles)

    def all(self) -> tuple[Account, ...]:
        """Give every account, oldest first."""
        with self._desk.look() as unit:
            return unit.accounts.all()

    def get(self, account: AccountId) -> Account:
        """Give one account.

        Raises:
            KnownError: if there is none.
        """
        with self._desk.look() as unit:
            return unit.accounts.get(account)

    def register(self, by: Actor | None = None) -> tuple[Listed, ...]:
        """Give the whole register with what is missing, oldest first."""
        with self._desk.look(by) as unit:
            trust, today = unit.trust.read(), today_of(unit, self._desk)
            domains, kept = unit.schools.get(self._desk.school).domains, kept_in(self._proof.now(unit))
            return tuple(
                listed_of(
                    account,
                    trust,
                    today,
                    domains=domains,
                    log_in_kept=account.id in kept,
                    by_roles=self._checks.by_roles(account),
                )
                for account in unit.accounts.all()
            )

    def colleagues(self) -> tuple[Colleague, ...]:
        """Give everybody who was admitted, by name."""
        with self._desk.look() as unit:
            return colleagues_of(unit.trust.read(), today_of(unit, self._desk))

    def blockers(self, by: Actor, account: AccountId | None, who: frozenset[Role]) -> tuple[Reason, ...]:
        """List why this person may not prepare an account as these roles may; going live asks more."""
        with self._desk.look() as unit:
            trust, today = unit.trust.read(), today_of(unit, self._desk)
            return _not_among(trust, by, today, act=Act.CHANGE, account=account, who=who)

    def change_blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List why this person may not change an account's details; once it was live only who is named."""
        with self._desk.look() as unit:
            trust, today = unit.trust.read(), today_of(unit, self._desk)
            others = _not_among(trust, by, today, act=Act.CHANGE, account=account, who=WORKING)
            return others or tells_blockers(trust, by, unit.accounts.get(account), today)

    def adopt(self, by: Actor, form: AccountForm) -> Done[AccountId]:
        """Take an account into the register by hand; it is being set up until it goes live (a deed).

        Raises:
            NotAllowed: for whom it isn't, with a log-in outside the school's own domains, or where the page
                is in the register already.
        """
        account_id = AccountId(self._desk.ids.new())
        with self._desk.deed(by) as deed:
            self._require(deed, account_id, Act.ADOPT, WORKING)
            refuse(self._checks.adopted(deed, account_id, form))
            blank = Account(account_id, self._desk.school, form.platform, form.name, form.handle, form.page)
            deed.unit.accounts.add(replace(blank.filled(form), stage=AccountStage.SET_UP))
            deed.record(Act.ADOPT, Noun.ACCOUNTS, account_id, parts={"account": form.to_plain()})
        return Done(account_id, Changes.of("accounts", [account_id]))

    def change(self, by: Actor, account: Account, form: AccountForm) -> Changes:
        """Change an account's details; another handle must be proven anew (a deed).

        Raises:
            NotAllowed: as for `adopt`; of an account that was live for anybody who isn't named for it.
            Conflict: if somebody else changed it since it was read.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            self._require(deed, account.id, Act.CHANGE, WORKING)
            refuse(self._checks.changed(deed, deed.unit.accounts.get(account.id), form))
            deed.unit.accounts.change(account.filled(form))
            deed.record(Act.CHANGE, Noun.ACCOUNTS, account.id, parts={"account": form.to_plain()})
        return Changes.of("accounts", [account.id])

    def naming_blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List why this person may not say who administers this account."""
        with self._desk.look() as unit:
            found, today = unit.accounts.get(account), today_of(unit, self._desk)
            return namer_blockers(unit.trust.read(), by.person, found, today)

    def designate(self, by: Actor, account: AccountId, person: PersonId) -> Changes:
        """Designate an administrator of this account (BAL-A2; a deed).

        Raises:
            NotAllowed: for anybody but the office, of a district's account for anybody but communications.
        """
        with self._desk.deed(by) as deed:
            found, today = deed.unit.accounts.get(account), today_of(deed.unit, self._desk)
            refuse(designation_blockers(deed.trust, by.person, person, found, today))
            if Role.ADMINISTRATOR not in deed.trust.roles(person, today, account):
                grant = Grant(self._desk.ids.new(), person, Role.ADMINISTRATOR, today, account)
                deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, person, {"grant": grant.to_plain()})
        return Changes.of("accounts", [account]) | Changes.of("people", [person])

    def dismiss(self, by: Actor, account: AccountId, person: PersonId) -> Changes:
        """End somebody's designation for this account (a deed); that they are of the school's staff stays.

        Raises:
            NotAllowed: for anybody but the office, of a district's account for anybody but communications.
        """
        with self._desk.deed(by) as deed:
            found, today = deed.unit.accounts.get(account), today_of(deed.unit, self._desk)
            refuse(namer_blockers(deed.trust, by.person, found, today))
            _end_naming(deed, account, person)
        return Changes.of("accounts", [account]) | Changes.of("people", [person])

    def live_blockers(self, account: AccountId) -> tuple[Reason, ...]:
        """List why an account may not go live."""
        with self._desk.look() as unit:
            return self._checks.live(unit, unit.trust.read(), unit.accounts.get(account))

    def go_live(self, by: Actor, account: AccountId, *, handle_seen: str) -> Changes:
        """Let an account go live: a person looked at its page, and its identity is pinned (a deed).

        Raises:
            NotAllowed: while something is missing; on hold or renamed, for anybody but a leader.
            BadInput: if the page shows another handle.
        """
        with self._desk.deed(by) as deed:
            found = deed.unit.accounts.get(account)
            # What was pinned as another is pinned anew by a leader alone (`Trust.may`).
            led = found.stage is AccountStage.ON_HOLD or deed.trust.pins.get(account, found.pin) != found.pin
            self._require(deed, account, Act.GO_LIVE, OFFICE if led else WORKING)
            refuse(self._held(deed.unit, by, found) or self._checks.going_live(deed, found))
            refuse(self._opened(deed.unit, by, found))
            live = confirmed(deed, found, handle_seen)
            today = day_of(deed)
            live = replace(live.brought_to(AccountStage.LIVE, today), live_since=found.live_since or today)
            deed.unit.accounts.change(live)
            if deed.trust.pins.get(account) != live.pin:
                entry = {"account": account, "platform_id": live.pin}
                deed.record_trust(TrustAct.PIN, Noun.ACCOUNTS, account, entry)
            deed.record(Act.GO_LIVE, Noun.ACCOUNTS, account)
        return Changes.of("accounts", [account])

    def confirm(self, by: Actor, account: AccountId, *, handle_seen: str) -> Changes:
        """Confirm that the page shows this account's handle (a deed).

        Raises:
            BadInput: if it shows another.
            NotAllowed: for people who don't work with this account.
        """
        with self._desk.deed(by) as deed:
            self._require(deed, account, Act.CONFIRM, who_may(Noun.ACCOUNTS, Act.CONFIRM))
            found = deed.unit.accounts.get(account)
            deed.unit.accounts.change(confirmed(deed, found, handle_seen))
            deed.record(Act.CONFIRM, Noun.ACCOUNTS, account)
        return Changes.of("accounts", [account])

    def hold(self, by: Actor, account: AccountId, *, why: str) -> Changes:
        """Stop everything from this account until a leader lets it go on (a deed)."""
        return self._to(by, account, AccountStage.ON_HOLD, who=WORKING, why=why)

    def go_on(self, by: Actor, account: AccountId, *, why: str, handle_seen: str = "") -> Changes:
        """Let a held account go on (a deed); after a wrong log-in with the handle that its page shows now.

        Raises:
            NotAllowed: for anybody but a leader; after a wrong log-in, if no handle is said.
            BadInput: if the page shows another handle.
        """
        return self._to(by, account, AccountStage.LIVE, who=OFFICE, why=why, seen=handle_seen)

    def close(self, by: Actor, account: AccountId, *, why: str) -> Changes:
        """Close an account for good: nothing is planned for it any more, its past stays (a deed).

        Who is named for it no longer is, where the closer names for it (of the district's communications).
        """
        return self._to(by, account, AccountStage.CLOSED, who=OFFICE, why=why)

    def _to(
        self,
        by: Actor,
        account: AccountId,
        stage: AccountStage,
        *,
        who: frozenset[Role],
        why: str,
        seen: str = "",
    ) -> Changes:
        with self._desk.deed(by) as deed:
            self._require(deed, account, _VERBS[stage], who)
            found = deed.unit.accounts.get(account)
            if not found.may_become(stage):
                raise NotAllowed((Reason(say("accounts.not-now", account=found.label)),))
            if stage is AccountStage.LIVE:
                refuse(self._held(deed.unit, by, found))
                found = seen_again(deed, found, seen)
            goes = (
                stage if stage is not AccountStage.LIVE else goes_on_as(self._proof.now(deed.unit), account)
            )
            deed.unit.accounts.change(found.brought_to(goes, day_of(deed)))
            deed.record(_VERBS[stage], Noun.ACCOUNTS, account, parts={"why": why})
            if stage is AccountStage.CLOSED:
                end_plan(deed, account, day_of(deed))
                if not namer_blockers(deed.trust, by.person, found, day_of(deed)):
                    _end_naming(deed, account)
        return Changes.of("accounts", [account])

    def _require(self, deed: Deed, account: AccountId, act: Act, who: frozenset[Role]) -> None:
        today = today_of(deed.unit, self._desk)
        refuse(_not_among(deed.trust, deed.by, today, act=act, account=account, who=who))


def _end_naming(deed: Deed, account: AccountId, person: PersonId | None = None) -> None:
    """End the designations for an account, or one person's alone."""
    for grant in list(deed.trust.grants.values()):
        if grant.account == account and person in (None, grant.person):
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})


_VERBS = {AccountStage.ON_HOLD: Act.HOLD, AccountStage.LIVE: Act.GO_ON, AccountStage.CLOSED: Act.CLOSE}


def _not_among(
    trust: Trust, by: Actor, today: date, *, act: Act, account: AccountId | None, who: frozenset[Role]
) -> tuple[Reason, ...]:
    mine = frozenset[Role]()
    if by.person is not None:
        mine = roles_for_act(trust, by.person, today, noun=Noun.ACCOUNTS, act=act, account=account)
    if mine & who:
        return ()
    return (Reason(say("accounts.office-only" if who <= OFFICE else "accounts.no-role")),)
