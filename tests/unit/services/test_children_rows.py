"""The digest of the children's rows follows each of them, and nothing else."""

from pathlib import Path

from smadmin.services.children_rows import roster_digest, roster_rows
from tests.school import make_school


def test_without_children_there_is_nothing_to_digest(tmp_path: Path) -> None:
    school = make_school(tmp_path)

    with school.desk.look(school.by("ana")) as unit:
        assert roster_rows(unit) == {}
        assert len(roster_digest(unit)) == 64
