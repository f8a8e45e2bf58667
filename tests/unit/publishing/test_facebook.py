"""What Facebook's adapter makes of odd answers; the usual ones come from the stand-in in tests/servers."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.publishers import Access, Outgoing, Picture, Posted, Trouble
from smadmin.publishing.facebook import Facebook
from tests.loopback import Loopback, answer, answering
from tests.unit.publishing.at_web import failed, web

POST = Outgoing("01-key", "The choir sings.")
OUT = Posted("1_2", "https://www.facebook.com/1/posts/2")
PAGE = {"id": "1", "name": "Lark Hill", "username": "larkhill", "category": "School"}
NONE: dict[str, object] = {"data": []}
IT = {"id": "1_2", "message": "The choir sings.", "created_time": "2026-11-23T10:00:00+0000"}


def adapter() -> Facebook:
    return Facebook(web(), lambda: "v25.0")


def access(server: Loopback) -> Access:
    return Access(server.address, "", "a-token")


def said(told: object) -> bytes:
    return answer(200, json.dumps(told).encode())


def refused(code: int, finer: int = 0, *, status: int = 400, message: str = "No.", **more: object) -> bytes:
    error = {"message": message, "type": "OAuthException", "code": code, "error_subcode": finer, **more}
    return answer(status, json.dumps({"error": error}).encode())


WORKS: tuple[Callable[[Loopback], object], ...] = (
    lambda server: adapter().who_am_i(access(server)),
    lambda server: adapter().publish(access(server), POST),
    lambda server: adapter().find(access(server), POST),
    lambda server: adapter().correct(access(server), OUT, "New."),
    lambda server: adapter().remove(access(server), OUT),
)


@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("told", [[{"ok": True}], {}, {"id": 7}, {"id": "1/../2"}, None])
def test_json_of_another_shape_is_not_the_platform(work: Callable[[Loopback], object], told: object) -> None:
    with answering(*[said(told)] * 4) as server:
        assert failed(lambda: work(server)).kind is Trouble.NOT_THE_PLATFORM


@pytest.mark.parametrize(
    "given",
    [
        said({"id": "1", "name": "Ana"}),
        refused(100, message="(#100) Tried accessing nonexisting field (category) on node type (User)"),
    ],
)
def test_what_calls_itself_no_page_is_refused(given: bytes) -> None:
    with answering(given) as server:
        failure = failed(lambda: adapter().who_am_i(access(server)))

    assert failure.kind is Trouble.REFUSED
    assert failure.happened.id == "publishers.persons-log-in"


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (refused(190, 463), Trouble.REFUSED),
        (refused(10, status=403), Trouble.REFUSED),
        (refused(200, status=403), Trouble.REFUSED),
        (refused(4), Trouble.BUSY),
        (refused(80_001), Trouble.BUSY),
        (refused(368), Trouble.INVALID),
        (refused(506), Trouble.INVALID),
        (refused(100), Trouble.INVALID),
        (refused(1, status=500), Trouble.LOST),
        (refused(99_999, is_transient=True), Trouble.LOST),
        (refused(1, 1_366_046, status=500), Trouble.INVALID),
        (answer(400, b"<html>"), Trouble.NOT_THE_PLATFORM),
        (answer(503, b"<html>"), Trouble.BUSY),
    ],
)
def test_the_graphs_own_numbers_say_what_went_wrong(given: bytes, kind: Trouble) -> None:
    with answering(said(PAGE), said(NONE), given, said(NONE)) as server:
        assert failed(lambda: adapter().publish(access(server), POST)).kind is kind


def test_a_question_that_ails_can_be_asked_again() -> None:
    with answering(refused(2, status=500)) as server:
        assert failed(lambda: adapter().who_am_i(access(server))).kind is Trouble.UNREACHABLE


def test_no_sentence_of_facebooks_brings_the_token_back() -> None:
    with answering(refused(190, message="Bad token a-token")) as server:
        assert failed(lambda: adapter().who_am_i(access(server))).said == ""


def test_the_token_stands_in_no_address_and_no_body() -> None:
    with answering(said(PAGE), said(NONE), said({"id": "1_2"})) as server:
        adapter().publish(access(server), POST)

    assert all(b"\r\nAuthorization: Bearer a-token" in head for head in server.heads)
    assert not any(b"a-token" in head.split(b"\r\n")[0] for head in server.heads)
    assert not any(b"a-token" in body for body in server.bodies)


def test_words_that_are_there_already_are_not_posted_again() -> None:
    with answering(said(PAGE), said({"data": [IT]})) as server:
        assert adapter().publish(access(server), POST).id == "1_2"

    assert all(head.startswith(b"GET ") for head in server.heads)


def test_a_post_that_facebook_calls_a_second_one_is_looked_for_once_more() -> None:
    first = (said(PAGE), said(NONE), refused(506))
    with answering(*first, said({"data": [IT]})) as server:
        assert adapter().publish(access(server), POST) == OUT


def test_the_answer_to_a_post_must_name_a_post_of_this_page() -> None:
    with answering(said(PAGE), said(NONE), said({"id": "9_2"})) as server:
        assert failed(lambda: adapter().publish(access(server), POST)).perhaps_out


def test_pictures_of_a_refused_post_are_deleted_again() -> None:
    outgoing = Outgoing("01-key", "Sing!", (Picture(b"\xff\xd8", "image/jpeg", "A stage"),))
    told = (said(PAGE), said(NONE), said({"id": "77"}), refused(200), said({"success": True}))
    with answering(*told) as server:
        assert failed(lambda: adapter().publish(access(server), outgoing)).kind is Trouble.REFUSED

    assert server.heads[-1].startswith(b"DELETE /v25.0/77 ")


def test_a_date_beyond_the_calendar_is_an_answer_of_something_else() -> None:
    outgoing = Outgoing("01-key", "The choir sings.", since=datetime(2026, 11, 23, tzinfo=UTC))
    with answering(said(PAGE), said({"data": [IT | {"created_time": "0001-01-01T00:00:00+2359"}]})) as server:
        assert failed(lambda: adapter().find(access(server), outgoing)).kind is Trouble.NOT_THE_PLATFORM


@pytest.mark.parametrize("id", ["", "1", "1_2/../3", "x_2", "1_2 "])
def test_only_a_pages_number_and_a_posts_are_a_posts_id(id: str) -> None:
    with answering() as server:
        for work in (
            lambda: adapter().remove(access(server), Posted(id, "")),
            lambda: adapter().correct(access(server), Posted(id, ""), "New."),
            lambda: adapter().read_back(server.address, Posted(id, "")),
        ):
            assert failed(work).kind is Trouble.INVALID
    assert server.heads == []


def test_visitors_page_is_asked_for_without_the_log_in() -> None:
    page = b'<div data-testid="post_message" class="userContent"><p>The choir sings.</p></div>'
    with answering(answer(200, page, content_type="text/html")) as server:
        seen = adapter().read_back(server.address, OUT)

    assert (seen.public, seen.text) == (True, "The choir sings.")
    assert b"authorization" not in server.heads[0].lower()
    assert seen.captured[seen.begins :].startswith(b"data-testid")


def test_a_page_for_signing_in_says_nothing_of_the_post() -> None:
    with answering(answer(200, b"<html>Log in to Facebook</html>", content_type="text/html")) as server:
        assert failed(lambda: adapter().read_back(server.address, OUT)).kind is Trouble.NOT_THE_PLATFORM


def test_of_two_posts_of_the_same_words_that_wait_the_one_asked_for_is_given() -> None:
    at, hour = datetime(2026, 11, 24, tzinfo=UTC), timedelta(hours=1)
    times = {"1_2": at + hour * 5, "1_3": at}
    waits = {
        "data": [
            {"id": id, "message": POST.text, "scheduled_publish_time": int(when.timestamp())}
            for id, when in times.items()
        ]
    }
    gone = refused(100, 33)
    named = [said(PAGE), said({"id": "1_2", "is_published": False}), said(PAGE), gone, said(PAGE)]
    out = said({"id": "1_2", "is_published": True})
    with answering(*[said(PAGE), said(waits)] * 2, *named, out) as server:
        here = access(server)
        found = adapter().waiting(here, POST, at=at)
        assert found is not None
        assert found.id == "1_3"
        assert adapter().waiting(here, POST, at=at + hour) is None
        by_name = adapter().waiting(here, POST, at=at, id="1_2")
        assert by_name is not None
        assert (by_name.id, by_name.waits) == ("1_2", True)
        assert adapter().waiting(here, POST, at=at, id="1_9") is None, "it isn't another of its words"
        assert adapter().waiting(here, POST, at=at, id="1_2") is None, "it is out"


def test_a_post_of_the_same_words_that_waits_for_another_time_is_not_the_one_handed_over() -> None:
    at = datetime(2026, 11, 24, tzinfo=UTC)
    other = {"data": [{"id": "1_2", "message": POST.text, "scheduled_publish_time": 4_000_000_000}]}
    with answering(said(PAGE), said(NONE), said(other), said({"id": "1_4"})) as server:
        posted = adapter().schedule(access(server), POST, at)

    assert (posted.id, posted.waits) == ("1_4", True)
