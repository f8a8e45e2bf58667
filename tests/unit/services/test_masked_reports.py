"""A report of a wrong log-in: only who may let the account go on ends it, and nothing hides what was seen."""

from pathlib import Path

import pytest

from smadmin.domain.departures import Leaving
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.departures import Departures
from smadmin.services.stops import Stop, Stops
from smadmin.services.warnings import Warnings
from smadmin.services.wrong_identity import WrongIdentities
from tests.road import Road, make_road, shipped
from tests.unit.services.test_leavers_silence import changed_program

SEEN = "@ana_private"


@pytest.fixture
def road(tmp_path: Path) -> Road:
    """A school where Bo saw Ana's own account logged in."""
    road = make_road(tmp_path)
    WrongIdentities(road.school.desk).report(road.by("bo"), road.x, SEEN)
    return road


def calls(road: Road) -> bool:
    return Warnings(road.school.desk, road.reader).look().wrong != ()


def stop(road: Road) -> Stop:
    (told,) = Stops(road.school.desk, road.proof).all(road.by("pat"))
    return told


@pytest.mark.demand("BAL-A2")
@pytest.mark.parametrize("act", [Act.GO_LIVE, Act.HOLD])
def test_a_named_administrator_neither_ends_it_nor_hides_it(road: Road, act: Act) -> None:
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.record(act, Noun.ACCOUNTS, road.x, parts={"why": "a pause"})

    assert calls(road)
    told = stop(road)
    assert (told.wrong, told.seen, told.asks, told.by) == (True, SEEN, True, "Bo Lindqvist")


@pytest.mark.demand("BAL-B1b3")
def test_nobody_ends_it_on_the_way_out(road: Road) -> None:
    road.school.admit("eli", "Eli Stone", {Role.PRINCIPAL}, by="pat")
    people, desk = road.school.people, road.school.desk
    departures = Departures(desk, road.proof, lambda: shipped().platforms)
    departures.begin(road.by("pat"), Leaving(person=people["eli"], successor=people["dee"]))
    with changed_program(road), desk.deed(road.by("eli")) as deed:
        deed.record(Act.GO_ON, Noun.ACCOUNTS, road.x)
    assert calls(road), "nor for a closed window, which proves nothing"

    road.proof.catch_up(road.by("pat"))

    assert calls(road)
    assert stop(road).asks


def test_communications_report_is_ended_by_communications(road: Road) -> None:
    WrongIdentities(road.school.desk).report(road.by("cem"), road.x, "@cem_private")
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(Act.GO_ON, Noun.ACCOUNTS, road.x)
    assert calls(road)
    assert stop(road).seen == "@cem_private"

    Accounts(road.school.desk).go_on(road.by("cem"), road.x, why="Logged out.", handle_seen="@lincoln_es")

    assert not calls(road)
