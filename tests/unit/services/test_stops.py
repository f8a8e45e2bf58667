"""Everybody at school is told who put an account on hold, when and why; communications' hold comes first."""

from pathlib import Path

import pytest

from smadmin.services.accounts import Accounts
from smadmin.services.district_hand import DistrictHand
from smadmin.services.stops import Stops
from tests.road import Road, make_road

WHY = "A court asked for it."


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def test_a_hold_is_told_with_who_when_and_why_until_it_goes_on(road: Road) -> None:
    stops, accounts = Stops(road.school.desk, road.proof), Accounts(road.school.desk)
    assert stops.all(road.by("pat")) == ()
    accounts.hold(road.by("ana"), road.x, why="Strange posts.")

    (told,) = stops.all(road.by("pat"))
    accounts.go_on(road.by("pat"), road.x, why="Gone.")

    assert (told.account.id, told.by, told.why) == (road.x, "Ana Brooks", "Strange posts.")
    assert (told.district, told.whole) == (False, False)
    assert stops.all(road.by("pat")) == ()


def test_communications_hold_of_all_comes_before_the_schools_own_and_its_day_is_the_schools(
    road: Road,
) -> None:
    desk = road.school.desk
    stops, hand = Stops(desk, road.proof), DistrictHand(desk, road.proof)
    Accounts(desk).hold(road.by("ana"), road.x, why="Strange posts.")
    with desk.look() as unit:
        school = unit.schools.get(desk.school)
    road.school.clock.forward(hours=21 - school.local(desk.now).hour)
    hand.hold_all(road.by("cem"), why=WHY)

    told = stops.of(road.by("ana"), road.x)

    assert told is not None
    assert (told.by, told.why, told.district, told.whole) == ("Cem Aydin", WHY, True, True)
    assert told.on == school.local(desk.now).date() != desk.now.date()


def test_who_has_no_role_here_is_told_nothing(road: Road) -> None:
    Accounts(road.school.desk).hold(road.by("ana"), road.x, why="Strange posts.")
    road.school.admit("zoe", "Zoe Lark", set(), by="pat")

    assert Stops(road.school.desk, road.proof).all(road.by("zoe")) == ()
