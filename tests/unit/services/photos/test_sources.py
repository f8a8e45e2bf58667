"""What somebody brings is taken by its contents, or said in a sentence; a Live Photo's film is set aside."""

import zipfile
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput
from smadmin.services.photos.sources import Given, Load, Piece


def read(*sources: Path | Given) -> dict[str, Piece]:
    return {piece.name: piece for piece in Load(sources).pieces()}


def said(piece: Piece) -> str:
    return "" if piece.wrong is None else piece.wrong.id


@pytest.fixture
def camera(tmp_path: Path) -> Path:
    camera = tmp_path / "DCIM"
    camera.mkdir()
    for name in ("IMG_1.HEIC", "IMG_1.MOV", "IMG_2.jpg", "IMG_9.mp4", "notes.txt"):
        (camera / name).write_bytes(name.encode())
    return camera


def test_a_live_photos_film_is_set_aside_and_a_film_alone_is_said(camera: Path) -> None:
    found = read(camera)

    assert set(found) == {"IMG_1.HEIC", "IMG_2.jpg", "IMG_1.MOV", "IMG_9.mp4"}
    assert found["IMG_1.HEIC"].content == b"IMG_1.HEIC"
    assert (found["IMG_1.MOV"].film, said(found["IMG_1.MOV"])) == (True, "")
    assert (found["IMG_9.mp4"].film, said(found["IMG_9.mp4"])) == (False, "photos.film")


def test_named_files_are_paired_as_those_in_a_folder_are(camera: Path) -> None:
    found = read(camera / "IMG_1.MOV", camera / "IMG_1.HEIC", camera / "IMG_9.mp4")

    assert [name for name, piece in found.items() if piece.film] == ["IMG_1.MOV"]
    assert [name for name, piece in found.items() if piece.content] == ["IMG_1.HEIC"]


def test_an_archives_photos_are_read_in_memory_and_nothing_is_written(tmp_path: Path) -> None:
    archive = tmp_path / "day.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("day/one.jpg", b"one" * 100)
        packed.writestr("../../two.JPG", b"two")
        packed.writestr("__MACOSX/day/._one.jpg", b"mac")
        packed.writestr("day/letter.txt", b"no photo")
    before = set(tmp_path.parent.rglob("*"))

    found = read(archive)

    assert {name: piece.content for name, piece in found.items()} == {
        "one.jpg": b"one" * 100,
        "two.JPG": b"two",
    }
    assert set(tmp_path.parent.rglob("*")) == before


def test_films_in_an_archive_are_told_apart_as_in_a_folder(tmp_path: Path) -> None:
    archive = tmp_path / "phone.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in ("day/IMG_1.HEIC", "day/IMG_1.MOV", "day/IMG_9.mp4", "other/IMG_9.jpg"):
            packed.writestr(name, name.encode())

    found = read(archive)

    assert [(name, piece.film, said(piece)) for name, piece in found.items()] == [
        ("IMG_1.HEIC", False, ""),
        ("IMG_9.jpg", False, ""),
        ("IMG_1.MOV", True, ""),
        ("IMG_9.mp4", False, "photos.film"),
    ]


@pytest.mark.parametrize("content", [b"no archive", b"PK\x03\x04" + bytes(50), b""])
def test_a_broken_archive_is_said(tmp_path: Path, content: bytes) -> None:
    archive = tmp_path / "day.zip"
    archive.write_bytes(content)

    assert said(read(archive)["day.zip"]).startswith("enrolling.")


def test_an_archive_without_photos_is_said(tmp_path: Path) -> None:
    archive = tmp_path / "day.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("letter.txt", b"no photo")

    assert said(read(archive)["day.zip"]) == "imaging.no-photos"


def test_a_picture_that_is_no_file_is_taken_by_its_contents() -> None:
    assert read(Given("picture.png", b"pixels"))["picture.png"].content == b"pixels"


def test_a_place_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        read(tmp_path / "gone")


def test_what_could_not_be_kept_is_read_again_however_often_somebody_stops(tmp_path: Path) -> None:
    for day in ("a", "b"):
        with zipfile.ZipFile(tmp_path / f"{day}.zip", "w") as packed:
            for number in range(3):
                packed.writestr(f"{day}{number}.jpg", b"x")
    load = Load([tmp_path / "a.zip", tmp_path / "b.zip"])

    def take(count: int) -> list[str]:
        taken = []
        for _, piece in zip(range(count), load.pieces(), strict=False):
            load.took()
            taken.append(piece.name)
        return taken

    assert take(4)[-1] == "b0.jpg"  # but the disk is full: nothing of it is kept
    assert take(1) == ["a0.jpg"]
    load.keep()

    assert load.left == 2  # both archives
    assert take(99) == ["a0.jpg", "a1.jpg", "a2.jpg", "b0.jpg", "b1.jpg", "b2.jpg"]
