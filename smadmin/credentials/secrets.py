"""The OS keyring, behind the port `SecretStore`. Never called on the GUI thread: a locked ring can hang.

Items of a store start with its random id, so that the sample school and a real one never mix. There is no
fallback to a file: without a keyring the program says so and does less (`keys.md`, No keyring). A secret that
is too long for an item lies in pieces, each set under names of its own: one that was cut short by a dying
computer is never joined, and what was there before still is.
"""

import hashlib
import queue
import sys
import threading
from dataclasses import dataclass
from typing import Protocol

import keyring.errors
import regex
from keyring.backend import KeyringBackend

from smadmin.credentials.backends import ForeignKeyring, own_keyring
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say

SERVICE = "smadmin"
TIMEOUT_S = 5.0
"""A locked ring with a waiting prompter hangs for ever (`safety.md`, Keyring)."""

_LONGEST = {"win32": 1200}
"""Credential Manager holds 2,560 bytes (1,280 UTF-16 characters) an item; longer secrets are split."""

_ELSEWHERE = 1_000_000
"""Characters an item; Secret Service and Keychain took 32 MB."""

_SPLIT = regex.compile(r"split:(?P<count>[1-9][0-9]?):(?P<mark>[0-9a-f]{16})")
_MOST_PIECES = 64
"""More than any secret of ours has; each piece is a call, and who plants an item chooses the number."""


class NoKeyring(OutsideFailed):
    """This computer offers no keyring, or it doesn't open."""


class SecretStore(Protocol):
    """Keeps short secrets for this OS login."""

    def get(self, item: str) -> str | None:
        """Give an item's secret, or None."""
        ...

    def set(self, item: str, secret: str) -> None:
        """Keep a secret under an item."""
        ...

    def delete(self, item: str) -> None:
        """Forget an item; one that isn't there is no error."""
        ...


class MemorySecrets:
    """Secrets that live as long as this object: for the demo and for tests, and it says so."""

    def __init__(self) -> None:
        """Start empty."""
        self._items: dict[str, str] = {}

    def get(self, item: str) -> str | None:
        """Give an item's secret, or None."""
        return self._items.get(item)

    def set(self, item: str, secret: str) -> None:
        """Keep a secret under an item."""
        self._items[item] = secret

    def delete(self, item: str) -> None:
        """Forget an item."""
        self._items.pop(item, None)


@dataclass(frozen=True)
class _Pieces:
    """How a long secret lies: the first item says so, and the pieces are named by what they give together."""

    count: int
    mark: str

    @classmethod
    def of(cls, secret: str, longest: int) -> "_Pieces":
        mark = hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return cls(-(-len(secret) // longest), mark)

    @classmethod
    def read(cls, first: str | None) -> "_Pieces | None":
        """Read the first item; None where it is the secret itself, or says what we never wrote."""
        found = _SPLIT.fullmatch(first or "")
        pieces = None if found is None else cls(int(found["count"]), found["mark"])
        return pieces if pieces is not None and pieces.count <= _MOST_PIECES else None

    def names(self, item: str) -> tuple[str, ...]:
        return tuple(f"{item}#{self.mark}.{place}" for place in range(self.count))

    def __str__(self) -> str:
        return f"split:{self.count}:{self.mark}"


class KeyringSecrets:
    """The OS keyring with a time limit on each call."""

    def __init__(self, prefix: str, timeout_s: float = TIMEOUT_S, *, longest: int | None = None) -> None:
        """Take the store's id, which starts each item's name.

        Args:
            prefix: the store's id.
            timeout_s: how long a call may take.
            longest: characters that an item holds; the system's own number if it isn't given.
        """
        self._prefix = prefix
        self._timeout_s = timeout_s
        self._longest = longest or _LONGEST.get(sys.platform, _ELSEWHERE)

    @property
    def backend(self) -> str:
        """The name of the keyring that answers."""
        return str(own_keyring().name)

    def get(self, item: str) -> str | None:
        """Give an item's secret, or None.

        Pieces that don't give what was split are as good as none. A number of pieces that we never wrote is
        given as it lies there: no reader takes it for its own.

        Raises:
            NoKeyring: if the keyring is absent, locked, silent, or not the system's own.
        """
        first = self._call("get", item)
        pieces = _Pieces.read(first)
        if pieces is None:
            return first
        joined = "".join(self._call("get", name) or "" for name in pieces.names(item))
        whole = bool(joined) and _Pieces.of(joined, len(joined)).mark == pieces.mark
        return joined if whole else None

    def set(self, item: str, secret: str) -> None:
        """Keep a secret, split where Windows asks for it.

        Raises:
            NoKeyring: as for `get`.
        """
        before = self._lying(item)
        if len(secret) <= self._longest:
            self._call("set", item, secret)
            self._sweep(before)
            return
        pieces = _Pieces.of(secret, self._longest)
        for place, name in enumerate(pieces.names(item)):
            self._call("set", name, secret[place * self._longest :][: self._longest])
        self._call("set", item, str(pieces))
        self._sweep(before - set(pieces.names(item)))

    def delete(self, item: str) -> None:
        """Forget an item, with its pieces.

        Raises:
            NoKeyring: as for `get`.
        """
        before = self._lying(item)
        self._call("delete", item)
        self._sweep(before)

    def _lying(self, item: str) -> frozenset[str]:
        """Give the pieces that lie there for an item; where none is ever split nobody asks."""
        pieces = None if self._longest == _ELSEWHERE else _Pieces.read(self._call("get", item))
        return frozenset() if pieces is None else frozenset(pieces.names(item))

    def _sweep(self, names: frozenset[str]) -> None:
        for name in names:
            self._call("delete", name)

    def _call(self, deed: str, item: str, secret: str = "") -> str | None:
        # A daemon thread per call: one that hangs keeps neither the next call nor the program's end waiting.
        answer: queue.Queue[str | Exception | None] = queue.Queue(1)
        arguments = (deed, f"{self._prefix}/{item}", secret, answer)
        threading.Thread(target=_ask, args=arguments, name="keyring", daemon=True).start()
        try:
            result = answer.get(timeout=self._timeout_s)
        except queue.Empty as error:
            raise _no_keyring("keys.keyring-silent") from error
        if isinstance(result, ForeignKeyring):
            remedy = say("keys.keyring-foreign-remedy")
            raise NoKeyring(
                say("keys.keyring-foreign", name=str(result)), kept=say("keys.nothing-changed"), remedy=remedy
            ) from result
        if isinstance(result, Exception):
            locked = isinstance(result, keyring.errors.KeyringLocked)
            raise _no_keyring("keys.keyring-locked" if locked else "keys.no-keyring") from result
        return result


def _ask(deed: str, item: str, secret: str, answer: "queue.Queue[str | Exception | None]") -> None:
    try:
        answer.put(_do(own_keyring(), deed, item, secret))
    except Exception as error:  # noqa: BLE001 - a backend is anybody's program; what it raises is its answer
        answer.put(error)


def _do(ring: KeyringBackend, deed: str, item: str, secret: str) -> str | None:
    if deed == "set":
        ring.set_password(SERVICE, item, secret)
    elif deed == "get":
        return ring.get_password(SERVICE, item)
    elif ring.get_password(SERVICE, item) is not None:
        ring.delete_password(SERVICE, item)
    return None


def _no_keyring(message: str) -> NoKeyring:
    return NoKeyring(say(message), kept=say("keys.nothing-changed"), remedy=say("keys.keyring-remedy"))
