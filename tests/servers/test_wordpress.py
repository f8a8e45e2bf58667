"""The adapter of WordPress, on a real WordPress."""

import re

import pytest

from smadmin.domain.publishers import Outgoing, Posted, PublisherFailed, Trouble
from smadmin.publishing.calls import get
from smadmin.publishing.web import Bounds, Web
from smadmin.publishing.wordpress import WordPress
from smadmin.storage.clock import SystemClock
from tests.servers.blog import Blog
from tests.servers.contract import Place, PublisherContract, a_post

_FILE = re.compile(rb'<img[^>]* src="([^"]+-\d\.jpg)"')


def web() -> Web:
    return Web(Bounds(connect_s=10, silent_s=50, total_s=60), plain_to_loopback=True)


def place_of(blog: Blog) -> Place:
    def how_many(outgoing: Outgoing) -> int:
        """Count the posts; pictures that lie there twice, or of no post, fail."""
        found = WordPress(web()).find(blog.access("wrens"), outgoing)
        assert found is not None
        there = blog.kinds_named_like(int(found.id))
        assert there.count("attachment") == len(outgoing.pictures)
        return there.count("post")

    def bytes_of(posted: Posted) -> list[bytes]:
        page = web().ask(get(posted.link)).body
        return [web().ask(get(file.decode())).body for file in _FILE.findall(page)]

    return Place(
        publisher=WordPress(web()),
        access=blog.access(),
        other=blog.access("wrens"),
        wrong=blog.access(secret="abcd efgh ijkl mnop qrst uvwx"),
        ended=blog.access(secret=blog.secrets["larks-ended"]),
        handle="larks",
        how_many=how_many,
        bytes_of=bytes_of,
    )


class TestWordPress(PublisherContract):
    @pytest.fixture
    def place(self, blog: Blog) -> Place:
        return place_of(blog)


def test_a_time_that_is_nearly_over_is_refused_and_nothing_is_public(blog: Blog) -> None:
    place = place_of(blog)
    outgoing = a_post(place)
    with pytest.raises(PublisherFailed) as raised:
        place.publisher.schedule(place.access, outgoing, SystemClock().now())

    assert raised.value.kind is Trouble.INVALID
    assert place.publisher.find(place.access, outgoing) is None
