"""What Bluesky's adapter makes of answers that a server on this computer doesn't give; see tests/servers."""

import json
from datetime import UTC, datetime

import pytest

from smadmin.domain.publishers import Access, Outgoing, Posted, Seen, Trouble
from smadmin.publishing.bluesky import Bluesky
from tests.loopback import Loopback, answer, answering
from tests.unit.publishing.at_web import failed, web

POST = Outgoing("01-key", "The choir sings.")
DATE = "Mon, 23 Nov 2026 12:00:00 GMT"
URI = "at://did:plc:abc/app.bsky.feed.post/3k222222222b2"
OUT = Posted(URI, "https://bsky.app/profile/larks.test/post/3k222222222b2")
ABSENT = answer(400, b'{"error": "RecordNotFound"}')
THERE = answer(200, json.dumps({"uri": URI, "value": {"text": "The choir sings."}}).encode())


def session(date: str = DATE, **other: str) -> bytes:
    said = {"did": "did:plc:abc", "handle": "larks.test", "accessJwt": "a.b.c", **other}
    return answer(200, json.dumps(said).encode(), date=date)


def access(server: Loopback) -> Access:
    return Access(server.address, "@larks.test", " abcd-efgh ")


def shown(**more: object) -> bytes:
    images = {"$type": "app.bsky.embed.images#view", "images": [{"alt": "A stage"}]}
    post = {
        "uri": URI,
        "author": {"labels": []},
        "record": {"text": "The choir sings."},
        "embed": images,
        **more,
    }
    return answer(200, json.dumps({"posts": [post]}).encode())


def test_a_post_is_dated_by_the_servers_own_clock() -> None:
    with answering(session(), ABSENT, answer(200, b'{"error": "nothing of the kind"}')) as server:
        kind = failed(lambda: Bluesky(web()).publish(access(server), POST)).kind

    assert kind is Trouble.NOT_THE_PLATFORM
    told = json.loads(server.bodies[2])
    assert told["record"]["createdAt"] == "2026-11-23T12:00:00.000Z"
    assert told["swapRecord"] is None
    assert json.loads(server.bodies[0]) == {"identifier": "larks.test", "password": "abcd-efgh"}


@pytest.mark.parametrize(
    "date", ["Fri, 31 Dec 9999 23:59:59 -1200", "Mon, 23 Nov 99999999999999999999 12:00:00 GMT", "soon"]
)
def test_a_day_that_is_none_is_not_the_platform(date: str) -> None:
    with answering(session(date=date)) as server:
        assert failed(lambda: Bluesky(web()).who_am_i(access(server))).kind is Trouble.NOT_THE_PLATFORM


def test_what_stands_there_meanwhile_is_the_post() -> None:
    meanwhile = answer(400, b'{"error": "InvalidSwap", "message": "Record was at x"}')
    with answering(session(), ABSENT, meanwhile) as server:
        posted = Bluesky(web()).publish(access(server), POST)

    assert posted.id.startswith("at://did:plc:abc/app.bsky.feed.post/")


def test_another_accounts_post_is_not_taken_down() -> None:
    with answering(session(did="did:plc:other")) as server:
        assert failed(lambda: Bluesky(web()).remove(access(server), OUT)).kind is Trouble.REFUSED
        assert len(server.heads) == 1


@pytest.mark.parametrize("status", [400, 401])
def test_a_server_that_repeats_the_password_is_not_quoted(status: int) -> None:
    said = b'{"error": "Nope", "message": "abcd-efgh is wrong"}'
    with answering(answer(status, said)) as server:
        failure = failed(lambda: Bluesky(web()).who_am_i(access(server)))

    assert failure.kind is {400: Trouble.INVALID, 401: Trouble.REFUSED}[status]
    assert "abcd" not in str(failure.happened)


@pytest.mark.parametrize("error", ["InvalidToken", "ExpiredToken", "AccountTakedown"])
def test_a_session_that_ended_meanwhile_is_a_log_in_that_does_not_hold(error: str) -> None:
    ended = answer(400, json.dumps({"error": error, "message": "no"}).encode())
    with answering(session(), ABSENT, ended) as server:
        assert failed(lambda: Bluesky(web()).publish(access(server), POST)).kind is Trouble.REFUSED


@pytest.mark.parametrize(
    "other", [{"handle": "larks/../x"}, {"did": "x"}, {"accessJwt": "two words"}, {"handle": ""}]
)
def test_a_log_in_of_another_shape_is_none(other: dict[str, str]) -> None:
    with answering(session(**other)) as server:
        kind = failed(lambda: Bluesky(web()).publish(access(server), POST)).kind

    assert kind in {Trouble.NOT_THE_PLATFORM, Trouble.REFUSED}
    assert len(server.heads) == 1


def test_an_account_without_a_handle_that_holds_is_called_by_its_id() -> None:
    with answering(session(handle="handle.invalid"), ABSENT) as server:
        assert Bluesky(web()).who_am_i(access(server)).page == "https://bsky.app/profile/did:plc:abc"


def test_a_busy_server_says_when_its_count_begins_anew() -> None:
    again = int(datetime(2026, 11, 23, 12, 5, tzinfo=UTC).timestamp())
    busy = answer(429, b"{}", ratelimit_reset=str(again), date=DATE)
    with answering(busy) as server:
        failure = failed(lambda: Bluesky(web()).who_am_i(access(server)))

    assert (failure.kind, failure.retry_after_s) == (Trouble.BUSY, 300)


@pytest.mark.parametrize("said", [b"<html>Log in</html>", b'[{"ok": true}]', b"{}", b'{"uri": "at://x"}'])
def test_a_log_in_page_of_the_network_is_no_post_that_is_there(said: bytes) -> None:
    with answering(session(), answer(200, said)) as server:
        assert failed(lambda: Bluesky(web()).find(access(server), POST)).kind is Trouble.NOT_THE_PLATFORM


def seen_by_visitors(*views: bytes, server: bytes = ABSENT) -> Seen:
    with answering(*views) as view, answering(server) as own:
        return Bluesky(web(), {own.address: view.address}).read_back(own.address, OUT)


def test_visitors_see_what_the_platform_shows_them() -> None:
    seen = seen_by_visitors(shown())

    assert (seen.public, seen.text, seen.alts, seen.pictures) == (True, "The choir sings.", ("A stage",), 1)


def test_an_account_for_the_signed_in_alone_is_not_seen_by_visitors() -> None:
    seen = seen_by_visitors(shown(author={"labels": [{"val": "!no-unauthenticated"}]}))

    assert not seen.public
    assert seen.captured


def test_another_post_than_the_one_asked_for_is_not_the_platform() -> None:
    other = shown(uri=URI.replace("b2", "b3"))

    assert failed(lambda: seen_by_visitors(other)).kind is Trouble.NOT_THE_PLATFORM


def test_what_visitors_are_not_shown_yet_is_looked_at_later() -> None:
    nothing = answer(200, b'{"posts": []}')

    assert failed(lambda: seen_by_visitors(nothing, server=THERE)).kind is Trouble.BUSY
    assert not seen_by_visitors(nothing).public


@pytest.mark.parametrize("id", ["", "7", URI.replace("feed.post", "feed.like"), f"{URI}/../x", "at://x"])
def test_only_the_address_of_a_post_is_a_posts_id(id: str) -> None:
    with answering(session()) as server:
        posted = Posted(id, OUT.link)
        assert failed(lambda: Bluesky(web()).remove(access(server), posted)).kind is Trouble.INVALID
        assert failed(lambda: Bluesky(web()).read_back(server.address, posted)).kind is Trouble.INVALID
        assert server.heads == []
