"""Which rows of a file are posts of an account, and the reason that each other row gets."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.past_posts import Flaw, RawFile, RawPost, Reading, Source
from smadmin.domain.post_links import LinkAnswer, LinkVerdict
from smadmin.domain.told_posts import file_blockers, names_account, read_posts

NOW = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
DENVER = ZoneInfo("America/Denver")
ACCOUNT = Account(
    AccountId("a"), SchoolId("s"), Platform.INSTAGRAM, "Lincoln High", "lincoln.high",
    "https://www.instagram.com/lincoln.high/",
)  # fmt: skip


def judge(link: str) -> LinkVerdict:
    answer = LinkAnswer.OTHER_ACCOUNT if "other" in link else LinkAnswer.CANT_TELL
    if not link.startswith("https://www.instagram.com/"):
        answer = LinkAnswer.NOT_A_POST
    return LinkVerdict(answer, say("platforms.link-cant-tell"))


def told(*rows: RawPost, spanish: bool = False) -> Reading:
    file = RawFile(Source.LIST, "", rows, spanish=spanish)
    return read_posts(file, ACCOUNT, judge=judge, zone=DENVER, now=NOW)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (RawPost(2, ""), "pastposts.no-day"),
        (RawPost(2, "soon"), "pastposts.bad-day"),
        (RawPost(2, "31/31/2026"), "pastposts.bad-day-as"),
        (RawPost(2, "31/31/2026 Ana"), "pastposts.bad-day"),
        (RawPost(2, "2026-11-17"), "pastposts.future"),
        (RawPost(2, "2026-11-16T15:00:01Z"), "pastposts.future"),
        (RawPost(2, "2010-07-15"), "pastposts.too-early"),
        (RawPost(2, "2024-05-03", "somebody_else"), "pastposts.other-account-as"),
        (RawPost(2, "2024-05-03", "Mia Torres"), "pastposts.other-account"),
        (RawPost(2, "2024-05-03", "Mia"), "pastposts.other-account"),
        (RawPost(2, "2024-05-03", "", "https://www.instagram.com/other/p/x/"), "pastposts.other-account"),
        (RawPost(2, "2024-05-03", "", "http://evil.example/"), "pastposts.bad-link"),
        (RawPost(2, "2024-05-03", "", '=HYPERLINK("http://evil.example")'), "pastposts.bad-link"),
        (RawPost(2, "2024-05-03", "", "https://www.instagram.com/" + "p" * 400), "pastposts.bad-link"),
        (RawPost(2, "2024-05-03", "", "https://www.instagram.com/p/a\u202eb"), "pastposts.bad-link"),
        (RawPost(2, "1714770240", flaw=Flaw.EMPTY), "pastposts.flaw-empty"),
        (RawPost(2, "", flaw=Flaw.SHAPE), "pastposts.flaw-shape"),
    ],
)
def test_each_row_that_is_no_post_is_named_with_its_reason(row: RawPost, why: str) -> None:
    found = told(row, RawPost(3, "2024-05-04"))

    assert [(one.number, one.why.id) for one in found.refused] == [(2, why)]
    assert [post.day for post in found.posts] == [date(2024, 5, 4)]


def test_today_and_the_platforms_first_day_still_count() -> None:
    found = told(RawPost(2, "2026-11-16"), RawPost(3, "2026-11-16T15:00:00Z"), RawPost(4, "2010-07-16"))

    assert (len(found.posts), found.refused) == (3, ())


def test_a_blog_brings_along_what_it_wrote_before_wordpress() -> None:
    blog = replace(ACCOUNT, platform=Platform.WORDPRESS)
    file = RawFile(Source.LIST, "", (RawPost(2, "1998-09-01"), RawPost(3, "1993-12-31")))

    found = read_posts(file, blog, judge=judge, zone=DENVER, now=NOW)

    assert [one.day for one in found.posts] == [date(1998, 9, 1)]
    assert [one.why.id for one in found.refused] == ["pastposts.before-blogs"]


@pytest.mark.parametrize(
    "said", ["lincoln.high", "@Lincoln.High", "Lincoln  HIGH", "https://instagram.com/lincoln.high"]
)
def test_an_account_is_named_by_handle_name_or_page(said: str) -> None:
    assert names_account(said, ACCOUNT)
    assert not names_account(said + "2", ACCOUNT)


def test_the_same_link_or_moment_counts_once_and_days_as_often_as_they_stand() -> None:
    link = "https://www.instagram.com/p/1/"
    found = told(
        RawPost(2, "2024-05-03", "", link),
        RawPost(3, "2024-05-03", "", link.removesuffix("/") + "#top"),
        RawPost(4, "2024-05-04 10:00"),
        RawPost(5, "2024-05-04T16:00:00Z"),
        RawPost(6, "2024-05-05"),
        RawPost(7, "2024-05-05"),
    )

    assert [post.day.day for post in found.posts] == [3, 4, 5, 5]
    assert found.twice == 2


def test_days_that_can_be_read_both_ways_are_read_as_the_titles_language_does_and_said() -> None:
    english, spanish = told(RawPost(2, "3/4/2024")), told(RawPost(2, "3/4/2024"), spanish=True)
    shown = told(RawPost(2, "3/4/2024"), RawPost(3, "13/4/2024"))

    assert (english.posts[0].day, english.guessed) == (date(2024, 3, 4), True)
    assert (spanish.posts[0].day, spanish.guessed) == (date(2024, 4, 3), True)
    assert (shown.posts[0].day, shown.guessed) == (date(2024, 4, 3), False)


def test_a_file_that_names_nobody_is_told_as_that() -> None:
    assert not told(RawPost(2, "2024-05-03")).names_account
    assert told(RawPost(2, "2024-05-03", "lincoln.high")).names_account


def test_another_platforms_archive_and_somebody_elses_are_refused_whole() -> None:
    archive = RawFile(Source.FACEBOOK, "", (RawPost(1, "1714770240"),))
    assert [one.message.id for one in file_blockers(archive, ACCOUNT)] == ["pastposts.other-platform"]
    own = replace(archive, source=Source.INSTAGRAM)
    assert file_blockers(own, ACCOUNT) == ()
    assert file_blockers(replace(own, whose=("Ana", "lincoln.high")), ACCOUNT) == ()
    private = file_blockers(replace(own, whose=("ana.private",)), ACCOUNT)
    assert [one.message.id for one in private] == ["pastposts.other-archive"]


def test_whose_a_row_is_is_said_where_it_is_a_handle() -> None:
    found = told(RawPost(2, "2024-05-03", "somebody_else"), RawPost(3, "2024-05-03", "@other"))

    assert [one.why.values["other"] for one in found.refused] == ["@somebody_else", "@other"]
