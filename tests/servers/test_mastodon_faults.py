"""Mastodon behind a line on which everything goes wrong: never twice, never lost, never a false word.

Answered as a real one answered (`mastodon/README.md`), by a server that forgets each name at once: whoever
posts the same again makes a second post.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from smadmin.domain.publishers import Access, Outgoing, Picture, PublisherFailed
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.mastodon import Mastodon
from smadmin.publishing.web import Web
from tests.loopback import Caller, answer, serving
from tests.servers.once import posted_at_last
from tests.servers.proxy import DONE, SLOW, Fault, Proxy, at_change, between, healthy, seeded
from tests.servers.test_mastodon import OUTGOING, POST, RECORDED

PATIENT = Bounds(connect_s=5, silent_s=20, total_s=30, at_a_time=1)
HASTY = Bounds(connect_s=1, silent_s=1.5, total_s=1.5, at_a_time=1)
"""For what ends by patience alone."""
FIRST_PICTURE, STATUS = 1, 3
"""What changes something, in its order."""
EARLY = (Fault.CUT, Fault.HALF_SENT, Fault.DONE_HALF, Fault.DONE_BROKEN, Fault.PORTAL, Fault.OTHER_JSON)
"""Faults before the post, where nothing can be out yet whatever goes wrong."""
EACH = 5


@dataclass
class Kept:
    """The server; `posts` are those that are out, newest first; `number` is whose token it is."""

    posts: list[dict[str, Any]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    number: str = RECORDED["whose"][0]["answer"]["id"]

    def talk(self, caller: Caller) -> None:
        head = caller.head()
        if head:
            method, path, _ = head.split(b"\r\n", 1)[0].decode().split(" ", 2)
            said = self._said(method, path.partition("?")[0], caller.body(head))
            caller.say(answer(200, json.dumps(said).encode(), date="Mon, 23 Nov 2026 10:00:00 GMT"))

    def how_many(self, text: str) -> int:
        return sum(one["text"] == text for one in self.posts)

    def _said(self, method: str, path: str, body: bytes) -> object:
        if method == "GET":
            return RECORDED["whose"][0]["answer"] | {"id": self.number} if "verify" in path else self.posts
        if path == "/api/v2/media":
            described = body.partition(b'name="description"\r\n\r\n')[2].partition(b"\r\n--")[0]
            self.files.append(described.decode())
            return RECORDED["pictures"][0]["answer"] | {"id": str(len(self.files))}
        assert path == "/api/v1/statuses"
        sent = json.loads(body)
        files = [{"description": self.files[int(id) - 1]} for id in sent["media_ids"]]
        made = {"id": str(100 + len(self.posts)), "text": sent["status"], "media_attachments": files}
        self.posts.insert(0, POST["answer"] | made | {"content": f"<p>{sent['status']}</p>"})
        return self.posts[0]


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def proxy(kept: Kept) -> Iterator[Proxy]:
    with serving(kept.talk) as server, between(server.address) as line:
        yield line


def through(bounds: Bounds) -> Mastodon:
    return Mastodon(Web(bounds, plain_to_loopback=True))


def post(number: int, pictures: tuple[Picture, ...] = ()) -> Outgoing:
    return Outgoing(f"{number:02}-key", f"The choir sings {number} songs.", pictures)


@pytest.mark.parametrize(
    ("change", "fault"), [*((FIRST_PICTURE, one) for one in EARLY), *((STATUS, one) for one in Fault)]
)
def test_whatever_goes_wrong_on_the_way_it_is_out_once_and_whole(
    kept: Kept, proxy: Proxy, change: int, fault: Fault
) -> None:
    access, outgoing = Access(proxy.address, "", "a-token"), post(1, OUTGOING.pictures)
    proxy.plan = at_change(change, fault)

    with pytest.raises(PublisherFailed) as raised:
        through(HASTY if fault in SLOW else PATIENT).publish(access, outgoing)
    proxy.plan = healthy
    out_already = through(PATIENT).find(access, outgoing)

    came_to_it = any(met for _, met in proxy.seen)  # a loaded computer may lose patience earlier
    assert bool(out_already) == (fault in DONE and change == STATUS and came_to_it)
    assert raised.value.perhaps_out or out_already is None
    posted = out_already or posted_at_last(through(PATIENT), access, outgoing)
    assert kept.how_many(outgoing.text) == 1
    [there] = kept.posts
    assert (posted.id, [one["description"] for one in there["media_attachments"]]) == (
        there["id"],
        [one.alt for one in outgoing.pictures],
    )


@pytest.mark.parametrize("seed", [7, 23, 42])
def test_of_many_posts_through_many_faults_none_is_lost_and_none_is_twice(
    kept: Kept, proxy: Proxy, seed: int
) -> None:
    access = Access(proxy.address, "", "a-token")
    proxy.plan = seeded(seed, share=0.3, faults=tuple(set(Fault) - SLOW))
    sent = [post(number, OUTGOING.pictures[: number % 2]) for number in range(EACH)]

    posted = [posted_at_last(through(PATIENT), access, outgoing) for outgoing in sent]

    assert [kept.how_many(outgoing.text) for outgoing in sent] == [1] * EACH
    assert len({one.id for one in posted}) == EACH


def test_a_token_of_another_account_is_told_by_its_number_and_the_servers_time_comes_along(
    kept: Kept, proxy: Proxy
) -> None:
    access = Access(proxy.address, "", "a-token")
    mine = through(PATIENT).who_am_i(access)
    kept.number = "77"

    other = through(PATIENT).who_am_i(access)

    assert (other.handle, other.page) == (mine.handle, mine.page)
    assert other.id != mine.id
    assert mine.server_time == datetime(2026, 11, 23, 10, tzinfo=UTC)
