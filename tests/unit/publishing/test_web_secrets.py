"""The way to a platform's server: no secret and no address in errors and logs; proxies."""

import logging
import socket
import threading
import traceback
from collections.abc import Callable, Iterator

import pytest

from smadmin.domain.publishers import Trouble
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.calls import bearer, get, post_json
from smadmin.publishing.web import Web
from tests.certificates import Authority
from tests.loopback import Caller, Loopback, answer, answering, serving
from tests.unit.publishing.at_web import LOGIN, ends_at_once, failed, web, write


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


def test_neither_errors_nor_logs_hold_a_secret_or_an_address(
    everything_logged: pytest.LogCaptureFixture,
) -> None:
    repeated = b'{"message": "Wrong: abcd efgh ijkl"}'
    with answering(answer(401, repeated), answer(200)) as server, serving(ends_at_once) as lost:
        refused = failed(lambda: web().ask(write(server)))
        web().ask(write(server))
        errors = [refused, failed(lambda: web().ask(write(lost)))]

    said = everything_logged.text + "".join("".join(traceback.format_exception(one)) for one in errors)
    said += repr([LOGIN, write(server), *((one.host, one.said, one.happened) for one in errors)])
    for hidden in ("abcd", "secret-path", LOGIN.authorization[6:], "choir"):
        assert hidden not in said


def test_what_can_not_be_a_token_is_refused_without_being_shown() -> None:
    for token in ("abc\r\nX: y", "señal", "two words"):
        failure = failed(lambda token=token: bearer(token, "blog.example"))  # type: ignore[misc]  # bound here

        assert failure.kind is Trouble.REFUSED
        assert token not in str(failure)


def through_a_proxy(seen: list[bytes], server: Loopback) -> Callable[[Caller], None]:
    def conversation(caller: Caller) -> None:
        seen.append(caller.head())
        caller.say(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", server.port)) as onward:
            back = threading.Thread(target=_pour, args=(onward, caller.socket))
            back.start()
            _pour(caller.socket, onward)
            back.join()

    return conversation


def _pour(source: socket.socket, target: socket.socket) -> None:
    try:
        while some := source.recv(65536):
            target.sendall(some)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return


def test_the_schools_proxy_is_used_and_sees_no_log_in(
    signing: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []
    with (
        answering(answer(200, b'{"id": 3}'), tls=signing.server("blog.example")) as server,
        serving(through_a_proxy(asked, server)) as proxy,
    ):
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        found = Web(Bounds(total_s=10)).ask(get("https://blog.example/x", LOGIN)).told().whole("id")

    assert found == 3
    assert asked[0].startswith(b"CONNECT blog.example:443 ")
    assert LOGIN.authorization.encode() not in asked[0]


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:1", "gopher://proxy.example", "http://[half"])
def test_a_proxy_that_can_not_be_used_lets_nothing_out(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)

    failure = failed(lambda: web().ask(post_json("https://blog.example/x", {}, LOGIN)))

    assert failure.kind is Trouble.UNREACHABLE


def test_a_proxy_that_refuses_the_way_lets_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    with answering(answer(407)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        failure = failed(lambda: web().ask(post_json("https://blog.example/x", {}, LOGIN)))

    assert failure.kind is Trouble.UNREACHABLE
