"""Whether a store is sound."""

import sqlite3
from contextlib import closing
from pathlib import Path

from smadmin.services.places import Place
from smadmin.services.soundness import Soundness
from smadmin.storage.files import MediaFiles
from tests.school import make_school


def test_a_fresh_store_is_sound(tmp_path: Path) -> None:
    make_school(tmp_path, staff=("ana",))
    MediaFiles(tmp_path / "media").write(b"sealed bytes")
    soundness = Soundness(Place(tmp_path, tmp_path))

    assert (soundness.database(), soundness.files()) == ((), ())


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    make_school(tmp_path, staff=("ana",))
    name = MediaFiles(tmp_path / "media").write(b"sealed bytes")
    (tmp_path / "media" / name).write_bytes(b"sealed bytez")

    (found,) = Soundness(Place(tmp_path, tmp_path)).files()

    assert (found.id, found.values["name"]) == ("store.check-file-changed", name)


def test_a_damaged_page_is_found(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    school.rest()
    file = tmp_path / "store.db"
    with closing(sqlite3.connect(file)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'record_row'").fetchone()[
            0
        ]
        page = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(file.read_bytes())
    content[(root - 1) * page : (root - 1) * page + 100] = b"\xff" * 100
    file.write_bytes(content)

    assert [message.id for message in Soundness(Place(tmp_path, tmp_path)).database()][:1] == [
        "store.check-integrity"
    ]
