"""Administrators named for no account are told to who may name them, and to nobody else."""

from pathlib import Path

import pytest

from smadmin.domain.people import Role
from smadmin.services.accounts import Accounts
from smadmin.services.unnamed import unnamed
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    made = make_road(tmp_path)
    made.school.admit("eve", "Eve Stone", {Role.ADMINISTRATOR}, by="pat")
    return made


def named(road: Road, who: str) -> list[str]:
    return [one.person.name for one in unnamed(road.school.desk, road.by(who))]


@pytest.mark.demand("BAL-A2")
def test_the_principal_hears_of_an_administrator_named_for_no_account_until_they_are_named(
    road: Road,
) -> None:
    assert named(road, "pat") == ["Eve Stone"]

    Accounts(road.school.desk).designate(road.by("pat"), road.x, road.school.people["eve"])

    assert named(road, "pat") == []


def test_who_may_not_name_anybody_hears_nothing(road: Road) -> None:
    assert named(road, "ana") == []
    assert named(road, "eve") == []
