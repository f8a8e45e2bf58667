"""A pack's schedule: years per kind, when a records request is answered, and whose numbers these are."""

import pytest

from smadmin.domain.errors import BadInput
from smadmin.domain.retention import YEARS, Kind, Retention
from smadmin.importing.packs import parse_pack
from smadmin.resources import find
from tests.policies import packs

SHIPPED = find("policies/yelm-wa.toml").read_text("utf-8")


def with_line(old: str, new: str) -> Retention:
    assert old in SHIPPED
    return parse_pack("own.toml", SHIPPED.replace(old, new).encode()).retention


@pytest.mark.demand("YEL-R")
@pytest.mark.demand("BLO-II")
@pytest.mark.parametrize(("district", "demand"), [("yelm-wa", "YEL-R"), ("bloomington-mn", "BLO-II")])
def test_a_district_that_speaks_of_schedules_has_one_and_names_the_clause(district: str, demand: str) -> None:
    found = packs()[district].retention

    assert found.source == demand
    assert found.years == YEARS
    text = find(f"policies/{district}.toml").read_text("utf-8")
    assert "these years are the program's default" in text


def test_a_school_keeps_longer_by_a_policy_of_its_own() -> None:
    assert with_line("posts_years = 7", "posts_years = 30").years[Kind.POSTS] == 30


def test_a_pack_without_a_schedule_has_the_programs_own() -> None:
    start = SHIPPED.index("[retention]")
    cut = SHIPPED[:start] + SHIPPED[SHIPPED.index("[rules]") :]

    assert parse_pack("own.toml", cut.encode()).retention == Retention()


@pytest.mark.parametrize(
    ("old", "new"),
    [("posts_years = 7", "posts_years = 0"), ("posts_years", "post_years"), ('"YEL-R"', '"YEL-Z"')],
)
def test_a_schedule_that_says_nothing_is_refused(old: str, new: str) -> None:
    with pytest.raises(BadInput):
        with_line(old, new)


def test_every_shipped_pack_can_be_read() -> None:
    assert all(set(pack.retention.years) == set(Kind) for pack in packs().values())
