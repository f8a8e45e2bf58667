"""The OS keyring, behind the port `SecretStore`. Never called on the GUI thread: a locked ring can hang.

Items of a store start with its random id, so that the sample school and a real one never mix. There is no
fallback to a file: without a keyring the program says so and does less (`keys.md`, No keyring).
"""

import queue
import sys
import threading
from typing import Protocol

import keyring
import keyring.errors

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say

SERVICE = "smadmin"
TIMEOUT_S = 5.0
"""A locked ring with a waiting prompter hangs for ever (`safety.md`, Keyring)."""

_LONGEST = {"win32": 1200}
"""Credential Manager holds 2,560 bytes (1,280 UTF-16 characters) an item; longer secrets are split."""

_ELSEWHERE = 1_000_000
"""Characters an item; Secret Service and Keychain took 32 MB."""

_SPLIT = "split:"
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


class KeyringSecrets:
    """The OS keyring with a time limit on each call."""

    def __init__(self, prefix: str, timeout_s: float = TIMEOUT_S) -> None:
        """Take the store's id, which starts each item's name."""
        self._prefix = prefix
        self._timeout_s = timeout_s
        self._longest = _LONGEST.get(sys.platform, _ELSEWHERE)

    @property
    def backend(self) -> str:
        """The name of the keyring that answers."""
        return str(keyring.get_keyring().name)

    def get(self, item: str) -> str | None:
        """Give an item's secret, or None.

        A number of pieces that we never wrote is given as it lies there: no reader takes it for its own.

        Raises:
            NoKeyring: if the keyring is absent, locked or silent.
        """
        first = self._call("get", item)
        count = _pieces(first)
        if count is None:
            return first
        pieces = [self._call("get", f"{item}#{i}") for i in range(count)]
        return "".join(piece or "" for piece in pieces)

    def set(self, item: str, secret: str) -> None:
        """Keep a secret, split where Windows asks for it.

        Raises:
            NoKeyring: as for `get`.
        """
        if len(secret) <= self._longest:
            self._call("set", item, secret)
            return
        pieces = [secret[i : i + self._longest] for i in range(0, len(secret), self._longest)]
        for i, piece in enumerate(pieces):
            self._call("set", f"{item}#{i}", piece)
        self._call("set", item, f"{_SPLIT}{len(pieces)}")

    def delete(self, item: str) -> None:
        """Forget an item.

        Raises:
            NoKeyring: as for `get`.
        """
        self._call("delete", item)

    def _call(self, deed: str, item: str, secret: str = "") -> str | None:
        # A daemon thread per call: one that hangs keeps neither the next call nor the program's end waiting.
        answer: queue.Queue[str | Exception | None] = queue.Queue(1)
        arguments = (deed, f"{self._prefix}/{item}", secret, answer)
        threading.Thread(target=_ask, args=arguments, name="keyring", daemon=True).start()
        try:
            result = answer.get(timeout=self._timeout_s)
        except queue.Empty as error:
            raise _no_keyring("keys.keyring-silent") from error
        if isinstance(result, Exception):
            locked = isinstance(result, keyring.errors.KeyringLocked)
            raise _no_keyring("keys.keyring-locked" if locked else "keys.no-keyring") from result
        return result


def _pieces(first: str | None) -> int | None:
    """Give into how many pieces a secret was split, or None where it wasn't."""
    number = (first or "").removeprefix(_SPLIT)
    if first is None or first == number or not (number.isascii() and number.isdecimal()):
        return None
    return int(number) if len(number) <= len(str(_MOST_PIECES)) and 1 <= int(number) <= _MOST_PIECES else None


def _ask(deed: str, item: str, secret: str, answer: "queue.Queue[str | Exception | None]") -> None:
    try:
        answer.put(_do(deed, item, secret))
    except Exception as error:  # noqa: BLE001 - a backend is anybody's program; what it raises is its answer
        answer.put(error)


def _do(deed: str, item: str, secret: str) -> str | None:
    if deed == "set":
        keyring.set_password(SERVICE, item, secret)
    elif deed == "get":
        return keyring.get_password(SERVICE, item)
    elif keyring.get_password(SERVICE, item) is not None:
        keyring.delete_password(SERVICE, item)
    return None


def _no_keyring(message: str) -> NoKeyring:
    return NoKeyring(say(message), kept=say("keys.nothing-changed"), remedy=say("keys.keyring-remedy"))
