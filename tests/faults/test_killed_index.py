"""Killed while words leave the index: they are gone with their row, or both are still there."""

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from smadmin.domain.searching import asked_of
from smadmin.storage.disk import FILE_NAME
from smadmin.storage.store import Store
from tests.faults.indexing import POSTS, SCHOOL, fill, word

ROOT = Path(__file__).parents[2]
CHANCE = random.Random(20_261_124)  # noqa: S311  a seed that repeats, not a secret
KILLS = 4


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    fill(folder)
    return folder


def killed(folder: Path) -> int:
    """Erase until killed at any moment; gives how many are gone."""
    command = [sys.executable, "-m", "tests.faults.indexing", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as erasing:
        assert erasing.stdout is not None
        for _ in range(CHANCE.randrange(1, 30)):
            erasing.stdout.readline()
        time.sleep(CHANCE.random() * 0.02)
        erasing.kill()
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        found = raw.execute("SELECT count(*) FROM publication WHERE instr(body, 'sang') = 0").fetchone()
    return int(found[0])


@pytest.mark.parametrize("turn", range(KILLS))
def test_words_go_with_their_row_or_not_at_all(turn: int, filled: Path, tmp_path: Path) -> None:
    del turn
    folder = tmp_path / "store"
    shutil.copytree(filled, folder)

    gone = killed(folder)

    store = Store.open(folder)
    with store.look(SCHOOL) as unit:
        kept = [bool(unit.full_text.find(asked_of(word(n)), ("publication",), 5)) for n in range(POSTS)]
        texts = [bool(unit.publications.get(f"{n:03}").text) for n in range(POSTS)]
    store.close()
    assert 0 < gone < POSTS
    assert kept == texts == [n >= gone for n in range(POSTS)]
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        raw.execute("INSERT INTO public_words (public_words) VALUES ('integrity-check')")
        raw.rollback()
    file = (folder / FILE_NAME).read_bytes()
    assert [n for n in range(gone) if word(n)[4:].encode() in file] == []
