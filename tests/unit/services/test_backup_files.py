"""Backups beside a store are told by what they are, not by how they are called."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput
from smadmin.services.backup_files import ENDING, FOLDER, backups_here, made_at, require_sealed
from smadmin.services.places import Place
from tests.school import MONDAY

SEALED = b"age-encryption.org/v1\n-> X25519"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / FOLDER).mkdir()
    return Place(tmp_path, tmp_path)


def lay(place: Place, stamp: str, content: bytes = SEALED) -> Path:
    file = place.store / FOLDER / f"smadmin-{stamp}.smadmin-backup"
    file.write_bytes(content)
    return file


def test_what_isnt_sealed_is_no_backup(place: Place) -> None:
    good = lay(place, "20261115T080000Z")
    lay(place, "20261116T080000Z", b"")
    lay(place, "20261116T090000Z", b"SQLite format 3")
    linked = place.store / FOLDER / "smadmin-20261116T100000Z.smadmin-backup"
    linked.symlink_to(good)
    os.mkfifo(place.store / FOLDER / "smadmin-20261116T110000Z.smadmin-backup")

    assert backups_here(place, now=MONDAY) == (good,)


def test_what_is_dated_ahead_comes_last_and_isnt_lost(place: Place) -> None:
    older, newer = lay(place, "20261101T080000Z"), lay(place, "20261115T080000Z")
    ahead, unnamed = lay(place, "99991231T235959Z"), lay(place, "by-hand")

    assert backups_here(place, now=MONDAY) == (newer, older, unnamed, ahead)


def test_a_name_tells_when_a_backup_was_made(place: Place) -> None:
    assert made_at(lay(place, "20261116T150000Z")) == MONDAY
    assert made_at(lay(place, "20261316T150000Z")) is None
    assert MONDAY - timedelta(days=1) == made_at(Path("20261115T150000Z"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_or_a_folder_under_a_backups_name_is_none_and_nobody_waits_for_it(tmp_path: Path) -> None:
    pipe, folder = tmp_path / f"pipe{ENDING}", tmp_path / f"folder{ENDING}"
    os.mkfifo(pipe)
    folder.mkdir()

    for one in (pipe, folder):
        with pytest.raises(BadInput) as refused:
            require_sealed(one)
        assert refused.value.happened.id == "store.not-a-backup"
