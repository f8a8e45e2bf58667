"""Days and times as lists write them; nothing that is written makes reading fail."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.written_times import day_goes_first, is_either, read_written

DENVER = ZoneInfo("America/Denver")


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-03",
        "2024/5/3",
        "5/3/2024",
        "5/3/24",
        "May 3, 2024",
        "Friday, May 3rd, 2024",
        "Fri May 3 2024",
        "3 May 2024",
        "3-May-2024",
        "3 de mayo de 2024",
        "viernes, 3 de mayo de 2024",
        "  3   de MAYO del 2024 ",
    ],
)
def test_a_day_without_a_time(written: str) -> None:
    found = read_written(written, DENVER, day_first=False)

    assert found is not None
    assert (found.day, found.moment) == (date(2024, 5, 3), None)


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-03 15:04",
        "2024-05-03T15:04:00",
        "2024-05-03T21:04:00Z",
        "2024-05-03T21:04:00+0000",
        "2024-05-03 23:04 +02:00",
        "2024-05-03T15:04:00.123456-06:00",
        "5/3/2024 3:04 PM",
        "5/3/24, 3:04 p. m.",
        "May 3, 2024 at 3:04 pm",
        "3 de mayo de 2024 a las 15:04",
        "1714770240",
        "1714770240000",
    ],
)
def test_a_time_without_a_zone_is_the_schools_own(written: str) -> None:
    found = read_written(written, DENVER, day_first=False)

    assert found is not None
    assert found.moment is not None
    assert found.moment.replace(second=0) == datetime(2024, 5, 3, 21, 4, tzinfo=UTC)
    assert found.day == date(2024, 5, 3)


@pytest.mark.parametrize(
    "written",
    [
        "", "soon", "12:30", "2024-02-30", "2023-02-29", "13/13/2024", "2024-05-03 25:00", "5/3/24 13:04 PM",
        "=TODAY()", "9" * 5_000, "3 de brumario de 2024", "2024-05-03 10:00 EST", "0000-01-01", "-1714770240",
        "99999999999999", "1e9", "٩" * 70,
    ],
)  # fmt: skip
def test_what_is_no_day_is_none(written: str) -> None:
    assert read_written(written, DENVER, day_first=False) is None


@pytest.mark.parametrize(
    ("written", "hour"), [("12:04 AM", 0), ("12:04 PM", 12), ("1:04 a.m.", 1), ("11:04 p. m.", 23)]
)
def test_midnight_and_noon_are_twelve(written: str, hour: int) -> None:
    found = read_written(f"5/3/2024 {written}", ZoneInfo("UTC"), day_first=False)

    assert found is not None
    assert found.moment == datetime(2024, 5, 3, hour, 4, tzinfo=UTC)


def test_the_day_is_the_schools_even_where_the_moment_is_tomorrows() -> None:
    found = read_written("2024-05-04T03:00:00Z", DENVER, day_first=False)

    assert found is not None
    assert found.day == date(2024, 5, 3)


def test_other_rows_show_which_number_is_the_day() -> None:
    assert day_goes_first(["3/4/2024", "13/4/2024"]) is True
    assert day_goes_first(["3/4/2024", "3/14/2024"]) is False
    assert day_goes_first(["3/4/2024"]) is None
    assert day_goes_first(["13/4/2024", "3/14/2024"]) is None
    assert is_either("3/4/2024")
    assert not is_either("3/3/2024")
    assert not is_either("2024-03-04")
    day = read_written("3/4/2024", DENVER, day_first=True)
    month = read_written("3/4/2024", DENVER, day_first=False)
    assert day is not None
    assert month is not None
    assert (day.day, month.day) == (date(2024, 4, 3), date(2024, 3, 4))


@given(st.integers(100_000_000, 4_000_000_000), st.sampled_from(["UTC", "America/New_York"]))
def test_what_a_program_writes_is_read_back(second: int, zone: str) -> None:
    at = datetime.fromtimestamp(second, UTC)

    for written in (at.isoformat(), str(second)):
        found = read_written(written, ZoneInfo(zone), day_first=False)
        assert found is not None
        assert found.moment == at
        assert found.day == at.astimezone(ZoneInfo(zone)).date()


@given(st.text(max_size=80))
def test_any_text_is_a_day_or_none(written: str) -> None:
    for first in (True, False):
        found = read_written(written, DENVER, day_first=first)
        assert (
            found is None
            or found.moment is None
            or abs(found.moment.astimezone(DENVER).date() - found.day) < timedelta(days=1)
        )


@pytest.mark.parametrize("zone", ["Pacific/Apia", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu"])
def test_the_day_is_the_moments_own_also_where_a_zone_skipped_one(zone: str) -> None:
    school = ZoneInfo(zone)

    for written in ("2011-12-30 12:00", "2024-03-10 02:30", "2024-11-03 01:30", "2011-12-30T12:00:00Z"):
        found = read_written(written, school, day_first=False)
        assert found is not None
        assert found.moment is not None
        assert found.day == found.moment.astimezone(school).date()
