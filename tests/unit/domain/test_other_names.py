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


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Congratulations to Roosevelt Middle School!", ["Roosevelt Middle School"]),
        ("Roosevelt  middle won. Go, Roosevelt Middle!", ["Roosevelt Middle School"]),
        ("La Escuela Benito Juárez gana; benito juarez otra vez", ["Escuela Benito Juárez"]),
        ("The Barclay choir sings.", ["Barclay"]),
        ("President Roosevelt was here, and so was the middle school.", []),
        ("Lincoln Elementary School opens at 8. Our school is open.", []),
        ("Lincoln Middle opens.", ["Lincoln Middle School"]),
    ],
)
def test_another_school_of_the_district_is_found_as_people_call_it(text: str, named: list[str]) -> None:
    schools = (
        "Roosevelt Middle School",
        "Escuela Benito Juárez",
        "Barclay",
        "Lincoln",
        "Lincoln Middle School",
    )

    assert list(named_in(text, (), OURS, schools)) == named
