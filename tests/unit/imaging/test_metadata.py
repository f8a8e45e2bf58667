"""Fourteen canaries in every kind of file, and none in what is written (R2)."""

from pathlib import Path

import pytest

from smadmin.domain.photos.pictures import ImageFormat
from smadmin.imaging.clean import is_clean
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services.photos.folders import Copies, PhotoFolders
from tests.canaries import NAMES, left_in, planted

OUTPUTS = (ImageFormat.JPEG, ImageFormat.PNG)
ENDS = {ImageFormat.JPEG: b"\xff\xd9", ImageFormat.PNG: b"\0\0\0\0IEND\xaeB`\x82"}


def test_there_are_fourteen_and_each_file_has_them_all() -> None:
    assert len(set(NAMES)) == 14
    assert {image_format: left_in(planted(image_format)) for image_format in ImageFormat} == {
        image_format: list(NAMES) for image_format in ImageFormat
    }


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("source", ImageFormat)
def test_no_canary_survives(photo_workers: PhotoWorkers, source: ImageFormat, output: ImageFormat) -> None:
    picture = photo_workers.decode(planted(source))

    file = photo_workers.encode(picture, output)

    assert (picture.width, picture.height) == (96, 64)
    assert left_in(file) == []
    assert b"CANARY" not in file
    assert file.endswith(ENDS[output])
    assert file.count(ENDS[output]) == 1
    assert is_clean(file, output)


@pytest.mark.parametrize("source", ImageFormat)
def test_that_a_file_held_more_is_noticed(photo_workers: PhotoWorkers, source: ImageFormat) -> None:
    facts = photo_workers.decode(planted(source)).facts

    assert facts is not None
    assert facts.had_more


def test_neither_does_a_name_survive(photo_workers: PhotoWorkers, tmp_path: Path) -> None:
    source = tmp_path / "Mia_Lopez_4b_CANARY.jpg"
    source.write_bytes(planted(ImageFormat.JPEG))

    (written,) = PhotoFolders(photo_workers).clean([source], Copies(tmp_path / "out"))

    assert written.copy is not None
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["photo-001.jpg"]
    assert b"CANARY" not in written.copy.read_bytes()
    assert [note.id for note in written.notes] == ["imaging.had-place", "imaging.had-more"]
