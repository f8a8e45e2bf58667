"""What is answered before an account is asked for."""

from dataclasses import replace

import pytest

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.ids import PersonId

WHOLE = AccountRequest(
    answers=("Families ask for it", "Closings and events", "Two of us", "Ana"),
    audience="Families of the school",
    minutes=60,
    comments=True,
    monitor=PersonId("ana"),
    administrator=PersonId("ana"),
)


def missing(request: AccountRequest) -> list[tuple[str | None, str | None]]:
    return [(one.place, one.citation) for one in request.blockers(4, "YEL-Q")]


@pytest.mark.demand("YEL-Q")
@pytest.mark.demand("WIC-P1")
def test_all_four_questions_are_answered() -> None:
    assert missing(WHOLE) == []
    assert missing(replace(WHOLE, answers=("Families ask for it", " ", "no"))) == [
        ("answer-1", "YEL-Q"),
        ("answer-2", "YEL-Q"),
        ("answer-3", "YEL-Q"),
    ]


@pytest.mark.demand("BAL-B1c1")
@pytest.mark.demand("BAL-B1c3")
@pytest.mark.demand("BAL-B1f1")
def test_somebody_has_the_time_and_reads_the_comments() -> None:
    empty = AccountRequest((), "", 0, comments=True, monitor=None, administrator=None)

    assert [place for place, _ in missing(replace(empty, answers=WHOLE.answers))] == [
        "audience",
        "minutes",
        "monitor",
        "administrator",
    ]
    assert missing(replace(WHOLE, comments=False, monitor=None)) == []


def test_the_answers_come_back_as_they_were_signed() -> None:
    assert AccountRequest.from_plain(WHOLE.to_plain()) == WHOLE


def test_what_is_no_answer_is_an_empty_one() -> None:
    read = AccountRequest.from_plain({"answers": "all", "minutes": "many", "monitor": 7})

    assert (read.answers, read.minutes, read.monitor) == ((), 0, None)
