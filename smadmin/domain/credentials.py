"""Credentials: the log-in of an account, sealed to the people who may open it (`keys.md`, Credential).

The same bytes lie in the OS keyring and in the store; the higher version wins. Their digest stands in a
signed row, because a sealed file doesn't say who wrote it.
"""

from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.ids import AccountId, KeyId, PersonId, SchoolId


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
