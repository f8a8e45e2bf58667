"""Which keyring counts: the operating system's own and no other.

The `keyring` package takes whatever a variable, a settings file or an installed plug-in names: a plain file,
a keyring that forgets everything, several in a row. A secret given to one of those is lost or lies open, so
they are refused by name; only what stands here is ever asked.
"""

import sys

import keyring
from keyring.backend import KeyringBackend

_SECRET_SERVICE = (
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.libsecret", "Keyring"),
)
OWN: dict[str, tuple[tuple[str, str], ...]] = {
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
}
"""The system's own, by platform; everywhere else it is the Secret Service, by either road to it."""

_BESIDE = frozenset(
    {("keyring.backends.kwallet", "DBusKeyring"), ("keyring.backends.kwallet", "DBusKeyringKWallet4")}
)
"""KDE's own, which stands in a chain on every KDE desktop: known, and passed over for the Secret Service."""

_CHAIN = ("keyring.backends.chainer", "ChainerBackend")
_NONE = ("keyring.backends.fail", "Keyring")


class ForeignKeyring(Exception):
    """Another keyring than the system's own is set up; its name is the argument."""


def own_keyring() -> KeyringBackend:
    """Give the system's own keyring, or the one that says there is none.

    Several come as a chain; then the system's own is taken out of it, and the chain itself never asked.

    Raises:
        ForeignKeyring: for any other, also where one stands in a chain.
    """
    found = keyring.get_keyring()
    if _class_of(found) == _CHAIN:
        links: list[KeyringBackend] = list(getattr(found, "backends", ()))
        ours = [link for link in links if is_own(link)]
        strange = [link for link in links if link not in ours and _class_of(link) not in _BESIDE]
        if strange or not ours:
            raise ForeignKeyring(_name_of((*strange, *links, found)[0]))
        return ours[0]
    if is_own(found) or _class_of(found) == _NONE:
        return found
    raise ForeignKeyring(_name_of(found))


def is_own(backend: KeyringBackend) -> bool:
    """Tell whether this is the system's own; what only builds on it is another."""
    return _class_of(backend) in OWN.get(sys.platform, _SECRET_SERVICE)


def _class_of(backend: KeyringBackend) -> tuple[str, str]:
    return type(backend).__module__, type(backend).__qualname__


def _name_of(backend: KeyringBackend) -> str:
    return ".".join(_class_of(backend))
