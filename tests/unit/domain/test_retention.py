"""Years are whole years, on leap days too."""

from datetime import date

from smadmin.domain.retention import NOUNS, YEARS, Kind, years_before
from smadmin.domain.vocabulary import Noun


def test_years_are_counted_by_the_day() -> None:
    assert years_before(date(2026, 11, 16), 7) == date(2019, 11, 16)
    assert years_before(date(2028, 2, 29), 3) == date(2025, 2, 28)


def test_what_lets_people_in_has_no_schedule() -> None:
    assert {Noun.KEYS, Noun.PEOPLE, Noun.ACCOUNTS, Noun.CREDENTIALS, Noun.STUDENTS}.isdisjoint(NOUNS)
    assert set(NOUNS.values()) == set(YEARS) == set(Kind)


def test_what_visitors_and_departments_wrote_ends_with_the_posts() -> None:
    assert {NOUNS[Noun.COMMENTS], NOUNS[Noun.QUESTIONS], NOUNS[Noun.POST_REQUESTS]} == {Kind.POSTS}
