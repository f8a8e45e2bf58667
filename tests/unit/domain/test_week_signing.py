"""Questions and statements about a week are read back as they were written, and nothing else is."""

from datetime import UTC, date, datetime

import pytest

from smadmin.domain.canonical import canonical, parse
from smadmin.domain.ids import KeyId, PersonId, SchoolId, SlotId
from smadmin.domain.week_signing import (
    MOST_POSTS,
    WeekAsked,
    WeekStatement,
    answer_bytes,
    answered_in,
    week_digest,
)

MONDAY, ENDS = date(2026, 11, 16), datetime(2026, 11, 23, tzinfo=UTC)
SLOT = {"id": "1", "account": "a", "day": "2026-11-19", "topic": "Fair"}
ASKED = WeekAsked(
    "q",
    SchoolId("s"),
    MONDAY,
    PersonId("ana"),
    KeyId("k"),
    PersonId("pat"),
    ENDS,
    7,
    "ABCD",
    (SLOT,),
    (("T", ("l",)),),
)
SAID = WeekStatement(
    *("q", "d", SchoolId("s"), MONDAY, 7, "ABCD", "p", (SlotId("1"),), PersonId("pat"), KeyId("k"), ENDS)
)


def test_what_is_asked_and_said_is_read_back() -> None:
    assert WeekAsked.from_bytes(ASKED.to_bytes()) == ASKED
    assert WeekStatement.from_bytes(SAID.to_bytes()) == SAID
    asked = ASKED.to_bytes()
    assert answered_in(answer_bytes(SAID.to_bytes(), b"sig", asked)) == (SAID.to_bytes(), b"sig", asked)
    assert answered_in(ASKED.to_bytes()) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"what": "week-answered"},
        {"v": 2},
        {"slots": []},
        {"slots": [SLOT] * (MOST_POSTS + 1)},
        {"ends": "2026-11-23T00:00:00"},
        {"seq": True},
        {"more": 1},
        {"page": [["T", "l"]]},
    ],
)
def test_a_question_that_contradicts_itself_is_none(changes: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        WeekAsked.from_bytes(canonical({**parse(ASKED.to_bytes()), **changes}))  # type: ignore[dict-item]  # nonsense


@pytest.mark.parametrize(
    "changes", [{"more": 1}, {"what": "second-look"}, {"struck": "1"}, {"monday": "soon"}]
)
def test_a_statement_that_contradicts_itself_is_none(changes: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        WeekStatement.from_bytes(canonical({**parse(SAID.to_bytes()), **changes}))  # type: ignore[dict-item]  # nonsense


def test_a_weeks_digest_knows_no_order_and_every_change() -> None:
    other = {**SLOT, "id": "2"}

    assert week_digest([SLOT, other]) == week_digest([other, SLOT])
    assert len({week_digest([]), week_digest([SLOT]), week_digest([{**SLOT, "topic": "Fair!"}])}) == 3
