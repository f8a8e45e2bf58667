"""A comment that was found: when its answer is due, and how long criticism waits."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from smadmin.domain.comments import (
    Advice,
    Closed,
    ClosedAs,
    Comment,
    CommentForm,
    CommentId,
    CommentKind,
    Replied,
    advice_plain,
)
from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.domain.policy.commenting import CommentRules
from smadmin.domain.rounds import Spot, weekdays
from smadmin.domain.school_days import EVERY_DAY

NOW = datetime(2026, 11, 20, 16, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001  the school's own time
FORM = CommentForm(AccountId("x"), CommentKind.CRITICISM, Spot.COMMENTS, "Too late!", "A parent", "", FRIDAY)
COMMENT, RULES = Comment(CommentId("c"), FORM, None, NOW), CommentRules()


def test_a_form_is_read_as_it_was_signed() -> None:
    assert CommentForm.from_plain(FORM.to_plain()) == FORM
    assert advice_plain(Role.PRINCIPAL, " What? ") == {"of": "principal", "question": "What?"}


@pytest.mark.demand("BAL-B1e2")
def test_an_answer_is_due_some_weekdays_after_somebody_found_the_comment() -> None:
    days = weekdays(EVERY_DAY, date(2026, 11, 1), date(2026, 12, 31))

    assert COMMENT.due_on(RULES, days) == date(2026, 11, 24)  # a Tuesday


def test_what_was_answered_closed_or_removed_waits_for_nothing() -> None:
    assert COMMENT.open
    assert not replace(COMMENT, reply=Replied(None, NOW, "Sorry.")).open
    assert not replace(COMMENT, closed=Closed(None, NOW, ClosedAs.IN_DOUBT)).open
    assert not replace(COMMENT, removed_at=NOW).open


@pytest.mark.demand("BLO-A7")
def test_only_criticism_waits_and_advice_ends_it() -> None:
    asked = Advice(None, NOW, Role.PRINCIPAL, "What do we say?")
    told = replace(asked, said_at=NOW, sentence="Meet them.")
    question = replace(COMMENT, form=replace(FORM, kind=CommentKind.QUESTION))

    assert COMMENT.calm_from(RULES) == NOW + timedelta(hours=4)
    assert replace(COMMENT, advice=asked).calm_from(RULES) == NOW + timedelta(hours=4)
    assert replace(COMMENT, advice=told).calm_from(RULES) is None
    assert question.calm_from(RULES) is None
