"""What the account bar says, as plain values made from domain values. Pure, no Qt.

It shows every account of the draft; what doesn't fit is shown smaller, never left out of the list.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from smadmin.domain.accounts import PLATFORM_NAMES, Account, AccountStage, Pattern, Platform, Proof
from smadmin.domain.messages import Message, say
from smadmin.ui.theme import AA_TEXT, State, contrast, mixed
from smadmin.ui.wording import age

PATTERN_SHARE = 0.2
"""How strongly the pattern's white is laid over the account's colour, 0 to 1."""

_WHITE = "#ffffff"
_BLACK = "#000000"
_STILL = "#4b4f57"
"""What an account that stands still has in place of its colour: green would say that all is well."""
_DARKER_BY = 0.04


_CALLED = {
    stage: say(f"accountui.stage-{stage}")
    for stage in (AccountStage.ASKED, AccountStage.ON_HOLD, AccountStage.CLOSED)
}
_STANDS_STILL = {AccountStage.ON_HOLD: State.STOP, AccountStage.CLOSED: State.NOTE}


@dataclass(frozen=True)
class Plate:
    """One official account in the bar.

    Args:
        account: its id.
        handle: as people write it, with @.
        proof: how and when its identity was proven, in full.
        proof_age: the same in two or three words, where there is little room.
        state: `FINE` where it was proven, `DOUBT` where it wasn't, `STOP` while it is on hold.
        colour: `#rrggbb`; darkened by `legible` where white words would not be readable on it.
        stage: where it is between its first idea and its closing.
    """

    account: str
    platform: Platform
    name: str
    handle: str
    proof: Message
    proof_age: Message
    state: State
    colour: str
    pattern: Pattern
    stage: AccountStage = AccountStage.LIVE

    @property
    def official(self) -> bool:
        """Whether it is called so: not one that is only asked for, nor one that stands still."""
        return self.stage not in _CALLED

    @property
    def still(self) -> bool:
        """Whether nothing goes out from it: it is on hold, or closed."""
        return self.stage in _STANDS_STILL

    @property
    def tag(self) -> Message:
        """What it is called."""
        return _CALLED.get(self.stage, say("shell.official-account"))

    @property
    def platform_name(self) -> str:
        """The platform's own name, the same in all languages."""
        return PLATFORM_NAMES[self.platform]

    @property
    def initial(self) -> str:
        """The letter that stands for it where it has no picture."""
        return self.name.strip()[:1].upper() or "?"


@dataclass(frozen=True)
class BarModel:
    """The whole bar.

    Args:
        plates: the open draft's accounts.
        person: the real name of who is signed in; empty where nobody is, and then nothing can be sent.
        role: what that person is.
        school: shown in place of the accounts while nobody is signed in; empty before a school is founded.
        in_the_chair: whether the person has another one's chair and can only give it back.
        chooses: whether the person can choose accounts here, in Compose.
        unnamed: whether they write, but are named for no account yet.
    """

    plates: tuple[Plate, ...] = ()
    person: str = ""
    role: Message | None = None
    school: str = ""
    in_the_chair: bool = False
    chooses: bool = True
    unnamed: bool = False

    @property
    def way(self) -> Message:
        """Say what leads to an account while none is chosen; who has no Compose isn't sent there."""
        if self.unnamed:
            return say("shell.no-account-unnamed")
        return say("shell.no-account-note" if self.chooses else "shell.no-account-here")


def plate_of(account: Account, *, now: datetime, confirmed_by: str = "") -> Plate:
    """Make an account's plate.

    Args:
        account: the account.
        now: by the school's clock, so that days are the school's.
        confirmed_by: the real name behind `identity.by`.
    """
    proof, proof_age, state = proof_of(account, now, confirmed_by)
    still = _STANDS_STILL.get(account.stage)
    if still is not None:  # whether it is ours is another question, asked on its page
        proof, proof_age, state = say("shell.stands-still"), _CALLED[account.stage], still
    return Plate(
        account=account.id,
        platform=account.platform,
        name=account.name,
        handle=account.at_handle if account.handle else PLATFORM_NAMES[account.platform],
        proof=proof,
        proof_age=proof_age,
        state=state,
        colour=legible(account.colour) if still is None else _STILL,
        pattern=account.pattern,
        stage=account.stage,
    )


def proof_of(account: Account, now: datetime, confirmed_by: str) -> tuple[Message, Message, State]:
    """Say how and when an account was proven to be ours: in full, in a few words, and as a state."""
    identity = account.identity
    if identity.proven_at is None or identity.proof is Proof.NONE:
        return say("shell.not-proven"), say("shell.not-proven-short"), State.DOUBT
    if identity.proof is Proof.SEEN:
        ago, handle = age(identity.proven_at, now), f"@{identity.seen or account.handle}"
        return say("shell.seen-as", handle=handle, ago=ago), ago, State.FINE
    day = identity.proven_at.astimezone(now.tzinfo).date()
    if day == now.date():
        ago = age(identity.proven_at, now)
        return say("shell.confirmed-by-ago", person=confirmed_by, ago=ago), ago, State.FINE
    return (
        say("shell.confirmed-by", person=confirmed_by, day=day),
        say("shell.confirmed-short", day=day),
        State.FINE,
    )


def legible(colour: str) -> str:
    """Give the colour, darkened until white words keep contrast AA even where the pattern is white."""
    darkened = colour
    while contrast(_WHITE, mixed(darkened, _WHITE, PATTERN_SHARE)) < AA_TEXT:
        darkened = mixed(darkened, _BLACK, _DARKER_BY)
    return darkened


class Room(Enum):
    """How much room each plate has."""

    FULL = "full"
    COMPACT = "compact"
    MINI = "mini"


FULL_PX = 340
COMPACT_PX = 150
MINI_PX = 52


@dataclass(frozen=True)
class Fit:
    """How the plates share a width: how each is drawn, how many stand there, how many in the list."""

    room: Room
    shown: int
    hidden: int


def fit(count: int, width_px: float, scale: float) -> Fit:
    """Share a width among plates.

    Args:
        count: how many accounts the draft goes to.
        width_px: room for all of them.
        scale: text scale, 1.0 = 100 %.
    """
    each = width_px / max(count, 1)
    if each >= FULL_PX * scale:
        return Fit(Room.FULL, count, 0)
    if each >= COMPACT_PX * scale:
        return Fit(Room.COMPACT, count, 0)
    shown = min(count, max(int(width_px // (MINI_PX * scale)), 1))
    return Fit(Room.MINI, shown, count - shown)
