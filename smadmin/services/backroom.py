"""The back room of a school's office: keys, record, register, vault, backups; nothing of posts or photos.

Asking `seat` or `session` for the first time asks the keyring (an errand); nothing else here does.
"""

from functools import cached_property

from smadmin.domain.schools import School
from smadmin.services.accounts import Accounts
from smadmin.services.backups import Backups
from smadmin.services.desk import Desk
from smadmin.services.envelope import Envelopes
from smadmin.services.export import RecordExport
from smadmin.services.grounds import DataFolder
from smadmin.services.heads import Heads, contains
from smadmin.services.keys import Keys
from smadmin.services.records import Records, Verdict
from smadmin.services.restoring import Restoring
from smadmin.services.seats import Seat, pinned_root, take_seat
from smadmin.services.session import Session
from smadmin.services.vault import Vault


class BackRoom:
    """What every school needs, whatever it posts. Each service is made when first asked."""

    def __init__(self, grounds: DataFolder, desk: Desk) -> None:
        """Stand on an open data folder and a school's desk."""
        self.grounds = grounds
        self.desk = desk

    @property
    def school(self) -> School:
        """The school as it stands."""
        with self.desk.look() as unit:
            return unit.schools.get(self.desk.school)

    @cached_property
    def seat(self) -> Seat:
        """This seat, from the keyring (an errand)."""
        return take_seat(self.grounds.secrets, found=False)

    def find_seat(self) -> Seat:
        """Ask the keyring once more where it didn't answer before (an errand)."""
        if "seat" in self.__dict__ and self.seat.missing is not None:
            self.seat = take_seat(self.grounds.secrets, found=False)
            self.session.sit_at(self.seat)
        return self.seat

    @cached_property
    def session(self) -> Session:
        """Who sits here (the first time an errand, for it needs the seat)."""
        return Session(self.desk, self.grounds.identities, self.seat)

    @cached_property
    def heads(self) -> Heads:
        """This seat's note of where the record ends."""
        return Heads(self.grounds.secrets, self.desk.school)

    @cached_property
    def keys(self) -> Keys:
        """Keys and trust."""
        return Keys(self.desk, self.grounds.identities)

    @cached_property
    def records(self) -> Records:
        """The record."""
        return Records(self.desk)

    @cached_property
    def accounts(self) -> Accounts:
        """The register of accounts."""
        return Accounts(self.desk)

    @cached_property
    def vault(self) -> Vault:
        """The accounts' log-ins."""
        return Vault(self.desk, self.grounds.secrets)

    @cached_property
    def backups(self) -> Backups:
        """Backups."""
        return Backups(self.desk, self.grounds.place)

    @cached_property
    def restoring(self) -> Restoring:
        """What the principal decides after a restore."""
        return Restoring(self.desk)

    @cached_property
    def record_export(self) -> RecordExport:
        """The record as a package."""
        return RecordExport(self.desk)

    @cached_property
    def envelopes(self) -> Envelopes:
        """The school's envelope, while it may be shown."""
        return Envelopes(self.desk, self.grounds.ids)

    def verify(self) -> Verdict:
        """Verify the record against this seat's own notes of its end and of root (an errand)."""
        acting = self.session.now_acting
        return self.records.verify(
            by=None if acting is None else acting.actor,
            head=self.heads.kept(),
            root=pinned_root(self.grounds.secrets),
        )

    def settle(self) -> None:
        """Note where the record ends, outside the store (an errand, after deeds and at quit).

        A record that lost what was noted keeps the old note, however long it grows again: the note is what
        tells, until the principal decides.
        """
        if self.seat.missing is not None:
            return
        noted = self.heads.kept()
        with self.desk.look() as unit:
            stands = contains(unit.record, noted)
        if stands:
            self.heads.keep(self.desk.newest)
