"""The shipped packs say what their districts ask."""

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.policy.packs import Duty, RosterMode
from smadmin.domain.policy.proofreading import RULES
from tests.policies import packs


@pytest.mark.demand("SOC-M1")
def test_socorro_posts_weekly_and_warns_from_day_five() -> None:
    pack = packs()["socorro-tx"]

    assert (pack.cadence_days, pack.cadence_warn_day, pack.cadence.source) == (7, 5, "SOC-M1")


def test_baltimore_has_no_number_so_the_days_are_the_programs() -> None:
    pack = packs()["baltimore-city-md"]

    assert (pack.cadence_days, pack.cadence_warn_day, pack.cadence.source) == (14, 10, None)


def test_values_that_other_parts_go_by() -> None:
    baltimore, socorro = packs()["baltimore-city-md"], packs()["socorro-tx"]

    assert baltimore.roster_mode is RosterMode.OPT_OUT
    assert socorro.roster_mode is RosterMode.OPT_IN
    assert {pack.second_look for pack in packs().values()} == {Duty.REQUIRED}
    assert (baltimore.roster_age_days, socorro.roster_age_days) == (30, 14)
    assert {pack.releases for pack in packs().values()} == {ReleaseBy.WEEK}


@pytest.mark.parametrize("policy", ["baltimore-city-md", "socorro-tx"])
def test_every_rule_runs_and_cites_a_clause(policy: str) -> None:
    pack = packs()[policy]

    assert set(pack.rules) >= RULES
    for setting in pack.rules.values():
        assert setting.demands
        assert all(pack.clause_number(demand) for demand in setting.demands)
    assert pack.clause_number("XYZ-1") == ""
