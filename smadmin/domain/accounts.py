"""Official accounts: who the school is on each platform, and how its identity is proven.

An account lives through stages and only a live one can be posted from. `handle` is its @name.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from smadmin.domain.account_kinds import AccountKind, scope_blockers
from smadmin.domain.account_mail import kept_login_blockers
from smadmin.domain.cadence import Pause, PauseKind, stopped
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.own_servers import place_of
from smadmin.domain.typed import straight


class Platform(StrEnum):
    """The platforms that a school posts to."""

    X = "x"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    MASTODON = "mastodon"
    BLUESKY = "bluesky"
    YOUTUBE = "youtube"
    LINKEDIN = "linkedin"
    VIMEO = "vimeo"
    WORDPRESS = "wordpress"


PLATFORM_NAMES = {
    Platform.X: "X",
    Platform.FACEBOOK: "Facebook",
    Platform.INSTAGRAM: "Instagram",
    Platform.MASTODON: "Mastodon",
    Platform.BLUESKY: "Bluesky",
    Platform.YOUTUBE: "YouTube",
    Platform.LINKEDIN: "LinkedIn",
    Platform.VIMEO: "Vimeo",
    Platform.WORDPRESS: "WordPress",
}


class AccountStage(StrEnum):
    """Where an account is between its first idea and its closing."""

    ASKED = "asked"
    SET_UP = "set-up"
    LIVE = "live"
    ON_HOLD = "on-hold"
    CLOSED = "closed"


_FOLLOWS = {
    AccountStage.ASKED: frozenset({AccountStage.SET_UP, AccountStage.CLOSED}),
    AccountStage.SET_UP: frozenset({AccountStage.LIVE, AccountStage.CLOSED}),
    AccountStage.LIVE: frozenset({AccountStage.ON_HOLD, AccountStage.CLOSED}),
    AccountStage.ON_HOLD: frozenset({AccountStage.LIVE, AccountStage.CLOSED}),
    AccountStage.CLOSED: frozenset[AccountStage](),
}


class Pattern(StrEnum):
    """The account's pattern in the bar, so that two differ without colour too."""

    STRIPES = "stripes"
    DOTS = "dots"
    WAVES = "waves"
    GRID = "grid"
    ZIGZAG = "zigzag"


class Proof(StrEnum):
    """How an account's identity was last proven."""

    NONE = "none"
    CONFIRMED = "confirmed"  # a person looked at the handle on the platform's page
    SEEN = "seen"  # the platform itself answered who it is


@dataclass(frozen=True)
class Identity:
    """The last proof of identity. `proven_at` is UTC; where the platform answered, `seen` is what it said."""

    proof: Proof = Proof.NONE
    proven_at: datetime | None = None
    by: PersonId | None = None
    seen: str = ""


@dataclass(frozen=True)
class AccountForm:
    """What somebody fills in about an account. `handle` may begin with an @, `login` is never a password."""

    platform: Platform
    name: str
    handle: str
    page: str
    login: str
    principal: PersonId | None = None
    promised_days: int | None = None
    colour: str = "#17603f"
    pattern: Pattern = Pattern.STRIPES
    kind: AccountKind = AccountKind.SCHOOL

    def __post_init__(self) -> None:
        """Leave out what no row can hold."""
        for line in ("name", "handle", "page", "login"):
            object.__setattr__(self, line, straight(getattr(self, line)))

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as a row's part holds them."""
        return _signed(self)


