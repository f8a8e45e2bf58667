"""Where a store lies, and where it may not."""

import os
from pathlib import Path

import pytest

from smadmin.services.places import (
    Place,
    data_folder_in,
    find_place,
    find_turned_place,
    own_folder,
    place_blockers,
    remember_folder,
    remember_turn,
    sample_beside,
    school_beside,
    shared_folder,
    umask_for,
)


@pytest.fixture
def everybodys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer whose folder for all users is a temporary one."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "all"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    return shared_folder()


def test_a_named_folder_holds_everything() -> None:
    assert find_place(Path("/srv/school")) == Place(Path("/srv/school"), Path("/srv/school"))


def test_without_a_shared_store_ones_own_folder_is_taken(everybodys: Path) -> None:
    assert find_place(None) == Place(own_folder(), own_folder())
    assert not find_place(None).shared
    assert not everybodys.exists()


def test_another_login_finds_the_shared_store_by_itself_and_keeps_its_own_seat(everybodys: Path) -> None:
    everybodys.mkdir(parents=True)
    (everybodys / "store.db").touch()

    place = find_place(None)

    assert place == Place(everybodys, own_folder())
    assert place.shared
    assert find_place(everybodys) == place


def test_a_folder_of_a_group_keeps_out_everybody_else_only(everybodys: Path) -> None:
    everybodys.mkdir(parents=True)
    everybodys.chmod(0o2770)
    shared = Place(everybodys, own_folder())

    assert umask_for(shared) == 0o007
    assert umask_for(Place(everybodys, everybodys)) == 0o077
    assert umask_for(Place(everybodys / "nowhere", own_folder())) == 0o077


@pytest.mark.parametrize("folder", ["/home/a/OneDrive - School/smadmin", "/home/a/Dropbox/x"])
def test_a_synced_folder_is_refused(folder: str) -> None:
    assert [reason.message.id for reason in place_blockers(Path(folder))] == ["store.in-synced-folder"]


def test_an_ordinary_folder_is_fine(tmp_path: Path) -> None:
    assert place_blockers(tmp_path) == ()


def test_a_chosen_folder_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    assert data_folder_in(chosen) == chosen

    remember_folder(chosen)

    assert find_place(None) == Place(chosen, chosen)
    assert find_place(tmp_path) == Place(tmp_path, tmp_path)


def in_one(folder: Path, *, named: bool = False) -> Place:
    return Place(folder, folder, named=named)


def put_store(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "store.db").touch()


@pytest.mark.parametrize("name", ["smadmin", "our-data", "smadmin-sample"])
def test_from_the_sample_to_ones_own_school_and_back_is_the_same_folder(tmp_path: Path, name: str) -> None:
    here = in_one(tmp_path / name)

    assert sample_beside(school_beside(here)) == here
    assert school_beside(sample_beside(here)) == here


def test_both_schools_have_folders_of_their_own(tmp_path: Path) -> None:
    here = in_one(tmp_path / "data", named=True)

    assert school_beside(here).store == tmp_path / "data-school"
    assert sample_beside(here).store == tmp_path / "data-sample"
    assert school_beside(here).named


def test_from_the_sample_one_comes_to_the_school_of_all_users(everybodys: Path) -> None:
    put_store(own_folder())
    put_store(everybodys)
    shared = Place(everybodys, own_folder())

    assert school_beside(in_one(own_folder())) == shared
    assert sample_beside(shared) == in_one(own_folder())


def test_without_a_sample_that_of_a_shared_school_lies_at_ones_own(everybodys: Path) -> None:
    put_store(everybodys)
    shared = Place(everybodys, own_folder())

    sample = sample_beside(shared)

    assert sample == in_one(own_folder().with_name("smadmin-sample"))
    assert school_beside(sample) == shared


def test_the_window_finds_where_one_turned_to_again_and_nobody_named_it(
    everybodys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    there = in_one(own_folder().with_name("smadmin-school"))
    put_store(there.store)

    remember_turn(there)

    assert find_turned_place(None) == there
    assert not find_turned_place(None).named
    assert find_turned_place(tmp_path) == in_one(tmp_path)
    assert find_place(None) == in_one(own_folder())


def test_a_folder_that_was_turned_to_and_is_gone_is_not_made_anew(
    everybodys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    remember_turn(in_one(tmp_path / "stick" / "smadmin-school"))

    assert find_turned_place(None) == in_one(own_folder())


def test_a_folder_chosen_later_is_what_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("turned", "chosen"):
        put_store(tmp_path / name)
    remember_turn(in_one(tmp_path / "turned"))

    remember_folder(tmp_path / "chosen")

    assert find_turned_place(None) == in_one(tmp_path / "chosen")
    assert find_turned_place(None).named


def test_among_other_files_the_data_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "letter.odt").write_text("not ours")

    assert data_folder_in(tmp_path) == tmp_path / "smadmin"


@pytest.mark.parametrize(
    "spoilt", [b"\xff\xfe\x00", b"\0\0\0", b"x" * 5000, b"/" + b"x" * 5000, b"a\nb", b"~nobody"]
)
@pytest.mark.parametrize("remembered", ["turned.txt", "folder.txt"])
def test_a_spoilt_note_of_a_folder_counts_as_none(
    everybodys: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    remembered: str,
    spoilt: bytes,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    own = Place(own_folder(), own_folder())
    note = tmp_path / "config" / "smadmin" / remembered
    note.parent.mkdir(parents=True)
    note.write_bytes(spoilt)

    assert find_turned_place(None) == own
    assert find_place(None) == own


def test_the_log_says_that_a_note_was_spoilt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "smadmin").mkdir()
    (tmp_path / "smadmin" / "turned.txt").write_bytes(b"\xff\xfe")

    find_turned_place(None)

    assert [line.getMessage() for line in caplog.records] == ["turned.txt is spoilt and counts as not there"]


def test_a_pipe_in_the_place_of_a_note_keeps_nobody_waiting(
    everybodys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    note = tmp_path / "config" / "smadmin" / "turned.txt"
    note.parent.mkdir(parents=True)
    os.mkfifo(note)

    assert find_turned_place(None) == Place(own_folder(), own_folder())
