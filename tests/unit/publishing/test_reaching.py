"""Links are tried as a browser would, and never inside one's own network."""

import http.client
import ssl
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import SplitResult, urlsplit

import pytest
from typing_extensions import override

from smadmin.domain.reach import Reach
from smadmin.publishing.reaching import fetched, reach

PUBLIC = "93.184.216.34"


class Web:
    """A web of pages: address → (status, where it moved), and hosts → addresses."""

    def __init__(self, pages: Mapping[str, tuple[int, str]], hosts: Mapping[str, str] | None = None) -> None:
        self.pages = pages
        self.hosts = hosts or {}
        self.asked: list[tuple[str, str, str]] = []

    def lookup(self, host: str, _port: int) -> tuple[str, ...]:
        ip = self.hosts.get(host, PUBLIC)
        if not ip:
            raise OSError(host)
        return tuple(ip.split())

    def fetch(self, address: SplitResult, method: str, ip: str) -> tuple[int, str]:
        self.asked.append((method, address.geturl(), ip))
        answer = self.pages.get(f"{method} {address.geturl()}") or self.pages.get(address.geturl())
        if answer is None:
            raise ConnectionRefusedError
        return answer

    def reach(self, link: str) -> tuple[Reach, str]:
        found = reach(link, lookup=self.lookup, fetch=self.fetch)
        return found.reach, found.ends


def test_a_page_that_answers_opens_and_only_its_head_is_asked() -> None:
    web = Web({"https://a.example/x": (200, "")})

    assert web.reach("https://a.example/x") == (Reach.OPENS, "https://a.example/x")
    assert web.asked == [("HEAD", "https://a.example/x", PUBLIC)]


def test_a_short_link_is_followed_to_its_end() -> None:
    web = Web({"https://bit.ly/x": (301, "http://a.example/"), "http://a.example/": (302, "/home"),
               "http://a.example/home": (200, "")})  # fmt: skip

    assert web.reach("https://bit.ly/x") == (Reach.OPENS, "http://a.example/home")


def test_a_site_that_knows_no_head_is_asked_again() -> None:
    web = Web({"HEAD https://a.example/": (405, ""), "GET https://a.example/": (200, "")})

    assert web.reach("https://a.example/")[0] is Reach.OPENS


def test_missing_silent_and_offline_are_told_apart() -> None:
    web = Web({"https://a.example/": (404, "")}, {"off.example": ""})

    assert web.reach("https://a.example/")[0] is Reach.MISSING
    assert web.reach("https://b.example/")[0] is Reach.SILENT
    assert web.reach("https://off.example/")[0] is Reach.OFFLINE


def test_going_round_in_circles_ends() -> None:
    web = Web({"https://a.example/": (302, "https://a.example/")})

    assert web.reach("https://a.example/")[0] is Reach.SILENT
    assert len(web.asked) < 10


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "10.0.0.5", "192.168.1.1", "172.16.3.3", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.5", "2002:0a00:0005::1",
        f"{PUBLIC} 10.0.0.5", "nonsense",
    ],
)  # fmt: skip
def test_what_leads_inside_is_never_asked(ip: str) -> None:
    web = Web({"https://a.example/": (200, "")}, {"a.example": ip})

    assert web.reach("https://a.example/")[0] is Reach.INSIDE
    assert web.asked == []


def test_a_public_page_that_sends_on_into_the_network_is_not_followed() -> None:
    web = Web({"https://a.example/": (302, "http://router.example/")}, {"router.example": "192.168.0.1"})

    assert web.reach("https://a.example/")[0] is Reach.INSIDE
    assert [address for _, address, _ in web.asked] == ["https://a.example/"]


@pytest.mark.parametrize(
    "link",
    [
        "ftp://a.example/", "https://a.example:8443/", "https://me:word@a.example/", "file:///etc/passwd",
        "https://", "https://[::1", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_only_usual_pages_are_asked(link: str) -> None:
    web = Web({})

    assert web.reach(link)[0] is Reach.INSIDE
    assert web.asked == []


class _Page(BaseHTTPRequestHandler):
    """Answers HEAD, and notes what came along."""

    seen: tuple[str, str, str | None] = ("", "", None)

    def do_HEAD(self) -> None:
        type(self).seen = (self.path, self.headers["Host"], self.headers.get("Cookie"))
        self.send_response(302)
        self.send_header("Location", "https://a.example/")
        self.end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def port() -> Iterator[int]:
    server = HTTPServer(("127.0.0.1", 0), _Page)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_very_address_that_was_judged_is_asked_by_the_hosts_name(port: int) -> None:
    answer = fetched(urlsplit(f"http://name.example:{port}/x?y=1"), "HEAD", "127.0.0.1")

    assert answer == (302, "https://a.example/")
    assert _Page.seen == ("/x?y=1", f"name.example:{port}", None)


def test_a_server_without_a_certificate_is_silent(port: int) -> None:
    with pytest.raises((OSError, http.client.HTTPException)):
        fetched(urlsplit(f"https://name.example:{port}/"), "HEAD", "127.0.0.1")


def test_a_certificate_that_doesnt_hold_is_told_from_no_answer() -> None:
    def fetch(_address: SplitResult, _method: str, _ip: str) -> tuple[int, str]:
        raise ssl.SSLCertVerificationError

    found = reach("https://a.example/", lookup=lambda _host, _port: (PUBLIC,), fetch=fetch)

    assert found.reach is Reach.CERTIFICATE
