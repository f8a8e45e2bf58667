"""A package is there whole or not at all."""

import errno
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.storage.bag import Payload, read_bag, write_bag


def one_file(payload: Payload) -> None:
    payload.put("posts.csv", b"one")


def stops(error: BaseException) -> Callable[[Payload], None]:
    def fill(payload: Payload) -> None:
        one_file(payload)
        with payload.growing("posts.json") as write:
            write(b"{")
            raise error

    return fill


def test_a_disk_that_is_full_leaves_nothing_and_the_same_folder_can_be_tried_again(tmp_path: Path) -> None:
    with pytest.raises(OutsideFailed) as refused:
        write_bag(tmp_path / "bag", stops(OSError(errno.ENOSPC, "full")), {})

    assert refused.value.happened.id == "store.disk-full"
    assert list(tmp_path.iterdir()) == []
    write_bag(tmp_path / "bag", one_file, {})
    assert read_bag(tmp_path / "bag", ("posts.csv",)) == {"posts.csv": b"one"}


def test_until_it_is_whole_no_folder_has_the_packages_name(tmp_path: Path) -> None:
    seen = []

    def fill(payload: Payload) -> None:
        one_file(payload)
        seen.append((tmp_path / "bag").exists())

    write_bag(tmp_path / "bag", fill, {})

    assert seen == [False]
    assert [one.name for one in tmp_path.iterdir()] == ["bag"]


def test_what_a_kill_left_is_cleared_away_by_the_next_one(tmp_path: Path) -> None:
    half = tmp_path / ".bag.part" / "data"
    half.mkdir(parents=True)
    (half / "posts.csv").write_bytes(b"half")

    write_bag(tmp_path / "bag", one_file, {})

    assert [one.name for one in tmp_path.iterdir()] == ["bag"]
    assert (tmp_path / "bag" / "data" / "posts.csv").read_bytes() == b"one"


def test_files_that_grow_side_by_side_are_listed_with_the_digest_of_all_their_pieces(tmp_path: Path) -> None:
    def fill(payload: Payload) -> None:
        with payload.growing("posts.csv") as table, payload.growing("posts.json") as plain:
            for piece in (b"one,", b"two"):
                table(piece)
                plain(piece.upper())

    write_bag(tmp_path / "bag", fill, {})

    assert read_bag(tmp_path / "bag", ("posts.csv", "posts.json")) == {
        "posts.csv": b"one,two",
        "posts.json": b"ONE,TWO",
    }
    assert hashlib.sha256(b"one,two").hexdigest() in (tmp_path / "bag" / "manifest-sha256.txt").read_text()
    assert "Payload-Oxum: 14.2\n" in (tmp_path / "bag" / "bag-info.txt").read_text()
