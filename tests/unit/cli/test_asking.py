"""What stands before a command that somebody signs in for."""

from pathlib import Path

import pytest

from tests.school import make_school
from tests.unit.cli.desktops import Desktop
from tests.unit.services.test_backroom import sql


@pytest.mark.parametrize("damage", ["DELETE FROM role", "UPDATE person SET body = zeroblob(4)"])
def test_a_command_puts_damaged_tables_right_before_anybody_signs_in(tmp_path: Path, damage: str) -> None:
    school = make_school(tmp_path / "school", staff=("ana", "pat"))
    sql(school, damage)

    status = Desktop(school).run("records", "export", "--out", str(tmp_path / "bag"), "--as", "Pat Winters")

    assert status == 0
    assert school.records.verify(noted=school.noted).whole
