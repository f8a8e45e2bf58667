"""Folders and archives of portraits: their pictures, their index, and names that never become paths."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput
from smadmin.importing.spreadsheets.reading import ListReader
from smadmin.services.students.portrait_sources import ArchiveSource, FolderSource, source_of
from tests.unit.importing.spreadsheets.lists import archive

INDEX = b"Image Folder\tImage File Name\tLast Name\tFirst Name\r\n4B\t0001.jpg\tAsh\tAnn\r\n"
FILES = {"4B/0001.jpg": b"ann", "4B/0002.jpg": b"ben", "INDEX.TXT": INDEX, "COPYRIGHT.TXT": b"(c)"}


@pytest.fixture
def lists() -> Iterator[ListReader]:
    with ListReader() as made:
        yield made


def folder(place: Path) -> Path:
    for name, content in FILES.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return place


def zipped(place: Path, files: dict[str, bytes]) -> Path:
    path = place / "portraits.zip"
    path.write_bytes(archive(files))
    return path


@pytest.mark.parametrize("kind", ["folder", "archive"])
def test_pictures_and_index_are_found_in_both(tmp_path: Path, lists: ListReader, kind: str) -> None:
    place = folder(tmp_path / "disc") if kind == "folder" else zipped(tmp_path, FILES)

    source = source_of(place, lists)

    assert isinstance(source, FolderSource if kind == "folder" else ArchiveSource)
    assert source.names == ("4B/0001.jpg", "4B/0002.jpg")
    assert source.read("4B/0002.jpg") == b"ben"
    index = source.index()
    assert index is not None
    assert index.lines[0].cells == ("4B", "0001.jpg", "Ash", "Ann")


def test_several_volumes_indexes_are_one(tmp_path: Path, lists: ListReader) -> None:
    second = INDEX.replace(b"0001.jpg\tAsh\tAnn", b"0001.jpg\tBay\tBen")
    place = zipped(tmp_path, {"V1/INDEX.TXT": INDEX, "V2/INDEX.TXT": second, "V1/1.jpg": b"x"})

    index = source_of(place, lists).index()

    assert index is not None
    assert [line.cells[2] for line in index.lines] == ["Ash", "Bay"]


def test_without_an_index_there_is_none(tmp_path: Path, lists: ListReader) -> None:
    assert source_of(zipped(tmp_path, {"100.jpg": b"x"}), lists).index() is None


@pytest.mark.parametrize("files", [{}, {"readme.txt": b"x"}])
def test_a_place_without_pictures_says_so(tmp_path: Path, lists: ListReader, files: dict[str, bytes]) -> None:
    with pytest.raises(BadInput) as refused:
        source_of(zipped(tmp_path, files), lists)

    assert refused.value.happened.id == "enrolling.no-pictures"


def test_what_is_neither_folder_nor_archive_is_refused(tmp_path: Path, lists: ListReader) -> None:
    path = tmp_path / "list.pdf"
    path.write_bytes(b"%PDF")

    with pytest.raises(BadInput):
        source_of(path, lists)


def test_names_that_climb_out_are_read_from_the_archive_only(tmp_path: Path, lists: ListReader) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    inside = tmp_path / "in"
    inside.mkdir()
    source = source_of(zipped(inside, {"../secret.jpg": b"from the archive", "/etc/100.jpg": b"x"}), lists)

    assert source.read("../secret.jpg") == b"from the archive"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "portraits.zip", "secret.jpg"]
