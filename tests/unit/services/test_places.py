"""Where a store lies, and where it may not."""

from pathlib import Path

import pytest

from smadmin.services.places import (
    Place,
    data_folder_in,
    find_place,
    own_folder,
    place_blockers,
    remember_folder,
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


def test_among_other_files_the_data_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "letter.odt").write_text("not ours")

    assert data_folder_in(tmp_path) == tmp_path / "smadmin"
