"""Shouting is found; acronyms, cheers, tags and single words aren't shouting."""

import pytest

from smadmin.domain.policy.checks.capitals import AllCaps
from smadmin.domain.policy.context import Context
from tests.policies import marked, mended

RULE = AllCaps()


@pytest.mark.demand("BAL-B1k")
@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("COME JOIN OUR STEM NIGHT!", "Come join our STEM night!"),
        ("Hi. PLEASE REMEMBER: NO SCHOOL ON MONDAY!", "Hi. Please remember: No school on Monday!"),
        ("¡VENGAN TODAS LAS FAMILIAS!", "¡Vengan todas las familias!"),
        ("we are SO VERY PROUD TODAY of you", "we are so very proud today of you"),
        ("LINCOLN STUDENTS ARE AMAZING", "Lincoln students are amazing"),
    ],
)
def test_shouting_is_found_and_written_small(text: str, after: str) -> None:
    assert mended(RULE, text) == [after]


@pytest.mark.parametrize(
    "text",
    [
        "PTA meeting, STEM and NASA night",
        "REMINDER: book fair today",
        "GO LIONS!",
        "FREE PIZZA! Bring an ID.",
        "The PTA, ESOL, SGA and NHS thank you",
        "#LINCOLNLIONSROAR #PROUDTOBEALION",
        "Grades K-5, rooms A, B and C",
        "I AM here",
        "مرحبا بكم في مدرستنا",
        "学校のお知らせです",
        "",
    ],
)
def test_acronyms_cheers_and_tags_are_left_alone(text: str) -> None:
    assert marked(RULE, text) == []


def test_a_schools_own_capitals_are_acronyms() -> None:
    school = Context(school_name="KIPP HARMONY Academy", acronyms=frozenset({"crest"}))

    assert marked(RULE, "KIPP HARMONY CREST", school) == []
