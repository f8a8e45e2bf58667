"""A text that speaks of another of our accounts may be about to go out on the wrong one."""

import pytest

from smadmin.domain.other_names import named_in

OTHERS = ("Lincoln High School", "Larks Music", "Biblioteca Niños Lectores", "Lincoln", "Lincoln Elementary")
OURS = ("Lincoln Elementary School",)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The concert of LINCOLN HIGH SCHOOL is on Friday.", ["Lincoln High School"]),
        ("Larks\nMusic practises; Larks Music sings.", ["Larks Music"]),
        ("Visiten la biblioteca ninos lectores", ["Biblioteca Niños Lectores"]),
        ("Lincoln Elementary School opens at 8.", []),
        ("Lincoln won. Larks musicians sang.", []),
        ("", []),
    ],
)
def test_a_whole_name_of_another_account_is_found(text: str, named: list[str]) -> None:
    assert list(named_in(text, OTHERS, OURS)) == named
