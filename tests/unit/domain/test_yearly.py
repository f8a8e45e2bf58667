"""The stages of a yearly confirmation, at the edges of each; leap years have no say in it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.yearly import Stage, due_on, stage

LAST = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (0, Stage.FINE),
        (334, Stage.FINE),
        (335, Stage.SOON),
        (364, Stage.SOON),
        (365, Stage.DUE),
        (394, Stage.DUE),
        (395, Stage.LATE),
        (4_000, Stage.LATE),
    ],
)
def test_it_is_said_a_month_before_on_the_day_and_louder_a_month_later(after: int, expected: Stage) -> None:
    assert stage(LAST, LAST + timedelta(days=after)) is expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 2_000))
def test_it_only_grows_more_urgent(last: date, after: int) -> None:
    day = last + timedelta(days=after)

    assert stage(last, day) <= stage(last, day + timedelta(days=1))
    assert (stage(last, day) >= Stage.DUE) is (day >= due_on(last))


def test_a_day_that_somebody_planted_at_the_calendars_end_is_due_by_its_last() -> None:
    assert due_on(date.max) == date.max
    assert stage(date.max, date(2026, 11, 23)) is Stage.FINE
