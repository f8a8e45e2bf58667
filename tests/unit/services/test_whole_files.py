"""A file that can't be written whole leaves nothing, and what was there before stays."""

import os
from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.services.whole_files import write_whole

REFUSED = OutsideFailed(say("vault.not-handed", file="x"), kept=say("keys.nothing-changed"))


def test_a_file_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"older")

    write_whole(file, b"newer", refused=REFUSED)

    assert file.read_bytes() == b"newer"
    assert file.stat().st_mode & 0o077 == 0


def test_a_full_disk_leaves_the_older_one_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"older")

    def full(_end: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OutsideFailed):
        write_whole(file, b"newer", refused=REFUSED)

    assert file.read_bytes() == b"older"
    assert [one.name for one in tmp_path.iterdir()] == ["x.pdf"]
