"""An open data folder, before and after a school was founded in it."""

from pathlib import Path

from smadmin.credentials.secrets import MemorySecrets
from smadmin.services.grounds import DataFolder
from smadmin.services.places import Place
from smadmin.storage.clock import SystemClock, SystemIds
from smadmin.storage.store import Store
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
    school.store.close()
    grounds = opened(tmp_path)

    assert grounds.founded
    assert list(grounds.identities.locks()) == [school.people["ana"]]
    assert grounds.desk(school.id).school == school.id
    grounds.close()
