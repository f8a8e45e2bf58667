"""What a strategy lacks, and which topics are neglected."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import PersonId
from smadmin.domain.strategies import Strategy, Topic, strategy_blockers, topic_use

ANA = PersonId("ana")
WHOLE = Strategy("Families know what happens", "Families", (Topic("Sports", 60), Topic("Art", 40)), ANA, 90)


@pytest.mark.demand("BAL-B1c1")
def test_a_strategy_says_goals_audience_owner_and_time() -> None:
    empty = Strategy("", "")

    lacking = strategy_blockers(empty, {ANA})

    assert [one.place for one in lacking] == ["goals", "audience", "owner", "minutes"]
    assert {one.citation for one in lacking} == {"BAL-B1c1", "BAL-B1c3"}
    assert strategy_blockers(WHOLE, {ANA}) == ()


def test_whoever_left_keeps_no_account_up() -> None:
    assert [one.place for one in strategy_blockers(WHOLE, set())] == ["owner"]


@pytest.mark.parametrize(
    "topics",
    [
        (Topic("Sports", 60), Topic("Art", 41)),
        (Topic("Sports", -1),),
        (Topic("Sports"), Topic(" sports ")),
        tuple(Topic(f"t{number}") for number in range(13)),
    ],
)
def test_topics_are_few_each_once_and_together_the_whole_at_most(topics: tuple[Topic, ...]) -> None:
    assert [one.place for one in strategy_blockers(replace(WHOLE, topics=topics), {ANA})] == ["topics"]


def test_what_is_signed_is_read_back_and_empty_lines_are_left_out() -> None:
    typed = replace(WHOLE, topics=(Topic(" Art ", 10), Topic("  ")), channels=("Paper", " "))

    tidied = typed.tidied

    assert tidied.topics == (Topic("Art", 10),)
    assert tidied.channels == ("Paper",)
    assert Strategy.from_plain(tidied.to_plain()) == tidied


@pytest.mark.demand("BAL-D3")
def test_a_topic_with_less_than_half_of_its_share_is_neglected() -> None:
    sports, art = topic_use(WHOLE.topics, {"sports": 9, "Art": 1, "Parents' evening": 2})

    assert (sports.posts, sports.share, sports.neglected) == (9, 75, False)
    assert (art.posts, art.share, art.neglected) == (1, 8, True)


def test_a_few_posts_say_nothing_about_shares() -> None:
    assert not any(one.neglected for one in topic_use(WHOLE.topics, {"Sports": 3}))
    assert not any(one.neglected for one in topic_use(WHOLE.topics, {}))


@given(st.lists(st.integers(0, 30), min_size=2, max_size=2), st.integers(0, 30))
def test_one_more_post_about_a_topic_never_makes_it_neglected(used: list[int], other: int) -> None:
    before = {"Sports": used[0], "Art": used[1], "": other}
    after = {**before, "Art": used[1] + 1}

    told = topic_use(WHOLE.topics, before)[1].neglected, topic_use(WHOLE.topics, after)[1].neglected

    assert told != (False, True) or sum(before.values()) < 4
