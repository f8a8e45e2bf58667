"""A restore is no gap for an opt-out to disappear in: what the list lacks is told, or it is red."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from smadmin.credentials.secrets import MemorySecrets
from smadmin.services.alarm import Alarm
from smadmin.services.places import Place
from smadmin.services.restoring import restore_from
from smadmin.storage.disk import FILE_NAME
from tests.sample import grounds_in, sample_office, sit

PRINCIPAL = "ellen-whitcomb"


@pytest.fixture
def backed_up(tmp_path: Path) -> tuple[Path, MemorySecrets, str]:
    """Give the folder of a closed school with a backup, its keyring, and an opted-out child."""
    office = sample_office(tmp_path)
    by = sit(office, PRINCIPAL).actor
    child = next(one.id for one in office.students.roster(by).students if one.opt_outs)
    office.backups.make()
    office.settle()
    kept = MemorySecrets()
    assert isinstance(office.grounds.secrets, MemorySecrets)
    kept._items.update(office.grounds.secrets._items)
    office.close()
    return tmp_path, kept, child


def put_back(folder: Path, secrets: MemorySecrets) -> None:
    (backup,) = (folder / "backups").glob("*.smadmin-backup")
    restore_from(Place(folder, folder), backup, secrets=lambda _: secrets)


def rung(folder: Path, secrets: MemorySecrets) -> Alarm:
    office = grounds_in(folder, secrets).office()
    alarm = office.alarms.look(sit(office, PRINCIPAL).actor)
    office.close()
    assert alarm is not None
    return alarm


def test_after_an_honest_restore_nothing_is_missing_but_patterns(
    backed_up: tuple[Path, MemorySecrets, str],
) -> None:
    folder, secrets, _ = backed_up
    put_back(folder, secrets)

    alarm = rung(folder, secrets)

    assert alarm.restored is not None
    assert (alarm.explained, alarm.restored.erased) == (True, 0)


def test_a_child_planted_among_the_removed_is_counted(backed_up: tuple[Path, MemorySecrets, str]) -> None:
    folder, secrets, child = backed_up
    (folder / "backups" / "erased.json").write_text(json.dumps({"student": [child]}))
    put_back(folder, secrets)

    alarm = rung(folder, secrets)

    assert alarm.restored is not None
    assert (alarm.explained, alarm.restored.erased) == (True, 1)


@pytest.mark.parametrize("note", [None, "{}", '{"student/x": "00"}', "[" * 5000])
def test_a_child_deleted_before_the_principal_decides_is_red(
    backed_up: tuple[Path, MemorySecrets, str], note: str | None
) -> None:
    folder, secrets, child = backed_up
    put_back(folder, secrets)
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        raw.execute("DELETE FROM student WHERE id = ?", (child,))
        if note is not None:
            raw.execute("UPDATE meta SET value = ? WHERE name = 'restored-missing'", (note,))
        raw.commit()

    alarm = rung(folder, secrets)

    assert alarm.children
    assert not alarm.explained
