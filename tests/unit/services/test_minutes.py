"""Minutes that accounts were promised, and that the record shows."""

from pathlib import Path

import pytest

from smadmin.domain.ids import AccountId
from smadmin.domain.strategies import Strategy, Topic
from smadmin.services.minutes import last_week, promised_minutes, used_minutes
from smadmin.services.strategies import Strategies
from tests.openings import School


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def promised(school: School, account: AccountId) -> int | None:
    with school.desk.look(school.by("pat")) as unit:
        return promised_minutes(school.road.proof.now(unit), account)


def used(school: School) -> int:
    with school.desk.look(school.by("pat")) as unit:
        return sum(used_minutes(last_week(school.road.proof.now(unit), school.desk.now)).values())


@pytest.mark.demand("BAL-B1c3")
def test_the_approval_shows_what_strategies_promise_and_what_was_used(school: School) -> None:
    account, x = school.asked(), school.road.x
    assert (promised(school, account), promised(school, x)) == (45, None)
    ana = school.road.school.people["ana"]
    strategies = Strategies(school.desk, school.road.proof)

    for written in (account, x):
        strategy = Strategy("Families know", "Families", (Topic("Sports", 50),), ana, 90)
        strategies.write(school.by("ana"), written, strategy)

    assert (promised(school, account), promised(school, x)) == (90, 90)
    sheet = school.sheet(account, by="pat")
    assert [one.minutes for one in sheet.carried if one.account.id == x] == [90]
    assert sheet.used == used(school) > 0


def test_only_the_last_week_of_administrators_counts(school: School) -> None:
    school.asked()
    assert used(school) > 0

    school.road.school.clock.forward(days=7, minutes=1)

    assert used(school) == 0
