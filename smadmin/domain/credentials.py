"""Credentials: the log-in of an account, sealed to the people who may open it (`keys.md`, Credential).

The same bytes lie in the OS keyring and in the store; the higher version wins. Their digest stands in a
signed row, because a sealed file doesn't say who wrote it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from smadmin.domain.canonical import canonical, parse
from smadmin.domain.ids import AccountId, KeyId, PersonId, SchoolId
from smadmin.domain.keys import Key, KeyKind, Trust
from smadmin.domain.people import Role


@dataclass(frozen=True)
class Credential:
    """A sealed log-in. `id` is the account's.

    Args:
        sealed: the age file, hex.
        sha256: digest of the sealed bytes as the signed row names it, hex.
        recipients: ids of the keys that open it.
    """

    id: AccountId
    school: SchoolId
    sealed: str
    sha256: str
    recipients: tuple[KeyId, ...]
    changed_at: datetime
    changed_by: PersonId
    seq: int
    version: int = 1

    def openers(self, trust: Trust) -> frozenset[PersonId]:
        """Give whose keys open it, as far as they are alive; root is nobody's."""
        keys = (trust.key_alive(key) for key in self.recipients)
        return frozenset(key.person for key in keys if key is not None and key.person is not None)


CONTENT_VERSION = 1


@dataclass(frozen=True, repr=False)
class LogIn:
    """What a credential holds. Lives only while it is shown, typed or copied; it has no `repr` on purpose.

    Args:
        user: the user name or address.
        recovery: recovery codes, in their order.
    """

    user: str
    password: str
    recovery: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        """Give the canonical bytes that are sealed."""
        return canonical(
            {
                "v": CONTENT_VERSION,
                "user": self.user,
                "password": self.password,
                "recovery": list(self.recovery),
            }
        )

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """Read what `to_bytes` gave.

        Raises:
            ValueError: if the bytes are something else, or of a newer program.
        """
        value = parse(content)
        recovery = value.get("recovery")
        if value.get("v") != CONTENT_VERSION or not isinstance(recovery, list):
            raise ValueError("a log-in of an unknown shape")
        return cls(str(value["user"]), str(value["password"]), tuple(str(code) for code in recovery))


HOLDERS = frozenset({Role.ADMINISTRATOR, Role.PRINCIPAL, Role.DEPUTY, Role.COMMUNICATIONS})
"""Who may open and keep a log-in: an account's administrators, and the three offices."""


def recipients(trust: Trust, account: AccountId, on: date) -> tuple[Key, ...]:
    """Give the keys a log-in is sealed to: the account's administrators, the three offices, root."""
    people = {person for role in HOLDERS for person in trust.holders(role, on, account)}
    keys = [
        key
        for key in trust.keys.values()
        if not key.retired and (key.id == trust.root or (key.kind is KeyKind.PERSON and key.person in people))
    ]
    return tuple(sorted(keys, key=lambda key: KeyId(key.id)))
