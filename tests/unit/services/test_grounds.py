"""An open data folder, before and after a school was founded in it."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from smadmin.credentials.secrets import MemorySecrets
from smadmin.services.grounds import DataFolder
from smadmin.services.office import Office, open_grounds
from smadmin.services.places import Place
from smadmin.storage.clock import SystemClock, SystemIds
from smadmin.storage.disk import FILE_NAME
from smadmin.storage.store import Store
from tests.sample import sample_office, sit
from tests.school import make_school


def opened(folder: Path) -> DataFolder:
    return DataFolder(Place(folder, folder), Store.open(folder), MemorySecrets(), SystemClock(), SystemIds())


def test_an_empty_folder_has_no_school_and_nobody(tmp_path: Path) -> None:
    grounds = opened(tmp_path)

    assert not grounds.founded
    assert grounds.identities.locks() == {}
    grounds.close()


def test_a_founded_school_is_found_with_its_people(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    school.rest()
    grounds = opened(tmp_path)

    assert grounds.founded
    assert list(grounds.identities.locks()) == [school.people["ana"]]
    assert grounds.desk(school.id).school == school.id
    grounds.close()


def reopened(folder: Path, spoil: Callable[[Path], None]) -> tuple[Office, str]:
    """Settle a school, spoil its folder, and open it with a keyring that tells stores apart."""
    office = sample_office(folder)
    sit(office, "ellen-whitcomb")
    office.settle()
    own, rings = office.grounds.store.id, {office.grounds.store.id: office.grounds.secrets}
    office.close()
    spoil(folder)
    grounds = open_grounds(Place(folder, folder), lambda id_: rings.setdefault(id_, MemorySecrets()))
    return grounds.office(), own


def changed(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as store, store:
        store.execute("UPDATE meta SET value = 'feedfacefeedface' WHERE name = 'store'")


def taken_out(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as store, store:
        store.execute("DELETE FROM meta WHERE name = 'store'")


def one_lock_changed(folder: Path, *, names: str = "feedfacefeedface") -> None:
    file = folder / "identities.json"
    kept = json.loads(file.read_text("utf-8"))
    victim = next(iter(kept["people"].values()))
    victim["fields"]["store"] = names
    file.write_text(json.dumps(kept), "utf-8")


def both_changed(folder: Path) -> None:
    changed(folder)
    one_lock_changed(folder)


@pytest.mark.parametrize("spoil", [changed, taken_out, both_changed])
def test_an_id_that_isn_t_the_locks_is_put_back(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    office, own = reopened(tmp_path, spoil)

    office.mend_tables()
    sit(office, "ellen-whitcomb")

    assert office.grounds.store.id == own
    assert office.alarms.look(office.session.actor) is None
    office.close()


def test_a_lock_that_names_another_store_is_its_person_s_trouble_alone(tmp_path: Path) -> None:
    office, own = reopened(tmp_path, one_lock_changed)

    office.mend_tables()
    spoilt = office.session.spoilt()

    assert spoilt is not None
    assert spoilt.happened.id == "session.lock-spoilt"
    assert office.grounds.store.id == own
    sit(office, "ellen-whitcomb")
    office.close()


def test_where_the_keyring_bears_out_two_ids_the_present_one_stays(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    own, secrets = office.grounds.store.id, office.grounds.secrets
    office.close()
    one_lock_changed(tmp_path, names="0" * len(own))

    grounds = open_grounds(Place(tmp_path, tmp_path), lambda _store: secrets)

    assert grounds.store.id == own
    grounds.close()
