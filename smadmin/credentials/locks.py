"""A person's lock: a passphrase and this seat together open an identity (`keys.md`, Person lock).

No digest of a passphrase is kept: signing in succeeds if the lock opens. Costs are an argument so that tests
are quick; the program refuses less than the floor and, when reading, more than a bomb's worth.
"""

import math
import os
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from smadmin.credentials.identity import Identity, derive
from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say

_NONCE_BYTES = 12
_SALT_BYTES = 16
_LEAST_PER_LANE_KIB = 8
"""RFC 9106, 3.1: memory is at least 8 KiB a lane."""
_LEAST_SALT_BYTES = 8
"""RFC 9106, 3.1."""
_WANTED_S = 0.35
"""How long one guess takes at least, on the computer where the lock is made (`keys.md`, Person lock)."""
_MOST_S = 0.8
"""How long one guess takes at most where the floor allows it: signing in then lasts less than a second."""
_MIB_KIB = 1024


@dataclass(frozen=True)
class Costs:
    """What guessing a passphrase costs: memory in KiB, passes, lanes."""

    memory_kib: int = 128 * 1024
    passes: int = 3
    lanes: int = 4

    def below(self, floor: "Costs") -> bool:
        """Tell whether guessing is cheaper than at the floor; lanes only spread the same work."""
        return self.memory_kib < floor.memory_kib or self.passes < floor.passes


FLOOR = Costs(64 * 1024, 3, 4)
CEILING = Costs(1024 * 1024, 16, 16)


class WrongPassphrase(KnownError):
    """The lock doesn't open."""


@dataclass(frozen=True)
class Lock:
    """A locked identity as it lies in `identities.json`."""

    fields: dict[str, Plain]
    salt: bytes
    nonce: bytes
    costs: Costs
    sealed: bytes

    def to_plain(self) -> dict[str, Plain]:
        """Give the entry as it is written."""
        return {
            "fields": self.fields,
            "salt": self.salt.hex(),
            "nonce": self.nonce.hex(),
            "costs": [self.costs.memory_kib, self.costs.passes, self.costs.lanes],
            "sealed": self.sealed.hex(),
        }

    @classmethod
    def from_plain(cls, value: dict[str, Plain]) -> "Lock":
        """Read an entry.

        Raises:
            ValueError: if it isn't one, or asks for absurd costs.
        """
        fields, costs = value["fields"], value["costs"]
        if not isinstance(fields, dict) or not isinstance(costs, list):
            raise ValueError("not a lock")  # noqa: TRY004 - bad bytes, not a wrong call
        canonical(fields)  # what has no canonical form was bound to nothing
        memory, passes, lanes = (int(str(cost)) for cost in costs)
        if memory > CEILING.memory_kib or passes > CEILING.passes or lanes > CEILING.lanes:
            raise ValueError("absurd costs")
        if passes < 1 or lanes < 1 or memory < _LEAST_PER_LANE_KIB * lanes:
            raise ValueError("costs that Argon2id doesn't know")
        salt, nonce, sealed = (bytes.fromhex(str(value[name])) for name in ("salt", "nonce", "sealed"))
        if len(salt) < _LEAST_SALT_BYTES or len(nonce) != _NONCE_BYTES:
            raise ValueError("not a lock")
        return cls(fields=fields, salt=salt, nonce=nonce, costs=Costs(memory, passes, lanes), sealed=sealed)


def measured_costs(timed: Callable[[Costs], float] | None = None) -> Costs:
    """Choose costs that take 0.35 to 0.8 s on this computer (an errand of about as long, or twice).

    A fast computer gets more passes, a slow one less memory, but never less than the floor: where even that
    takes longer, signing in does, for a copied lock is guessed on a computer that is not slow.

    Args:
        timed: gives how long a derivation takes, in seconds; None measures one.
    """
    usual, measure = Costs(), timed or seconds_of
    took = measure(usual)
    if took > _MOST_S:  # something else may have kept the computer busy, and a lock is made for years
        took = min(took, measure(usual))
    # The time grows with the passes and with the memory, so one measurement tells.
    if took > _MOST_S:
        fitting = int(usual.memory_kib * _MOST_S / took) // _MIB_KIB * _MIB_KIB
        return replace(usual, memory_kib=max(fitting, FLOOR.memory_kib))
    passes = CEILING.passes if took <= 0 else math.ceil(usual.passes * _WANTED_S / took)
    return replace(usual, passes=min(max(passes, usual.passes), CEILING.passes))


def seconds_of(costs: Costs) -> float:
    """Measure how long one guess takes on this computer, in seconds (an errand)."""
    began = time.perf_counter()
    _kek("a passphrase", "", bytes(_SALT_BYTES), costs)
    return time.perf_counter() - began


def close_lock(
    identity: Identity,
    passphrase: str,
    *,
    seat: str,
    fields: dict[str, Plain],
    costs: Costs,
    floor: Costs = FLOOR,
) -> Lock:
    """Lock an identity.

    Args:
        identity: what is locked.
        passphrase: as typed; NFC is applied.
        seat: the seat's secret string, or "" where this computer has no keyring.
        fields: who it is, in plain; bound to the lock.
        costs: of Argon2id.
        floor: the least costs; only tests, which lock nothing of worth, give a lower one.

    Raises:
        ValueError: for costs below the floor, or above what would be read again.
    """
    if costs.below(floor) or CEILING.below(costs):
        raise ValueError("costs below the floor or above the ceiling")
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    kek = _kek(passphrase, seat, salt, costs)
    sealed = AESGCM(kek).encrypt(nonce, identity.secret.encode(), _bound(fields, salt, costs))
    return Lock(fields=fields, salt=salt, nonce=nonce, costs=costs, sealed=sealed)


def open_lock(lock: Lock, passphrase: str, *, seat: str) -> Identity:
    """Unlock an identity; takes about 0.4 s by design, never on the GUI thread.

    Raises:
        WrongPassphrase: if passphrase or seat is another.
    """
    kek = _kek(passphrase, seat, lock.salt, lock.costs)
    try:
        secret = AESGCM(kek).decrypt(lock.nonce, lock.sealed, _bound(lock.fields, lock.salt, lock.costs))
    except InvalidTag as error:
        raise WrongPassphrase(
            say("keys.wrong-passphrase"), kept=say("keys.nothing-changed"), remedy=say("keys.try-again")
        ) from error
    return Identity(secret.decode())


def _kek(passphrase: str, seat: str, salt: bytes, costs: Costs) -> bytes:
    stretched = Argon2id(
        salt=salt, length=32, iterations=costs.passes, lanes=costs.lanes, memory_cost=costs.memory_kib
    ).derive(unicodedata.normalize("NFC", passphrase).encode())
    return derive(stretched + derive(seat.encode(), "smadmin/1/wrap"), "smadmin/1/person")


def _bound(fields: dict[str, Plain], salt: bytes, costs: Costs) -> bytes:
    return canonical([fields, salt.hex(), costs.memory_kib, costs.passes, costs.lanes])
