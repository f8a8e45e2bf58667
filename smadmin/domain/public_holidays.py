"""Public holidays of a state, by the library `holidays`. Imported late: that takes 50 ms of its own."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any

import holidays
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
    module = next((name for name, classes in COUNTRIES.items() if country in classes), None)
    if module is None:
        raise ValueError("no such region")
    its = getattr(_country_alone(f"holidays.countries.{module}"), country)
    if part and part not in its.subdivisions:
        raise ValueError("no such region")
    found = its(subdiv=part or None, years=year)
    return {day: str(name) for day, name in found.items()}


def _country_alone(name: str) -> Any:
    """Load one country's module beside its package, which would load all 250 of them: for 100 ms."""
    found = PathFinder.find_spec(name, [f"{folder}/countries" for folder in holidays.__path__])
    if found is None or found.loader is None:
        return import_module(name)
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


def is_region(region: str) -> bool:
    """Tell whether the library knows a region's public holidays."""
    try:
        return bool(public_holidays(region, _ANY_YEAR))
    except ValueError:
        return False
