"""Names of staff, typed or from a list."""

import pytest

from smadmin.domain.name_lists import names_of, typed_names


def test_names_are_typed_one_a_line() -> None:
    assert typed_names(" Robin   Vega \n\nOsei, Kim\n") == ("Robin Vega", "Kim Osei")


@pytest.mark.parametrize(
    "rows",
    [
        (("Name", "Room"), ("Robin Vega", "12"), ("Osei, Kim", "")),
        (("Room", "Last Name", "First Name"), ("12", "Vega", "Robin"), ("", "Osei", "Kim"), ("3", "", "")),
        (("Robin Vega",), ("Kim Osei",), ("",)),
        (("id", "Nombre completo"), ("1", "Robin Vega"), ("2", "Kim Osei"), ("3",)),
    ],
)
def test_names_of_a_list_are_found_by_its_headings(rows: tuple[tuple[str, ...], ...]) -> None:
    assert names_of(rows) == ("Robin Vega", "Kim Osei")


def test_an_empty_list_names_nobody() -> None:
    assert names_of(()) == ()
