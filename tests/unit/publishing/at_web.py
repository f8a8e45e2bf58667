"""A way to servers of this computer, with little patience, and what such servers do wrong."""

from collections.abc import Callable

import pytest

from smadmin.domain.publishers import Access, PublisherFailed
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.calls import Call, basic, post_json
from smadmin.publishing.web import Web
from tests.loopback import Caller, Loopback, answer

ACCESS = Access("https://blog.example", "larks", "abcd efgh ijkl")
LOGIN = basic(ACCESS)
PORTAL = answer(200, b"<html>Log in to the network</html>", content_type="text/html")
PATIENT = Bounds(connect_s=10, silent_s=10, total_s=20, most_bytes=100_000)
SOON = Bounds(connect_s=5, silent_s=0.4, total_s=1, most_bytes=100_000)
"""For what ends by patience alone."""


def web(bounds: Bounds = PATIENT) -> Web:
    return Web(bounds, plain_to_loopback=True)


def write(server: Loopback) -> Call:
    return post_json(f"{server.address}/posts/secret-path", {"text": "The choir sings."}, LOGIN)


def failed(work: Callable[[], object]) -> PublisherFailed:
    with pytest.raises(PublisherFailed) as raised:
        work()
    return raised.value


def never_answers(caller: Caller) -> None:
    caller.body(caller.head())
    caller.hang()


def ends_at_once(caller: Caller) -> None:
    caller.body(caller.head())


def takes_half(caller: Caller) -> None:
    caller.body(caller.head(), share=0.5)


def breaks_off(caller: Caller) -> None:
    caller.body(caller.head())
    caller.say(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")


def speaks_no_http(caller: Caller) -> None:
    caller.body(caller.head())
    caller.say(b"220 mail.example ESMTP\r\n")
