"""A keyring in memory that fails in each way a real one does; it stands in for the desktop's own."""

import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum

import keyring
import keyring.backend
import keyring.errors

from smadmin.credentials.backends import OWN
from smadmin.credentials.secrets import KeyringSecrets, MemorySecrets, NoKeyring
from smadmin.domain.messages import say

WINDOWS_BYTES = 2_560
"""What Windows holds in one item (CRED_MAX_CREDENTIAL_BLOB_SIZE)."""


class Mood(Enum):
    """How it behaves."""

    WELL = "well"
    ABSENT = "absent"
    LOCKED = "locked"
    SILENT = "silent"
    DIES_AFTER_READING = "dies after reading"
    SEAT_ALONE = "gives the seat and answers nothing else"
    DENIES = "denies"
    TOO_LARGE = "too large"
    WRONG_VALUE = "wrong value"


class Gone(Exception):
    """What a backend raises that nobody foresaw: its service died."""


class Ring(keyring.backend.KeyringBackend):
    """Items by service and name; `window_waited` tells whether the window's own thread ever waited for it."""

    priority = -1.0  # never found by itself: only a test sets it up

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the base class has no types
        self.items: dict[str, str] = {}
        self.mood = Mood.WELL
        self.let_go = threading.Event()
        self.asked = 0
        self.silences = 0
        self.window_waited = False

    def get_password(self, service: str, username: str) -> str | None:
        self._behave()
        if self.mood is Mood.SEAT_ALONE and not username.endswith("/seat"):
            raise keyring.errors.KeyringLocked
        found = self.items.get(f"{service}/{username}")
        return "not a key" if self.mood is Mood.WRONG_VALUE and found is not None else found

    def set_password(self, service: str, username: str, password: str) -> None:
        self._behave()
        if self.mood in {Mood.DIES_AFTER_READING, Mood.SEAT_ALONE}:
            raise Gone
        if self.mood is Mood.TOO_LARGE:
            raise OSError(1783, "The stub received bad data.")
        self.items[f"{service}/{username}"] = password

    def delete_password(self, service: str, username: str) -> None:
        self._behave()
        del self.items[f"{service}/{username}"]

    def keep(self, store: str, items: Mapping[str, str]) -> None:
        """Put a store's items in."""
        self.items.update({f"smadmin/{store}/{name}": secret for name, secret in items.items()})

    def _behave(self) -> None:
        self.asked += 1
        self.silences += self.mood is Mood.SILENT
        self.window_waited = self.window_waited or _main_thread_waits()
        if self.mood is Mood.ABSENT:
            raise keyring.errors.NoKeyringError
        if self.mood is Mood.LOCKED:
            raise keyring.errors.KeyringLocked
        if self.mood is Mood.DENIES:
            raise keyring.errors.PasswordSetError
        if self.mood is Mood.SILENT:
            self.let_go.wait()


def stands_in(ring: type[keyring.backend.KeyringBackend]) -> None:
    """Have a ring of the tests go by the name of this system's own: the program asks no other."""
    names = OWN.get(sys.platform, (("keyring.backends.SecretService", "Keyring"),))
    ring.__module__, ring.__qualname__ = names[0]


class WindowsRing(Ring):
    """The Credential Manager's limits: 2,560 bytes an item, in UTF-16."""

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password.encode("utf-16-le", "surrogatepass")) > WINDOWS_BYTES:
            raise OSError(1783, "CredWrite", "The stub received bad data.")
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        if f"{service}/{username}" not in self.items:
            raise keyring.errors.PasswordDeleteError(username)
        super().delete_password(service, username)


class MacRing(Ring):
    """The Keychain's: an item that isn't there can't be deleted, and no text holds a zero."""

    def set_password(self, service: str, username: str, password: str) -> None:
        if "\0" in password:
            raise keyring.errors.PasswordSetError("Can't store password on keychain")
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        if f"{service}/{username}" not in self.items:
            raise keyring.errors.PasswordDeleteError("Item not found")
        super().delete_password(service, username)


for _ring in (Ring, WindowsRing, MacRing):
    stands_in(_ring)


def _main_thread_waits() -> bool:
    """Tell whether the thread that draws the window is what waits for a keyring's answer, however short."""
    main = threading.main_thread().ident
    frame = None if main is None else sys._current_frames().get(main)
    while frame is not None:
        if frame.f_code is KeyringSecrets._call.__code__:
            return True
        frame = frame.f_back
    return False


class ShutSecrets(MemorySecrets):
    """Secrets whose keyring is shut for one deed (`get`, `set`, `delete`), or for `all`, while it says so."""

    def __init__(self, shut: str = "", why: str = "keys.keyring-locked") -> None:
        super().__init__()
        self.shut, self._why = shut, why

    def get(self, item: str) -> str | None:
        self._open("get")
        return super().get(item)

    def set(self, item: str, secret: str) -> None:
        self._open("set")
        super().set(item, secret)

    def delete(self, item: str) -> None:
        self._open("delete")
        super().delete(item)

    def _open(self, deed: str) -> None:
        if self.shut in {deed, "all"}:
            raise NoKeyring(say(self._why))


@contextmanager
def ring_in_use(kind: type[Ring] = Ring) -> Iterator[Ring]:
    """Have every call of the keyring answered by a ring, for the length of a block."""
    before, ring = keyring.get_keyring(), kind()
    keyring.set_keyring(ring)
    try:
        yield ring
    finally:
        ring.let_go.set()
        for thread in threading.enumerate():
            if thread.name == "keyring":
                thread.join(2)
        keyring.set_keyring(before)
