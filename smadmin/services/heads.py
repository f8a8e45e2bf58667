"""The record's head outside the store: a keyring item that only ever moves up (`keys.md`, Head).

The chain must contain it; a shorter chain is an alarm. Written after commit, never under a lock, at most
every two seconds and at quit: whoever owns the loop (window, command) calls `BackRoom.settle`. That nothing
was ever noted and that the keyring doesn't answer are answers of their own: neither means that all is well.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from smadmin.credentials.secrets import NoKeyring, SecretStore
from smadmin.domain.ids import KeyId, PersonId, SchoolId, SeatId
from smadmin.domain.records import START, Head
from smadmin.storage.record import RecordShelf

BEFORE_ALL = Head(0, START)
"""Noted when a school is founded here, so that a kill after the first rows isn't taken for a lost note."""


_MOST_ROWS = 2**53
"""No record is longer, and no database looks up a larger number."""


class NoNote(Enum):
    """Why the keyring gives no note."""

    NEVER = "never noted"
    """Nothing lies there, or what this program never wrote; whoever spoiled it could have removed it."""
    SILENT = "not answered"


@dataclass(frozen=True)
class Noted:
    """What the keyring says about the record, and which computer it belongs to.

    Args:
        head: where the record ended.
        root: the key that it began with.
        seat: this seat; None where a computer without a keyring has no notes but those on paper.
        vouched: the key that the record began with when the lock of whoever sits here was made: nobody
            changes that without their passphrase, so it counts before `root`.
        leaving: who was on the way out as of the head (`services/going.py`).
    """

    head: Head | NoNote = NoNote.NEVER
    root: KeyId | NoNote = NoNote.NEVER
    seat: SeatId | None = None
    vouched: KeyId | None = None
    leaving: frozenset[PersonId] = frozenset()

    @property
    def first(self) -> KeyId | None:
        """The key that the record must have begun with, or None where nothing says so."""
        if self.vouched is not None:
            return self.vouched
        return None if isinstance(self.root, NoNote) else self.root

    @property
    def answered(self) -> bool:
        """Tell whether the keyring answered both questions."""
        return NoNote.SILENT not in (self.head, self.root)

    @property
    def root_gone(self) -> bool:
        """Tell whether the note of root isn't there, or was changed into another one."""
        return self.root is not NoNote.SILENT and self.root != self.first

    @property
    def complete(self) -> bool:
        """Tell whether both notes are there, and none is of another record than the lock's."""
        return isinstance(self.head, Head) and not isinstance(self.root, NoNote) and self.root == self.first


class Heads:
    """This seat's note of where the record ends."""

    def __init__(self, secrets: SecretStore, school: SchoolId) -> None:
        """Take the keyring and the chain."""
        self._secrets = secrets
        self._item = f"head/{school}"
        self._leaving = f"leaving/{school}"

    def keep(self, newest: Head) -> None:
        """Move the note up to the newest head (an errand).

        Raises:
            NoKeyring: if the keyring doesn't answer; then nothing is noted, and it must be tried again.
        """
        kept = self._read()
        if not isinstance(kept, Head) or newest.seq > kept.seq:
            self.move_back(newest)

    def kept(self) -> Head | NoNote:
        """Give the note, or why there is none (an errand)."""
        try:
            return self._read()
        except NoKeyring:
            return NoNote.SILENT

    def move_back(self, head: Head) -> None:
        """Take an older head on a principal's recorded decision (a restore; an errand).

        Raises:
            NoKeyring: as for `keep`.
        """
        self._secrets.set(self._item, f"{head.seq}:{head.row_hash.hex()}")

    def keep_leaving(self, people: Collection[PersonId] | None) -> None:
        """Note who is on the way out at the noted head (an errand); None leaves the note as it is.

        Raises:
            NoKeyring: as for `keep`.
        """
        if people is None:
            return
        told = ",".join(sorted(people))
        if told != (self._secrets.get(self._leaving) or ""):
            self._secrets.set(self._leaving, told)

    def leaving(self) -> frozenset[PersonId]:
        """Give who was noted, nobody where the keyring doesn't answer, as `kept` says (an errand)."""
        try:
            told = self._secrets.get(self._leaving) or ""
        except NoKeyring:
            return frozenset()
        return frozenset(PersonId(one) for one in told.split(",") if one)

    def _read(self) -> Head | NoNote:
        kept = self._secrets.get(self._item)
        if kept is None:
            return NoNote.NEVER
        seq, _, fingerprint = kept.partition(":")
        try:
            head = Head(int(seq), bytes.fromhex(fingerprint))
        except ValueError:
            return NoNote.NEVER
        ours = len(head.row_hash) == len(START) and 0 <= head.seq <= _MOST_ROWS
        return head if ours else NoNote.NEVER


def contains(record: RecordShelf, head: Head) -> bool:
    """Tell whether the chain in the store contains a noted head."""
    if head.seq == 0:
        return head == BEFORE_ALL
    found = record.at(head.seq)
    return found is not None and found.row.row_hash == head.row_hash
