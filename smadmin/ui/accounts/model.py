"""What the register says of each account, made from what the services listed. Pure, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from smadmin.domain.accounts import PLATFORM_NAMES, Account, AccountForm, AccountStage, Identity, Platform
from smadmin.domain.credentials import Credential
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Person, Role
from smadmin.domain.platforms import HeldBy, PlatformFacts
from smadmin.services.listed import Colleague, Listed
from smadmin.services.stops import Stop
from smadmin.ui.accounts.lacking import first_what_blocks, lacking
from smadmin.ui.accounts.log_in_said import unkept_said
from smadmin.ui.bar.model import Plate, plate_of, proof_of
from smadmin.ui.theme import State

COLOURS = ("#17603f", "#1f3f8f", "#8a2f5d", "#5a3fa0", "#7a4a12", "#0d5c6e", "#8c2f1b", "#3d4858")
"""What an account's colour is chosen from; all carry white words with contrast AA."""

_STATES = {
    AccountStage.ASKED: State.WAITS,
    AccountStage.SET_UP: State.WAITS,
    AccountStage.LIVE: State.FINE,
    AccountStage.ON_HOLD: State.STOP,
    AccountStage.CLOSED: State.NOTE,
}


@dataclass(frozen=True)
class May:
    """Why this person may not do what: the reasons, none where they may."""

    lead: tuple[Reason, ...]
    answer: tuple[Reason, ...]
    work: tuple[Reason, ...]
    open_log_in: tuple[Reason, ...]
    go_on: tuple[Reason, ...] = ()
    change: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Seen:
    """One account as one reading of the store found it.

    Args:
        due: when the dated list of an account that existed is due, where something on it is left.
        only_others: who can open the log-in, where this person's key on this computer doesn't.
        stop: who put it on hold and why, where it is.
    """

    listed: Listed
    live_blockers: tuple[Reason, ...]
    credential: Credential | None
    needs_reseal: bool
    may: May
    only_others: frozenset[PersonId] | None = None
    due: date | None = None
    stop: Stop | None = None

    @property
    def lacks(self) -> bool:
        """Whether something is missing; of one that rests its path says what is next."""
        return not rests(self.listed.account) and (bool(self.listed.missing) or self.due is not None)


Pages = Mapping[Platform, PlatformFacts]


@dataclass(frozen=True)
class Register:
    """The whole register as read.

    Args:
        pages: the platforms, which say where an account's page is.
        school: its official name.
        me: who looks.
        proofs: how each account was proven last, where rows tell of it.
    """

    accounts: tuple[Seen, ...]
    colleagues: tuple[Colleague, ...]
    may_add: tuple[Reason, ...]
    now: datetime
    pages: Pages = field(default_factory=dict)
    school: str = ""
    me: PersonId | None = None
    proofs: Mapping[AccountId, Identity] = field(default_factory=dict)

    def get(self, account: AccountId | None) -> Seen | None:
        """Give one account, or None."""
        return next((one for one in self.accounts if one.listed.account.id == account), None)


@dataclass(frozen=True)
class AccountRow:
    """An account in the list."""

    id: AccountId
    platform: Platform
    name: str
    state: State
    chip: Message
    note: Message


@dataclass(frozen=True)
class Named:
    """A person who can be chosen."""

    id: PersonId
    name: str


@dataclass(frozen=True)
class LogInModel:
    """How the log-in stands.

    Args:
        blockers: why this person may not open or keep it (the passphrase is asked for, so it is none).
        others_now: whether others may open it today than those it was locked for.
        not_mine: why this person's key doesn't open it, and whose does; None where it does.
        doubts: what is odd about it, so that it would leave with somebody or be guessed.
        why_asked: whether the policy wants a reason before this person opens it.
        by_password: whether the account has a password of its own; else only programs' tokens are kept.
    """

    kept: bool
    said: Message
    others_now: bool
    blockers: tuple[Reason, ...]
    user: str
    not_mine: Message | None = None
    doubts: tuple[Message, ...] = ()
    why_asked: bool = False
    by_password: bool = True
    tokens_end: Message | None = None


@dataclass(frozen=True)
class AccountModel:
    """One account, open."""

    account: Account
    plate: Plate
    proof: Message
    state: State
    chip: Message
    missing: tuple[Message, ...]
    live_blockers: tuple[Reason, ...] | None
    can_hold: bool
    can_go_on: bool
    can_close: bool
    administrators: tuple[Named, ...]
    candidates: tuple[Named, ...]
    principals: tuple[Named, ...]
    log_in: LogInModel
    may: May
    pages: Pages
    openers: tuple[Person, ...] = ()
    stop: Stop | None = None

    @property
    def id(self) -> AccountId:
        """Whose it is."""
        return self.account.id

    @property
    def form(self) -> AccountForm:
        """The details as the form holds them."""
        one = self.account
        return AccountForm(
            platform=one.platform,
            name=one.name,
            handle=one.handle,
            page=one.page,
            login=one.login,
            principal=one.principal,
            promised_days=one.promised_days,
            colour=one.colour,
            pattern=one.pattern,
            kind=one.kind,
        )


