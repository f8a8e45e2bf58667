"""What is written in a cell, in the ways people and systems write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.enrolling.cells import (
    day,
    day_first,
    first_and_last,
    groups_in,
    is_formula,
    kinds_named,
    number_key,
    yes_or_no,
)
from smadmin.domain.students import OptOut


@pytest.mark.parametrize("text", ["Y", "yes", "TRUE", "1", "x", "Sí", "si ", "Yes."])
def test_a_yes_is_read(text: str) -> None:
    assert yes_or_no(text) is True


@pytest.mark.parametrize("text", ["N", "No", "FALSE", "0", "denied"])
def test_a_no_is_read(text: str) -> None:
    assert yes_or_no(text) is False


@pytest.mark.parametrize("text", ["see office", "ask mother", "?", "yes and no"])
def test_what_is_neither_is_neither(text: str) -> None:
    assert yes_or_no(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-04",
        "3/4/2026",
        "03/04/26",
        "3-4-2026",
        "2026-03-04T00:00:00",
        "3/4/2026 12:00:00 AM",
        "20260304",
    ],
)
def test_a_day_is_read_in_iso_and_american_form(text: str) -> None:
    assert day(text, first=False) == date(2026, 3, 4)


def test_a_column_that_can_only_be_day_first_is_read_so() -> None:
    column = ["04/03/2026", "25/12/2026"]

    assert day_first(column)
    assert day("04/03/2026", first=day_first(column)) == date(2026, 3, 4)
    assert not day_first(["04/03/2026", "12/25/2026"])


@pytest.mark.parametrize("text", ["", "soon", "31/31/2026", "2026-02-30", "5"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day(text, first=False) is None


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_in_both_forms(wanted: date) -> None:
    american = f"{wanted.month}/{wanted.day}/{wanted.year}"

    assert day(wanted.isoformat(), first=False) == day(american, first=False) == wanted
    assert day(f"{wanted.day}.{wanted.month}.{wanted.year}", first=True) == wanted


def test_kinds_are_named_with_anything_between_them() -> None:
    assert kinds_named("Photos, names") == frozenset({OptOut.PHOTOS, OptOut.NAMES})
    assert kinds_named("no photos and media") == frozenset({OptOut.PHOTOS, OptOut.MEDIA})
    assert kinds_named("fotos y nombre") == frozenset({OptOut.PHOTOS, OptOut.NAMES})
    assert kinds_named("directory") == frozenset({OptOut.EVERYTHING})
    assert kinds_named("photos, ask mother") is None


def test_a_teachers_comma_doesnt_split_a_class() -> None:
    assert groups_in("García, M.; Chess club| 4b ;") == ("García, M.", "Chess club", "4b")


def test_a_name_is_split_at_its_comma_or_first_space() -> None:
    assert first_and_last("García López, María José") == ("María José", "García López")
    assert first_and_last("Maria García López") == ("Maria", "García López")


def test_numbers_are_compared_without_the_zeros_that_excel_drops() -> None:
    assert number_key("00 123-4") == number_key("1234") == "1234"
    assert number_key("000") == "000"


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("x")', " =cmd|' /C calc'!A0", "@SUM(A1)", "+1-555", "-2+3", "\uff1d1"]
)
def test_a_formula_is_told_from_a_name(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize("text", ["O'Brien", "Ann-Marie", "María", "- ", "Al@home"])
def test_a_name_is_no_formula(text: str) -> None:
    assert not is_formula(text)
