"""Files for somebody without a key here: for their owner alone, and there only when they are whole."""

from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.services.handing import write_handed


def test_a_file_is_whole_and_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "x.age"
    file.write_bytes(b"an older one")

    write_handed(file, b"locked")

    assert file.read_bytes() == b"locked"
    assert file.stat().st_mode & 0o077 == 0
    assert [one.name for one in tmp_path.iterdir()] == ["x.age"]


def test_a_place_that_takes_none_is_said_and_the_older_one_stays(tmp_path: Path) -> None:
    file = tmp_path / "x.age"
    file.mkdir()

    with pytest.raises(OutsideFailed) as refused:
        write_handed(file, b"locked")
    with pytest.raises(OutsideFailed):
        write_handed(tmp_path / "no" / "x.age", b"locked")

    assert refused.value.happened.id == "vault.not-handed"
    assert refused.value.remedy is not None
    assert [one.name for one in tmp_path.iterdir()] == ["x.age"]
