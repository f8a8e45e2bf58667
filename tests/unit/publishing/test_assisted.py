"""Writing a post into a folder: whole or not at all, nothing but what was handed in."""

from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.publishing.assisted import OutgoingPicture, clear_bundle, write_bundle

JPEG, PNG = b"\xff\xd8\xff\xe0 one \xff\xd9", b"\x89PNG\r\n two"


def test_words_pictures_and_alt_texts_lie_there_in_order(tmp_path: Path) -> None:
    pictures = [OutgoingPicture(JPEG, "A tower"), OutgoingPicture(PNG, "Ein Türmchen 🏰")]

    bundle = write_bundle(tmp_path / "out", "x-lincoln", "The fair opens.", pictures)

    assert {path.name: path.read_bytes() for path in bundle.folder.iterdir()} == {
        "post.txt": b"The fair opens.",
        "01.jpg": JPEG,
        "01-alt.txt": b"A tower",
        "02.png": PNG,
        "02-alt.txt": "Ein Türmchen 🏰".encode(),
    }
    assert [(path.name, alt) for path, alt in bundle.pictures] == [
        ("01.jpg", "A tower"),
        ("02.png", "Ein Türmchen 🏰"),
    ]
    assert bundle.words.read_text("utf-8") == "The fair opens."


def test_eleven_pictures_stay_in_order(tmp_path: Path) -> None:
    pictures = [OutgoingPicture(JPEG, str(number)) for number in range(1, 12)]

    bundle = write_bundle(tmp_path, "x", "", pictures)

    assert [(path.stem, alt) for path, alt in bundle.pictures] == [
        (f"{number:02}", str(number)) for number in range(1, 12)
    ]


def test_a_folder_that_is_there_is_never_written_into(tmp_path: Path) -> None:
    first = write_bundle(tmp_path, "x", "old", [])

    second = write_bundle(tmp_path, "x", "new", [])

    assert (first.words.read_text("utf-8"), second.words.read_text("utf-8")) == ("old", "new")
    assert second.folder.name == "x-2"


def test_only_the_person_reads_what_was_written(tmp_path: Path) -> None:
    bundle = write_bundle(tmp_path, "x", "words", [OutgoingPicture(JPEG, "")])

    assert bundle.folder.stat().st_mode & 0o077 == 0
    assert {path.stat().st_mode & 0o077 for path in bundle.folder.iterdir()} == {0}


def test_a_picture_of_an_unknown_kind_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(OutsideFailed):
        write_bundle(tmp_path / "out", "x", "words", [OutgoingPicture(b"GIF89a", "")])

    assert not (tmp_path / "out").exists()


def test_where_nothing_can_be_written_nothing_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(OutsideFailed) as failed:
        write_bundle(tmp_path / "file", "x", "words", [])

    assert failed.value.happened.id == "publications.not-written"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_name_that_is_no_name_leaves_nothing_half_done(tmp_path: Path) -> None:
    with pytest.raises(OutsideFailed):
        write_bundle(tmp_path, "x" * 400, "words", [OutgoingPicture(JPEG, "")])

    assert list(tmp_path.iterdir()) == []


def test_what_lay_ready_goes_and_what_somebody_put_beside_it_stays(tmp_path: Path) -> None:
    bundle = write_bundle(
        tmp_path, "x", "words", [OutgoingPicture(JPEG, "a tower")], beside={"film.mp4": b""}
    )
    other = write_bundle(tmp_path, "y", "words", [])
    (bundle.folder / "own.txt").write_text("mine")

    clear_bundle(bundle.folder, {"01.jpg", "film.mp4"})
    clear_bundle(other.folder, ())
    clear_bundle(tmp_path / "gone", ())

    assert [one.name for one in bundle.folder.iterdir()] == ["own.txt"]
    assert not other.folder.exists()
