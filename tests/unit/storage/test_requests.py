"""Requests beside the store: small files that any login of the group may have written."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.storage.requests import FOLDER, RequestFolder

KEY = "ab" * 16
NOW = datetime(2026, 11, 16, tzinfo=UTC)


def test_a_request_is_kept_replaced_and_dropped(tmp_path: Path) -> None:
    folder = RequestFolder(tmp_path)
    assert folder.by_login(NOW) == ()

    folder.keep(KEY, "one")
    folder.keep(KEY, "two")
    assert folder.by_login(NOW) == (("two",),)

    folder.drop(KEY)
    folder.drop(KEY)
    assert folder.by_login(NOW) == ()


def test_what_is_too_long_or_no_text_or_named_otherwise_is_left_out(tmp_path: Path) -> None:
    folder = RequestFolder(tmp_path)
    folder.keep(KEY, "mine")
    (tmp_path / FOLDER / f"{'cd' * 16}.json").write_bytes(b"x" * 9000)
    (tmp_path / FOLDER / f"{'ef' * 16}.json").write_bytes(b"\xff\xfe")
    (tmp_path / FOLDER / "notes.json").write_text("not mine")
    (tmp_path / FOLDER / f"{'01' * 16}.json").mkdir()

    assert folder.by_login(NOW) == (("mine",),)


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file in the folder's place")

    with pytest.raises(OutsideFailed):
        RequestFolder(tmp_path).keep(KEY, "mine")


def test_a_full_disk_leaves_the_request_that_lay_there(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="only Unix bounds what a process may write")
    folder = RequestFolder(tmp_path)
    folder.keep(KEY, "one")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, before[1]))
    try:
        with pytest.raises(OutsideFailed):
            folder.keep(KEY, "much longer")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert folder.one(KEY) == "one"
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == [f"{KEY}.json"]


@pytest.mark.parametrize("dated", [0, 4_000_000_000])
def test_a_flood_of_older_files_or_of_files_dated_ahead_hides_no_request(tmp_path: Path, dated: int) -> None:
    folder = RequestFolder(tmp_path)
    for number in range(2010):
        folder.keep(f"{number:032x}", "one")
        os.utime(tmp_path / FOLDER / f"{number:032x}.json", (dated, dated))

    folder.keep(KEY, "mine")
    os.utime(tmp_path / FOLDER / f"{KEY}.json", (NOW.timestamp(), NOW.timestamp()))

    (texts,) = folder.by_login(NOW)
    assert texts[0] == "mine"
    assert len(texts) == 2000


def test_a_request_is_found_by_its_own_name(tmp_path: Path) -> None:
    folder = RequestFolder(tmp_path)
    folder.keep(KEY, "mine")

    assert folder.one(KEY) == "mine"
    assert folder.one("cd" * 16) is None


def test_folders_named_like_requests_use_up_nothing(tmp_path: Path) -> None:
    folder = RequestFolder(tmp_path)
    for number in range(9):
        (tmp_path / FOLDER / f"{number:032x}.json").mkdir(parents=True)
    before = _next_descriptor(tmp_path)

    assert folder.by_login(NOW) == ()

    assert _next_descriptor(tmp_path) == before


def _next_descriptor(folder: Path) -> int:
    (folder / "any").touch()
    with (folder / "any").open() as opened:
        return opened.fileno()
