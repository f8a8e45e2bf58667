"""Requests for records in words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from smadmin.domain.ids import AccountId
from smadmin.domain.records_requests import Answered, RecordsRequest, RequestForm
from smadmin.language.catalogue import Catalogue
from smadmin.services.records_found import Found
from smadmin.ui.records.asked_said import count_line, found_rows, given_said, package_name, request_line
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

WORDS = Wording(Catalogue.load("en"))
DAY = date(2026, 11, 16)
NOON = datetime(2026, 11, 16, 19, tzinfo=UTC)
REQUEST = RecordsRequest("r", RequestForm("Dana Reyes", "All", DAY, DAY + timedelta(days=3)), None)
FOUND = Found("p", "post", AccountId("x"), "@lincoln", NOON, "The  fair\nopens " * 20, "", None, None, ())


def test_a_request_stands_as_open_overdue_or_answered() -> None:
    answered = replace(REQUEST, answers=(Answered(NOON, None, 2, 1, 0, "ab" * 32, "7:A"),))

    lines = [
        request_line(REQUEST, DAY),
        request_line(REQUEST, DAY + timedelta(days=4)),
        request_line(answered, DAY),
    ]

    assert [state for state, _ in lines] == [State.NOTE, State.STOP, State.FINE]
    assert [WORDS(said) for _, said in lines][:2] == [
        "Dana Reyes: due Nov 19, 2026",
        "Dana Reyes: was due Nov 19, 2026",
    ]


def test_a_found_thing_is_one_line_and_says_what_became_of_it() -> None:
    (row,) = found_rows([replace(FOUND, gone=NOON)], {"p": "Names a minor"}, WORDS)
    (bare,) = found_rows([replace(FOUND, text=" ", at=None)], {}, WORDS)

    assert row.title.startswith("The fair opens The")
    assert row.title.endswith("…")
    assert (row.chip, row.state) == ("Left out", State.DOUBT)
    assert "taken down" in row.note
    assert (bare.title, bare.note, bare.chip) == ("Without words", "@lincoln", "")


def test_counts_leave_out_what_is_nothing() -> None:
    nothing = Answered(NOON, None, 1, 0, 0, "ab" * 32, "7:A")

    assert WORDS(count_line((FOUND,), {})) == "One thing found; 0 left out."
    assert len(given_said(nothing, "bag")) == 2
    assert len(given_said(replace(nothing, covered=3), "bag")) == 3
    assert package_name(NOON) == "records-request-2026-11-16-1900"
