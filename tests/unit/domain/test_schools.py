"""A school has its own clock on the wall."""

from datetime import UTC, datetime

from smadmin.domain.ids import SchoolId
from smadmin.domain.schools import School


def test_a_moment_is_shown_in_the_schools_zone() -> None:
    school = School(SchoolId("s"), "Lincoln", "America/Denver", "socorro-tx")

    assert school.local(datetime(2026, 11, 1, 5, 30, tzinfo=UTC)).isoformat() == "2026-10-31T23:30:00-06:00"
    assert school.local(datetime(2026, 11, 1, 9, 30, tzinfo=UTC)).isoformat() == "2026-11-01T02:30:00-07:00"
