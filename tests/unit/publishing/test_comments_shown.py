"""What is made of a platform's answer about the comments under a post."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from smadmin.domain.publishers import Posted, Trouble
from smadmin.domain.shown_comments import MOST_A_POST, CommentSource, ShownComment
from smadmin.publishing.answers import Told
from smadmin.publishing.comments_shown import (
    BlogComments,
    BlueskyComments,
    MastodonComments,
    _of_blog,
    _of_mastodon,
)
from smadmin.publishing.web import Web
from tests.loopback import answer, answering
from tests.unit.publishing.at_web import PORTAL, failed, web

URI = "at://did:plc:larks/app.bsky.feed.post/2222222222222"
ODD = {"id": "9", "acct": "ann/../../x", "display_name": "Ann"}
SOURCES: tuple[tuple[Callable[[Web], CommentSource], str], ...] = (
    (BlogComments, "7"),
    (MastodonComments, "7"),
    (BlueskyComments, URI),
)


def in_blog(**more: object) -> dict[str, object]:
    given = {"id": 3, "author": 0, "author_name": "Ann", "link": "https://hill.example/choir/#comment-3"}
    said = {"date_gmt": "2026-11-20T10:00:00", "content": {"rendered": "<p>Lovely &amp; loud!<br>Thanks</p>"}}
    return {**given, **said, **more}


def in_mastodon(**more: object) -> dict[str, object]:
    account = {"id": "9", "acct": "ann@hill.example", "display_name": "Ann"}
    said = {"id": "8", "content": "<p>When does it start?</p>", "created_at": "2026-11-20T10:00:00.000Z"}
    return {**said, "url": "https://hill.example/@ann/8", "mentions": [], "account": account, **more}


def in_bluesky(
    text: str = "When?", replies: object = None, uri: str = "at://did:plc:ann/app.bsky.feed.post/3kabc"
) -> dict[str, object]:
    author = {"did": "did:plc:ann", "handle": "ann.example", "displayName": ""}
    record = {"text": text, "createdAt": "2026-11-20T10:00:00.000Z"}
    post = {"uri": uri, "author": author, "record": record}
    return {"$type": "app.bsky.feed.defs#threadViewPost", "post": post, "replies": replies}


def thread(*replies: object) -> dict[str, object]:
    return {"thread": {"$type": "app.bsky.feed.defs#threadViewPost", "post": {}, "replies": list(replies)}}


def asked(source: Callable[[Web], CommentSource], told: object, id: str) -> tuple[ShownComment, ...]:
    with answering(answer(200, json.dumps(told).encode())) as server:
        sources = source(web())
        return sources.comments(server.address, Posted(id, ""))


def test_a_blogs_comments_are_read_as_words() -> None:
    [one] = asked(BlogComments, [in_blog()], "7")

    assert (one.author, one.text) == ("Ann", "Lovely & loud!\nThanks")
    assert one.by == ""
    assert one.at == datetime(2026, 11, 20, 10, tzinfo=UTC)


def test_answers_on_mastodon_name_who_wrote_them() -> None:
    [one] = asked(MastodonComments, {"descendants": [in_mastodon()]}, "7")

    assert (one.author, one.text, one.by) == ("Ann (@ann@hill.example)", "When does it start?", "9")


def test_answers_to_answers_on_bluesky_are_read_too_and_blocked_ones_left_out() -> None:
    blocked = {"$type": "app.bsky.feed.defs#blockedPost", "uri": "at://x"}
    found = asked(BlueskyComments, thread(in_bluesky("When?", [in_bluesky("At six")]), blocked), URI)

    assert sorted(one.text for one in found) == ["At six", "When?"]
    assert {one.link for one in found} == {"https://bsky.app/profile/did:plc:ann/post/3kabc"}


def test_a_thread_without_end_is_left_at_its_sixth_answer() -> None:
    deep: object = None
    for level in range(40, 0, -1):
        deep = [in_bluesky(str(level), deep)]

    assert len(asked(BlueskyComments, thread(*deep), URI)) == 6  # type: ignore[misc]  # a list by now


def test_the_newest_come_first_and_not_without_end() -> None:
    many = [in_blog(date_gmt=f"2026-11-{day:02}T10:00:00") for day in range(1, 29)] * 5

    found = asked(BlogComments, many, "7")

    assert len(found) == MOST_A_POST
    assert found[0].at == datetime(2026, 11, 28, 10, tzinfo=UTC)
    times = [one.at for one in found if one.at is not None]
    assert times == sorted(times, reverse=True)


@pytest.mark.parametrize(
    ("source", "told", "id"),
    [
        (BlogComments, [in_blog(link="https://elsewhere.example/#1")], "7"),
        (MastodonComments, {"descendants": [in_mastodon(account=ODD)]}, "7"),
        (MastodonComments, {"descendants": [in_mastodon(id="8/../9")]}, "7"),
        (BlueskyComments, thread(in_bluesky(uri="at://did:plc:ann/app.bsky.feed.post/../x")), URI),
    ],
)
def test_an_address_that_leads_elsewhere_is_none(
    source: Callable[[Web], CommentSource], told: object, id: str
) -> None:
    [one] = asked(source, told, id)

    assert one.link == ""


def test_an_address_is_the_one_where_the_account_can_answer() -> None:
    told = _of_blog("https://hill.example", Told("hill.example", in_blog()))
    answer_to = _of_mastodon("https://social.example", Told("social.example", in_mastodon()))

    assert told.link == "https://hill.example/choir/#comment-3"
    assert answer_to.link == "https://social.example/@ann@hill.example/8"


def test_marks_that_turn_and_addresses_of_scripts_are_left_out() -> None:
    odd = in_blog(author_name="Ann\u202egpj", link="javascript:alert(1)", date_gmt="soon")
    [one] = asked(BlogComments, [odd], "7")

    assert (one.author, one.link, one.at) == ("Anngpj", "", None)


@pytest.mark.parametrize(("source", "id"), SOURCES)
def test_a_post_that_is_gone_has_none(source: Callable[[Web], CommentSource], id: str) -> None:
    status = 400 if id == URI else 404
    with answering(answer(status, b'{"error": "NotFound"}')) as server:
        assert source(web()).comments(server.address, Posted(id, "")) == ()


@pytest.mark.parametrize(("source", "id"), SOURCES)
@pytest.mark.parametrize("told", [{}, {"descendants": [1]}, [1], {"thread": []}, None])
def test_json_of_another_shape_is_not_the_platform(
    source: Callable[[Web], CommentSource], id: str, told: object
) -> None:
    with answering(answer(200, json.dumps(told).encode())) as server:
        kind = failed(lambda: source(web()).comments(server.address, Posted(id, ""))).kind
        assert kind is Trouble.NOT_THE_PLATFORM


@pytest.mark.parametrize(("source", "id"), SOURCES)
def test_a_log_in_page_of_the_network_is_no_answer(source: Callable[[Web], CommentSource], id: str) -> None:
    with answering(PORTAL) as server:
        kind = failed(lambda: source(web()).comments(server.address, Posted(id, ""))).kind
        assert kind is Trouble.NOT_THE_PLATFORM


@pytest.mark.parametrize(("source", "_id"), SOURCES)
@pytest.mark.parametrize("id", ["", "x", "1/../2", "\u0661"])
def test_with_another_id_nothing_is_asked(source: Callable[[Web], CommentSource], _id: str, id: str) -> None:
    with answering() as server:
        assert failed(lambda: source(web()).comments(server.address, Posted(id, ""))).kind is Trouble.INVALID
        assert server.heads == []
