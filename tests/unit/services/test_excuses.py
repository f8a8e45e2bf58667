"""A silent account is excused by the principal, up to a day (BAL-B1e1, YEL-C3)."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.cadence import CadenceStage
from smadmin.domain.errors import NotAllowed
from smadmin.services.clocks import Clocks
from smadmin.services.excuses import Excuses
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def excuses(road: Road) -> Excuses:
    return Excuses(road.school.desk, road.proof)


def stage(road: Road) -> CadenceStage:
    return next(one.cadence.stage for one in road.plan.cadence() if one.account.id == road.x)


def wait(road: Road, days: int) -> None:
    """Let days pass, and say that the date is right."""
    road.school.clock.forward(days=days)
    Clocks(road.school.desk, road.proof).vouch(road.by("pat"))


@pytest.mark.demand("BAL-B1e1")
@pytest.mark.demand("YEL-C3")
def test_an_excused_account_is_asked_nothing_until_its_day_is_over(road: Road, excuses: Excuses) -> None:
    wait(road, days=60)
    assert stage(road) is CadenceStage.ABANDONED
    today = road.school.clock.now().date()

    excuses.excuse(road.by("pat"), road.x, until=today + timedelta(days=10), why="The coach is ill")

    assert stage(road) is CadenceStage.EXCUSED
    wait(road, days=11)
    assert stage(road) is CadenceStage.ABANDONED


@pytest.mark.parametrize("name", ["ana", "bo"])
def test_only_the_office_excuses(road: Road, excuses: Excuses, name: str) -> None:
    until = road.school.clock.now().date() + timedelta(days=3)

    assert excuses.blockers(road.by(name), road.x)
    with pytest.raises(NotAllowed):
        excuses.excuse(road.by(name), road.x, until=until, why="Ill")


@pytest.mark.parametrize(
    ("days", "why", "place"), [(-1, "Ill", "until"), (93, "Ill", "until"), (3, " ", "why")]
)
def test_an_excuse_has_a_day_to_come_and_a_reason(
    road: Road, excuses: Excuses, days: int, why: str, place: str
) -> None:
    until = road.school.clock.now().date() + timedelta(days=days)

    with pytest.raises(NotAllowed) as refused:
        excuses.excuse(road.by("pat"), road.x, until=until, why=why)

    assert [one.place for one in refused.value.reasons] == [place]


def test_an_excuse_is_ended_early_by_who_could_give_it(road: Road, excuses: Excuses) -> None:
    wait(road, days=60)
    until = road.school.clock.now().date() + timedelta(days=10)
    excuses.excuse(road.by("pat"), road.x, until=until, why="Ill")

    with pytest.raises(NotAllowed):
        excuses.end(road.by("ana"), road.x)
    excuses.end(road.by("pat"), road.x)

    assert stage(road) is CadenceStage.ABANDONED
    with pytest.raises(NotAllowed):
        excuses.end(road.by("pat"), road.x)


def test_everybody_sees_who_excused_an_account_until_when_and_why(road: Road, excuses: Excuses) -> None:
    today = road.school.clock.now().date()
    until = today + timedelta(days=10)
    assert excuses.view(road.by("ana"), road.x).until is None

    excuses.excuse(road.by("pat"), road.x, until=until, why=" The coach is ill ")

    seen = excuses.view(road.by("ana"), road.x)
    assert (seen.until, seen.why, seen.said_on) == (until, "The coach is ill", today)
    assert seen.said_by
    assert seen.blockers
    assert not excuses.view(road.by("pat"), road.x).blockers
    excuses.end(road.by("pat"), road.x)
    assert excuses.view(road.by("ana"), road.x).until is None
