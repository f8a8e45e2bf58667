"""A package is there whole or not at all."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.storage.bag import read_bag, write_bag


def stops(error: BaseException) -> Iterator[tuple[str, bytes]]:
    yield "posts.csv", b"one"
    raise error


def test_a_disk_that_is_full_leaves_nothing_and_the_same_folder_can_be_tried_again(tmp_path: Path) -> None:
    with pytest.raises(OutsideFailed) as refused:
        write_bag(tmp_path / "bag", stops(OSError(errno.ENOSPC, "full")), {})

    assert refused.value.happened.id == "store.disk-full"
    assert list(tmp_path.iterdir()) == []
    write_bag(tmp_path / "bag", [("posts.csv", b"one")], {})
    assert read_bag(tmp_path / "bag", ("posts.csv",)) == {"posts.csv": b"one"}


def test_until_it_is_whole_no_folder_has_the_packages_name(tmp_path: Path) -> None:
    seen = []

    def payload() -> Iterator[tuple[str, bytes]]:
        yield "posts.csv", b"one"
        seen.append((tmp_path / "bag").exists())

    write_bag(tmp_path / "bag", payload(), {})

    assert seen == [False]
    assert [one.name for one in tmp_path.iterdir()] == ["bag"]


def test_what_a_kill_left_is_cleared_away_by_the_next_one(tmp_path: Path) -> None:
    half = tmp_path / ".bag.part" / "data"
    half.mkdir(parents=True)
    (half / "posts.csv").write_bytes(b"half")

    write_bag(tmp_path / "bag", [("posts.csv", b"one")], {})

    assert [one.name for one in tmp_path.iterdir()] == ["bag"]
    assert (tmp_path / "bag" / "data" / "posts.csv").read_bytes() == b"one"
