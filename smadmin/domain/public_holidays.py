"""Public holidays of a state, by the library `holidays`. Imported late: that takes 50 ms."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module

from holidays.registry import COUNTRIES

_ANY_YEAR = 2026


@cache
def public_holidays(region: str, year: int) -> Mapping[date, str]:
    """Give a year's public holidays by name.

    Args:
        region: a country, and of it a part: `US-MD` (ISO 3166-2).
        year: of the calendar.

    Raises:
        ValueError: if the library knows no such region.
    """
    country, _, part = region.partition("-")
    # By its own module: asked by name, the library loads all its 250 countries.
    module = next((name for name, classes in COUNTRIES.items() if country in classes), None)
    if module is None:
        raise ValueError("no such region")
    its = getattr(import_module(f"holidays.countries.{module}"), country)
    if part and part not in its.subdivisions:
        raise ValueError("no such region")
    found = its(subdiv=part or None, years=year)
    return {day: str(name) for day, name in found.items()}


def is_region(region: str) -> bool:
    """Tell whether the library knows a region's public holidays."""
    try:
        return bool(public_holidays(region, _ANY_YEAR))
    except ValueError:
        return False
