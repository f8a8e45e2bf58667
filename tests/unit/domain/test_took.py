"""How long something took, as people say it."""

from datetime import timedelta

import pytest

from smadmin.domain.took import took_said


@pytest.mark.parametrize(
    ("minutes", "said", "n"),
    [
        (0, "moment", None),
        (1, "minutes", 1),
        (59, "minutes", 59),
        (60, "hours", 1),
        (2_879, "hours", 47),
        (2_880, "days", 2),
    ],
)
def test_how_long_it_took_is_said_as_people_do(minutes: int, said: str, n: int | None) -> None:
    told = took_said(timedelta(minutes=minutes, seconds=30))

    assert (told.id, told.values.get("n")) == (f"afterui.took-{said}", n)
