"""The keyring and its stand-in keep, give and forget; a silent one costs no more than its time limit."""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import ClassVar

import keyring
import keyring.backend
import keyring.backends.chainer
import keyring.backends.null
import keyring.errors
import pytest

from smadmin.credentials.secrets import KeyringSecrets, MemorySecrets, NoKeyring, SecretStore
from tests.rings import MacRing, Ring, WindowsRing, ring_in_use, stands_in

LONGEST_S = 5.0
"""Of a call (S2); its own figure, or a constant that was changed would be held against itself."""


class _Ring(keyring.backend.KeyringBackend):
    """A keyring in memory, which can be told to fail or to hang."""

    priority = -1.0  # never found by itself: only a test sets it up

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


stands_in(_Ring)


@pytest.fixture
def ring() -> Iterator[_Ring]:
    before, ring = keyring.get_keyring(), _Ring()
    keyring.set_keyring(ring)
    yield ring
    ring.gate.set()
    keyring.set_keyring(before)


LONG = "".join(chr(33 + i % 90) for i in range(5000))


def keeps_gives_forgets(secrets: SecretStore) -> None:
    """The contract of every secret store, whatever its items hold."""
    assert secrets.get("seat") is None
    for secret in ("first", "second", LONG, LONG[::-1], "short again", LONG):
        secrets.set("seat", secret)
        assert secrets.get("seat") == secret
    secrets.delete("seat")
    secrets.delete("seat")
    assert secrets.get("seat") is None


def test_memory_keeps_the_contract() -> None:
    keeps_gives_forgets(MemorySecrets())


@pytest.mark.parametrize(
    ("kind", "longest"), [(Ring, None), (WindowsRing, 1200), (MacRing, None), (MacRing, 1200)]
)
def test_each_systems_keyring_keeps_the_contract_and_leaves_nothing(
    kind: type[Ring], longest: int | None
) -> None:
    with ring_in_use(kind) as used:
        keeps_gives_forgets(KeyringSecrets("store-1", longest=longest))

        assert used.items == {}


@pytest.mark.keyring
@pytest.mark.parametrize("longest", [None, 1200])
def test_a_real_keyring_keeps_the_contract(longest: int | None) -> None:
    keeps_gives_forgets(KeyringSecrets("contract-test", longest=longest))


def test_two_stores_never_mix(ring: _Ring) -> None:
    KeyringSecrets("real").set("seat", "a")

    assert KeyringSecrets("sample").get("seat") is None
    assert list(ring.items) == ["smadmin/real/seat"]


def test_long_secrets_are_split_where_the_keyring_asks(ring: _Ring) -> None:
    secrets = KeyringSecrets("s", longest=1200)

    secrets.set("account/x", LONG)

    assert secrets.get("account/x") == LONG
    assert max(len(secret) for secret in ring.items.values()) <= 1200


@pytest.mark.parametrize(
    "error",
    [keyring.errors.NoKeyringError(), keyring.errors.KeyringLocked(), keyring.errors.PasswordSetError()],
)
def test_a_keyring_that_refuses_is_said(ring: _Ring, error: keyring.errors.KeyringError) -> None:
    ring.error = error

    with pytest.raises(NoKeyring):
        KeyringSecrets("s").set("seat", "x")


def test_no_call_waits_longer_than_five_seconds(ring: _Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float | None] = []

    class Silent(queue.Queue[str]):
        def get(self, block: bool = True, timeout: float | None = None) -> str:
            waits.append(timeout)
            raise queue.Empty

    monkeypatch.setattr(queue, "Queue", Silent)
    with pytest.raises(NoKeyring) as refused:
        KeyringSecrets("s").get("seat")

    assert refused.value.happened.id == "keys.keyring-silent"
    assert len(waits) == 1
    assert waits[0] is not None
    assert waits[0] <= LONGEST_S


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


