"""A lock opens by passphrase and seat together."""

import pytest

from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import Lock, WrongPassphrase, close_lock, open_lock
from tests.school import CHEAP

MINE = Identity.new()
LOCK = close_lock(MINE, "correct horse", seat="seat", fields={"person": "p"}, costs=CHEAP)


def test_passphrase_and_seat_open_it() -> None:
    assert open_lock(Lock.from_plain(LOCK.to_plain()), "correct horse", seat="seat").secret == MINE.secret


@pytest.mark.parametrize(
    ("passphrase", "seat"), [("wrong horse", "seat"), ("correct horse", "other"), ("", "")]
)
def test_neither_alone_does(passphrase: str, seat: str) -> None:
    with pytest.raises(WrongPassphrase):
        open_lock(LOCK, passphrase, seat=seat)


def test_the_names_on_a_lock_cant_be_changed() -> None:
    renamed = Lock.from_plain({**LOCK.to_plain(), "fields": {"person": "q"}})

    with pytest.raises(WrongPassphrase):
        open_lock(renamed, "correct horse", seat="seat")


def test_accents_typed_in_two_ways_are_one_passphrase() -> None:
    lock = close_lock(MINE, "café", seat="", fields={}, costs=CHEAP)

    assert open_lock(lock, "cafe\u0301", seat="").secret == MINE.secret


@pytest.mark.parametrize("costs", [[2**30, 3, 4], [65536, 1000, 4], [65536, 3, 4000]])
def test_absurd_costs_are_refused_before_they_are_paid(costs: list[int]) -> None:
    with pytest.raises(ValueError, match="costs"):
        Lock.from_plain({**LOCK.to_plain(), "costs": costs})


@pytest.mark.parametrize("costs", [[8192, 0, 1], [8192, 1, 0], [8192, -1, 1], [7, 1, 1], [31, 3, 4]])
def test_costs_that_are_none_are_refused_as_a_damaged_file(costs: list[int]) -> None:
    with pytest.raises(ValueError, match="costs"):
        Lock.from_plain({**LOCK.to_plain(), "costs": costs})
