"""Which of two schools beside one another a command is about; `cli/test_schools.py` reads what is said."""

from pathlib import Path

import pytest

from smadmin.services.commanded import command_place, holds_sample
from smadmin.services.places import Place, own_folder
from tests.sample import sample_office
from tests.school import make_school


@pytest.fixture(autouse=True)
def _login(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA_HOME", "CONFIG_HOME", "DATA_DIRS"):
        monkeypatch.setenv(f"XDG_{name}", str(tmp_path / name))


def in_one(folder: Path) -> Place:
    return Place(folder, folder)


def test_a_school_that_was_begun_and_not_founded_leaves_commands_at_the_sample() -> None:
    own = own_folder().with_name("smadmin-school")
    sample_office(own_folder()).close()
    own.mkdir()

    assert command_place(None) == in_one(own_folder())
    assert command_place(own) == in_one(own)


def test_only_the_sample_is_called_one(tmp_path: Path) -> None:
    sample_office(tmp_path / "sample").close()
    make_school(tmp_path / "own", staff=("ana",), sample=False).store.close()
    (tmp_path / "spoilt").mkdir()
    (tmp_path / "spoilt" / "store.db").touch()

    found = [one.name for one in tmp_path.iterdir() if holds_sample(in_one(one))]

    assert found == ["sample"]
