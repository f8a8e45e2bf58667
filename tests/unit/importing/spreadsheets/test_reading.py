"""Lists and archives through the real worker: what is bad is told in a sentence, and the next one is read."""

import io
import os
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput
from smadmin.importing.spreadsheets.border import MOST_FILE_BYTES, MOST_ROWS
from smadmin.importing.spreadsheets.reading import LIMITS, ListReader
from smadmin.jail.workshop import Workshop
from tests.unit.importing.spreadsheets.lists import archive, workbook


@pytest.fixture
def reader() -> Iterator[ListReader]:
    with ListReader() as made:
        yield made


def written(folder: Path, content: bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        "Last;First\nGarcía;Zoë".encode("cp1252"),
        "Last\tFirst\nGarcía\tZoë".encode("utf-16"),
        workbook([["Last", "First"], ["García", "Zoë"]]),
    ],
)
def test_a_list_is_read_in_the_worker_whatever_its_kind(
    reader: ListReader, tmp_path: Path, content: bytes
) -> None:
    sheet = reader.sheet(written(tmp_path, content))

    assert sheet.rows == (("Last", "First"), ("García", "Zoë"))


BOMB = workbook([["x"]])


def bomb() -> bytes:
    """Make a workbook whose sheet unpacks to 400 MB."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(BOMB)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if "sheet1" not in name:
                target.writestr(name, source.read(name))
        with target.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(12):
                sheet.write(b" " * (1 << 25))
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "enrolling.broken"),
        (b" \r\n", "enrolling.broken"),
        (b"PK\x03\x04 junk", "enrolling.broken"),
        (b"\xd0\xcf\x11\xe0" * 200, "enrolling.broken"),
        (archive({"a.jpg": b"x"}), "enrolling.unknown-kind"),
        (b'Last\n"Ash\nBay\n', "enrolling.quote"),
        (b"a\n" * (MOST_ROWS + 2), "enrolling.too-large"),
        (b"a" * (MOST_FILE_BYTES + 1), "enrolling.too-large"),
    ],
)
def test_what_cant_be_read_says_why_and_the_next_list_is_read(
    reader: ListReader, tmp_path: Path, content: bytes, why: str
) -> None:
    with pytest.raises(BadInput) as refused:
        reader.sheet(written(tmp_path, content))

    assert refused.value.happened.id == why
    assert reader.sheet(written(tmp_path, b"Last\nAsh\n")).rows == (("Last",), ("Ash",))


def test_a_bomb_ends_its_worker_and_nothing_else(tmp_path: Path) -> None:
    content = bomb()
    assert len(content) < 1 << 20
    hasty = Workshop("smadmin.importing.spreadsheets.trade", replace(LIMITS, cpu_s=1))

    with ListReader(hasty) as reader:
        with pytest.raises(BadInput):
            reader.sheet(written(tmp_path, content))
        after = reader.sheet(written(tmp_path, b"Last\nAsh\n"))

    assert after.rows == (("Last",), ("Ash",))


@pytest.mark.parametrize("name", ["gone.csv", "."])
def test_a_list_that_isnt_there_is_told(reader: ListReader, tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput) as refused:
        reader.sheet(tmp_path / name)

    assert refused.value.happened.id == "enrolling.unreadable"


@pytest.mark.parametrize("packed", [True, False])
def test_an_archives_files_are_unpacked_one_by_one_in_memory(
    reader: ListReader, tmp_path: Path, packed: bool
) -> None:
    files = {"4b/7.jpg": b"ann" * 1000, "8.jpg": b"ben"}
    path = written(tmp_path, archive(files, packed=packed), "portraits.zip")

    found = {entry.name: reader.entry(path, entry) for entry in reader.contents(path)}

    assert found == files
    assert [one.name for one in tmp_path.iterdir()] == ["portraits.zip"]


def test_a_name_that_climbs_out_of_the_archive_is_only_a_name(reader: ListReader, tmp_path: Path) -> None:
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    path = written(inside, archive({"../../../escaped.jpg": b"x", "/etc/7.jpg": b"y"}), "portraits.zip")

    contents = [reader.entry(path, entry) for entry in reader.contents(path)]

    assert contents == [b"x", b"y"]
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["a", "b", "portraits.zip"]


def test_folders_empty_files_and_names_with_signs_that_move_the_line_are_left_out(
    reader: ListReader, tmp_path: Path
) -> None:
    path = written(
        tmp_path, archive({"4b/": b"", "e.jpg": b"", "x\n1.jpg": b"x", "7.jpg": b"y"}), "portraits.zip"
    )

    assert [entry.name for entry in reader.contents(path)] == ["7.jpg"]


def test_an_archive_that_lies_about_a_file_is_refused(reader: ListReader, tmp_path: Path) -> None:
    content = bytearray(archive({"7.jpg": b"pixels" * 50}, packed=False))
    path = written(tmp_path, bytes(content), "portraits.zip")
    (entry,) = reader.contents(path)
    content[60] ^= 1
    path.write_bytes(bytes(content))

    with pytest.raises(BadInput):
        reader.entry(path, entry)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_file_said_to_be_packed_in_more_than_it_is_large_is_not_read(
    reader: ListReader, tmp_path: Path, method: int
) -> None:
    path = tmp_path / "portraits.zip"
    with path.open("wb") as sparse, zipfile.ZipFile(sparse, "w", method, allowZip64=True) as made:
        made.writestr("7.jpg", b"pixels" * 50)
        sparse.truncate(6 << 30)
        made.start_dir = sparse.seek(0, os.SEEK_END)
        made.filelist[0].compress_size = (6 << 30) - 1_000
    with zipfile.ZipFile(path) as lying:
        assert lying.infolist()[0].compress_size > 1 << 30

    with pytest.raises(BadInput) as told:
        reader.contents(path)

    assert told.value.happened.id == "enrolling.broken"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_archive(reader: ListReader, tmp_path: Path) -> None:
    pipe = tmp_path / "portraits.zip"
    os.mkfifo(pipe)

    with pytest.raises(BadInput) as told:
        reader.contents(pipe)

    assert told.value.happened.id == "enrolling.unreadable"


@pytest.mark.parametrize("content", [b"", b"no archive at all", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_archive_says_so(reader: ListReader, tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadInput):
        reader.contents(written(tmp_path, content, "portraits.zip"))
