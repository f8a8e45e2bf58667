"""What a log-in holds: sealed as one piece, shown for half a minute, and never with a `repr`.

Its shape is numbered: older ones are read for ever, a newer program's are refused. A further field gets the
next number and a reading of the one before.
"""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Self

from smadmin.domain.canonical import Plain, canonical, parse

CONTENT_VERSION = 4
_BEFORE_SEEDS, _BEFORE_CHANGES, _BEFORE_FORMER = 1, 2, 3

_TELLING_LETTERS = 6
"""From so many letters on a password is told by them alone: one more digit makes no other of it."""

_TRACE_DIGITS = 8
"""32 bits: too many passwords leave the same trace for anybody to guess one back from it for sure."""


class SecondStep(StrEnum):
    """What the platform asks for besides the password."""

    UNKNOWN = "unknown"
    NONE = "none"
    CODES = "codes"  # from the seed that lies here
    PHONE = "phone"  # somebody's own
    OTHER = "other"  # a security key, an app on the school's device


@dataclass(frozen=True, repr=False)
class ApiToken:
    """Something a program logs in with. `ends` is the last day it works, None where it has none."""

    name: str
    secret: str
    ends: date | None = None


@dataclass(frozen=True, repr=False)
class LogIn:
    """What a credential holds. Lives only while it is shown, typed or copied; it has no `repr` on purpose.

    Args:
        user: the user name, or the address that stands in its place.
        password: empty where the account is held by people's own log-ins.
        recovery: recovery codes, in their order.
        email: the address that the platform writes to.
        seed: what codes are made from (`one_time.py`), base 32 without blanks, or empty.
        second: what the platform asks for besides the password.
        tokens: what programs log in with.
        made: a password that was made here to be entered on the platform, before anybody said it counts.
        before: the password that counted before this one, should the platform still want it.
        former: what is left of every password that counted before (`trace`): they outlast the school's key.
    """

    user: str
    password: str
    recovery: tuple[str, ...] = ()
    email: str = ""
    seed: str = ""
    second: SecondStep = SecondStep.UNKNOWN
    tokens: tuple[ApiToken, ...] = field(default=())
    made: str = ""
    before: str = ""
    former: tuple[str, ...] = ()

    @property
    def mailbox(self) -> str:
        """The address that whoever forgot the password is written to, or nothing."""
        return self.email or (self.user if "@" in self.user.strip("@") else "")

    def to_bytes(self) -> bytes:
        """Give the canonical bytes that are sealed."""
        return canonical(
            {
                "v": CONTENT_VERSION,
                "user": self.user,
                "password": self.password,
                "recovery": list(self.recovery),
                "email": self.email,
                "seed": self.seed,
                "second": self.second.value,
                "tokens": [_told(token) for token in self.tokens],
                "made": self.made,
                "before": self.before,
                "former": list(self.former),
            }
        )

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """Read what `to_bytes` gave, also of an older program.

        Raises:
            ValueError: if the bytes are something else, or of a newer program.
        """
        value = parse(content)
        recovery, version = value.get("recovery"), value.get("v")
        known = (_BEFORE_SEEDS, _BEFORE_CHANGES, _BEFORE_FORMER, CONTENT_VERSION)
        if version not in known or not isinstance(recovery, list):
            raise ValueError("a log-in of an unknown shape")
        try:
            return cls._of(value, tuple(str(code) for code in recovery), version)
        except KeyError as error:
            raise ValueError("a log-in of an unknown shape") from error

    @classmethod
    def _of(cls, value: Mapping[str, Plain], codes: tuple[str, ...], version: Plain) -> Self:
        if version == _BEFORE_SEEDS:
            return cls(str(value["user"]), str(value["password"]), codes)
        tokens, changes = value.get("tokens"), version != _BEFORE_CHANGES
        former = value["former"] if version == CONTENT_VERSION else []
        return cls(
            str(value["user"]),
            str(value["password"]),
            codes,
            email=str(value["email"]),
            seed=str(value["seed"]),
            second=SecondStep(str(value["second"])),
            tokens=tuple(_token(one) for one in (tokens if isinstance(tokens, list) else ())),
            made=str(value["made"]) if changes else "",
            before=str(value["before"]) if changes else "",
            former=tuple(str(one) for one in former) if isinstance(former, list) else (),
        )


def made_here(log_in: LogIn) -> bool:
    """Tell whether this is the very password that was made here, which the platform may not have yet."""
    return bool(log_in.made) and log_in.made == log_in.password


def after(kept: LogIn | None, log_in: LogIn) -> LogIn:
    """Give a log-in as it follows the kept one: the password that counted until now stays beside it.

    Only one: what was changed twice nobody needs any more. Of each before a trace stays.
    """
    if kept is None:
        return replace(log_in, made="") if made_here(log_in) else log_in
    before = kept.before if kept.password == log_in.password else kept.password
    older = (trace(one) for one in (kept.before, before) if one)
    former = tuple(dict.fromkeys((*kept.former, *older)))
    return replace(log_in, before=before, made="", former=former)


def looks(password: str) -> str:
    """Give what stays of a password with other digits, signs, capitals or blanks: who knew it guesses it."""
    folded = unicodedata.normalize("NFKC", password).casefold()
    letters = "".join(one for one in folded if one.isalpha())
    return letters if len(letters) >= _TELLING_LETTERS else "".join(folded.split())


def trace(password: str) -> str:
    """Give by what a former password, or one like it, is known again."""
    return hashlib.sha256(b"smadmin/1/former\0" + looks(password).encode()).hexdigest()[:_TRACE_DIGITS]


def only_like(kept: LogIn, password: str) -> bool:
    """Tell whether a password is another one than the kept, but looks like it."""
    return kept.password != password and looks(kept.password) == looks(password)


def was_there(kept: LogIn, password: str) -> bool:
    """Tell whether a password, or one like it, counted before the kept one."""
    traces = {*kept.former, *([trace(kept.before)] if kept.before else ())}
    return bool(password) and trace(password) in traces


def _told(token: ApiToken) -> Plain:
    return {
        "name": token.name,
        "secret": token.secret,
        "ends": None if token.ends is None else token.ends.isoformat(),
    }


def _token(value: Plain) -> ApiToken:
    if not isinstance(value, dict):
        raise ValueError("a token of an unknown shape")  # noqa: TRY004 - bad bytes, not a wrong call
    ends = value["ends"]
    return ApiToken(
        str(value["name"]), str(value["secret"]), None if ends is None else date.fromisoformat(str(ends))
    )
