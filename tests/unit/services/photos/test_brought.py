"""Photos that aren't taken in yet: counted, and seen small, without a trace in the store."""

from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.services.photos.brought import Brought, Pile
from tests.seeing import ANN, Eyes, as_file, picture


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.jpg", "a.jpg", "c.jpg"):
        (tmp_path / name).write_bytes(as_file(picture((ANN, 40))))
    (tmp_path / "notes.txt").write_text("no photo")
    return tmp_path


def test_a_folders_photos_are_counted_and_the_first_named_in_order(folder: Path) -> None:
    assert Brought(Eyes()).pile([folder], most=2) == Pile((folder / "a.jpg", folder / "b.jpg"), 3)


def test_a_photo_is_seen_small(folder: Path) -> None:
    seen = Brought(Eyes()).small(folder / "a.jpg", longest_px=80)

    assert max(seen.width, seen.height) <= 80


def test_what_is_no_photo_says_so(folder: Path) -> None:
    with pytest.raises(PhotoUnreadable):
        Brought(Eyes()).small(folder / "notes.txt", longest_px=80)


def test_a_place_that_is_gone_is_said(folder: Path) -> None:
    with pytest.raises(BadInput):
        Brought(Eyes()).pile([folder / "gone"], most=2)
