"""The keyring and its stand-in keep, give and forget; a silent one costs no more than its time limit."""

import threading
import time
from collections.abc import Iterator

import keyring
import keyring.backend
import keyring.errors
import pytest

from smadmin.credentials.secrets import KeyringSecrets, MemorySecrets, NoKeyring, SecretStore


class _Ring(keyring.backend.KeyringBackend):
    """A keyring in memory, which can be told to fail or to hang."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the base class has no types
        self.items: dict[str, str] = {}
        self.error: keyring.errors.KeyringError | None = None
        self.gate = threading.Event()
        self.gate.set()

    def _ready(self) -> None:
        self.gate.wait()
        if self.error is not None:
            raise self.error

    def get_password(self, service: str, username: str) -> str | None:
        self._ready()
        return self.items.get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ready()
        self.items[f"{service}/{username}"] = password

    def delete_password(self, service: str, username: str) -> None:
        self._ready()
        del self.items[f"{service}/{username}"]


@pytest.fixture
def ring() -> Iterator[_Ring]:
    before, ring = keyring.get_keyring(), _Ring()
    keyring.set_keyring(ring)
    yield ring
    ring.gate.set()
    keyring.set_keyring(before)


def keeps_gives_forgets(secrets: SecretStore) -> None:
    """The contract of every secret store."""
    assert secrets.get("seat") is None
    secrets.set("seat", "first")
    secrets.set("seat", "second")
    assert secrets.get("seat") == "second"
    secrets.delete("seat")
    secrets.delete("seat")
    assert secrets.get("seat") is None


def test_memory_keeps_the_contract() -> None:
    keeps_gives_forgets(MemorySecrets())


def test_the_keyring_keeps_the_contract(ring: _Ring) -> None:
    keeps_gives_forgets(KeyringSecrets("store-1"))
    assert ring.items == {}


@pytest.mark.keyring
def test_a_real_keyring_keeps_the_contract() -> None:
    keeps_gives_forgets(KeyringSecrets("contract-test"))


def test_two_stores_never_mix(ring: _Ring) -> None:
    KeyringSecrets("real").set("seat", "a")

    assert KeyringSecrets("sample").get("seat") is None
    assert list(ring.items) == ["smadmin/real/seat"]


def test_long_secrets_are_split_where_the_keyring_asks(ring: _Ring) -> None:
    secrets = KeyringSecrets("s")
    secrets._longest = 1200
    long = "".join(chr(33 + i % 90) for i in range(5000))

    secrets.set("account/x", long)

    assert secrets.get("account/x") == long
    assert max(len(secret) for secret in ring.items.values()) <= 1200


@pytest.mark.parametrize(
    "error",
    [keyring.errors.NoKeyringError(), keyring.errors.KeyringLocked(), keyring.errors.PasswordSetError()],
)
def test_a_keyring_that_refuses_is_said(ring: _Ring, error: keyring.errors.KeyringError) -> None:
    ring.error = error

    with pytest.raises(NoKeyring):
        KeyringSecrets("s").set("seat", "x")


def test_a_keyring_that_hangs_is_given_up(ring: _Ring) -> None:
    ring.gate.clear()
    started = time.monotonic()

    with pytest.raises(NoKeyring):
        KeyringSecrets("s", timeout_s=0.2).get("seat")

    assert time.monotonic() - started < 2
    ring.gate.set()
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(2)


@pytest.mark.parametrize(
    "planted", ["split:zzz", "split:", "split:-1", "split:0", "split:999999999", "split:²"]
)
def test_a_number_of_pieces_that_was_planted_is_never_asked_for(ring: _Ring, planted: str) -> None:
    secrets = KeyringSecrets("p")
    secrets.set("head/x", planted)

    assert secrets.get("head/x") == planted
