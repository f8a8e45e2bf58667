"""What opens a backup here: root's letters as typed, else the seat that it is sealed to."""

import json
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.errors import BadInput, Tampered
from smadmin.services.openers import opener_for, opens, seat_or_typed, store_ids_of
from smadmin.services.places import Place
from smadmin.services.seats import take_seat
from tests.school import TinySchool, make_school
from tests.unit.services.test_backups import backups_of


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return make_school(tmp_path / "school", staff=("ana", "pat"))


def with_an_odd_first_lock(school: TinySchool) -> None:
    keys = school.folder / "identities.json"
    kept = json.loads(keys.read_text())
    kept["people"][next(iter(kept["people"]))]["fields"]["store"] = "another"
    keys.write_text(json.dumps(kept))


def test_the_seat_that_a_backup_is_sealed_to_is_found_behind_an_odd_lock(school: TinySchool) -> None:
    file, place = backups_of(school).make().file, Place(school.folder, school.folder)
    with_an_odd_first_lock(school)
    odd = MemorySecrets()
    take_seat(odd, found=True)
    rings = {"another": odd, school.store.id: school.secrets}

    opener = opener_for(place, file, typed=None, secrets=rings.__getitem__)

    assert store_ids_of(place) == ("another", school.store.id)
    assert opener.identity == school.seat.identity
    assert opener.root == school.root.key


def test_what_is_typed_outranks_what_was_noted(school: TinySchool) -> None:
    file, place = backups_of(school).make().file, Place(school.folder, school.folder)

    opener = opener_for(place, file, typed=school.root.secret.lower(), secrets=lambda _: MemorySecrets())

    assert opener.root == opener.identity.key == school.root.key
    with pytest.raises(BadInput):
        seat_or_typed(MemorySecrets(), "AGE-SECRET-KEY-1NO")
    with pytest.raises(Tampered):
        opener_for(place, file, typed=None, secrets=lambda _: MemorySecrets())


def test_a_backup_opens_for_whom_it_is_sealed_to_only(school: TinySchool, tmp_path: Path) -> None:
    file = backups_of(school).make().file

    assert opens(school.root, file)
    assert not opens(Identity.new(), file)
    assert not opens(school.root, tmp_path / "nowhere")
