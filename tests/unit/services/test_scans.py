"""Scans are looked at in a worker, sealed, and shown again."""

from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError
from smadmin.services.scans import Scans
from tests.darkroom import make_darkroom
from tests.seeing import as_file, picture


def test_a_scan_is_looked_at_before_it_is_sealed_and_shown_again(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "store")
    scans, letter = Scans(room.media, room.eyes), tmp_path / "letter.png"
    letter.write_bytes(as_file(picture()))

    sealed = scans.seal(letter)
    with room.school.desk.deed(room.school.by("ana")) as deed:
        deed.unit.media.add(sealed)

    assert scans.picture(room.school.by("ana"), sealed.id, longest_px=100).width > 0
    scans.drop(sealed)
    with pytest.raises(KnownError):
        scans.picture(room.school.by("ana"), sealed.id, longest_px=100)


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "store")

    with pytest.raises(KnownError):
        Scans(room.media, room.eyes).seal(tmp_path / "missing.png")
