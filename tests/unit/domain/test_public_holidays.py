"""Public holidays of a state, by name."""

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
