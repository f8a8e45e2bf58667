"""Opening an account: asking for it, saying yes in turn, letting communications in, ticking the set-up list.

Every step is a signed row about the account, judged with those before it as the record proves them
(`services/lives.py`); a deed that wouldn't count is refused before it is signed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from smadmin.domain.account_kinds import AccountKind, kind_blockers
from smadmin.domain.account_mail import kept_login_blockers
from smadmin.domain.account_names import name_blockers
from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.accounts import Account, AccountForm, AccountStage, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.keys import TrustAct
from smadmin.domain.lives import ACCOUNT_PART, REQUEST_PART, TICK_PART, YES_PART, Life, LifeRow
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Grant, Person, Role
from smadmin.domain.platforms import HeldBy
from smadmin.domain.policy.packs import Pack
from smadmin.domain.rights import who_may
from smadmin.domain.set_up import SetUpItem
from smadmin.domain.turns import Given, given_blockers, turn_blockers
from smadmin.domain.typed import tidy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.life_rows import life_by
from smadmin.services.lives import Lives, approval_clause, official_names
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import any_roles, refuse, roles_preparing, today_of
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class AskFacts:
    """What a form needs to know to say while somebody types what wouldn't be taken.

    Args:
        official: names that an account may be called after.
        people: who could run it or read its comments, by name; `principals` who may answer for it.
    """

    pack: Pack
    official: tuple[str, ...]
    domains: tuple[str, ...]
    people: tuple[Person, ...]
    principals: tuple[Person, ...]


class Opening:
    """Brings the accounts of one school from asked to ready."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof, lives: Lives) -> None:
        """Stand on the desk, the policy, the proven record and what it tells of lives."""
        self._desk, self._reader, self._proof, self._lives = desk, reader, proof, lives

    def facts(self, by: Actor) -> AskFacts:
        """Give what the form for asking needs to know."""
        with self._desk.look(by) as unit:
            school, pack, trust = (
                unit.schools.get(self._desk.school),
                self._reader.pack(unit),
                unit.trust.read(),
            )
            today = today_of(unit, self._desk)
            people = sorted(trust.people.values(), key=lambda one: one.name)
            return AskFacts(
                pack=pack,
                official=official_names(school.name, pack),
                domains=school.domains,
                people=tuple(one for one in people if any_roles(trust, one.id, today)),
                principals=tuple(one for one in people if Role.PRINCIPAL in trust.roles(one.id, today)),
            )

    def ask_blockers(self, by: Actor, form: AccountForm, request: AccountRequest) -> tuple[Reason, ...]:
        """List why an account can't be asked for, each at its field."""
        with self._desk.look(by) as unit:
            return self._ask_reasons(unit, self._proof.now(unit), by, form, request)

    def ask(self, by: Actor, form: AccountForm, request: AccountRequest) -> Done[AccountId]:
        """Ask for a new account (a deed); nothing is posted from it before it is live.

        Raises:
            NotAllowed: with every answer that is missing or can't stand.
        """
        account = AccountId(self._desk.ids.new())
        with self._desk.deed(by) as deed:
            proven = self._proof.now(deed.unit)
            refuse(self._ask_reasons(deed.unit, proven, by, form, request))
            blank = Account(account, self._desk.school, form.platform, form.name, form.handle, form.page)
            deed.unit.accounts.add(blank.filled(form))
            parts = {REQUEST_PART: request.to_plain(), ACCOUNT_PART: form.to_plain()}
            self._say(deed, proven, account, Act.ASK_ACCOUNT, parts)
        return Done(account, Changes.of("accounts", [account]))

    def answer(self, by: Actor, account: AccountId, request: AccountRequest) -> Changes:
        """Answer the policy's questions about an account that is in the register (a deed).

        What was approved before is approved anew: it was said of other answers.

        Raises:
            NotAllowed: for whom it isn't, or with an answer missing.
        """
        with self._desk.deed(by) as deed:
            proven, pack = self._proof.now(deed.unit), self._reader.pack(deed.unit)
            before = life_by(pack, self._lives.rows(deed.unit, proven, account))
            if before.asked is None or before.asked.by != by.person:  # who asked answers anew, too
                self._require_working(deed, account)
            refuse(request.blockers(len(pack.opening.questions), approval_clause(pack)))
            self._say(deed, proven, account, Act.ASK_ACCOUNT, {REQUEST_PART: request.to_plain()})
        return Changes.of("accounts", [account])

    def approve(self, by: Actor, account: AccountId) -> Changes:
        """Say yes to an account that was asked for, in one's turn (a deed).

        The principal's yes also designates the administrator who was named (BAL-A2).

        Raises:
            NotAllowed: out of turn, or where nothing is asked.
        """
        with self._desk.deed(by) as deed:
            proven, life = self._now(deed, account)
            refuse(turn_blockers(life, self._mine(deed), approval_clause(self._reader.pack(deed.unit))))
            said: dict[str, Plain] = {"asked": 0 if life.asked is None else life.asked.seq}
            self._say(deed, proven, account, Act.APPROVE_ACCOUNT, {YES_PART: said})
        return Changes.of("accounts", [account]) | Changes.of("people", [])

    def decline(self, by: Actor, account: AccountId, why: str) -> Changes:
        """Send a request back to who asked, with a sentence (a deed); once answered anew it is judged again.

        Raises:
            NotAllowed: out of turn, or without a reason.
        """
        with self._desk.deed(by) as deed:
            proven, life = self._now(deed, account)
            refuse(turn_blockers(life, self._mine(deed), approval_clause(self._reader.pack(deed.unit))))
            if not why.strip():
                refuse((Reason(say("accounts.why-missing"), None, "why"),))
            asked = 0 if life.asked is None else life.asked.seq
            said: dict[str, Plain] = {"asked": asked, "why": tidy(why).strip()}
            self._say(deed, proven, account, Act.DECLINE_ACCOUNT, {YES_PART: said})
        return Changes.of("accounts", [account])

    def enter(self, by: Actor, account: AccountId, given: Given, scan: MediaFile | None = None) -> Changes:
        """Enter what somebody said by e-mail, letter or paper (a deed).

        Raises:
            NotAllowed: for who asked for the account, out of turn, or with something missing.
        """
        with self._desk.deed(by) as deed:
            proven, life = self._now(deed, account)
            clause, today = approval_clause(self._reader.pack(deed.unit)), today_of(deed.unit, self._desk)
            kept = None if scan is None else scan.id
            refuse(given_blockers(life, given, by=by.person, today=today, clause=clause, scan=kept))
            if scan is not None:
                deed.unit.media.add(scan)
            part: dict[str, Plain] = {
                "asked": 0 if life.asked is None else life.asked.seq,
                "step": given.step,
                "said_by": tidy(given.said_by).strip(),
                "how": given.how,
                "day": given.day.isoformat(),
                "scan": kept,
                "sha256": None if scan is None else scan.sha256,
            }
            self._say(deed, proven, account, Act.ENTER_APPROVAL, {YES_PART: part})
        return Changes.of("accounts", [account])

    def tick(self, by: Actor, account: AccountId, item: SetUpItem) -> Changes:
        """Tick a thing of the set-up list (a deed)."""
        return self._mark(by, account, item, Act.TICK)

    def untick(self, by: Actor, account: AccountId, item: SetUpItem) -> Changes:
        """Take a tick back (a deed)."""
        return self._mark(by, account, item, Act.UNTICK)

    def _mark(self, by: Actor, account: AccountId, item: SetUpItem, act: Act) -> Changes:
        with self._desk.deed(by) as deed:
            self._require_working(deed, account)
            _proven, life = self._now(deed, account)
            if not (life.adopted or life.asked is None or life.approved):
                refuse((Reason(say("accounts.tick-later")),))
            deed.record(act, Noun.ACCOUNTS, account, parts={TICK_PART: {"item": item.value}})
        return Changes.of("accounts", [account])

    def _say(
        self, deed: Deed, proven: Proven, account: AccountId, act: Act, parts: Mapping[str, Plain]
    ) -> None:
        """Sign a row, and bring the register up to what the account's life says with it."""
        rows = self._lives.rows(deed.unit, proven, account)
        seq = deed.record(act, Noun.ACCOUNTS, account, parts=parts)
        part = parts if len(parts) > 1 or REQUEST_PART in parts else next(iter(parts.values()))
        said = part if isinstance(part, Mapping) else None
        rows.append(LifeRow(seq, act.value, deed.by.person, self._mine(deed), deed.now, said))
        life = life_by(self._reader.pack(deed.unit), rows)
        found = deed.unit.accounts.get(account)
        if not life.adopted and found.stage in {AccountStage.ASKED, AccountStage.SET_UP}:
            stage = AccountStage.SET_UP if life.approved else AccountStage.ASKED
            if stage is not found.stage:
                deed.unit.accounts.change(replace(found, stage=stage))
        if act in {Act.ASK_ACCOUNT, Act.APPROVE_ACCOUNT}:
            self._designate(deed, found, life)

    def _designate(self, deed: Deed, account: Account, life: Life) -> None:
        """Let the principal's own yes be the designation of who was named (BAL-A2)."""
        named = None if life.asked is None else life.asked.request.administrator
        today, leads = today_of(deed.unit, self._desk), self._mine(deed) & OFFICE
        if named is None or not leads or not life.yeses or account.kind is AccountKind.DISTRICT:
            return
        known = named in deed.trust.people
        if known and Role.ADMINISTRATOR not in deed.trust.roles(named, today, account.id):
            grant = Grant(self._desk.ids.new(), named, Role.ADMINISTRATOR, today, account.id)
            deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, named, {"grant": grant.to_plain()})

    def _now(self, deed: Deed, account: AccountId) -> tuple[Proven, Life]:
        deed.unit.accounts.get(account)
        proven = self._proof.now(deed.unit)
        if not proven.whole:
            refuse((Reason(say("accounts.life-unproven")),))
        rows = self._lives.rows(deed.unit, proven, account)
        return proven, life_by(self._reader.pack(deed.unit), rows)

    def _mine(self, deed: Deed) -> frozenset[Role]:
        """Give what who does this may do in the whole school, as whoever proves the row will judge it."""
        if deed.by.person is None:
            return frozenset()
        return deed.trust.roles(deed.by.person, today_of(deed.unit, self._desk))

    def _by_roles(self, platform: Platform) -> bool:
        return self._reader.policy.platforms[platform].held_by is HeldBy.ROLES

    def _require_working(self, deed: Deed, account: AccountId) -> None:
        deed.unit.accounts.get(account)
        today = today_of(deed.unit, self._desk)
        roles = roles_preparing(deed.trust, deed.by.person, today, account)
        if not roles & who_may(Noun.ACCOUNTS, Act.TICK):
            refuse((Reason(say("accounts.no-role")),))

    def _ask_reasons(
        self, unit: Unit, proven: Proven, by: Actor, form: AccountForm, request: AccountRequest
    ) -> tuple[Reason, ...]:
        pack, school = self._reader.pack(unit), unit.schools.get(self._desk.school)
        today, trust = today_of(unit, self._desk), proven.trust
        if not any_roles(trust, by.person, today):
            return (Reason(say("accounts.no-role")),)
        people = [one.name for one in trust.people.values()]
        reasons = [
            *kind_blockers(form.kind, pack.opening.refused),
            *name_blockers(form.name, official_names(school.name, pack), people),
            *kept_login_blockers(form.login, school.domains, by_roles=self._by_roles(form.platform)),
        ]
        if not form.name.strip():
            reasons.append(Reason(say("accounts.no-name"), "BAL-B1d2", "name"))
        if form.principal is None or Role.PRINCIPAL not in trust.roles(form.principal, today):
            reasons.append(Reason(say("accounts.not-a-principal"), "BAL-A1", "principal"))
        return (*reasons, *request.blockers(len(pack.opening.questions), approval_clause(pack)))
