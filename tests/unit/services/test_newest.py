"""What a deed stands on: the newest row as it was signed."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import Tampered
from smadmin.services.newest import newest_row
from tests.school import make_school


def test_the_newest_row_is_read_with_what_it_says(tmp_path: Path) -> None:
    school = make_school(tmp_path)

    with school.desk.look() as unit:
        head = unit.record.head()
        _, body = newest_row(unit, head)

    assert body.seq == head.seq


def test_a_newest_row_that_isnt_linked_as_it_says_is_refused(tmp_path: Path) -> None:
    school = make_school(tmp_path)

    with school.desk.look() as unit, pytest.raises(Tampered):
        newest_row(unit, replace(unit.record.head(), row_hash=bytes(32)))
