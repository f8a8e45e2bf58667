"""When the whole list was last said to be right, in the school's own time."""

from datetime import date
from pathlib import Path

from smadmin.services.students.checking import list_checked_on
from smadmin.services.students.roster import Students
from tests.clocked import confirm, dated_road
from tests.darkroom import make_darkroom


def test_the_last_time_counts_and_its_day_is_the_schools_own(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    with room.school.desk.look(ana) as unit:
        assert list_checked_on(unit, room.school.desk) is None

    room.students.still_right(ana)
    room.school.clock.forward(days=2, hours=10)  # 25:00 UTC, still the evening in Denver
    room.students.still_right(ana)

    with room.school.desk.look(ana) as unit:
        assert list_checked_on(unit, room.school.desk) == date(2026, 11, 18)


def test_a_check_with_a_clock_that_was_years_ahead_keeps_no_list_right(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    room.students.still_right(room.by("ana"))
    room.school.clock.forward(days=3650)
    room.students.still_right(room.by("ana"))
    room.school.clock.forward(days=-3650)

    with room.school.desk.look(room.by("ana")) as unit:
        assert list_checked_on(unit, room.school.desk) == date(2026, 11, 16)


def test_a_check_that_was_dated_ahead_keeps_no_list_right_when_its_own_day_comes(tmp_path: Path) -> None:
    road = dated_road(tmp_path)
    desk, clock = road.school.desk, road.school.clock
    today = clock.now().date()
    clock.forward(days=25)
    Students(desk, road.media, roster_age_days=30).still_right(road.by("pat"))
    clock.forward(days=-25)
    confirm(road, "pat")
    clock.forward(days=26)

    with desk.look(road.by("pat")) as unit:
        road.proof.now(unit)
        assert list_checked_on(unit, desk) == today
