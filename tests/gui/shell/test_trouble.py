"""A data folder that doesn't open: a sentence in the window, what is kept, and one way on."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.services.backups import Backups
from smadmin.services.places import Place
from smadmin.ui.founding.first_run import WELCOME
from smadmin.ui.shell.seating import GATE
from smadmin.ui.shell.trouble_model import TroubleDeed
from tests.gui.shell.conftest import LONG_MS, Opened
from tests.rings import Ring
from tests.school import TinySchool, make_school

Opener = Callable[[Path], Opened]
ROOT_ONLY = pytest.mark.skipif(
    shutil.which("mount") is None or os.geteuid() != 0, reason="only root can mount a small disk"
)


@pytest.fixture
def backed_up(school: TinySchool) -> TinySchool:
    """The school with a backup in its folder."""
    Backups(school.desk, Place(school.folder, school.folder)).make()
    school.rest()
    return school


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A small disk of 2 MB."""
    small = tmp_path / "small"
    small.mkdir()
    if mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(small)):
        pytest.skip("a small disk can't be mounted here")
    yield small
    subprocess.run(["umount", "-l", str(small)], check=True)


def mount(*arguments: str) -> int:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode


def spoil(school: TinySchool) -> None:
    with (school.folder / "store.db").open("r+b") as file:
        file.write(bytes(4096))


def test_a_damaged_store_comes_back_from_the_last_backup(backed_up: TinySchool, open_on: Opener) -> None:
    spoil(backed_up)
    opened = open_on(backed_up.folder)
    trouble = opened.trouble

    assert trouble.title.whole_text == "The file with the school's data is damaged."
    assert "The damaged file is left as it is." in opened.says()
    main = trouble.buttons[TroubleDeed.PUT_BACK]
    assert main.accessibleName().startswith("Put back the backup of Nov 16, 2026")

    main.click()

    opened.arrive(GATE)
    assert len(list(backed_up.folder.glob("store-before-restore-*.db"))) == 1


def test_without_this_computers_key_the_recovery_letter_opens_the_backup(
    backed_up: TinySchool, ring: Ring, open_on: Opener, qtbot: QtBot
) -> None:
    spoil(backed_up)
    ring.items.clear()
    opened = open_on(backed_up.folder)
    trouble = opened.trouble

    trouble.buttons[TroubleDeed.PUT_BACK].click()
    qtbot.waitUntil(trouble.field.isVisible, timeout=LONG_MS)
    trouble.letters.setText("AGE-SECRET-KEY-1WRONG")
    trouble.buttons[TroubleDeed.PUT_BACK].click()
    qtbot.waitUntil(lambda: bool(trouble.field.error), timeout=LONG_MS)
    assert trouble.letters.text() == "AGE-SECRET-KEY-1WRONG", "one letter is mended, not all typed again"
    trouble.letters.setText(backed_up.root.secret.lower())
    trouble.buttons[TroubleDeed.PUT_BACK].click()

    opened.arrive(GATE)


def test_a_damaged_store_without_a_backup_says_how_to_get_help(school: TinySchool, open_on: Opener) -> None:
    spoil(school)
    opened = open_on(school.folder)

    trouble = opened.trouble

    assert "show this page to whoever looks after the school's computers" in opened.says()
    assert TroubleDeed.PUT_BACK not in trouble.buttons
    assert str(school.folder) in opened.says()


def test_a_store_that_was_taken_away_is_not_begun_anew(backed_up: TinySchool, open_on: Opener) -> None:
    (backed_up.folder / "store.db").unlink()
    opened = open_on(backed_up.folder)

    opened.trouble.buttons[TroubleDeed.PUT_BACK].click()

    opened.arrive(GATE)
    assert not list(backed_up.folder.glob("store-before-restore-*"))


