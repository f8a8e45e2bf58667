"""Public holidays of a state, by name."""

import subprocess
import sys
from datetime import date

import pytest

from smadmin.domain.public_holidays import is_region, public_holidays


@pytest.mark.parametrize("region", ["US-MD", "US-MN", "US-TX", "US-KS", "US-WA"])
def test_the_states_of_the_shipped_policies_are_known(region: str) -> None:
    assert public_holidays(region, 2026)[date(2026, 11, 26)].startswith("Thanksgiving")


def test_a_year_has_its_own_days_leap_years_too() -> None:
    assert {day.year for day in public_holidays("US-MD", 2028)} == {2028}


def test_an_unknown_region_is_told() -> None:
    with pytest.raises(ValueError, match="region"):
        public_holidays("QQ-ZZ", 2026)


@pytest.mark.parametrize(
    ("region", "known"), [("US-MD", True), ("MX", True), ("US-ZZ", False), ("QQ", False)]
)
def test_a_region_is_known_or_not(region: str, *, known: bool) -> None:
    assert is_region(region) is known


def test_the_days_of_one_state_are_known_without_loading_every_country() -> None:
    code = (
        "import sys; from smadmin.domain.public_holidays import public_holidays as ask;"
        "ask('US-MD', 2026); print(sum(one.startswith('holidays.countries') for one in sys.modules))"
    )

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert int(loaded.stdout) == 0


def test_a_country_whose_days_lean_on_another_s_is_known_too() -> None:
    assert date(2026, 7, 4) in public_holidays("UM", 2026)
