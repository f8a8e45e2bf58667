"""What goes wrong outside: folders that can't be written, a full disk, a damaged store, no keyring.

The real program runs, without root's right to write everywhere; each case must be a clear sentence with a
remedy.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.services.backups import Backups
from smadmin.services.places import Place
from tests.school import TinySchool, make_school

ROOT = Path(__file__).parents[2]
NOT_EVERYWHERE = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""Root loses what lets it write into any folder; anybody else never had it."""


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TinySchool]:
    made = make_school(tmp_path / "school", staff=("ana", "pat"))
    yield made
    made.rest()


def smadmin(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program on a data folder, without any session bus."""
    environment = {name: value for name, value in os.environ.items() if "DBUS" not in name}
    command = [*NOT_EVERYWHERE, sys.executable, "-m", "smadmin", *arguments, "--data", str(folder)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture
def read_only(school: TinySchool) -> Iterator[Path]:
    """A data folder in which nothing may be written."""
    school.rest()
    for path in [school.folder, *school.folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield school.folder
    school.folder.chmod(0o755)


def test_a_folder_without_write_permission_is_said(read_only: Path) -> None:
    done = smadmin(read_only, "store", "backup", str(read_only / "copy"))

    assert done.returncode == 4
    assert done.stderr == (
        "The data folder can't be written to. What was saved before is still there. Ask for write permission,"
        " or choose another folder with --data.\n"
    )


def test_what_can_be_read_is_still_shown_without_write_permission(read_only: Path) -> None:
    done = smadmin(read_only, "records", "verify")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("The record is whole: ")


def test_a_damaged_store_names_the_last_backup(school: TinySchool, tmp_path: Path) -> None:
    last = Backups(school.desk, Place(school.folder, school.folder)).make().file
    school.rest()
    with (school.folder / "store.db").open("r+b") as file:
        file.write(bytes(4096))

    done = smadmin(school.folder, "accounts")

    assert done.returncode == 4
    assert done.stderr.startswith(f"The store is damaged. The last backup is {last}.")
    assert "Traceback" not in done.stderr


def test_a_store_that_was_cut_short_is_said(school: TinySchool) -> None:
    school.rest()
    whole = (school.folder / "store.db").read_bytes()
    (school.folder / "store.db").write_bytes(whole[: len(whole) // 3])

    done = smadmin(school.folder, "store", "check")

    assert done.returncode in {1, 4}
    assert "damaged" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_store_of_a_newer_program_is_refused_politely(school: TinySchool) -> None:
    with school.store.deed(school.id) as unit:
        unit._connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    school.rest()

    done = smadmin(school.folder, "accounts")

    assert done.returncode == 4
    assert done.stderr.startswith("This store belongs to a newer version of smadmin.")


def test_without_a_keyring_the_head_is_only_on_paper_and_that_is_said(school: TinySchool) -> None:
    school.rest()

    done = smadmin(school.folder, "records", "verify")

    assert done.returncode == 0, done.stderr
    assert "This computer has no note of where the record ends" in done.stdout


@pytest.mark.skipif(
    shutil.which("mount") is None or os.geteuid() != 0, reason="only root can mount a small disk"
)
def test_a_full_disk_is_said_and_works_again_after_space_is_freed(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk can't be mounted here")
    try:
        school = make_school(small / "school", staff=("ana", "pat"))
        school.rest()
        free = shutil.disk_usage(small).free
        (small / "ballast").write_bytes(bytes(max(0, free - 100_000)))

        full = smadmin(school.folder, "store", "backup", str(small / "copy"))
        (small / "ballast").unlink()
        freed = smadmin(school.folder, "store", "backup", str(small / "copy"))
    finally:
        subprocess.run(["umount", str(small)], check=True)

    assert (full.returncode, freed.returncode) == (4, 0), full.stderr + freed.stderr
    assert full.stderr.startswith("The disk is full. What was saved before is still there. Make room")
