"""What was planned stays planned when somebody leaves, and goes on in other hands."""

from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.departures import Leaving
from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Noun
from smadmin.services.accounts import Accounts
from smadmin.services.departures import Departures
from tests.road import WEEK, Road, make_road, shipped

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def let_go(road: Road, *, to: str) -> None:
    """Let Ana leave, with a successor; her rights are ended by who may name one for the school's accounts."""
    people = road.school.people
    departures = Departures(road.school.desk, road.proof, lambda: shipped().platforms)
    leaving = Leaving(person=people["ana"], successor=people[to])
    departures.end_rights(road.by("pat"), departures.begin(road.by("cem"), leaving).value)


def test_the_plan_and_its_signature_stay_and_the_other_administrator_goes_on_with_them(road: Road) -> None:
    own = road.plan.add(road.by("ana"), road.x, FRIDAY, "Chess club").value
    ana, before = road.by("ana"), road.plan.week(road.by("dee"), WEEK)
    assert own in before.slots

    let_go(road, to="dee")

    assert road.plan.week(road.by("dee"), WEEK) == before
    with pytest.raises(Tampered):  # her key has ended
        road.plan.change(ana, own, day=FRIDAY, topic="Chess finals")
    moved = road.plan.change(road.by("dee"), own, day=FRIDAY, topic="Chess finals").value
    assert (moved.id, moved.account) == (own.id, road.x)


def test_where_nobody_else_administers_the_account_its_successor_goes_on_with_the_plan(road: Road) -> None:
    desk, people = road.school.desk, road.school.people
    with desk.deed(road.by("pat")) as deed:
        for grant in list(deed.trust.grants.values()):
            if grant.role is Role.ADMINISTRATOR:
                deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})
    Accounts(desk).designate(road.by("pat"), road.x, people["ana"])
    Accounts(desk).designate(road.by("pat"), road.facebook, people["dee"])
    own = road.plan.add(road.by("ana"), road.x, FRIDAY, "Chess club").value
    with pytest.raises(NotAllowed):
        road.plan.change(road.by("dee"), own, day=FRIDAY, topic="Chess finals")
    before = road.plan.week(road.by("pat"), WEEK)

    let_go(road, to="dee")

    assert road.plan.week(road.by("pat"), WEEK) == before
    moved = road.plan.change(road.by("dee"), own, day=FRIDAY, topic="Chess finals").value
    assert (moved.id, moved.account) == (own.id, road.x)
