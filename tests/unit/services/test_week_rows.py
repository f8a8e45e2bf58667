"""Weeks as lists tell them, by the rows alone."""

from datetime import timedelta
from pathlib import Path

from smadmin.services.week_rows import is_owed, is_signed, signed_until
from tests.road import WEEK, make_road
from tests.unit.services.test_week_given import enter


def test_lists_say_that_it_is_due_and_that_it_ends_with_its_week(tmp_path: Path) -> None:
    road = make_road(tmp_path, signed=False)
    paper, following = enter(road), WEEK + timedelta(weeks=1)

    with road.school.desk.look() as unit:
        assert is_owed(unit, WEEK)
        assert is_signed(unit, WEEK)
        assert signed_until(unit, WEEK) is not None
        assert signed_until(unit, following) is None
    paper.countersign(road.by("pat"), WEEK)

    with road.school.desk.look() as unit:
        assert not is_owed(unit, WEEK)
        assert signed_until(unit, following) is not None
