"""The escalation cards are read before the first round and once a year (BAL-B1f5)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from smadmin.domain.cards_read import VERSION, CardsRead

DAY = date(2026, 11, 19)
READ = CardsRead(DAY, VERSION, "socorro-tx")


@pytest.mark.demand("BAL-B1f5")
def test_cards_are_due_a_year_later_when_they_say_something_new_and_under_another_policy() -> None:
    assert not READ.due(DAY + timedelta(364), "socorro-tx")
    assert READ.due(DAY + timedelta(365), "socorro-tx")
    assert READ.due(DAY, "yelm-wa")
    assert replace(READ, version=VERSION - 1).due(DAY, "socorro-tx")


def test_a_reading_is_read_as_it_was_signed() -> None:
    assert CardsRead.from_plain(READ.to_plain(), DAY) == READ
    with pytest.raises(TypeError):
        CardsRead.from_plain({"version": "1", "policy": "socorro-tx"}, DAY)
