"""Words without their speaker are found; titles, short ones and told ones aren't."""

import pytest

from smadmin.domain.policy.checks.quotes import QuoteSource
from tests.policies import marked


@pytest.mark.demand("BLO-A9")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"Kind words cost nothing and do much." Happy Monday!', '"Kind words cost nothing and do much."'),
        ("“Small steps every day carry you far.”", "“Small steps every day carry you far.”"),
        ("«Leer es viajar sin moverse de aquí»", "«Leer es viajar sin moverse de aquí»"),
    ],
)
def test_a_quotation_without_a_source_is_found(text: str, words: str) -> None:
    assert marked(QuoteSource(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        '"We did it all by ourselves," said Kai.',
        'Kai said, "We did it all by ourselves."',
        '"Light can do what darkness never can." - Dr. King',
        'Third grade is reading "The Mouse Who Would Be Mayor".',
        'Our theme is "Read to me".',
        '"Hello"',
        "«Lo hicimos todos juntos hoy», dijo Mateo.",
    ],
)
def test_told_titles_and_short_ones_are_left_alone(text: str) -> None:
    assert marked(QuoteSource(), text) == []
