"""What every adapter makes of a line that is none of its platform's: nothing leaves, and it says which."""

from collections.abc import Callable
from pathlib import Path

import pytest

from smadmin.domain.publishers import Access, Outgoing, Posted, Publisher, Trouble
from smadmin.publishing.bluesky import Bluesky
from smadmin.publishing.facebook import Facebook
from smadmin.publishing.mastodon import Mastodon
from smadmin.publishing.web import Web
from smadmin.publishing.wordpress import WordPress
from tests.certificates import authority
from tests.loopback import answer, answering
from tests.unit.publishing.at_web import failed, web

POST = Outgoing("01-key", "The choir sings.")
PORTAL = answer(200, b"<html>Please log in to the network.</html>", content_type="text/html")
MOVED = answer(302, b"", location="https://portal.example/login")
BUSY = answer(429, b"{}", retry_after="2")
BUSY_UNTIL = answer(
    503, b"{}", retry_after="Mon, 23 Nov 2026 10:00:05 GMT", date="Mon, 23 Nov 2026 10:00:00 GMT"
)


def facebook(web: Web) -> Publisher:
    return Facebook(web, lambda: "v23.0")


ADAPTERS: tuple[Callable[[Web], Publisher], ...] = (WordPress, Bluesky, Mastodon, facebook)
EVERY = pytest.mark.parametrize("made", ADAPTERS, ids=lambda one: one.__name__)
OUT: dict[Callable[[Web], Publisher], str] = {
    WordPress: "7",
    Mastodon: "7",
    facebook: "100_7",
    Bluesky: f"at://did:plc:{'a' * 24}/app.bsky.feed.post/{'a' * 13}",
}


@EVERY
@pytest.mark.parametrize(
    ("said", "kind", "wish"),
    [
        (PORTAL, Trouble.NOT_THE_PLATFORM, None),
        (MOVED, Trouble.NOT_THE_PLATFORM, None),
        (BUSY, Trouble.BUSY, 2),
        (BUSY_UNTIL, Trouble.BUSY, 5),
    ],
    ids=["portal", "moved", "busy", "busy-until"],
)
def test_what_stands_in_the_way_is_told_for_what_it_is(
    made: Callable[[Web], Publisher], said: bytes, kind: Trouble, wish: int | None
) -> None:
    for work in ("who_am_i", "publish", "find"):
        with answering(*[said] * 4) as server:
            access = Access(server.address, "larks", "a-token")
            given = (access,) if work == "who_am_i" else (access, POST)
            failure = failed(lambda: getattr(made(web()), work)(*given))  # noqa: B023  asked at once

        assert (failure.kind, failure.retry_after_s) == (kind, wish)


@EVERY
def test_by_a_certificate_that_does_not_hold_nothing_is_asked(
    made: Callable[[Web], Publisher], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signing = authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(signing.file))
    with answering(*[PORTAL] * 4, tls=signing.server("127.0.0.1", ended=True)) as server:
        adapter, access = made(web()), Access(server.address, "larks", "a-token")
        for work in (
            lambda: adapter.who_am_i(access),
            lambda: adapter.publish(access, POST),
            lambda: adapter.find(access, POST),
            lambda: adapter.remove(access, Posted(OUT[made], f"{server.address}/7")),
        ):
            assert failed(work).kind is Trouble.CERTIFICATE

    assert server.heads == []
