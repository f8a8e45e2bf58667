"""Six digits, and none that is tried first."""

import pytest

from smadmin.domain.pins import is_obvious, is_pin


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12345a", "\uff11" * 6, "12 456"])
def test_anything_but_six_digits_is_no_pin(typed: str) -> None:
    assert not is_pin(typed)


@pytest.mark.parametrize(
    "pin",
    [
        *("123456", "654321", "012345", "890123", "111111", "121212", "123123"),
        *("112233", "123321", "001100", "147258", "159753", "789456"),
    ],
)
def test_what_somebody_tries_first_is_obvious(pin: str) -> None:
    assert is_obvious(pin)


@pytest.mark.parametrize("pin", ["198407", "071984", "200111", "112003"])
def test_a_year_of_birth_is_obvious(pin: str) -> None:
    assert is_obvious(pin)


def test_most_pins_are_fine() -> None:
    fine = sum(not is_obvious(f"{number:06d}") for number in range(0, 1_000_000, 97))

    assert is_pin("402871")
    assert fine / len(range(0, 1_000_000, 97)) > 0.93