def test_damaged_keys_come_back_and_the_store_stays(backed_up: TinySchool, open_on: Opener) -> None:
    (backed_up.folder / "identities.json").write_text('{"people": {"x"')
    store = (backed_up.folder / "store.db").read_bytes()
    opened = open_on(backed_up.folder)
    trouble = opened.trouble

    assert trouble.title.whole_text == "The file with this computer's locked keys is damaged."
    trouble.buttons[TroubleDeed.PUT_BACK].click()

    opened.sit("Ana Brooks", "ana")
    opened.arrive("today")
    assert (backed_up.folder / "store.db").read_bytes()[:4096] == store[:4096]
    assert len(list(backed_up.folder.glob("identities-damaged-*.json"))) == 1


def test_a_newer_programs_store_is_refused_politely(school: TinySchool, open_on: Opener) -> None:
    with school.store.deed(school.id) as unit:
        unit._connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    school.rest()
    opened = open_on(school.folder)

    assert opened.trouble.title.whole_text == "This data belongs to a newer version of smadmin."
    assert "Install the newest smadmin" in opened.says()


def test_a_synchronised_folder_is_refused_and_another_one_taken(tmp_path: Path, open_on: Opener) -> None:
    opened = open_on(tmp_path / "Dropbox" / "school")
    trouble = opened.trouble
    assert "is synchronised with the internet" in trouble.title.whole_text
    opened.chosen.a_folder = tmp_path / "own"
    opened.chosen.a_folder.mkdir()

    trouble.buttons[TroubleDeed.CHOOSE_FOLDER].click()

    opened.arrive(WELCOME)
    assert (tmp_path / "own" / "store.db").exists()
    assert not (tmp_path / "Dropbox").exists()


def test_a_file_in_the_folders_place_is_said(school: TinySchool, tmp_path: Path, open_on: Opener) -> None:
    school.folder.rename(tmp_path / "aside")
    school.folder.write_text("a file where the folder should be")
    opened = open_on(school.folder)
    trouble = opened.trouble
    school.folder.unlink()
    (tmp_path / "aside").rename(school.folder)

    trouble.buttons[TroubleDeed.TRY_AGAIN].click()

    opened.arrive(GATE)


@ROOT_ONLY
def test_a_folder_that_cannot_be_written_is_said(mounted: Path, ring: Ring, open_on: Opener) -> None:
    school = make_school(mounted / "school", staff=("ana", "pat"))
    school.rest()
    assert mount("-o", "remount,ro", str(mounted)) == 0
    opened = open_on(school.folder)

    assert opened.trouble.title.whole_text == "smadmin may not write in its data folder."
    assert mount("-o", "remount,rw", str(mounted)) == 0
    opened.trouble.buttons[TroubleDeed.TRY_AGAIN].click()

    opened.arrive(GATE)


@ROOT_ONLY
def test_a_full_disk_is_said_until_there_is_room(mounted: Path, ring: Ring, open_on: Opener) -> None:
    school = make_school(mounted / "school", staff=("ana", "pat"))
    school.rest()
    ballast = mounted / "ballast"
    ballast.write_bytes(bytes(max(0, shutil.disk_usage(mounted).free - 8_192)))
    opened = open_on(school.folder)

    assert opened.trouble.title.whole_text == "The disk is full."
    ballast.unlink()
    opened.trouble.buttons[TroubleDeed.TRY_AGAIN].click()

    opened.arrive(GATE)


def broken(whole: bytes) -> bytes:
    """Damage a database that is open: all but its head, which says that somebody else wrote.

    Without that SQLite goes on answering from the pages that it read before.
    """
    changes, head_end = slice(24, 28), 100
    head = bytearray(whole[:head_end])
    head[changes] = bytes(byte ^ 0xFF for byte in head[changes])
    return bytes(head) + bytes(len(whole) - head_end)


def test_a_store_that_breaks_while_somebody_works_takes_the_window(
    backed_up: TinySchool, open_on: Opener
) -> None:
    opened = open_on(backed_up.folder)
    opened.sit("Pat Winters", "pat")
    opened.arrive("today")
    whole = (backed_up.folder / "store.db").read_bytes()
    (backed_up.folder / "store.db").write_bytes(broken(whole))

    opened.frame.open_screen("today").load()

    assert opened.trouble.title.whole_text == "The file with the school's data is damaged."
    opened.trouble.buttons[TroubleDeed.PUT_BACK].click()
    opened.arrive(GATE)
