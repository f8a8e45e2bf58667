"""Who looks at Today is told of rest that nobody signed, without proving the whole record."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.services.excuses import Excuses
from smadmin.services.unsigned import Unsigned
from tests.road import Road, make_road
from tests.unit.services import test_days_rows, test_rest_rows
from tests.unit.services.test_rest_rows import FORGED, TODAY


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def unsigned(road: Road) -> Unsigned:
    return Unsigned(road.school.desk, road.proof)


@pytest.mark.parametrize("forged", ["an excuse", "a hold that is over", "a hold", "a closed account"])
def test_a_planted_rest_of_an_account_is_told(road: Road, unsigned: Unsigned, forged: str) -> None:
    excuses, pat = Excuses(road.school.desk, road.proof), road.by("pat")
    excuses.excuse(pat, road.facebook, until=TODAY + timedelta(days=5), why="The coach is ill")
    assert unsigned.look(road.by("ana")) == ()

    test_rest_rows.by_hand(road, FORGED[forged])

    assert [one.id for one in unsigned.look(road.by("ana"))] == ["records.rests-unsigned"]


def test_planted_days_off_are_told(road: Road, unsigned: Unsigned) -> None:
    assert unsigned.look(road.by("ana")) == ()

    test_days_rows.by_hand(road, test_days_rows.planted(road))

    assert [one.id for one in unsigned.look(road.by("ana"))] == ["records.days-planted"]
