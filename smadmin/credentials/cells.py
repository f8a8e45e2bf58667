"""Cells: one sealed payload per row, under the school key (`keys.md`, Data at rest).

`0x01 ‖ key no (4) ‖ nonce (12) ‖ AES-256-GCM`. The associated data names school, label and row, so a cell
copied to another row or column doesn't open.
"""

import hashlib
import hmac
import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from smadmin.credentials.identity import derive
from smadmin.domain.canonical import canonical
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import SchoolId
from smadmin.domain.messages import say

_VERSION = b"\x01"
_NONCE_BYTES = 12
_KEY_NO = slice(1, 5)
_NONCE = slice(5, 5 + _NONCE_BYTES)
KEY_BYTES = 32


def new_school_key() -> bytes:
    """Make a school key (32 random bytes)."""
    return os.urandom(KEY_BYTES)


def school_key_digest(key: bytes) -> str:
    """Give the digest that a signed `school-key` row holds, so that nobody can slip in another key."""
    return hashlib.sha256(key).hexdigest()


class SchoolCells:
    """The cells of one school: closes under the newest key, opens under any it was given."""

    def __init__(self, school: SchoolId, keys: Mapping[int, bytes]) -> None:
        """Take the school's keys by number; there is at least one."""
        self._school = school
        self._newest = max(keys)
        self._aead = {number: AESGCM(derive(key, "smadmin/1/cell")) for number, key in keys.items()}
        self._same = {number: derive(key, "smadmin/1/same") for number, key in keys.items()}

    @property
    def newest(self) -> int:
        """The number of the school key that it closes under."""
        return self._newest

    def close(self, label: str, row: str, content: bytes) -> bytes:
        """Encrypt a cell of a row; `label` never changes, whatever a migration renames."""
        nonce = os.urandom(_NONCE_BYTES)
        sealed = self._aead[self._newest].encrypt(nonce, content, self._bound(label, row, self._newest))
        return _VERSION + self._newest.to_bytes(4) + nonce + sealed

    def open(self, label: str, row: str, cell: bytes) -> bytes:
        """Decrypt a cell.

        Raises:
            Tampered: if it isn't this row's cell, or was changed.
        """
        if len(cell) < _NONCE.stop:
            raise _not_ours()
        number = int.from_bytes(cell[_KEY_NO])
        aead = self._aead.get(number)
        if cell[:1] == _VERSION and number > self._newest:
            raise _of_newer_key()
        if cell[:1] != _VERSION or aead is None:
            raise _not_ours()
        try:
            return aead.decrypt(cell[_NONCE], cell[_NONCE.stop :], self._bound(label, row, number))
        except InvalidTag as error:
            raise _not_ours() from error

    def same(self, content: bytes, number: int | None = None) -> str:
        """Give a mark by which the same content is known again, and nothing else about it (hex).

        Under the newest school key, or that of a number; empty where that isn't here.
        """
        key = self._same.get(self._newest if number is None else number)
        return "" if key is None else hmac.new(key, content, hashlib.sha256).hexdigest()

    def _bound(self, label: str, row: str, number: int) -> bytes:
        return canonical(["smadmin/1/cell", self._school, label, row, number])


def _of_newer_key() -> Tampered:
    """Say that the school got another key since this person sat down; or somebody wrote such a number."""
    return Tampered(
        say("renewal.sit-down-again"),
        kept=say("keys.nothing-changed"),
        remedy=say("renewal.sit-down-again-remedy"),
    )


def _not_ours() -> Tampered:
    return Tampered(say("keys.cell-changed"), kept=say("keys.nothing-changed"), remedy=say("keys.run-verify"))
