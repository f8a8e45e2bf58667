"""Sealed files on the disk: whole or not there, and only what has a row stays."""

import errno
import hashlib
import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed, Tampered
from smadmin.storage.files import PART, MediaFiles

LATER = datetime(2999, 1, 1, tzinfo=UTC)


def test_a_file_is_named_after_what_lies_on_the_disk(tmp_path: Path) -> None:
    files = MediaFiles(tmp_path / "media")

    name = files.write(b"sealed bytes")

    assert name == hashlib.sha256(b"sealed bytes").hexdigest()
    assert (tmp_path / "media" / name).read_bytes() == files.read(name) == b"sealed bytes"
    assert [path.name for path in (tmp_path / "media").iterdir()] == [name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
@pytest.mark.parametrize(("umask", "mode"), [(0o077, 0o600), (0o007, 0o660)])
def test_the_umask_says_who_may_read_a_file(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        name = MediaFiles(tmp_path).write(b"sealed bytes")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == mode


def test_a_changed_file_is_noticed(tmp_path: Path) -> None:
    files = MediaFiles(tmp_path)
    name = files.write(b"sealed bytes")
    (tmp_path / name).write_bytes(b"sealed bytez")

    with pytest.raises(Tampered) as refused:
        files.read(name)

    assert refused.value.happened.id == "media.changed"


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    files = MediaFiles(tmp_path)

    with pytest.raises(OutsideFailed) as failed:
        files.read("0" * 64)

    assert failed.value.happened.id == "media.missing"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "store.disk-full"), (errno.EACCES, "store.read-only"), (errno.EIO, "store.disk-failed")],
)
def test_a_disk_that_refuses_is_said_and_nothing_of_the_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    files = MediaFiles(tmp_path)

    def refuse(_end: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)

    with pytest.raises(OutsideFailed) as failed:
        files.write(b"sealed bytes")

    assert failed.value.happened.id == sentence
    assert list(tmp_path.iterdir()) == []


def test_removing_a_file_twice_is_no_error(tmp_path: Path) -> None:
    files = MediaFiles(tmp_path)
    name = files.write(b"sealed bytes")

    files.remove(name)
    files.remove(name)

    assert list(tmp_path.iterdir()) == []


def test_the_sweep_takes_old_files_without_a_row_and_half_written_ones(tmp_path: Path) -> None:
    files = MediaFiles(tmp_path)
    kept, orphan = files.write(b"has a row"), files.write(b"has none")
    (tmp_path / f"ab{PART}").write_bytes(b"half")

    swept = files.sweep({kept}, older_than=LATER)

    assert swept == 2
    assert [path.name for path in tmp_path.iterdir()] == [kept]
    assert orphan != kept


def test_the_sweep_leaves_young_files_alone(tmp_path: Path) -> None:
    files = MediaFiles(tmp_path)
    files.write(b"its row is on its way")

    swept = files.sweep(set(), older_than=datetime(2000, 1, 1, tzinfo=UTC))

    assert swept == 0


def test_sweeping_where_nothing_was_ever_kept_finds_nothing(tmp_path: Path) -> None:
    assert MediaFiles(tmp_path / "media").sweep(set(), older_than=LATER) == 0
