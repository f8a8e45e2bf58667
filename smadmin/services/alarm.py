"""Is this the record that was here last? What this computer noted, held against the store, for the principal.

Until the principal has decided, nothing is published (`domain/publications.py`). Another root than the one
noted is nobody's to accept: then this isn't the school's record. A keyring that doesn't answer is no alarm:
nothing is proven now, nothing goes out, and it is asked again.
"""

from dataclasses import dataclass

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.ids import KeyId
from smadmin.domain.records import Head
from smadmin.domain.verification import End
from smadmin.services.aside import SettingAside
from smadmin.services.desk import Desk
from smadmin.services.heads import NoNote, contains
from smadmin.services.proof import Proof
from smadmin.services.restored import Restored, from_notes
from smadmin.services.restoring import Restoring

_ASKED_LATER = frozenset({"passphrase", "root"})
"""The places of reasons that the passphrase dialog and the field for root's letters settle."""


@dataclass(frozen=True)
class Alarm:
    """What is wrong with the record as a whole.

    Args:
        restored: a backup that was put back and waits for the principal, or None.
        end: how the record stands to what this computer noted.
        noted: the end that this computer noted, where the record lacks it, or None.
        ends: where the record ends now.
        begun_by: the key that the record was begun with.
        head_gone: whether this computer's note of the end is gone.
        root_gone: whether its note of root is.
        children: whether the children's list isn't what was last signed.
        explained: whether only that differs which the restored backup left out or deletes again.
        changed: whether rows were changed.
        school: whether what the store says of the school isn't what was signed.
        other_root: whether the record begins with another root than this computer noted.
        ask_root: whether root's letters must be read from the recovery letter, for nothing else proves them.
        blockers: why this person may not take it as it stands; empty: they may.
        refused: where nothing else was changed: the rows that nobody had a right to, each with the name that
            stands in it (empty: nobody whom the record knows).
        keeps: why this person may not set those aside; empty: they may.
    """

    restored: Restored | None
    end: End
    noted: Head | None
    ends: Head
    begun_by: KeyId | None
    head_gone: bool
    root_gone: bool
    children: bool
    explained: bool
    changed: bool
    school: bool
    other_root: bool
    ask_root: bool
    blockers: tuple[Reason, ...]
    refused: tuple[tuple[int, str], ...] = ()
    keeps: tuple[Reason, ...] = ()

    @property
    def only_unanswered(self) -> bool:
        """Whether nothing is wrong but that the notes couldn't be asked."""
        wrong = self.children or self.changed or self.school or self.other_root or self.restored is not None
        return self.end is End.UNANSWERED and not wrong


class Alarms:
    """Looks whether something is wrong."""

    def __init__(self, desk: Desk, proof: Proof, restoring: Restoring) -> None:
        """Stand on the record as proven against the notes taken at sign-in."""
        self._desk = desk
        self._proof = proof
        self._restoring = restoring
        self._aside = SettingAside(desk, proof)

    def look(self, by: Actor) -> Alarm | None:
        """Say what is wrong, or None."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            noted = proven.noted.head
            restored = from_notes(unit.notes.all())
            explained = restored is not None and restored.explains(unit, proven.roster)
            lost = noted if isinstance(noted, Head) and not contains(unit.record, noted) else None
        if proven.head_right and proven.whole and proven.roster_right and restored is None:
            return None
        reasons = self._restoring.blockers(by)
        keeps = self._aside.blockers(by) if proven.to_set_aside else ()
        names = {one.id: one.name for one in proven.trust.people.values()}
        return Alarm(
            restored=restored,
            end=proven.end,
            noted=lost,
            ends=proven.head,
            begun_by=proven.begun_by,
            head_gone=proven.end is End.UNNOTED and noted is NoNote.NEVER,
            root_gone=proven.noted.seat is not None and proven.noted.root_gone,
            children=not proven.roster_right,
            explained=explained,
            changed=not proven.rows_right and not proven.other_root,
            school=not proven.school_right,
            other_root=proven.other_root,
            ask_root=any(one.place == "root" for one in reasons),
            blockers=tuple(one for one in reasons if one.place not in _ASKED_LATER),
            refused=tuple(
                (one.seq, "" if one.person is None else names.get(one.person, ""))
                for one in proven.to_set_aside
            ),
            keeps=tuple(one for one in keeps if one.place not in _ASKED_LATER),
        )

    def set_aside(self, by: Actor) -> Changes:
        """Set aside what nobody had a right to (a deed; `SettingAside.set_aside`)."""
        return self._aside.set_aside(by)
