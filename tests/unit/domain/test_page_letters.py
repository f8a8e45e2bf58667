"""The letters on a printed weekly page: the record's, and four of its week."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from smadmin.domain.page_letters import HEAD_LETTERS, page_letters, week_letters
from smadmin.domain.records import as_read

HEAD = "ABCDEFGHJKMNPQRS"
MONDAY = date(2026, 11, 16)


@given(some.integers(min_value=1, max_value=52))
def test_the_weeks_letters_differ_though_the_records_are_the_same(weeks: int) -> None:
    assert week_letters(HEAD, MONDAY) != week_letters(HEAD, MONDAY + timedelta(weeks=weeks))


def test_they_are_typed_like_the_records_and_stand_after_them() -> None:
    whole = page_letters(HEAD, MONDAY)

    assert (whole[:HEAD_LETTERS], len(whole)) == (HEAD, HEAD_LETTERS + 4)
    assert as_read(f" {HEAD.lower()} {week_letters(HEAD, MONDAY).lower()}") == whole
    assert week_letters(HEAD[::-1], MONDAY) != week_letters(HEAD, MONDAY)
