"""A log-in's sealed copy as it travels between keyring, store and screen, and what of it is copied."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import Message, say
from smadmin.domain.one_time import Seed
from smadmin.domain.passwords import PasswordRule
from smadmin.domain.platforms import HeldBy, PlatformFacts
from smadmin.domain.policy.packs import CopiesOpen
from smadmin.storage.unit import Unit

CLIPBOARD_S = 20
"""How long a copied secret stays on the clipboard (`safety.md`, Clipboard: 10 to 20 s)."""


class Field(StrEnum):
    """What of a log-in is copied."""

    USER = "user"
    PASSWORD = "password"  # noqa: S105  the field's name
    EMAIL = "email"
    CODE = "code"  # the one that counts now
    RECOVERY = "recovery"
    TOKEN = "token"  # noqa: S105  the field's name
    MADE = "made"  # here, and perhaps entered on the platform
    BEFORE = "before"  # the password that counted before


class Way(StrEnum):
    """How a log-in is handed to somebody who has no key here."""

    LOCKED = "locked"  # the sealed file itself: opened with the envelope's key
    PHRASE = "phrase"  # a file under a passphrase that is told by telephone
    PAPER = "paper"  # a printed sheet in an envelope


@dataclass(frozen=True, repr=False)
class ForClipboard:
    """A value for the clipboard: cleared after `seconds`, at lock and at quit, if it is still ours."""

    text: str
    seconds: int = CLIPBOARD_S


@dataclass(frozen=True, repr=False)
class Copy:
    """The sealed log-in that counts here, and what is to be said about where it came from.

    Args:
        proof: the signed row that kept it, for the keyring (`kept_here.proof_of`); empty if from the store.
        here_only: it lies in this computer's keyring and is newer than the store's (which was restored, say).
    """

    account: AccountId
    sealed: bytes
    version: int
    notice: Message | None = None
    proof: bytes = b""
    here_only: bool = False


@dataclass(frozen=True)
class Rules:
    """What policy and platforms say about log-ins; without them nothing is asked.

    Args:
        copies: when whoever doesn't administer an account opens its locked copy, by the policy in force.
        facts: of a platform.
        keeps_here: whether log-ins lie in this computer's keyring; in somebody's own none does.
    """

    copies: Callable[[Unit], CopiesOpen] = lambda _unit: CopiesOpen.AT_WILL
    facts: Callable[[Platform], PlatformFacts | None] = lambda _platform: None
    keeps_here: Callable[[], bool] = lambda: True

    def held_by(self, platform: Platform) -> HeldBy:
        """Tell how one gets into an account of a platform."""
        facts = self.facts(platform)
        return HeldBy.PASSWORD if facts is None else facts.held_by

    def password(self, platform: Platform) -> PasswordRule:
        """Tell what a platform takes for a password."""
        facts = self.facts(platform)
        return PasswordRule() if facts is None else facts.password


def text_of(log_in: LogIn, field: Field, which: int, now: datetime) -> str:
    """Give what of a log-in is copied; `which` of several tokens.

    Raises:
        KnownError: where there is no such token.
    """
    if field is Field.CODE:
        return Seed.read(log_in.seed).code(now)
    if field is Field.TOKEN:
        if which >= len(log_in.tokens):
            raise KnownError(say("vault.no-such-token"))
        return log_in.tokens[which].secret
    return {
        Field.USER: log_in.user,
        Field.PASSWORD: log_in.password,
        Field.EMAIL: log_in.email,
        Field.MADE: log_in.made,
        Field.BEFORE: log_in.before,
    }.get(field, "\n".join(log_in.recovery))
