"""A data folder that doesn't open: which backup there is, and what of it is put back."""

import json
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity, seal
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.errors import BadInput, KnownError, OutsideFailed, Tampered
from smadmin.domain.messages import say
from smadmin.services.backups import Backups
from smadmin.services.mending import Mending, is_grave, require_store, require_writable
from smadmin.services.places import Place
from smadmin.services.seats import identities_in
from tests.school import TinySchool, make_school


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    made = make_school(tmp_path / "school", staff=("ana", "pat"))
    Backups(made.desk, place_of(made)).make()
    made.rest()
    return made


def place_of(school: TinySchool) -> Place:
    return Place(school.folder, school.folder)


def mending(school: TinySchool) -> Mending:
    return Mending(place_of(school), lambda _store: school.secrets)


def file_of(school: TinySchool) -> Path:
    offer = mending(school).offer()
    assert offer is not None
    return offer.file


def test_the_newest_backup_is_offered_with_its_time(school: TinySchool) -> None:
    offer = mending(school).offer()

    assert offer is not None
    assert offer.made == school.clock.at


def test_a_folder_without_backups_offers_none(tmp_path: Path) -> None:
    assert Mending(Place(tmp_path, tmp_path)).offer() is None


def test_only_the_keys_come_back_and_the_spoiled_ones_are_kept(school: TinySchool) -> None:
    keys, store = school.folder / "identities.json", (school.folder / "store.db").read_bytes()
    whole = keys.read_bytes()
    keys.write_bytes(b"{")

    mending(school).put_back_keys(file_of(school))

    assert keys.read_bytes() == whole
    assert (school.folder / "store.db").read_bytes() == store
    assert [file.read_bytes() for file in school.folder.glob("identities-damaged-*")] == [b"{"]
    assert len(identities_in(school.folder).locks()) == 2


def test_with_an_emptied_keyring_only_the_letter_opens_it(school: TinySchool) -> None:
    school.secrets.delete("seat")
    with pytest.raises(Tampered) as refused:
        mending(school).put_back_keys(file_of(school))
    assert refused.value.happened == say("keys.not-for-this-key")
    with pytest.raises(BadInput):
        mending(school).put_back_keys(file_of(school), typed="AGE-SECRET-KEY-1NO")

    mending(school).put_back_keys(file_of(school), typed=school.root.secret)


def test_a_spoiled_backup_leaves_the_keys_as_they_are(school: TinySchool) -> None:
    keys, file = school.folder / "identities.json", file_of(school)
    keys.write_bytes(b"{")
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)

    with pytest.raises(KnownError):
        mending(school).put_back_keys(file)

    assert keys.read_bytes() == b"{"


def test_a_school_whose_database_vanished_is_not_begun_anew(school: TinySchool) -> None:
    require_store(place_of(school))
    (school.folder / "store.db").write_bytes(b"")

    with pytest.raises(OutsideFailed) as refused:
        require_store(place_of(school))

    assert is_grave(refused.value)


def test_an_empty_folder_may_begin(tmp_path: Path) -> None:
    require_store(Place(tmp_path, tmp_path))


def test_a_folder_in_which_nothing_can_be_saved_is_said(school: TinySchool, tmp_path: Path) -> None:
    require_writable(place_of(school))

    with pytest.raises(OutsideFailed):
        require_writable(Place(tmp_path / "nowhere", tmp_path))


def test_a_backup_planted_in_the_future_isnt_offered_before_the_good_one(school: TinySchool) -> None:
    good = file_of(school)
    good.with_name("smadmin-99991231T235959Z.smadmin-backup").touch()
    sealed_to_nobody_here = good.with_name("smadmin-20261116T230000Z.smadmin-backup")
    sealed_to_nobody_here.write_bytes(seal(b"planted", [Identity.new().recipient]))

    assert file_of(school) == good


def test_what_turned_out_to_be_no_backup_isnt_offered_again(school: TinySchool) -> None:
    good = file_of(school)
    planted = good.with_name("smadmin-20261116T230000Z.smadmin-backup")
    assert school.seat.identity is not None
    planted.write_bytes(seal(b"no backup", [school.seat.identity.recipient]))
    mends = mending(school)
    first = mends.offer()
    assert first is not None
    assert first.file == planted

    with pytest.raises(OutsideFailed):
        mends.put_back_store(planted)

    offer = mends.offer()
    assert offer is not None
    assert offer.file == good


def test_one_odd_lock_asks_nobody_for_the_letter(school: TinySchool) -> None:
    keys, good = school.folder / "identities.json", file_of(school)
    kept = json.loads(keys.read_text())
    fields = kept["people"][next(iter(kept["people"]))]["fields"]
    ours, fields["store"] = fields["store"], "another"
    keys.write_text(json.dumps(kept))
    rings = {ours: school.secrets}
    mends = Mending(place_of(school), lambda store: rings.get(store, MemorySecrets()))
    (school.folder / "store.db").unlink()

    offer = mends.offer()
    assert offer is not None
    mends.put_back_store(offer.file)

    assert offer.file == good
    assert (school.folder / "store.db").exists()
