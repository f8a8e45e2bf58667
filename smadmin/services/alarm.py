"""Is this the record that was here last? What this computer noted, held against the store, for the principal.

Until the principal has decided, nothing is published (`domain/publications.py`). Another root than the one
noted is nobody's to accept: then this isn't the school's record.
"""

from collections.abc import Callable
from dataclasses import dataclass

from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import KeyId
from smadmin.domain.records import Head
from smadmin.services.desk import Desk
from smadmin.services.heads import Heads, contains
from smadmin.services.proof import Proof
from smadmin.services.restored import Restored
from smadmin.services.restoring import Restoring

_ASKED_LATER = "passphrase"
"""The place of a reason that the passphrase dialog settles."""


@dataclass(frozen=True)
class Noted:
    """What the keyring says about the record: where it ended, and which root it began with."""

    head: Head | None
    root: KeyId | None


@dataclass(frozen=True)
class Alarm:
    """What is wrong with the record as a whole.

    Args:
        restored: a backup that was put back and waits for the principal, or None.
        noted: the end that this computer noted, where the record lacks it, or None.
        ends: where the record ends now.
        children: whether the children's list isn't what was last signed.
        changed: whether rows were changed.
        other_root: whether the record begins with another root than this computer noted.
        blockers: why this person may not take it as it stands; empty: they may.
    """

    restored: Restored | None
    noted: Head | None
    ends: Head
    children: bool
    changed: bool
    other_root: bool
    blockers: tuple[Reason, ...]

    @property
    def can_be_taken(self) -> bool:
        """Whether a decision helps at all: a changed row stays changed, and another root stays another."""
        return not self.changed and not self.other_root


class Alarms:
    """Looks, and carries out what the principal decides."""

    def __init__(
        self, desk: Desk, proof: Proof, restoring: Restoring, *, heads: Heads, noted: Callable[[], Noted]
    ) -> None:
        """Stand on the record as proven, and on the notes taken at sign-in."""
        self._desk = desk
        self._proof = proof
        self._restoring = restoring
        self._heads = heads
        self._noted = noted

    def look(self, by: Actor) -> Alarm | None:
        """Say what is wrong, or None."""
        noted = self._noted()
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            there = contains(unit.record, noted.head)
            root = unit.trust.read().root
        restored = self._restoring.pending()
        other_root = noted.root is not None and root != noted.root
        if there and proven.whole and proven.roster_right and restored is None and not other_root:
            return None
        reasons = self._restoring.blockers(by, noted=noted.head)
        return Alarm(
            restored=restored,
            noted=None if there else noted.head,
            ends=proven.head,
            children=not proven.roster_right,
            changed=not proven.whole and not other_root,
            other_root=other_root,
            blockers=tuple(one for one in reasons if one.place != _ASKED_LATER),
        )

    def note(self) -> None:
        """Have this computer note the record as the principal has just taken it (an errand)."""
        if self._desk.newest is not None and self._noted().head is not None:
            self._heads.move_back(self._desk.newest)
