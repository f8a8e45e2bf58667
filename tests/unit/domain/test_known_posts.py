"""The same post, told by a list and by an archive and published by the program, counts once."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import AccountId, PublicationId, SchoolId
from smadmin.domain.known_posts import Known
from smadmin.domain.past_posts import PastPost, mark_of, one_link
from smadmin.domain.publications import Publication, PublicationStep

NOON = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)
DAY = NOON.date()


def timed(moment: datetime = NOON, link: str = "") -> PastPost:
    return PastPost(moment.date(), moment, link, mark_of(one_link(link) or moment.isoformat()))


def dayless(number: int = 0, link: str = "", day: date = DAY) -> PastPost:
    return PastPost(day, None, link, mark_of(one_link(link) or f"{day.isoformat()} {number}"))


def published(moment: datetime, link: str) -> tuple[Publication, date]:
    made = Publication(
        PublicationId("p" + link), SchoolId("s"), AccountId("a"), PublicationStep.CONFIRMED, link=link,
        published_at=moment,
    )  # fmt: skip
    return made, moment.date()


def new(known: list[PastPost], *posts: PastPost, out: tuple[tuple[Publication, date], ...] = ()) -> int:
    return len(Known(known, out).new(posts))


def test_the_same_link_is_the_same_post_whatever_the_day_says() -> None:
    assert new([timed(link="https://x.com/a/status/1")], dayless(link="http://www.x.com/a/status/1/")) == 0


def test_the_archives_second_is_the_lists_minute() -> None:
    assert new([timed(link="https://x.com/a/status/1")], timed(NOON + timedelta(seconds=59))) == 0
    assert new([timed(link="https://x.com/a/status/1")], timed(NOON + timedelta(minutes=3))) == 1


def test_two_links_of_one_minute_are_two_posts() -> None:
    assert new([timed(link="https://x.com/a/status/1")], timed(link="https://x.com/a/status/2")) == 1


def test_what_went_out_by_the_program_is_confirmed_up_to_an_hour_later() -> None:
    out = (published(NOON + timedelta(minutes=50), "https://x.com/a/status/1"),)
    assert new([], timed(), out=out) == 0
    assert new([], timed(NOON - timedelta(minutes=30)), out=out) == 1
    assert new([], timed(), timed(NOON + timedelta(minutes=1)), out=out) == 1


def test_a_list_of_days_counts_as_many_as_it_has_more() -> None:
    assert new([dayless(0)], dayless(0), dayless(1)) == 1
    assert new([timed()], dayless(0)) == 0
    assert new([timed()], dayless(0), dayless(1)) == 1
    assert new([dayless(0)], timed(), timed(NOON + timedelta(hours=2))) == 1
    assert new([dayless(0)], dayless(link="https://x.com/a/status/1")) == 0
    assert new([dayless(link="https://x.com/a/status/1")], dayless(link="https://x.com/a/status/2")) == 1


def test_a_post_that_is_known_by_its_moment_does_not_answer_for_a_day_too() -> None:
    assert new([timed()], dayless(0), timed(NOON + timedelta(minutes=1))) == 1


MOMENTS = st.integers(0, 3 * 86_400).map(lambda second: NOON + timedelta(seconds=second))
POSTS = st.one_of(
    st.builds(timed, MOMENTS),
    st.builds(timed, MOMENTS, st.integers(0, 9).map(lambda n: f"https://x.com/a/status/{n}")),
    st.builds(dayless, st.integers(0, 3)),
)
FILES = st.lists(POSTS, max_size=30, unique_by=lambda post: post.mark)


@given(FILES)
def test_a_file_told_again_has_nothing_new(posts: list[PastPost]) -> None:
    assert Known(posts, ()).new(posts) == ()


@given(FILES, FILES)
def test_each_known_post_answers_once_at_most(known: list[PastPost], posts: list[PastPost]) -> None:
    found = Known(known, ()).new(posts)

    assert set(found) <= set(posts)
    assert len(posts) - len(found) <= len(known)
