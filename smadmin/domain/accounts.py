"""Official accounts: who the school is on each platform, and how its identity is proven.

An account lives through stages and only a live one can be posted from. `handle` is its @name.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.messages import say


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


class AccountStage(StrEnum):
    """Where an account is between its first idea and its closing."""

    ASKED = "asked"
    SET_UP = "set-up"
    LIVE = "live"
    ON_HOLD = "on-hold"
    CLOSED = "closed"


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
    """The last proof of identity. `proven_at` is UTC; `by` is None where the platform answered."""

    proof: Proof = Proof.NONE
    proven_at: datetime | None = None
    by: PersonId | None = None


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
    version: int = 1

    @property
    def at_handle(self) -> str:
        """The handle as people write it."""
        return f"@{self.handle}"

    def blockers(self) -> tuple[Reason, ...]:
        """List why nothing may be posted from it (BAL-A1)."""
        reasons = []
        place = f"account:{self.id}"
        if self.stage is not AccountStage.LIVE:
            reasons.append(Reason(say("accounts.not-live", account=self.name), None, place))
        if self.principal is None:
            reasons.append(Reason(say("accounts.no-principal", account=self.name), "BAL-A1", place))
        return tuple(reasons)