@dataclass(frozen=True)
class Account:
    """An official account.

    Args:
        name: as readers see it.
        handle: the @name, without the @.
        page: the address of its public page.
        login: the log-in's e-mail address or user name, never a password.
        principal: who answers for it (BAL-A1).
        live_since: the day it went live; cadence counts from it.
        promised_days: the account's own stricter promise (a post every N days), or None.
        colour: `#rrggbb`.
        kind: for whom it speaks.
        pauses: its holds and excuses, for the cadence alone; the oldest first.
    """

    id: AccountId
    school: SchoolId
    platform: Platform
    name: str
    handle: str
    page: str
    stage: AccountStage = AccountStage.ASKED
    login: str = ""
    principal: PersonId | None = None
    live_since: date | None = None
    promised_days: int | None = None
    colour: str = "#17603f"
    pattern: Pattern = Pattern.STRIPES
    identity: Identity = Identity()
    kind: AccountKind = AccountKind.SCHOOL
    pauses: tuple[Pause, ...] = ()
    version: int = 1

    @property
    def pin(self) -> str:
        """What is pinned while no platform answers by itself: the handle, in one spelling."""
        return same_handle(self.handle)

    @property
    def at_handle(self) -> str:
        """The handle as people write it."""
        return f"@{self.handle}"

    @property
    def label(self) -> str:
        """What it is called wherever its platform's mark doesn't stand beside it: platform and handle.

        The name alone can be another account's too.
        """
        return f"{PLATFORM_NAMES[self.platform]} {self.called}"

    @property
    def called(self) -> str:
        """What it is called beside its platform's mark: its handle, and before it has one its name."""
        return self.at_handle if self.handle else self.name

    def to_plain(self) -> dict[str, Plain]:
        """Give the details as a row's part holds them."""
        return _signed(self)

    def blockers(self) -> tuple[Reason, ...]:
        """List why nothing may be posted from it (BAL-A1)."""
        reasons = []
        place = f"account:{self.id}"
        if self.stage is not AccountStage.LIVE:
            which = "on-hold" if self.stage is AccountStage.ON_HOLD else "not-live"
            reasons.append(Reason(say(f"accounts.{which}", account=self.label), None, place))
        if self.principal is None:
            reasons.append(Reason(say("accounts.no-principal", account=self.label), "BAL-A1", place))
        return tuple(reasons)

    def may_become(self, stage: AccountStage) -> bool:
        """Tell whether it can go there; one that was live is stopped too while it is to be confirmed anew."""
        if stage is AccountStage.ON_HOLD and self.stage is AccountStage.SET_UP:
            return self.live_since is not None
        return stage in _FOLLOWS[self.stage]

    def brought_to(self, stage: AccountStage, today: date) -> "Account":
        """Give it at another stage; the days of a hold add nothing to its silence."""
        pauses = stopped(self.pauses, today, PauseKind.HOLD)
        if stage is AccountStage.ON_HOLD:
            pauses = (*pauses, Pause(PauseKind.HOLD, today))
        return replace(self, stage=stage, pauses=pauses)

    def filled(self, form: AccountForm) -> "Account":
        """Take over a form; with another handle, or server of its own, it is no longer proven, nor live."""
        changed = replace(
            self,
            platform=form.platform,
            name=form.name.strip(),
            handle=form.handle.strip().removeprefix("@"),
            page=form.page.strip(),
            login=form.login.strip(),
            principal=form.principal,
            promised_days=form.promised_days,
            colour=form.colour,
            pattern=form.pattern,
            kind=form.kind,
        )
        if _told_by(changed) == _told_by(self):
            return changed
        stage = AccountStage.SET_UP if self.stage is AccountStage.LIVE else self.stage
        return replace(changed, identity=Identity(), stage=stage)

    def missing(
        self, *, administrators: int, log_in_kept: bool, domains: tuple[str, ...], by_roles: bool = False
    ) -> tuple[Reason, ...]:
        """List what the register still lacks, most urgent first; the last two don't keep it from going live.

        Args:
            administrators: how many people are designated for it today.
            log_in_kept: whether the vault holds its log-in.
            domains: the school's own domains.
            by_roles: whether people's own log-ins hold it, so that it has none of its own.
        """
        return (
            *self.live_blockers(administrators=administrators, domains=domains, by_roles=by_roles),
            *self._wishes(log_in_kept),
        )

    def live_blockers(
        self, *, administrators: int, domains: tuple[str, ...], by_roles: bool = False
    ) -> tuple[Reason, ...]:
        """List why it may not go live (BAL-A1, BAL-A2, BAL-B1d1); as `missing`."""
        place = f"account:{self.id}"
        lacks = list(scope_blockers(self.kind))
        if self.principal is None:
            lacks.append(Reason(say("accounts.no-principal", account=self.label), "BAL-A1", place))
        if not administrators:
            lacks.append(Reason(say("accounts.no-administrator", account=self.label), "BAL-A2", place))
        if not self.handle.strip():
            lacks.append(Reason(say("accounts.no-handle", account=self.label), None, place))
        if not self.page.strip():
            lacks.append(Reason(say("accounts.no-page", account=self.label), None, place))
        return (*lacks, *kept_login_blockers(self.login, domains, by_roles=by_roles))

    def _wishes(self, log_in_kept: bool) -> tuple[Reason, ...]:  # noqa: FBT001  a fact, not a choice
        place = f"account:{self.id}"
        lacks = []
        if self.identity.proof is Proof.NONE:
            lacks.append(Reason(say("accounts.never-confirmed", account=self.label), None, place))
        if not log_in_kept:
            lacks.append(Reason(say("accounts.no-log-in-kept", account=self.label), None, place))
        return tuple(lacks)


def _signed(one: AccountForm | Account) -> dict[str, Plain]:
    """Give what is signed of an account as filled in; the register is held against it byte by byte."""
    return {
        "platform": one.platform.value,
        "name": one.name,
        "handle": one.handle,
        "page": one.page,
        "login": one.login,
        "principal": one.principal,
        "promised_days": one.promised_days,
        "kind": one.kind.value,
    }


def same_handle(handle: str) -> str:
    """Give a handle as it is compared: no @, no case, no blanks around it."""
    return handle.strip().removeprefix("@").casefold()


def _told_by(one: Account) -> tuple[str, str, str]:
    return identity_of(one.platform, one.handle, one.page)


def identity_of(platform: str, handle: str, page: str) -> tuple[str, str, str]:
    """Give by what it is told whether an account is still the same one."""
    return str(platform), same_handle(handle), place_of(platform, page)
