"""What the blog's adapter makes of answers that a real blog seldom gives; the rest is tried on a real one."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.publishers import Access, Outgoing, Posted, Trouble
from smadmin.publishing.wordpress import WordPress
from tests.loopback import Loopback, answer, answering
from tests.unit.publishing.at_web import failed, web

POST = Outgoing("01-key", "The choir sings.")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NOTHING = answer(200, b"[]")


def kept(status: str, link: str = "https://blog.example/p1/") -> bytes:
    return json.dumps({"id": 1, "status": status, "link": link}).encode()


def access(server: Loopback, user: str = "larks") -> Access:
    return Access(f"{server.address}/news", user, "abcd efgh")


@pytest.mark.parametrize(("off", "refused"), [(-10, False), (0, False), (10, True)])
def test_a_time_is_held_against_the_servers_own_clock(off: int, refused: bool) -> None:
    date = f"{NOON + timedelta(minutes=off):%a, %d %b %Y %H:%M:%S} GMT"
    answers = (NOTHING, answer(201, kept("draft"), date=date), answer(200, kept("future")))
    with answering(*answers) as server:
        publisher, at = WordPress(web()), NOON + timedelta(minutes=5)
        if refused:
            failure = failed(lambda: publisher.schedule(access(server), POST, at))
            assert failure.kind is Trouble.INVALID
        else:
            publisher.schedule(access(server), POST, at)
            assert json.loads(server.bodies[2])["date_gmt"] == "2026-11-23T12:05:00"

        assert len(server.heads) == (2 if refused else 3)
        assert json.loads(server.bodies[1])["status"] == "draft"


@pytest.mark.parametrize(
    "date",
    [
        "",
        "yesterday",
        "Mon, 23 Nov 99999999999999999999 12:00:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 23 Nov 2026 12:00:00 +99999999999999",
    ],
)
def test_a_servers_date_that_is_none_posts_nothing(date: str) -> None:
    with answering(NOTHING, answer(201, kept("draft"), date=date), answer(200, kept("future"))) as server:
        failure = failed(lambda: WordPress(web()).schedule(access(server), POST, NOON))

    assert failure.kind is Trouble.NOT_THE_PLATFORM
    assert len(server.heads) == 2


def test_a_servers_date_without_a_zone_is_in_utc() -> None:
    date = f"{NOON:%a, %d %b %Y %H:%M:%S} -0000"
    with answering(NOTHING, answer(201, kept("draft"), date=date), answer(200, kept("future"))) as server:
        failure = failed(lambda: WordPress(web()).schedule(access(server), POST, NOON))

    assert failure.kind is Trouble.INVALID


def test_a_blog_that_holds_posts_back_for_somebody_else_says_so() -> None:
    with answering(NOTHING, answer(201, kept("draft")), answer(200, kept("pending"))) as server:
        failure = failed(lambda: WordPress(web()).publish(access(server), POST))

    assert failure.kind is Trouble.INVALID
    assert failure.said == "pending"


def test_a_link_to_another_server_is_not_taken_over() -> None:
    with answering(answer(200, b"[" + kept("publish", "https://elsewhere.example/p1/") + b"]")) as server:
        found = WordPress(web()).find(access(server), POST)

    assert found == Posted("1", f"{server.address}/news/?p=1")


def test_a_post_is_read_back_from_the_blogs_own_server_alone() -> None:
    with answering(answer(200)) as other, answering(answer(200, b"<html>")) as server:
        WordPress(web()).read_back(f"{server.address}/news", Posted("7", f"{other.address}/p1/"))

    assert other.heads == []
    assert server.heads[0].startswith(b"GET /news/?p=7 ")


@pytest.mark.parametrize("told", [b"{}", b'[{"id": "1"}]', b'{"id": 1}', b"[[]]", b"null", b"[" * 100_000])
def test_json_of_another_shape_is_not_the_platform(told: bytes) -> None:
    with answering(answer(200, told)) as server:
        assert failed(lambda: WordPress(web()).find(access(server), POST)).kind is Trouble.NOT_THE_PLATFORM


def test_a_blog_in_a_folder_is_another_than_the_one_beside_it() -> None:
    told = answer(200, b'{"id": 2, "slug": "larks", "name": "Larks"}')
    with answering(told) as server:
        here = WordPress(web()).who_am_i(access(server))
        beside = WordPress(web()).who_am_i(Access(server.address, "larks", "abcd efgh"))

    assert here.id == f"2@127.0.0.1:{server.port}/news"
    assert beside.id != here.id
    assert server.heads[0].startswith(b"GET /news/?rest_route=/wp/v2/users/me&context=edit ")


@pytest.mark.parametrize("slug", ["our-fair", "p" + 20 * "0", ""])
def test_a_post_of_another_name_under_our_number_is_left_alone(slug: str) -> None:
    told = json.dumps({"id": 7, "slug": slug, "content": {"raw": "Theirs."}}).encode()
    with answering(*[answer(200, told)] * 4) as server:
        posted = Posted("7", f"{server.address}/news/{'p' + 20 * 'a'}/")
        for work in (
            lambda: WordPress(web()).remove(access(server), posted),
            lambda: WordPress(web()).correct(access(server), posted, "New."),
        ):
            assert failed(work).kind is Trouble.INVALID

    assert all(head.startswith(b"GET ") for head in server.heads)


@pytest.mark.parametrize("number", ["", "1/../2", "x", "\u0661"])
def test_only_a_number_is_a_posts_id(number: str) -> None:
    with answering(NOTHING) as server:
        posted = Posted(number, server.address)
        for work in (
            lambda: WordPress(web()).remove(access(server), posted),
            lambda: WordPress(web()).correct(access(server), posted, "New."),
        ):
            assert failed(work).kind is Trouble.INVALID
        assert server.heads == []
