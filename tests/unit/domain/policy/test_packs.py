"""The shipped packs say what their districts ask."""

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.people import Role
from smadmin.domain.policy.check_ids import CHILD_PROTECTION, CheckId
from smadmin.domain.policy.packs import Duty, RosterMode
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


@pytest.mark.parametrize("policy", sorted(packs()))
def test_every_check_cites_clauses_of_the_pack(policy: str) -> None:
    pack = packs()[policy]

    for setting in pack.rules.values():
        assert setting.demands
        assert all(pack.clause_number(demand) for demand in setting.demands)
    assert pack.clause_number("XYZ-1") == ""


@pytest.mark.parametrize("policy", sorted(packs()))
def test_what_protects_children_runs_in_every_district(policy: str) -> None:
    where_asked = {CheckId.AWAY, CheckId.CHECK_IN, CheckId.NAMED_PERSON, CheckId.MENTION}

    assert set(packs()[policy].rules) >= CHILD_PROTECTION - where_asked


def test_blocks_are_let_stand_by_whom_the_pack_names_and_others_by_nobody() -> None:
    rules = packs()["baltimore-city-md"].rules

    assert rules["first-names-only"].override_by is Role.PRINCIPAL
    assert rules["opted-out-name"].override_by is None
    assert (rules["first-names-only"].judgement, rules["opted-out-name"].judgement) == (True, False)


def test_a_notice_that_is_mandated_stands_word_for_word() -> None:
    (mandated,) = [one for one in packs()["yelm-wa"].statements if one.verbatim]

    assert mandated.demands == ("YEL-A3",)
    assert packs()["yelm-wa"].clauses["YEL-A3"].verbatim == mandated.told.said("es")


@pytest.mark.demand("BAL-D2b")
@pytest.mark.demand("BAL-B1l5")
def test_questions_are_asked_in_the_writers_language() -> None:
    front_page, disruption = packs()["baltimore-city-md"].questions

    assert "newspaper" in front_page.told.said("en")
    assert "periódico" in front_page.told.said("es")
    assert disruption.demand == "BAL-B1l5"


def test_grounds_that_can_hide_a_view_carry_a_caution() -> None:
    cautious = {one.kind for pack in packs().values() for one in pack.removals if one.caution}

    assert cautious == {"off-topic", "personal-matter"}


def test_every_clause_is_told_in_spanish_too() -> None:
    clauses = [clause for pack in packs().values() for clause in pack.clauses.values()]

    assert all(clause.said("es") not in {"", clause.says} for clause in clauses)
    assert all(clause.said("fr") == clause.says for clause in clauses)
