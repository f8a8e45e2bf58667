"""Archives that are small as a file and endless once unpacked: refused before they fill anything."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typing_extensions import override

from smadmin.domain.errors import BadInput
from smadmin.domain.past_posts import RawFile
from smadmin.importing.past_posts import reading
from smadmin.importing.past_posts.border import MOST_ARCHIVE_BYTES, MOST_FILE_BYTES
from smadmin.importing.past_posts.reading import PastReader
from smadmin.importing.spreadsheets.reading import Entry

ROW = {"timestamp": 1_700_000_000, "data": [{"post": "x"}]}
PARTS = MOST_ARCHIVE_BYTES // MOST_FILE_BYTES + 1


class Counting(PastReader):
    """A reader that counts the files of an archive which it had read."""

    asked = 0

    @override
    def _entry(self, path: Path, entry: Entry, most: int) -> RawFile:
        self.asked += 1
        return super()._entry(path, entry, most)


@pytest.fixture
def reader() -> Iterator[Counting]:
    with Counting() as made:
        yield made


def archive(folder: Path, parts: int, content: bytes) -> Path:
    path = folder / "archive.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for number in range(parts):
            made.writestr(f"your_facebook_activity/posts/your_posts_{number}_{number}.json", content)
    return path


def refused(reader: PastReader, path: Path) -> str:
    with pytest.raises(BadInput) as error:
        reader.read(path)
    return error.value.happened.id


def test_files_that_are_too_many_rows_together_are_not_read_to_the_end(
    reader: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 25)

    assert refused(reader, archive(tmp_path, 40, json.dumps([ROW] * 10).encode())) == "pastposts.too-large"

    assert reader.asked == 3


def test_files_that_are_too_large_together_are_not_read_at_all(reader: Counting, tmp_path: Path) -> None:
    path = archive(tmp_path, PARTS, b" " * MOST_FILE_BYTES)
    assert path.stat().st_size < 4 << 20

    assert refused(reader, path) == "pastposts.too-large"

    assert reader.asked == 0


def test_as_many_rows_as_may_be_are_taken_from_several_files(
    reader: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 20)

    assert len(reader.read(archive(tmp_path, 2, json.dumps([ROW] * 10).encode())).rows) == 20
