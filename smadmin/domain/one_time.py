"""Codes that change every half minute, made from a seed (RFC 6238, on RFC 4226's counter).

Our own fifteen lines instead of a library: the standard library has everything it needs, the RFC prints
the numbers it must give (tests hold it against them), and a package less can be taken over by nobody.
"""

import base64
import binascii
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say

STEP_S = 30
DIGITS = 6
_HASHES = ("sha1", "sha256", "sha512")
_MOST_DIGITS, _MOST_STEP_S = 8, 120
_LEAST_BYTES = 8
_GROUP = 4
_ADDRESS = re.compile(r"otpauth://totp(?:/[^?]*)?\?(?P<asked>.*)", re.IGNORECASE | re.DOTALL)
_FILLING = re.compile(r"\s|-|\+|%20|%3D", re.IGNORECASE)
"""What stands between and behind a secret's letters: gaps, and the padding as addresses write it."""


@dataclass(frozen=True, repr=False)
class Seed:
    """What codes are made from: a platform's secret, and how it counts (`otpauth` addresses say it)."""

    secret: bytes
    digits: int = DIGITS
    step_s: int = STEP_S
    digest: str = "sha1"

    @classmethod
    def read(cls, typed: str) -> "Seed":
        """Read a seed as platforms show it: letters in groups, or the whole address of their QR code.

        Raises:
            BadInput: if it is neither.
        """
        text = typed.strip()
        try:
            if text.lower().startswith("otpauth:"):
                told = _ADDRESS.match(text)
                return _wrong() if told is None else cls._of(_asked(told["asked"]))
            return cls._of({"secret": text})
        except (ValueError, KeyError, binascii.Error) as error:
            raise _odd() from error

    @property
    def letters(self) -> str | None:
        """Give the secret as somebody types it, in groups of four; None where letters alone make other codes.

        As platforms show it in place of their QR code: six digits, every half minute, SHA-1.
        """
        if (self.digits, self.step_s, self.digest) != (DIGITS, STEP_S, "sha1"):
            return None
        text = base64.b32encode(self.secret).decode().rstrip("=")
        return " ".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))

    @classmethod
    def _of(cls, asked: Mapping[str, str]) -> "Seed":
        letters = _FILLING.sub("", asked["secret"]).rstrip("=").upper()
        secret = base64.b32decode(letters + "=" * (-len(letters) % 8))
        digits, step_s = int(asked.get("digits", DIGITS)), int(asked.get("period", STEP_S))
        digest = asked.get("algorithm", "sha1").lower()
        sound = DIGITS <= digits <= _MOST_DIGITS and 0 < step_s <= _MOST_STEP_S and digest in _HASHES
        return cls(secret, digits, step_s, digest) if sound and len(secret) >= _LEAST_BYTES else _wrong()

    def code(self, now: datetime) -> str:
        """Give the code that counts at a moment."""
        counted = (int(now.timestamp()) // self.step_s).to_bytes(8)
        mac = hmac.digest(self.secret, counted, self.digest)
        at = mac[-1] & 15
        number = int.from_bytes(mac[at : at + 4]) & 0x7FFFFFFF
        return str(number % 10**self.digits).zfill(self.digits)

    def left_s(self, now: datetime) -> int:
        """Give for how many seconds that code still counts, 1 at least."""
        return self.step_s - int(now.timestamp()) % self.step_s


def _asked(query: str) -> dict[str, str]:
    """Take the values of an address apart; the first of a name counts."""
    pairs = [one.partition("=")[::2] for one in query.partition("#")[0].split("&")]
    return {name.lower(): value for name, value in reversed(pairs)}


def _wrong() -> Seed:
    raise ValueError("no seed")


def _odd() -> BadInput:
    return BadInput(say("vault.seed-odd"), remedy=say("vault.seed-remedy"))
