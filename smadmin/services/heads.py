"""The record's head outside the store: a keyring item that only ever moves up (`keys.md`, Head).

The chain must contain it; a shorter chain is an alarm. Written after commit, never under a lock, at most
every two seconds and at quit: whoever owns the loop (window, command) calls `keep`.
"""

from smadmin.credentials.secrets import NoKeyring, SecretStore
from smadmin.domain.ids import SchoolId
from smadmin.domain.records import Head
from smadmin.storage.record import RecordShelf


class Heads:
    """This seat's note of where the record ends."""

    def __init__(self, secrets: SecretStore, school: SchoolId) -> None:
        """Take the keyring and the chain."""
        self._secrets = secrets
        self._item = f"head/{school}"

    def keep(self, newest: Head | None) -> None:
        """Move the note up to the newest head (an errand); without a keyring it is on paper only."""
        if newest is None:
            return
        try:
            kept = self._read()
            if kept is None or newest.seq > kept.seq:
                self._secrets.set(self._item, f"{newest.seq}:{newest.row_hash.hex()}")
        except NoKeyring:
            return

    def kept(self) -> Head | None:
        """Give the note, or None where there is none (an errand)."""
        try:
            return self._read()
        except NoKeyring:
            return None

    def move_back(self, head: Head) -> None:
        """Take an older head on a principal's recorded decision (a restore; an errand)."""
        self._secrets.set(self._item, f"{head.seq}:{head.row_hash.hex()}")

    def _read(self) -> Head | None:
        kept = self._secrets.get(self._item)
        if kept is None:
            return None
        seq, _, fingerprint = kept.partition(":")
        try:
            return Head(int(seq), bytes.fromhex(fingerprint))
        except ValueError:  # somebody spoiled the item; they could as well have removed it
            return None


def contains(record: RecordShelf, head: Head | None) -> bool:
    """Tell whether the chain in the store contains a noted head."""
    if head is None:
        return True
    found = record.at(head.seq)
    return found is not None and found.row.row_hash == head.row_hash
