"""The lists in plain values: what each name's row says, and what may be done about it."""

from datetime import date, timedelta

import pytest

from smadmin.services.reviewer_lines import Line, ListView, Standing
from smadmin.services.reviewers import ReviewersView
from smadmin.ui.reviewers.model import grouped_code, reviewers_model, school_year_end, summary

TODAY = date(2026, 11, 16)
ROWS = (
    Line("list", "1", "Kim Osei", Standing.WAITS),
    Line("list", "2", "Luz Vega", Standing.LACKS, TODAY, TODAY + timedelta(days=7)),
    Line("list", "3", "Noa Weiss", Standing.LACKS, TODAY - timedelta(days=9), TODAY - timedelta(days=2)),
    Line("list", "4", "Robin Vega", Standing.SITS, TODAY),
    Line("list", "5", "Sam Okoye", Standing.STRUCK),
)


def view(*, signs: bool = True) -> ReviewersView:
    one = ListView("list", TODAY, date(2027, 6, 30), "Ellen Whitcomb", ROWS)
    return ReviewersView(TODAY, (one,), signs=signs, strikes=signs)


def test_each_name_says_how_it_stands() -> None:
    rows = reviewers_model(view()).lists[0].rows

    assert [None if row.note is None else row.note.id for row in rows] == [
        None,
        "reviewers.details-due",
        "reviewers.details-over",
        "reviewers.since",
        None,
    ]
    assert summary(rows).values == {"seated": 3, "n": 4}


def test_who_signs_may_renew_and_strike_but_not_what_is_struck() -> None:
    rows = reviewers_model(view()).lists[0].rows

    assert [row.renews and row.strikes for row in rows] == [True, True, True, True, False]
    assert not any(row.renews or row.strikes for row in reviewers_model(view(signs=False)).lists[0].rows)


@pytest.mark.parametrize(
    ("today", "ends"),
    [
        (date(2026, 8, 20), date(2027, 6, 30)),
        (date(2027, 2, 1), date(2027, 6, 30)),
        (date(2027, 6, 1), date(2028, 5, 31)),
    ],
)
def test_the_proposed_last_day_is_the_school_years_within_a_year(today: date, ends: date) -> None:
    assert school_year_end(today) == ends


def test_a_code_stands_in_two_groups_of_five() -> None:
    assert grouped_code("ABCDEFGHJK") == "ABCDE-FGHJK"
