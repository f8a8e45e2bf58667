"""Run-together hashtags are found and cut into words; single words and CamelCase aren't."""

import pytest

from smadmin.domain.policy.checks.hashtags import HashtagCase, cut
from tests.policies import marked, mended


@pytest.mark.parametrize(
    ("text", "tag", "camel"),
    [
        ("Cozy day #readingweek", "#readingweek", "Cozy day #ReadingWeek"),
        ("#thankyoudrivers!", "#thankyoudrivers", "#ThankYouDrivers!"),
        ("¡Hoy! #felizlunes", "#felizlunes", "¡Hoy! #FelizLunes"),
    ],
)
def test_words_run_together_are_found_and_begun_large(text: str, tag: str, camel: str) -> None:
    assert marked(HashtagCase(), text) == [tag]
    assert mended(HashtagCase(), text) == [camel]


def test_a_long_row_of_unknown_words_is_found_without_a_mend() -> None:
    assert marked(HashtagCase(), "#zyxwvutsrqponm") == ["#zyxwvutsrqponm"]


@pytest.mark.parametrize(
    "text", ["#reading", "#ReadAcrossAmerica", "#STEM", "https://a.example/#readingweek", "#1fan", "# x"]
)
def test_single_words_and_camel_case_are_left_alone(text: str) -> None:
    assert marked(HashtagCase(), text) == []


def test_letters_are_cut_into_as_few_words_as_possible() -> None:
    known = frozenset({"book", "fair", "bookfair", "day"})

    assert cut("bookfairday", known) == ("bookfair", "day")
    assert cut("bookx", known) == ()
