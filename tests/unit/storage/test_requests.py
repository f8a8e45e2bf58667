"""Requests beside the store: small files that any login of the group may have written."""

import os
from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.storage.requests import FOLDER, RequestFolder

KEY = "ab" * 16


def test_a_request_is_kept_replaced_and_dropped(tmp_path: Path) -> None:
    folder = RequestFolder(tmp_path)
    assert folder.all() == ()

    folder.keep(KEY, "one")
    folder.keep(KEY, "two")
    assert folder.all() == ("two",)

    folder.drop(KEY)
    folder.drop(KEY)
    assert folder.all() == ()


def test_what_is_too_long_or_no_text_or_named_otherwise_is_left_out(tmp_path: Path) -> None:
    folder = RequestFolder(tmp_path)
    folder.keep(KEY, "mine")
    (tmp_path / FOLDER / f"{'cd' * 16}.json").write_bytes(b"x" * 9000)
    (tmp_path / FOLDER / f"{'ef' * 16}.json").write_bytes(b"\xff\xfe")
    (tmp_path / FOLDER / "notes.json").write_text("not mine")
    (tmp_path / FOLDER / f"{'01' * 16}.json").mkdir()

    assert folder.all() == ("mine",)


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file in the folder's place")

    with pytest.raises(OutsideFailed):
        RequestFolder(tmp_path).keep(KEY, "mine")


def test_a_flood_of_files_is_read_up_to_a_limit(tmp_path: Path) -> None:
    folder = RequestFolder(tmp_path)
    for number in range(60):
        folder.keep(f"{number:032x}", "one")

    assert len(folder.all()) == 50


def test_a_flood_of_older_files_hides_no_new_request(tmp_path: Path) -> None:
    folder = RequestFolder(tmp_path)
    for number in range(60):
        folder.keep(f"{number:032x}", "one")
        os.utime(tmp_path / FOLDER / f"{number:032x}.json", (0, 0))

    folder.keep(KEY, "mine")

    assert folder.all()[0] == "mine"


def test_folders_named_like_requests_use_up_nothing(tmp_path: Path) -> None:
    folder = RequestFolder(tmp_path)
    for number in range(9):
        (tmp_path / FOLDER / f"{number:032x}.json").mkdir(parents=True)
    before = _next_descriptor(tmp_path)

    assert folder.all() == ()

    assert _next_descriptor(tmp_path) == before


def _next_descriptor(folder: Path) -> int:
    (folder / "any").touch()
    with (folder / "any").open() as opened:
        return opened.fileno()
