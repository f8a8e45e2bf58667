"""Face patterns are in no backup; after a restore they come back where a consent stands, and only there.

A consent that was ended after the backup doesn't stand again by putting it back.
"""

from pathlib import Path

from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.ids import StudentId
from smadmin.domain.photos.pictures import Picture
from smadmin.services.office import Office
from tests.faults.test_restored_children import PRINCIPAL, put_back
from tests.sample import grounds_in, sample_office, sit
from tests.seeing import ANN, Eyes, picture


class OneFace(Eyes):
    """Eyes that see one face in every portrait."""

    def decode(self, untrusted_file: bytes) -> Picture:
        return picture((ANN, 100))

    def stop(self) -> None:
        """Have nothing to kill."""

    def close(self) -> None:
        """Have nothing to end."""


def made(office: Office) -> set[StudentId]:
    """Let somebody sit down and make what patterns are lawful; give whose there are then."""
    office.workers = OneFace()  # type: ignore[assignment]  # a cached property: made beforehand
    by = sit(office, PRINCIPAL).actor
    alarm = office.alarms.look(by)
    if alarm is not None:
        office.take_record(by)
    list(office.portraits.make_patterns(by))
    with office.desk.look(by) as unit:
        return {template.student for template in unit.templates.all()}


def test_patterns_come_back_after_a_restore_for_whoever_still_consents(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    before = made(office)
    by = sit(office, PRINCIPAL).actor
    ending, *_ = sorted(before)
    version = next(one.version for one in office.students.roster(by).students if one.id == ending)
    office.consents.end(by, ending, version=version)
    office.backups.make()
    later = sorted(before - {ending})[0]
    version = next(one.version for one in office.students.roster(by).students if one.id == later)
    office.consents.end(by, later, version=version)
    office.settle()
    kept = MemorySecrets()
    assert isinstance(office.grounds.secrets, MemorySecrets)
    kept._items.update(office.grounds.secrets._items)
    office.close()
    put_back(tmp_path, kept)

    restored = grounds_in(tmp_path, kept).office()
    try:
        with restored.desk.look() as unit:
            assert unit.templates.column("id") == frozenset()
        after = made(restored)
    finally:
        restored.close()

    assert len(before) > 2
    assert after == before - {ending, later}
