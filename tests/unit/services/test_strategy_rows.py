"""The newest strategy of an account is that of its newest row that says one."""

from pathlib import Path

import pytest

from smadmin.domain.strategies import STRATEGY_PART, Strategy, Topic
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.strategies import Strategies
from smadmin.services.strategy_rows import newest_strategy, strategy_of
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def written(road: Road, goals: str) -> Strategy:
    strategy = Strategy(goals, "Families", (Topic("Sports", 40),), road.school.people["ana"], 90)
    Strategies(road.school.desk, road.proof).write(road.by("ana"), road.x, strategy)
    return strategy


def test_the_newest_one_counts_and_only_for_its_account(road: Road) -> None:
    written(road, "Families know")
    newest = written(road, "Families come")

    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        assert strategy_of(proven, road.x) == newest
        assert strategy_of(proven, road.facebook) is None


def test_a_row_that_says_no_strategy_leaves_the_one_before(road: Road) -> None:
    before = written(road, "Families know")
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.record(Act.WRITE_STRATEGY, Noun.STRATEGIES, road.x, parts={STRATEGY_PART: {"goals": 7}})

    with road.school.desk.look(road.by("ana")) as unit:
        found = newest_strategy(road.proof.now(unit), road.x)
    assert found is not None
    assert found[1] == before
