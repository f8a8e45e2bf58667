"""The adapter of Mastodon, on what a real Mastodon 4.7 was asked and answered (`mastodon/README.md`).

A recording can't show what a server keeps: that a second request with the same name makes no second post is
Mastodon's word, not shown here.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.publications import publication_id
from smadmin.domain.publishers import Access, Outgoing, Picture, Posted, Trouble, differences
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.mastodon import Mastodon
from smadmin.publishing.web import Web
from tests.loopback import Loopback, answer, answering, header
from tests.servers.content import jpeg
from tests.servers.contract import QUOTED, SOURCE
from tests.unit.publishing.at_web import failed

RECORDED: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "mastodon" / "recorded.json").read_text("utf-8")
)
PUBLISHER = Mastodon(Web(Bounds(connect_s=10, silent_s=50, total_s=60, at_a_time=1), plain_to_loopback=True))
FIRST, SECOND, POST = RECORDED["pictures"]
ALTS = [one["answer"]["description"] for one in (FIRST, SECOND)]
OUTGOING = Outgoing(
    "01-key",
    POST["fields"]["status"],
    tuple(Picture(jpeg(number), "image/jpeg", alt) for number, alt in enumerate(ALTS, 1)),
)
LATER = Outgoing("02-key", RECORDED["later"][0]["fields"]["status"])
OUT = Posted(POST["answer"]["id"], "")
TAKEN = {
    *(name.removesuffix("[]") for some in RECORDED.values() for one in some for name in one["fields"]),
    *RECORDED["later"][0]["answer"]["params"],
}
"""The fields that the server took, or named itself as those of a post."""


@contextmanager
def replayed(*recorded: dict[str, Any]) -> Iterator[Loopback]:
    """Answer as recorded, in this order."""
    with answering(*map(_said, recorded)) as server:
        yield server
    assert len(server.heads) == len(recorded)
    asked = [head.split(b" ", 2)[:2] for head in server.heads]
    for (method, path), one in zip(asked, recorded, strict=True):
        if "path" in one:
            assert (method.decode(), path.decode().partition("?")[0]) == (
                one["method"],
                one["path"].rstrip("/"),
            )


def _said(one: dict[str, Any]) -> bytes:
    headers = {name.replace("-", "_"): value for name, value in one.get("headers", {}).items()}
    return answer(one["status"], json.dumps(one["answer"]).encode(), **headers)


def access(server: Loopback) -> Access:
    return Access(server.address, "", "token-of-the-school ")


def read_as(one: dict[str, Any]) -> dict[str, Any]:
    """Let an answer that gives a post stand for the one to reading it, which is of the same shape."""
    return {"status": 200, "answer": one["answer"]}


def test_it_says_whose_log_in_it_is() -> None:
    with replayed(*RECORDED["whose"]) as server:
        who = PUBLISHER.who_am_i(access(server))

    told = RECORDED["whose"][0]["answer"]
    assert who.id == f"{told['id']}@127.0.0.1:{server.port}"
    assert (who.handle, who.name) == (told["username"], told["username"])
    assert who.page == f"{server.address}/@{told['username']}"
    assert header(server.heads[0], "authorization") == "Bearer token-of-the-school"


def test_the_servers_own_limits_are_read() -> None:
    with replayed(*RECORDED["server"]) as server:
        limits = PUBLISHER.limits(access(server))

    assert limits is not None
    assert (limits.text, limits.pictures, limits.alt, limits.picture_bytes) == (500, 4, 10_000, 16_777_216)
    assert {"jpeg", "png", "webp"} < set(limits.picture_types)
    assert not header(server.heads[0], "authorization")


def test_a_post_with_pictures_goes_out_in_fields_that_the_server_takes() -> None:
    with replayed(FIRST, SECOND, POST) as server:
        posted = PUBLISHER.publish(access(server), OUTGOING)

    assert posted == Posted(OUT.id, f"{server.address}/@{POST['answer']['account']['username']}/{OUT.id}")
    for body, picture in zip(server.bodies[:2], OUTGOING.pictures, strict=True):
        assert picture.content in body
        assert f'name="description"\r\n\r\n{picture.alt}\r\n'.encode() in body
        sent = {name.decode() for name in re.findall(rb'form-data; name="(\w+)"', body)}
        assert sent <= set(FIRST["fields"]["multipart"])
    fields = json.loads(server.bodies[2])
    assert set(fields) <= TAKEN
    assert fields["status"] == POST["fields"]["status"]
    assert fields["media_ids"] == POST["fields"]["media_ids[]"]
    assert (fields["visibility"], fields["sensitive"]) == ("public", False)


@pytest.mark.demand("BLO-A9")
def test_a_quotes_link_and_a_licences_line_travel_with_the_post() -> None:
    with replayed(FIRST, SECOND, POST) as server:
        PUBLISHER.publish(access(server), replace(OUTGOING, text=QUOTED, link=SOURCE))

    assert json.loads(server.bodies[2])["status"] == QUOTED


def test_a_post_is_seen_by_visitors_as_it_was_released() -> None:
    with replayed(read_as(POST)) as server:
        seen = PUBLISHER.read_back(server.address, OUT)

    assert differences(OUTGOING, seen) == ()
    assert json.loads(seen.captured) == POST["answer"]
    assert server.heads[0].startswith(f"GET /api/v1/statuses/{OUT.id} ".encode())
    assert not header(server.heads[0], "authorization")


def test_a_link_that_the_server_shortened_is_read_whole() -> None:
    [linked] = RECORDED["link"]
    with replayed(linked) as server:
        seen = PUBLISHER.read_back(server.address, Posted(linked["answer"]["id"], ""))

    assert (seen.text, seen.link_target) == ("http://example.org/", "http://example.org/")


@pytest.mark.parametrize("visibility", ["private", "direct"])
def test_what_only_followers_see_is_hidden_from_visitors(visibility: str) -> None:
    with replayed({"status": 200, "answer": POST["answer"] | {"visibility": visibility}}) as server:
        assert not PUBLISHER.read_back(server.address, OUT).public


def test_the_same_key_has_the_same_name_and_another_key_another() -> None:
    plain = replace(OUTGOING, pictures=())
    names = []
    for outgoing in (plain, plain, replace(plain, key="02-key")):
        with replayed(POST) as server:
            PUBLISHER.publish(access(server), outgoing)
        names.append(header(server.heads[0], "idempotency-key"))

    assert names[0] == names[1] != names[2]
    assert "01-key" not in names[0]


def test_a_correction_names_the_pictures_again() -> None:
    [described] = RECORDED["described"]
    accepted = described["fields"]
    posted = Posted(described["answer"]["id"], "")
    with replayed(read_as(described), described) as server:
        PUBLISHER.correct(access(server), posted, accepted["status"])

    fields = json.loads(server.bodies[1])
    assert (fields["status"], fields["media_ids"]) == (accepted["status"], accepted["media_ids"])
    assert set(fields) <= TAKEN


def test_a_scheduled_post_waits_and_is_taken_back() -> None:
    made, listed, ended = RECORDED["later"]
    at = datetime.fromisoformat(made["fields"]["scheduled_at"])
    with replayed(made) as server:
        posted = PUBLISHER.schedule(access(server), LATER, at)
        assert not PUBLISHER.read_back(server.address, posted).public
    fields = json.loads(server.bodies[0])
    assert fields["scheduled_at"] == made["fields"]["scheduled_at"]
    assert set(fields) <= TAKEN

    with replayed(listed) as server:
        there = PUBLISHER.waiting(access(server), replace(LATER, text=listed["answer"][0]["params"]["text"]))
    assert there is not None
    assert (there.id, there.waits, posted.waits) == (f"waits-{listed['answer'][0]['id']}", True, True)
    with replayed(listed) as server:
        assert PUBLISHER.waiting(access(server), replace(LATER, text="Other words.")) is None

    with replayed(ended) as server:
        PUBLISHER.remove(access(server), posted)


def test_what_was_taken_is_found_by_its_words_and_what_was_not_is_not() -> None:
    posts = {"status": 200, "answer": [POST["answer"]]}
    with replayed(*RECORDED["whose"], posts) as server:
        found = PUBLISHER.find(access(server), OUTGOING)
    assert found is not None
    assert found.id == OUT.id

    for other in (
        replace(OUTGOING, text="Other words."),
        replace(OUTGOING, pictures=OUTGOING.pictures[::-1]),
    ):
        with replayed(*RECORDED["whose"], posts) as server:
            assert PUBLISHER.find(access(server), other) is None


@pytest.mark.parametrize(
    ("minutes", "found"), [(-1440, True), (0, True), (1, True), (3, False), (None, True)]
)
def test_an_older_post_of_the_same_words_is_another_one(minutes: int | None, found: bool) -> None:
    made = datetime.fromisoformat(POST["answer"]["created_at"])
    since = None if minutes is None else made + timedelta(minutes=minutes)
    key = publication_id(PostId("01-post"), AccountId("01-account"))
    outgoing = replace(OUTGOING, key=key, since=since)
    posts = {"status": 200, "answer": [POST["answer"]]}
    with replayed(*RECORDED["whose"], posts) as server:
        assert (PUBLISHER.find(access(server), outgoing) is not None) == found


def test_a_removed_post_goes_with_its_pictures_and_removing_it_again_is_no_error() -> None:
    taken, gone = RECORDED["taken down"]
    posted = Posted(taken["answer"]["id"], "")
    with replayed(taken, gone) as server:
        PUBLISHER.remove(access(server), posted)
        PUBLISHER.remove(access(server), posted)

    assert b"?delete_media=true " in server.heads[0]


def test_what_the_server_will_not_take_is_told_in_its_words() -> None:
    [empty] = RECORDED["empty"]
    with replayed(empty) as server:
        failure = failed(lambda: PUBLISHER.publish(access(server), Outgoing("k", "")))

    assert (failure.kind, failure.said) == (Trouble.INVALID, empty["answer"]["error"])


def test_a_log_in_that_does_not_hold_is_refused_and_posts_nothing() -> None:
    refused = {"status": 401, "answer": {"error": "The access token is invalid"}}
    one_picture = replace(OUTGOING, pictures=OUTGOING.pictures[:1])
    with replayed(refused, refused) as server:
        assert failed(lambda: PUBLISHER.who_am_i(access(server))).kind is Trouble.REFUSED
        assert failed(lambda: PUBLISHER.publish(access(server), one_picture)).kind is Trouble.REFUSED

    assert b"/api/v2/media " in server.heads[1]


def test_a_server_that_is_asked_too_often_says_until_when() -> None:
    until = datetime(2026, 10, 14, 21, 0, tzinfo=UTC)
    headers = POST["headers"] | {
        "x-ratelimit-reset": f"{until:%Y-%m-%dT%H:%M:%S}.495172Z",
        "date": "Wed, 14 Oct 2026 20:58:00 GMT",
    }
    with answering(
        _said({"status": 429, "answer": {"error": "Too many requests"}, "headers": headers})
    ) as server:
        failure = failed(lambda: PUBLISHER.who_am_i(access(server)))

    assert (failure.kind, failure.retry_after_s) == (Trouble.BUSY, 120)
