"""What Mastodon's adapter makes of odd answers; the usual ones are recorded in tests/servers."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from smadmin.domain.publishers import Access, Outgoing, Picture, Posted, Trouble
from smadmin.publishing.mastodon import Mastodon
from tests.loopback import Loopback, answer, answering
from tests.unit.publishing.at_web import failed, web

POST = Outgoing("01-key", "The choir sings.")
STATUS = {"id": "7", "account": {"username": "larks"}, "visibility": "public", "media_attachments": []}


def access(server: Loopback) -> Access:
    return Access(server.address, "", "a-token")


def said(told: object) -> bytes:
    return answer(200, json.dumps(told).encode())


WORKS: tuple[Callable[[Mastodon, Loopback], object], ...] = (
    lambda adapter, server: adapter.publish(access(server), POST),
    lambda adapter, server: adapter.find(access(server), POST),
    lambda adapter, server: adapter.limits(access(server)),
    lambda adapter, server: adapter.read_back(server.address, Posted("7", "")),
    lambda adapter, server: adapter.correct(access(server), Posted("7", ""), "New."),
)


@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("told", [[{"ok": True}], {}, {"id": "7"}, {"id": 7}, None])
def test_json_of_another_shape_is_not_the_platform(
    work: Callable[[Mastodon, Loopback], object], told: object
) -> None:
    with answering(*[said(told)] * 4) as server:
        assert failed(lambda: work(Mastodon(web()), server)).kind is Trouble.NOT_THE_PLATFORM


def test_a_log_in_page_of_the_network_removes_and_corrects_nothing() -> None:
    page = answer(200, b"<html>Log in</html>", content_type="text/html")
    with answering(page, page) as server:
        for work in (
            lambda: Mastodon(web()).remove(access(server), Posted("7", "")),
            lambda: Mastodon(web()).correct(access(server), Posted("7", ""), "New."),
        ):
            assert failed(work).kind is Trouble.NOT_THE_PLATFORM


@pytest.mark.parametrize("id", ["", "x", "1/../2", "\u0661", "waits-", "7 ", "waits-7/../8"])
def test_only_a_number_is_a_posts_id(id: str) -> None:
    with answering() as server:
        for work in (
            lambda: Mastodon(web()).remove(access(server), Posted(id, "")),
            lambda: Mastodon(web()).correct(access(server), Posted(id, ""), "New."),
            lambda: Mastodon(web()).read_back(server.address, Posted(id, "")),
        ):
            assert failed(work).kind is Trouble.INVALID
        assert server.heads == []


@pytest.mark.parametrize("name", ["", "larks/../x", "larks@elsewhere.example"])
def test_a_name_that_is_none_leads_to_no_page(name: str) -> None:
    with answering(said(STATUS | {"account": {"username": name}})) as server:
        assert failed(lambda: Mastodon(web()).publish(access(server), POST)).kind is Trouble.NOT_THE_PLATFORM


@pytest.mark.parametrize("id", ["", "x", "1/../2", "\u0661", "waits-7", "7 ", "7" * 21])
def test_an_id_that_the_server_says_wrongly_never_means_that_nothing_went_out(id: str) -> None:
    at = datetime(2026, 11, 24, tzinfo=UTC)
    wrong = STATUS | {"id": id, "scheduled_at": at.isoformat(), "username": "larks", "display_name": ""}
    with answering(*[said(wrong)] * 4) as server:
        for work in (
            lambda: Mastodon(web()).publish(access(server), POST),
            lambda: Mastodon(web()).schedule(access(server), POST, at),
            lambda: Mastodon(web()).find(access(server), POST),
            lambda: Mastodon(web()).who_am_i(access(server)),
        ):
            failure = failed(work)
            assert (failure.kind, failure.perhaps_out) == (Trouble.NOT_THE_PLATFORM, True)


@pytest.mark.parametrize("made", ["9999-12-31T23:59:59-12:00", "yesterday", ""])
def test_a_day_that_is_none_is_not_the_platform(made: str) -> None:
    post = STATUS | {"created_at": made, "content": f"<p>{POST.text}</p>"}
    begun = replace(POST, since=datetime(2026, 11, 23, tzinfo=UTC))
    with answering(said({"id": "9"}), said([post])) as server:
        failure = failed(lambda: Mastodon(web()).find(access(server), begun))

    assert failure.kind is Trouble.NOT_THE_PLATFORM


def test_a_file_that_the_server_is_still_at_is_not_posted() -> None:
    picture = Picture(b"\xff\xd8", "image/jpeg", "A stage")
    with answering(answer(202, b'{"id": "1"}')) as server:
        failure = failed(lambda: Mastodon(web()).publish(access(server), Outgoing("k", "x", (picture,))))

    assert failure.kind is Trouble.BUSY
    assert len(server.heads) == 1


def test_a_time_that_the_server_did_not_take_is_told() -> None:
    with answering(said(STATUS)) as server:
        at = datetime(2026, 11, 24, tzinfo=UTC)
        assert (
            failed(lambda: Mastodon(web()).schedule(access(server), POST, at)).kind
            is Trouble.NOT_THE_PLATFORM
        )


def test_a_post_that_only_waits_there_is_not_out() -> None:
    waiting = [{"id": "2", "params": {"text": POST.text}}]
    with answering(said({"id": "9"}), said([]), said(waiting)) as server:
        assert Mastodon(web()).find(access(server), POST) is None


def test_another_post_than_the_one_asked_for_is_not_the_platform() -> None:
    with answering(said(STATUS | {"content": "", "mentions": []})) as server:
        failure = failed(lambda: Mastodon(web()).read_back(server.address, Posted("8", "")))

    assert failure.kind is Trouble.NOT_THE_PLATFORM


def test_the_count_that_every_answer_tells_is_no_wish_to_wait() -> None:
    counted = {"x_ratelimit_reset": "2026-11-23T12:05:00.000Z", "date": "Mon, 23 Nov 2026 12:00:00 GMT"}
    with answering(answer(422, b'{"error": "empty"}', **counted)) as server:
        failure = failed(lambda: Mastodon(web()).publish(access(server), POST))

    assert (failure.kind, failure.retry_after_s) == (Trouble.INVALID, None)


def test_what_was_removed_is_hidden() -> None:
    with answering(answer(404, b'{"error": "Record not found"}')) as server:
        seen = Mastodon(web()).read_back(server.address, Posted("7", "https://x.example/@l/7"))

    assert (seen.public, seen.link) == (False, "https://x.example/@l/7")
    assert seen.captured


def test_of_two_posts_of_the_same_words_that_wait_the_one_asked_for_is_given() -> None:
    at = datetime(2026, 11, 24, tzinfo=UTC)
    hours = {"2": "2026-11-24T05:00:00.000Z", "3": "2026-11-24T00:00:00.000Z"}
    there = [{"id": id, "scheduled_at": at, "params": {"text": POST.text}} for id, at in hours.items()]
    with answering(said(there), said(there), said(there[0]), answer(404, b"{}")) as server:
        adapter, here = Mastodon(web()), access(server)
        found = adapter.waiting(here, POST, at=at)
        assert found is not None
        assert found.id == "waits-3"
        assert adapter.waiting(here, POST, at=datetime(2026, 11, 24, 1, tzinfo=UTC)) is None
        by_name = adapter.waiting(here, POST, at=at, id="waits-2")
        assert by_name is not None
        assert by_name.id == "waits-2"
        assert adapter.waiting(here, POST, at=at, id="waits-9") is None, "it isn't another of its words"
        assert failed(lambda: adapter.waiting(here, POST, id="waits-9/../1")).kind is Trouble.INVALID


@pytest.mark.parametrize("told", ["2026-11-24T03:00:00.000Z", "1970-01-01T00:00:00Z", "2026-11-24T15:01:01Z"])
def test_what_it_took_for_another_time_is_taken_back_at_once(told: str) -> None:
    at, taken = datetime(2026, 11, 24, 15, tzinfo=UTC), said({"id": "7", "scheduled_at": told})
    with answering(taken, said({}), taken, answer(404, b"{}"), taken, answer(422, b"{}")) as server:
        adapter = Mastodon(web())
        assert failed(lambda: adapter.schedule(access(server), POST, at)).kind is Trouble.INVALID
        assert "DELETE /api/v1/scheduled_statuses/7 " in str(server.heads[1])
        assert failed(lambda: adapter.schedule(access(server), POST, at)).kind is Trouble.LOST
        assert adapter.schedule(access(server), POST, at).id == "waits-7", (
            "it waits, and is known by its name"
        )


def test_a_time_told_to_the_second_is_the_one_asked_for() -> None:
    at = datetime(2026, 11, 24, 15, 0, 0, 900, tzinfo=UTC)
    with answering(said({"id": "7", "scheduled_at": "2026-11-24T15:00:59.000Z"})) as server:
        assert Mastodon(web()).schedule(access(server), POST, at).waits