def row_of(seen: Seen) -> AccountRow:
    """Make an account's row: how it stands, and how much is missing."""
    account, missing = seen.listed.account, len(seen.listed.missing)
    handle = account.at_handle if account.handle else PLATFORM_NAMES[account.platform]
    note = say("accountui.handle", handle=handle)
    if seen.lacks:
        note = say("accountui.missing-n", n=missing, handle=handle)
    if seen.lacks and seen.due is not None and not missing:
        note = say("accountui.missing-by", day=seen.due, handle=handle)
    state, chip = stage_of(account)
    return AccountRow(account.id, account.platform, account.name, state, chip, note)


def rests(account: Account) -> bool:
    """Tell whether nothing is asked of an account here: it is only asked for, or closed."""
    return account.stage in {AccountStage.ASKED, AccountStage.CLOSED}


def stage_of(account: Account) -> tuple[State, Message]:
    """Say at which stage an account is; one that nobody answers for is incomplete until then (BAL-A1)."""
    if account.stage is AccountStage.SET_UP and account.principal is None:
        return State.DOUBT, say("accountui.stage-incomplete")
    return _STATES[account.stage], say(f"accountui.stage-{account.stage}")


def account_model(seen: Seen, register: Register) -> AccountModel:
    """Open one account."""
    account, here = seen.listed.account, seen.listed.administrators
    names = {one.person.id: one.person.name for one in register.colleagues}
    shown = replace(account, identity=register.proofs.get(account.id, account.identity))
    confirmed_by = names.get(shown.identity.by, "") if shown.identity.by is not None else ""
    state, chip = stage_of(account)
    blockers = seen.live_blockers if account.stage is AccountStage.SET_UP else None
    missing = first_what_blocks(blockers, seen.listed.missing)
    return AccountModel(
        account=account,
        plate=plate_of(shown, now=register.now, confirmed_by=confirmed_by),
        proof=proof_of(shown, register.now, confirmed_by)[0],
        state=state,
        chip=chip,
        missing=() if rests(account) else lacking(missing, seen.due, register.now.date()),
        live_blockers=blockers,
        can_hold=account.may_become(AccountStage.ON_HOLD),
        can_go_on=account.stage is AccountStage.ON_HOLD,
        can_close=account.may_become(AccountStage.CLOSED),
        administrators=tuple(Named(one.id, one.name) for one in here),
        candidates=_named(register, without=here),
        principals=principals_of(register),
        log_in=_log_in(seen, names, register.pages),
        may=seen.may,
        pages=register.pages,
        openers=seen.listed.openers,
        stop=seen.stop,
    )


def principals_of(register: Register) -> tuple[Named, ...]:
    """Give who may answer for an account (BAL-A1)."""
    return tuple(
        Named(one.person.id, one.person.name) for one in register.colleagues if Role.PRINCIPAL in one.roles
    )


def page_of(pages: Pages, platform: Platform, handle: str) -> str:
    """Give the address of an account's page where it follows from the handle, else nothing."""
    bare = handle.strip().removeprefix("@")
    return pages[platform].page_address(bare) if bare and platform in pages else ""


def _named(register: Register, *, without: tuple[Person, ...]) -> tuple[Named, ...]:
    """Give who can be named: administrators of the school first, whom one press names then."""
    here = {one.id for one in without}
    able = [one for one in register.colleagues if one.person.id not in here and not one.left]
    able.sort(key=lambda one: Role.ADMINISTRATOR not in one.roles)
    return tuple(Named(one.person.id, one.person.name) for one in able)


def _log_in(seen: Seen, names: Mapping[PersonId, str], pages: Pages) -> LogInModel:
    kept, facts = seen.credential, pages.get(seen.listed.account.platform)
    held_by = HeldBy.PASSWORD if facts is None else facts.held_by
    if kept is None:
        said = unkept_said(held_by, seen.listed.missing)
    else:
        who = names.get(kept.changed_by, "")
        said = say("accountui.log-in-kept", who=who, day=kept.changed_at)
    ends = None if kept is None else kept.tokens_end
    asked = {reason.place for reason in seen.may.open_log_in}
    blockers = tuple(one for one in seen.may.open_log_in if one.place not in {"passphrase", "why"})
    user, not_mine = seen.listed.account.login, None if blockers else _not_mine(seen.only_others, names)
    return LogInModel(
        kept is not None,
        said,
        seen.needs_reseal,
        blockers,
        user,
        not_mine,
        doubts=() if kept is None else tuple(say(f"loginui.doubt-{one}") for one in kept.doubts),
        why_asked="why" in asked,
        by_password=held_by is not HeldBy.ROLES,
        tokens_end=None if ends is None else say("loginui.tokens-end", day=ends),
    )


def _not_mine(others: frozenset[PersonId] | None, names: Mapping[PersonId, str]) -> Message | None:
    if others is None:
        return None
    named = sorted(names[one] for one in others if one in names)
    if not named:
        return say("accountui.nobody-opens")
    return say("accountui.others-open", people=tuple(say("accounts.person", name=one) for one in named))