@pytest.mark.parametrize("spoiled", ["lost", "changed", "swapped"])
def test_pieces_that_are_not_what_was_split_are_as_good_as_none(ring: _Ring, spoiled: str) -> None:
    secrets = KeyringSecrets("s", longest=1200)
    secrets.set("account/x", LONG)
    pieces = sorted(name for name in ring.items if "#" in name)
    if spoiled == "lost":
        del ring.items[pieces[1]]
    elif spoiled == "changed":
        ring.items[pieces[1]] = ring.items[pieces[1]].swapcase()
    else:
        first, second = ring.items[pieces[0]], ring.items[pieces[1]]
        ring.items |= {pieces[0]: second, pieces[1]: first}

    assert secrets.get("account/x") is None


def test_a_computer_that_dies_between_two_pieces_keeps_what_was_there(ring: _Ring) -> None:
    secrets = KeyringSecrets("s", longest=1200)
    secrets.set("account/x", LONG)
    before = dict(ring.items)
    secrets.set("account/x", LONG[::-1])
    begun = [name for name in ring.items if name not in before][:2]

    ring.items = before | {name: ring.items[name] for name in begun}

    assert secrets.get("account/x") == LONG


class _Foreign(_Ring):
    """A keyring that somebody installed."""


class _Chain(keyring.backends.chainer.ChainerBackend):
    """Several in a row, as they were found."""

    priority = -2.0
    links: ClassVar[list[keyring.backend.KeyringBackend]] = []
    backends = links


_Chain.__module__, _Chain.__qualname__ = "keyring.backends.chainer", "ChainerBackend"


class _KWallet(_Ring):
    """KDE's own."""


_KWallet.__module__, _KWallet.__qualname__ = "keyring.backends.kwallet", "DBusKeyring"


@pytest.mark.parametrize("foreign", [_Foreign, keyring.backends.null.Keyring])
def test_another_keyring_than_the_systems_own_is_refused_and_named(
    ring: _Ring, foreign: type[keyring.backend.KeyringBackend]
) -> None:
    planted = foreign()
    keyring.set_keyring(planted)

    asks: list[Callable[[], object]] = [
        lambda: KeyringSecrets("s").get("seat"),
        lambda: KeyringSecrets("s").set("seat", "canary"),
        lambda: KeyringSecrets("s").delete("seat"),
    ]
    for ask in asks:
        with pytest.raises(NoKeyring) as refused:
            ask()
        assert refused.value.happened.id == "keys.keyring-foreign"
        assert refused.value.remedy is not None
        assert refused.value.remedy.id == "keys.keyring-foreign-remedy"
    assert "canary" not in str(vars(planted)) + str(ring.items)


def test_a_chain_with_a_stranger_is_refused_and_a_known_one_gives_the_systems_own(ring: _Ring) -> None:
    chain = _Chain()  # type: ignore[no-untyped-call]  # the base class has no types
    keyring.set_keyring(chain)
    _Chain.links[:] = [_KWallet(), ring]
    KeyringSecrets("s").set("seat", "kept")

    _Chain.links[:] = [ring, _Foreign()]
    with pytest.raises(NoKeyring) as strange:
        KeyringSecrets("s").get("seat")
    _Chain.links[:] = [_KWallet()]
    with pytest.raises(NoKeyring) as alone:
        KeyringSecrets("s").get("seat")

    assert ring.items == {"smadmin/s/seat": "kept"}
    assert {strange.value.happened.id, alone.value.happened.id} == {"keys.keyring-foreign"}
    assert str(strange.value.happened.values["name"]).endswith("_Foreign")


@pytest.mark.parametrize(
    "planted",
    [
        "split:zzz",
        "split:",
        "split:-1",
        "split:0",
        "split:999999999",
        "split:²",
        "split:3",
        "split:65:0123456789abcdef",
    ],
)
def test_a_number_of_pieces_that_was_planted_is_never_asked_for(ring: _Ring, planted: str) -> None:
    secrets = KeyringSecrets("p")
    secrets.set("head/x", planted)

    assert secrets.get("head/x") == planted
