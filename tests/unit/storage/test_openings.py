"""Who has a paper open is told, and a program that is gone holds nothing."""

import subprocess
import sys
from pathlib import Path

from smadmin.storage.openings import FOLDER, Openings

HOLD = """
import pathlib, sys
from smadmin.storage.openings import Openings
openings = Openings(pathlib.Path(sys.argv[1]))
openings.enter("post", "bo")
print("in", flush=True)
sys.stdin.read()
"""


def test_each_of_two_is_told_of_the_other_and_not_of_themselves(tmp_path: Path) -> None:
    ana, bo = Openings(tmp_path), Openings(tmp_path)
    ana.enter("post", "ana")
    assert ana.others("post") == ()

    bo.enter("post", "bo")

    assert ana.others("post") == ("bo",)
    assert bo.others("post") == ("ana",)
    assert bo.others("another") == ()


def test_whoever_leaves_or_goes_on_to_another_paper_is_told_no_more(tmp_path: Path) -> None:
    ana, bo = Openings(tmp_path), Openings(tmp_path)
    ana.enter("post", "ana")
    ana.enter("another", "ana")
    assert bo.others("post") == ()
    assert bo.others("another") == ("ana",)

    ana.leave()

    assert bo.others("another") == ()
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_a_killed_program_holds_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    bo = Openings(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "in\n"
        told = bo.others("post")
        other.kill()

    assert told == ("bo",)
    assert bo.others("post") == ()
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_where_there_is_no_folder_nobody_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    openings = Openings(folder)

    openings.enter("post", "ana")

    assert openings.others("post") == ()
    openings.leave()
