"""When the whole list was last said to be right, in the school's own time."""

from datetime import date
from pathlib import Path

from smadmin.services.students.checking import list_checked_on
from tests.darkroom import make_darkroom


def test_the_last_time_counts_and_its_day_is_the_schools_own(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    with room.school.desk.look(ana) as unit:
        assert list_checked_on(unit, room.school.desk.now) is None

    room.students.still_right(ana)
    room.school.clock.forward(days=2, hours=10)  # 25:00 UTC, still the evening in Denver
    room.students.still_right(ana)

    with room.school.desk.look(ana) as unit:
        assert list_checked_on(unit, room.school.desk.now) == date(2026, 11, 18)


def test_a_check_with_a_clock_that_was_years_ahead_keeps_no_list_right(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    room.students.still_right(room.by("ana"))
    room.school.clock.forward(days=3650)
    room.students.still_right(room.by("ana"))
    room.school.clock.forward(days=-3650)

    with room.school.desk.look(room.by("ana")) as unit:
        assert list_checked_on(unit, room.school.desk.now) == date(2026, 11, 16)
