"""The way to a platform's server: what goes out, what its answers say, where it may be sent on to."""

import pytest

from smadmin.domain.publishers import Trouble
from smadmin.publishing.calls import Call, File, get, post_json
from smadmin.publishing.web import Web
from tests.certificates import Authority
from tests.loopback import answer, answering, header
from tests.unit.publishing.at_web import LOGIN, PATIENT, PORTAL, failed, web, write


def test_what_is_sent_arrives_as_it_is_and_the_answer_comes_back() -> None:
    with answering(answer(201, b'{"id": 7}')) as server:
        told = web().ask(write(server)).told()

    assert told.whole("id") == 7
    assert server.bodies == [b'{"text": "The choir sings."}']
    assert header(server.heads[0], "authorization") == LOGIN.authorization
    assert server.heads[0].startswith(b"POST /posts/secret-path ")


def test_a_file_of_a_form_goes_out_byte_for_byte() -> None:
    content = bytes(range(256)) * 400
    with answering(answer(201)) as server:
        call = Call(
            "POST",
            server.address,
            LOGIN,
            form={"alt_text": "Niños"},
            file=File("file", "1.jpg", "image/jpeg", content),
        )
        web().ask(call)

    assert content in server.bodies[0]
    assert "Niños".encode() in server.bodies[0]
    assert b'filename="1.jpg"\r\nContent-Type: image/jpeg\r\n' in server.bodies[0]


def test_this_computer_is_asked_without_encryption_only_where_the_caller_says_so() -> None:
    with answering(answer(200)) as server:
        assert failed(lambda: Web(PATIENT).ask(write(server))).kind is Trouble.CERTIFICATE
        assert server.heads == []


@pytest.mark.parametrize(
    "address", ["http://blog.example/x", "ftp://blog.example", "https://a:b@blog.example", "https://", "blog"]
)
def test_an_address_that_is_not_encrypted_or_hides_a_log_in_is_never_asked(address: str) -> None:
    assert failed(lambda: web().ask(get(address))).kind in {Trouble.CERTIFICATE, Trouble.NOT_THE_PLATFORM}


def test_a_certificate_that_the_system_believes_is_believed(signing: Authority) -> None:
    with answering(answer(200), tls=signing.server("127.0.0.1")) as server:
        assert Web(PATIENT).ask(get(server.address)).status == 200


@pytest.mark.parametrize("fault", ["self-signed", "ended", "another name"])
def test_a_certificate_that_does_not_hold_ends_it_before_anything_leaves(
    signing: Authority, fault: str
) -> None:
    name = "other.example" if fault == "another name" else "127.0.0.1"
    shown = signing.server(name, self_signed=fault == "self-signed", ended=fault == "ended")
    with answering(answer(200), tls=shown) as server:
        failure = failed(lambda: Web(PATIENT).ask(write(server)))

    assert failure.kind is Trouble.CERTIFICATE
    assert not failure.perhaps_out
    assert server.heads == []


def test_a_server_that_speaks_no_tls_got_nothing(signing: Authority) -> None:
    with answering(PORTAL) as server:
        failure = failed(lambda: Web(PATIENT).ask(post_json(f"https://127.0.0.1:{server.port}", {}, LOGIN)))

    assert failure.kind is Trouble.UNREACHABLE


def test_a_redirect_on_the_same_server_is_followed_for_questions_only() -> None:
    with answering(answer(301, location="/there"), answer(200, b'{"here": 1}')) as server:
        assert web().ask(get(f"{server.address}/here", LOGIN)).told().whole("here") == 1
        assert server.heads[1].startswith(b"GET /there ")
    with answering(answer(307, location="/there"), answer(200)) as server:
        assert failed(lambda: web().ask(write(server))).kind is Trouble.NOT_THE_PLATFORM
        assert len(server.heads) == 1


def test_a_redirect_to_another_server_is_refused_and_no_log_in_goes_there() -> None:
    with answering(answer(200)) as other, answering(answer(302, location=f"{other.address}/x")) as server:
        failure = failed(lambda: web().ask(get(server.address, LOGIN)))

    assert failure.kind is Trouble.NOT_THE_PLATFORM
    assert other.heads == []


def test_redirects_in_a_circle_end() -> None:
    with answering(answer(302, location="/again")) as server:
        assert failed(lambda: web().ask(get(server.address))).kind is Trouble.NOT_THE_PLATFORM
        assert len(server.heads) == 5


def test_a_networks_log_in_page_is_not_the_platform() -> None:
    with answering(PORTAL) as server:
        failure = failed(lambda: web().ask(write(server)).told())

    assert failure.kind is Trouble.NOT_THE_PLATFORM
    assert failure.perhaps_out


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, b'{"message": "Too long"}', Trouble.INVALID),
        (401, b"{}", Trouble.REFUSED),
        (403, b"<html>", Trouble.REFUSED),
        (404, b'{"message": "No such post"}', Trouble.INVALID),
        (404, b"<html>Not found</html>", Trouble.NOT_THE_PLATFORM),
        (413, b"<html>", Trouble.TOO_LARGE),
        (422, b'{"error": "Blank"}', Trouble.INVALID),
        (429, b"", Trouble.BUSY),
        (500, b"<html>", Trouble.LOST),
        (502, b"", Trouble.LOST),
        (503, b"", Trouble.BUSY),
        (511, b"", Trouble.NOT_THE_PLATFORM),
        (304, b"", Trouble.NOT_THE_PLATFORM),
    ],
)
def test_each_status_says_what_went_wrong(status: int, body: bytes, kind: Trouble) -> None:
    with answering(answer(status, body)) as server:
        assert failed(lambda: web().ask(write(server))).kind is kind


def test_a_broken_server_that_was_only_asked_can_be_asked_again() -> None:
    with answering(answer(500)) as server:
        assert failed(lambda: web().ask(get(server.address))).kind is Trouble.UNREACHABLE


def test_a_status_that_the_caller_expects_is_an_answer() -> None:
    with answering(answer(404)) as server:
        assert web().ask(get(server.address), also={404}).status == 404


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry_after": "17"}, 17),
        ({"retry_after": "99999999999"}, 86_400),
        (
            {"retry_after": "Mon, 23 Nov 2026 10:02:00 GMT", "date": "Mon, 23 Nov 2026 10:00:30 GMT"},
            90,
        ),
        ({"retry_after": "Mon, 23 Nov 2026 09:00:00 GMT", "date": "Mon, 23 Nov 2026 10:00:30 GMT"}, 0),
        ({"retry_after": "Mon, 23 Nov 2026 10:02:00 GMT"}, None),
        ({"retry_after": "soon"}, None),
        ({"retry_after": "-5"}, None),
        ({}, None),
    ],
)
def test_when_to_come_back_is_read_in_seconds_and_as_a_date(
    headers: dict[str, str], seconds: int | None
) -> None:
    with answering(answer(429, b"{}", **headers)) as server:
        assert failed(lambda: web().ask(write(server))).retry_after_s == seconds


def test_a_servers_own_words_come_without_its_markup() -> None:
    with answering(answer(400, b'{"message": "<strong>Error</strong>: too long"}')) as server:
        assert failed(lambda: web().ask(write(server))).said == "Error: too long"
