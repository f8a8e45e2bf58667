"""Wished posts: what one lacks, who answers, what became of its words."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from smadmin.domain.ids import PersonId
from smadmin.domain.post_requests import (
    TEXT_MOST,
    Came,
    Edit,
    PostRequest,
    PostWish,
    WishStage,
    answer_blockers,
    edits,
    reason_blockers,
    take_back_blockers,
    wish_blockers,
)

TODAY = date(2026, 11, 16)
WISH = PostWish("Art department", "Our show opens on Friday.", date(2026, 11, 20), "Two photos", Came.FILE)
REQUEST = PostRequest("r", PersonId("bo"), datetime(2026, 11, 16, tzinfo=UTC), WISH)


def test_a_wish_is_read_as_it_was_signed() -> None:
    assert PostWish.from_plain(WISH.to_plain()) == WISH
    assert PostWish.from_plain(replace(WISH, by_day=None).to_plain()).by_day is None


@pytest.mark.parametrize(
    ("wish", "place"),
    [
        (replace(WISH, asker=" "), "asker"),
        (replace(WISH, asker="a" * 121), "asker"),
        (replace(WISH, text=""), "text"),
        (replace(WISH, text="a" * (TEXT_MOST + 1)), "text"),
        (replace(WISH, by_day=date(2026, 11, 15)), "by_day"),
    ],
)
def test_what_a_wish_lacks_is_said_at_its_field(wish: PostWish, place: str) -> None:
    assert [one.place for one in wish_blockers(wish, TODAY)] == [place]
    assert wish_blockers(WISH, TODAY) == ()


@pytest.mark.demand("BAL-C1b")
def test_it_is_answered_once_by_those_whose_it_is_and_declined_with_a_reason() -> None:
    assert answer_blockers(REQUEST, mine=True) == ()
    assert answer_blockers(REQUEST, mine=False)
    assert answer_blockers(replace(REQUEST, stage=WishStage.TAKEN), mine=True)
    assert reason_blockers(" ")
    assert reason_blockers("a" * 1_001)
    assert reason_blockers("Too late for this week.") == ()


def test_only_who_handed_it_in_takes_it_back_while_it_waits() -> None:
    assert take_back_blockers(REQUEST, PersonId("bo")) == ()
    assert take_back_blockers(REQUEST, PersonId("ana"))
    assert take_back_blockers(replace(REQUEST, stage=WishStage.DECLINED), PersonId("bo"))


@pytest.mark.demand("BAL-C1b")
def test_what_was_changed_in_its_words_is_marked_word_for_word() -> None:
    now = "Our art show opens on Thursday. Come!"

    assert edits(WISH.text, now) == (Edit("", "art"), Edit("Friday.", "Thursday. Come!"))
    assert edits(WISH.text, WISH.text) == ()
