"""How long it took from found to removed, in the largest whole unit."""

from datetime import timedelta

import pytest

from smadmin.ui.comments.removing_said import duration


@pytest.mark.demand("SOC-M7")
@pytest.mark.parametrize(
    ("took", "unit", "n"),
    [
        (timedelta(), "minutes", 0),
        (timedelta(minutes=119), "minutes", 119),
        (timedelta(hours=2), "hours", 2),
        (timedelta(hours=47, minutes=59), "hours", 47),
        (timedelta(days=2), "days", 2),
    ],
)
def test_the_time_is_told_in_its_largest_whole_unit(took: timedelta, unit: str, n: int) -> None:
    said = duration(took)

    assert (said.id, dict(said.values)) == (f"moderating.took-{unit}", {"n": n})
