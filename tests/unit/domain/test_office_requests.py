"""What communications asks for, and what counts as an answer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.ids import AccountId
from smadmin.domain.office_requests import (
    OfficeAnswer,
    OfficeRequest,
    Wish,
    answering_blockers,
    asked_of,
    asked_plain,
    asking_blockers,
)

AT = datetime(2026, 11, 16, tzinfo=UTC)
REQUEST = OfficeRequest(3, AccountId("x"), Wish.REMOVAL, "https://x.com/1", "why", None, AT)
LIVE, CLOSED = AccountStage.LIVE, AccountStage.CLOSED


@pytest.mark.parametrize(
    ("wish", "page", "stage", "why"),
    [
        (Wish.REMOVAL, "https://x.com/1", LIVE, []),
        (Wish.REMOVAL, "x.com/1", LIVE, ["powers.page-missing"]),
        (Wish.REMOVAL, "http://x.com/1", LIVE, ["powers.page-missing"]),
        (Wish.CLOSING, "", LIVE, []),
        (Wish.CLOSING, "", CLOSED, ["powers.closed-already"]),
    ],
)
def test_a_post_is_named_by_its_address(wish: Wish, page: str, stage: AccountStage, why: list[str]) -> None:
    found = asking_blockers(wish, page, "A reason.", stage)

    assert [reason.message.id for reason in found] == why
    assert asked_of(asked_plain(page, " A reason. ")) == (page, "A reason.")


def test_an_answer_is_given_once_and_a_no_says_why() -> None:
    answered = replace(REQUEST, answer=OfficeAnswer(None, AT, done=True, sentence=""))
    closing = replace(REQUEST, wish=Wish.CLOSING)

    assert answering_blockers(REQUEST, "", LIVE, done=True) == ()
    assert [one.message.id for one in answering_blockers(REQUEST, "x" * 1_001, LIVE, done=False)] == [
        "powers.sentence-long"
    ]
    assert [one.message.id for one in answering_blockers(answered, "", LIVE, done=True)] == [
        "powers.answered-already"
    ]
    (first,) = answering_blockers(closing, "", LIVE, done=True)
    assert first.message.id == "powers.close-first"
    assert not replace(REQUEST, taken_back=True).open
