"""After another account was logged in, nobody lets the account go on without a look at its page."""

from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountStage, Proof
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.services.accounts import Accounts
from smadmin.services.district_hand import DistrictHand
from smadmin.services.stops import Stops
from smadmin.services.wrong_identity import WrongIdentities
from tests.road import Road, make_road

WHY = "Bo's own phone; logged out."


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def reported(road: Road) -> Accounts:
    WrongIdentities(road.school.desk).report(road.by("bo"), road.x, "@bo_private")
    return Accounts(road.school.desk)


def asks(road: Road) -> bool:
    stop = Stops(road.school.desk, road.proof).of(road.by("pat"), road.x)
    assert stop is not None
    return stop.asks


def test_who_lets_it_go_on_must_say_the_handle_that_its_page_shows_now(road: Road) -> None:
    accounts = reported(road)
    assert asks(road)

    with pytest.raises(NotAllowed) as unsaid:
        accounts.go_on(road.by("pat"), road.x, why=WHY)
    with pytest.raises(BadInput):
        accounts.go_on(road.by("pat"), road.x, why=WHY, handle_seen="@bo_private")
    assert accounts.get(road.x).stage is AccountStage.ON_HOLD
    accounts.go_on(road.by("pat"), road.x, why=WHY, handle_seen="lincoln_es")

    assert [one.message.id for one in unsaid.value.reasons] == ["accounts.seen-anew"]
    found = accounts.get(road.x)
    assert (found.stage, found.identity.proof) == (AccountStage.LIVE, Proof.CONFIRMED)
    assert found.identity.by == road.school.people["pat"]


def test_an_ordinary_hold_asks_for_no_handle_also_after_a_report_that_ended(road: Road) -> None:
    accounts = reported(road)
    accounts.go_on(road.by("pat"), road.x, why=WHY, handle_seen="lincoln_es")
    accounts.hold(road.by("ana"), road.x, why="Strange posts.")

    assert not asks(road)
    accounts.go_on(road.by("pat"), road.x, why="It was ours.")

    assert accounts.get(road.x).stage is AccountStage.LIVE


def test_that_all_go_on_together_spares_nobody_the_look(road: Road) -> None:
    hand = DistrictHand(road.school.desk, road.proof)
    hand.hold_all(road.by("cem"), why="The district's server was broken into.")
    accounts = reported(road)
    hand.go_on_all(road.by("cem"), why="It is over.")

    assert asks(road)
    with pytest.raises(NotAllowed):
        accounts.go_on(road.by("pat"), road.x, why=WHY)
