"""Photo files are read whole, found in folders, and written without harming another."""

import hashlib
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput, OutsideFailed
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.imaging.files import photos_in, read_photo, sha256, write_new


def test_a_missing_file_is_an_unreadable_photo(tmp_path: Path) -> None:
    with pytest.raises(PhotoUnreadable):
        read_photo(tmp_path / "gone.jpg")


def test_a_file_is_read_whole_and_known_by_its_sha256(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"pixels")

    assert sha256(read_photo(tmp_path / "a.jpg")) == hashlib.sha256(b"pixels").hexdigest()


def test_a_folder_gives_its_photos_and_a_named_file_is_always_tried(tmp_path: Path) -> None:
    for name in ("b.JPG", "a.heic", "notes.txt", ".hidden.jpg", "deep/c.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    found = list(photos_in([tmp_path, tmp_path / "notes.txt"]))

    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names == ["a.heic", "b.JPG", "deep/c.png", "notes.txt"]


def test_a_place_that_does_not_exist_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        list(photos_in([tmp_path / "gone"]))


def test_a_taken_name_gets_a_number_and_the_old_file_stays(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"old and longer")

    second, third = (write_new(tmp_path, "a.jpg", content) for content in (b"2", b"3"))

    assert [path.name for path in (second, third)] == ["a-2.jpg", "a-3.jpg"]
    assert (tmp_path / "a.jpg").read_bytes() == b"old and longer"
    assert second.read_bytes() == b"2"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-2.jpg", "a-3.jpg", "a.jpg"]


def test_a_link_under_the_wanted_name_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"untouched")
    (tmp_path / "a.jpg").symlink_to(tmp_path / "elsewhere")

    written = write_new(tmp_path, "a.jpg", b"new")

    assert written.name == "a-2.jpg"
    assert (tmp_path / "elsewhere").read_bytes() == b"untouched"


def test_a_disk_that_refuses_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()

    with pytest.raises(OutsideFailed):
        write_new(blocked / "folder", "a.jpg", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["file"]
