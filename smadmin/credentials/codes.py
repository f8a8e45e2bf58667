"""One-time codes of the list of reviewers: ten letters for paper, and the key that they make.

A code is 50 random bits. Argon2id of it and a salt seeds an Ed25519 key, whose public half stands in the
signed list (`domain/reviewers.py`): nobody gets from there to the code, and only the code signs with it.
"""

import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from smadmin.credentials.identity import derive
from smadmin.credentials.locks import FLOOR, Costs
from smadmin.domain.records import as_read, crockford

_BITS, _LETTERS = 50, 10
_BYTES = 10
"""Crockford's letters stand for five bits each; 80 of them make a multiple of five bytes."""

CODE_COSTS = FLOOR
"""Of one guess: with 50 random bits the floor is plenty, and a list of thirty is made in seconds."""


def new_code() -> str:
    """Make a code, ten of Crockford's letters."""
    return crockford(secrets.randbits(_BITS).to_bytes(_BYTES))[-_LETTERS:]


def looks_like_code(typed: str) -> bool:
    """Tell whether what was typed has as many letters as a code."""
    return len(as_read(typed)) == _LETTERS


@dataclass(frozen=True, repr=False)
class CodeKey:
    """What a code makes: it signs once, that a new key is its holder's."""

    seed: bytes

    @classmethod
    def of(cls, typed: str, salt: bytes, costs: Costs = CODE_COSTS) -> "CodeKey":
        """Stretch a code as typed; small letters and blanks don't count (an errand of about 0.2 s)."""
        stretched = Argon2id(
            salt=salt, length=32, iterations=costs.passes, lanes=costs.lanes, memory_cost=costs.memory_kib
        ).derive(as_read(typed).encode())
        return cls(derive(stretched, "smadmin/1/code"))

    @property
    def public(self) -> bytes:
        """The half that stands in the list (32 bytes)."""
        return self._key().public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Sign (Ed25519, 64 bytes)."""
        return self._key().sign(message)

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)
