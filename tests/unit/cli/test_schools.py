"""Commands act at one's own school, whichever the window shows, and say so where there is only the sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.app.commands import run_command
from smadmin.credentials.secrets import MemorySecrets
from smadmin.services.places import Place, own_folder, remember_turn
from tests.rings import Ring, ring_in_use
from tests.sample import sample_office
from tests.school import make_school

SAMPLE = "This is the sample school Lincoln Elementary School, for there is no school of your own here yet.\n"


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ring]:
    """A login without any folder yet, and its keyring."""
    for name in ("DATA_HOME", "CONFIG_HOME", "DATA_DIRS"):
        monkeypatch.setenv(f"XDG_{name}", str(tmp_path / name))
    monkeypatch.setenv("LANGUAGE", "en")
    with ring_in_use() as ring:
        yield ring


def put_own(folder: Path, ring: Ring) -> None:
    made = make_school(folder, staff=("ana", "pat"), sample=False)
    ring.keep(made.store.id, made.secrets._items)
    made.store.close()


def put_sample(folder: Path, ring: Ring) -> None:
    office = sample_office(folder)
    assert isinstance(office.grounds.secrets, MemorySecrets)
    ring.keep(office.desk.store.id, office.grounds.secrets._items)
    office.close()
    remember_turn(Place(folder, folder))


def beside(end: str) -> Path:
    return own_folder().with_name(f"smadmin-{end}")


def test_a_look_at_the_sample_leaves_commands_at_ones_own_school(
    ring: Ring, capsys: pytest.CaptureFixture[str]
) -> None:
    put_own(own_folder(), ring)
    put_sample(beside("sample"), ring)

    status = run_command(["accounts"])

    assert status == 0
    assert capsys.readouterr() == ("0 accounts.\n", "")


def test_a_school_founded_beside_the_sample_is_the_one_commands_act_at(
    ring: Ring, capsys: pytest.CaptureFixture[str]
) -> None:
    put_own(beside("school"), ring)
    put_sample(own_folder(), ring)

    status = run_command(["accounts"])

    assert status == 0
    assert capsys.readouterr() == ("0 accounts.\n", "")


def test_a_school_of_ones_own_that_cant_be_read_is_said_and_not_passed_over(
    ring: Ring, capsys: pytest.CaptureFixture[str]
) -> None:
    put_sample(own_folder(), ring)
    beside("school").mkdir(parents=True)
    (beside("school") / "store.db").write_bytes(b"not a database" * 100)

    status = run_command(["cadence"])

    assert status == 4
    assert "is damaged" in capsys.readouterr().err


def test_where_there_is_only_the_sample_commands_say_so(
    ring: Ring, capsys: pytest.CaptureFixture[str]
) -> None:
    put_sample(own_folder(), ring)

    run_command(["accounts"])
    found = capsys.readouterr().err
    run_command(["accounts", "--data", str(own_folder())])
    named = capsys.readouterr().err

    assert (found, named) == (SAMPLE, "")


@pytest.mark.parametrize("deed", ["backup", "restore"])
def test_the_sample_is_neither_backed_up_nor_replaced_unless_it_is_named(
    tmp_path: Path, ring: Ring, capsys: pytest.CaptureFixture[str], deed: str
) -> None:
    put_sample(own_folder(), ring)
    file = tmp_path / "school.smadmin-backup"
    if deed == "restore":
        assert run_command(["store", "backup", str(file), "--data", str(own_folder())]) == 0
    before = (own_folder() / "store.db").stat().st_ino
    capsys.readouterr()

    status = run_command(["store", deed, str(file)])

    assert status == 2
    assert capsys.readouterr().err == (
        f"In {own_folder()} lies only the sample school."
        " Found your own school first, or name the folder with --data.\n"
    )
    assert file.exists() == (deed == "restore")
    assert (own_folder() / "store.db").stat().st_ino == before
