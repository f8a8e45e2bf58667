"""Public holidays in the window's language."""

from datetime import date

import pytest

from smadmin.domain.messages import Message
from smadmin.domain.public_holidays import public_holidays
from smadmin.domain.school_days import DaysKind
from smadmin.language.catalogue import Catalogue
from smadmin.ui.holidays_said import holiday_said
from smadmin.ui.stages import school_day

SPANISH = Catalogue.load("es")


@pytest.mark.parametrize("region", ["US", "US-KS", "US-MD", "US-MN", "US-WA", "US-TX"])
def test_every_holiday_of_a_shipped_policys_state_has_its_words(region: str) -> None:
    names = {name for year in range(2024, 2030) for name in public_holidays(region, year).values()}
    said = {name: holiday_said(name) for name in names}

    assert [name for name, one in said.items() if not isinstance(one, Message)] == []
    assert all(SPANISH.word(one) != name for name, one in said.items() if isinstance(one, Message))


def test_thanksgiving_is_said_in_spanish_and_an_observed_day_says_so() -> None:
    thanksgiving = public_holidays("US-MD", 2026)[date(2026, 11, 26)]

    assert SPANISH.word(school_day(DaysKind.HOLIDAY, thanksgiving)) == "Feriado: Día de Acción de Gracias"
    observed = holiday_said("Independence Day (observed)")
    assert isinstance(observed, Message)
    assert SPANISH.word(observed) == "Día de la Independencia (día feriado)"


@pytest.mark.parametrize("name", ["Founders' week", "Larks (observed)", "1234", "Día del Maestro"])
def test_any_other_name_stands_as_it_was_entered(name: str) -> None:
    assert holiday_said(name) == name
