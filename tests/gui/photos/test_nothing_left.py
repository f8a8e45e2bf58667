"""After a session at the screen no copy of a face lies in any file: no thumbnail, no cache, no undo (R3)."""

import os
import tempfile
from pathlib import Path

import pytest

from tests.gui.photos.conftest import Studio
from tests.remains import files_below, images_in
from tests.seeing import ANN, BEN, STRANGER, as_file, picture

CACHES = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
STRIP = 20


def forms(colour: tuple[int, int, int]) -> list[bytes]:
    """Give a strip of a face as it lies in files, in Qt's pictures, and upside down in colour."""
    red, green, blue = colour
    return [bytes(colour) * STRIP, bytes((blue, green, red, 255)) * STRIP, bytes((blue, green, red)) * STRIP]


def written_since(places: list[Path], before: dict[Path, bytes]) -> dict[Path, bytes]:
    after = files_below(place for place in places if place.is_dir())
    return {path: content for path, content in after.items() if before.get(path) != content}


def test_nothing_recognisable_is_left_after_export(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    homes = studio.camera.parent / "homes"
    for name in CACHES:
        (homes / name).mkdir(parents=True)
        monkeypatch.setenv(name, str(homes / name))
    (homes / "TMPDIR").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(homes / "TMPDIR"))
    places = [studio.camera.parent, Path(os.environ["HOME"])]
    before = files_below([studio.camera])
    assert any(forms(ANN)[0] in content for content in before.values())

    studio.take_in()
    studio.look_at_all()
    studio.second_person()
    studio.type("  ")
    studio.until(lambda: all(one.exported is not None for one in studio.photos))
    for path in studio.camera.iterdir():
        path.unlink()

    left = written_since(places, before)
    assert len(left) > 3
    faces = [form for colour in (ANN, BEN, STRANGER) for form in forms(colour)]
    assert [path for path, content in left.items() if any(face in content for face in faces)] == []
    assert {path: found for path, content in left.items() if (found := images_in(content))} == {}
    assert as_file(picture((BEN, 100))) not in left.values()
