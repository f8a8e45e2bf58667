"""Photo files are read whole, found in folders, and written without harming another."""

import hashlib
import os
import time
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from smadmin.domain.errors import BadInput, OutsideFailed
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.domain.videos.ports import VideoUnreadable
from smadmin.imaging.files import photos_in, read_photo, read_video, sha256, write_new


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


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root looks into every folder")
def test_a_folder_that_cannot_be_opened_is_named_among_the_photos(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(0)
    (tmp_path / "b.jpg").touch()

    try:
        assert list(photos_in([tmp_path])) == [tmp_path / "b.jpg", closed]
    finally:
        closed.chmod(0o700)


def test_reading_a_folder_says_that_it_is_one(tmp_path: Path) -> None:
    with pytest.raises(PhotoUnreadable) as raised:
        read_photo(tmp_path)

    assert raised.value.happened.id == "imaging.folder-closed"


def test_a_folder_named_like_a_photo_is_looked_into_and_links_to_folders_are_not_followed(
    tmp_path: Path,
) -> None:
    (tmp_path / "album.jpg").mkdir()
    (tmp_path / "album.jpg" / "a.png").touch()
    (tmp_path / "round").symlink_to(tmp_path)

    assert list(photos_in([tmp_path])) == [tmp_path / "album.jpg" / "a.png"]


def test_a_link_to_nothing_is_an_unreadable_photo_not_a_missing_one(tmp_path: Path) -> None:
    dangling = tmp_path / "a.jpg"
    dangling.symlink_to(tmp_path / "gone.jpg")

    for places in ([tmp_path], [dangling]):
        assert list(photos_in(places)) == [dangling]
    with pytest.raises(PhotoUnreadable):
        read_photo(dangling)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")

    with pytest.raises(PhotoUnreadable):
        read_photo(tmp_path / "a.jpg")


def test_a_link_to_a_photo_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"pixels")
    (tmp_path / "a.jpg").symlink_to(tmp_path / "real")

    assert [read_photo(path) for path in photos_in([tmp_path])] == [b"pixels"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_in_a_name_are_kept_as_the_disk_has_them(tmp_path: Path, form: Literal["NFC", "NFD"]) -> None:
    name = unicodedata.normalize(form, "Jürgen né.jpg")
    (tmp_path / name).write_bytes(b"pixels")

    found = list(photos_in([tmp_path]))

    assert [path.name for path in found] == [name]
    assert read_photo(found[0]) == b"pixels"


def test_five_thousand_photos_are_found_in_no_time(tmp_path: Path) -> None:
    for number in range(5_000):
        (tmp_path / f"{number:05}.jpg").touch()
    begun = time.perf_counter()

    found = list(photos_in([tmp_path]))

    assert len(found) == 5_000
    assert found == sorted(found)
    assert time.perf_counter() - begun < 2


def test_a_film_that_is_far_too_large_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "four.mp4").open("wb") as file:
        file.truncate(4 << 30)
    begun = time.thread_time()

    with pytest.raises(VideoUnreadable) as caught:
        read_video(tmp_path / "four.mp4")

    assert caught.value.happened.id == "videos.too-large"
    assert time.thread_time() - begun < 0.1
