"""A lock opens by passphrase and seat together."""

import pytest

from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import (
    CEILING,
    FLOOR,
    Costs,
    Lock,
    WrongPassphrase,
    close_lock,
    measured_costs,
    open_lock,
)
from tests.school import CHEAP

MINE = Identity.new()
LOCK = close_lock(MINE, "correct horse", seat="seat", fields={"person": "p"}, costs=CHEAP, floor=CHEAP)


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
    lock = close_lock(MINE, "café", seat="", fields={}, costs=CHEAP, floor=CHEAP)

    assert open_lock(lock, "cafe\u0301", seat="").secret == MINE.secret


@pytest.mark.parametrize("costs", [[2**30, 3, 4], [65536, 1000, 4], [65536, 3, 4000]])
def test_absurd_costs_are_refused_before_they_are_paid(costs: list[int]) -> None:
    with pytest.raises(ValueError, match="costs"):
        Lock.from_plain({**LOCK.to_plain(), "costs": costs})


@pytest.mark.parametrize("costs", [[8192, 0, 1], [8192, 1, 0], [8192, -1, 1], [7, 1, 1], [31, 3, 4]])
def test_costs_that_are_none_are_refused_as_a_damaged_file(costs: list[int]) -> None:
    with pytest.raises(ValueError, match="costs"):
        Lock.from_plain({**LOCK.to_plain(), "costs": costs})


@pytest.mark.parametrize(("field", "hexes"), [("salt", "00" * 7), ("nonce", "00" * 11), ("nonce", "")])
def test_a_salt_or_nonce_of_another_length_is_a_damaged_file(field: str, hexes: str) -> None:
    with pytest.raises(ValueError, match="not a lock"):
        Lock.from_plain({**LOCK.to_plain(), field: hexes})


@pytest.mark.parametrize(
    "costs",
    [
        Costs(FLOOR.memory_kib - 1, FLOOR.passes, FLOOR.lanes),
        Costs(FLOOR.memory_kib, FLOOR.passes - 1, FLOOR.lanes),
        Costs(FLOOR.memory_kib, CEILING.passes + 1, FLOOR.lanes),
        CHEAP,
    ],
)
def test_no_lock_is_made_below_the_floor_or_above_what_would_be_read_again(costs: Costs) -> None:
    with pytest.raises(ValueError, match="floor"):
        close_lock(MINE, "correct horse", seat="", fields={}, costs=costs)


def test_the_floor_itself_will_do() -> None:
    lock = close_lock(MINE, "correct horse", seat="", fields={}, costs=FLOOR)

    assert open_lock(lock, "correct horse", seat="").secret == MINE.secret


@pytest.mark.parametrize(
    ("took_s", "passes"), [(0.05, 16), (0.0, 16), (0.15, 7), (0.34, 4), (0.35, 3), (0.8, 3)]
)
def test_passes_are_raised_until_a_guess_takes_a_third_of_a_second(took_s: float, passes: int) -> None:
    costs = measured_costs(lambda _costs: took_s)

    assert costs == Costs(passes=passes)
    assert not costs.below(FLOOR)


@pytest.mark.parametrize(
    ("took_s", "mib"), [(0.81, 126), (1.0, 102), (1.28, 80), (1.6, 64), (1.9, 64), (60.0, 64)]
)
def test_a_slow_computer_gets_less_memory_down_to_the_floor_and_never_fewer_passes(
    took_s: float, mib: int
) -> None:
    costs = measured_costs(lambda _costs: took_s)

    assert costs == Costs(memory_kib=mib * 1024)
    assert not costs.below(FLOOR)


@pytest.mark.parametrize("usual_s", [0.06, 0.1, 0.2, 0.34, 0.36, 0.7, 0.9, 1.2, 1.6, 1.9])
def test_a_guess_takes_a_third_of_a_second_to_a_whole_one_wherever_the_floor_lets_it(usual_s: float) -> None:
    chosen = measured_costs(lambda _costs: usual_s)

    usual = Costs()
    works = chosen.memory_kib * chosen.passes / (usual.memory_kib * usual.passes)
    assert 0.3 <= usual_s * works <= 1.0


def test_a_computer_that_was_busy_for_a_moment_gets_no_weaker_lock_for_it() -> None:
    took = iter((2.0, 0.4))

    assert measured_costs(lambda _costs: next(took)) == Costs()


def test_this_computer_is_measured_by_a_real_derivation() -> None:
    costs = measured_costs()

    assert Costs().passes <= costs.passes <= CEILING.passes
    assert FLOOR.memory_kib <= costs.memory_kib <= Costs().memory_kib
