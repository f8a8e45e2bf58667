"""A request's days, what is asked of its form, and what it looks for."""

from datetime import date, timedelta

import pytest

from smadmin.domain.people import Role
from smadmin.domain.records_requests import Answered, RecordsRequest, RequestForm, due_on, request_blockers

MONDAY = date(2026, 11, 16)
FORM = RequestForm("Dana Reyes", "All posts", MONDAY, MONDAY + timedelta(days=3))


@pytest.mark.parametrize(
    ("received", "days", "weekdays", "due"),
    [
        (MONDAY, 3, True, date(2026, 11, 19)),
        (date(2026, 11, 20), 3, True, date(2026, 11, 25)),
        (date(2026, 11, 21), 1, True, date(2026, 11, 23)),
        (MONDAY, 30, False, date(2026, 12, 16)),
    ],
)
def test_the_laws_days_are_counted(received: date, days: int, weekdays: bool, due: date) -> None:
    assert due_on(received, days, weekdays=weekdays) == due


def test_a_form_says_what_it_lacks() -> None:
    empty = RequestForm(" ", "", MONDAY, MONDAY - timedelta(days=1))

    assert [one.place for one in request_blockers(empty, frozenset({Role.ADMINISTRATOR}))] == [
        "who",
        "asked",
        "due",
    ]
    assert request_blockers(FORM, frozenset({Role.REVIEWER}))[0].message.id == "recordsasked.who-may"
    assert request_blockers(FORM, frozenset({Role.COMMUNICATIONS})) == ()


def test_what_is_signed_is_read_back() -> None:
    assert RequestForm.from_plain(FORM.to_plain()) == FORM


def test_a_request_is_overdue_until_it_is_answered() -> None:
    after = FORM.due + timedelta(days=1)
    request = RecordsRequest("r", FORM, None)
    answer = Answered.__new__(Answered)

    assert not request.overdue(FORM.due)
    assert request.overdue(after)
    assert not RecordsRequest("r", FORM, None, (answer,)).overdue(after)
