"""WordPress behind a line on which everything goes wrong: never twice, never lost, never a false word."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.publishers import Access, Outgoing, PublisherFailed, Trouble, differences
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.web import Web
from smadmin.publishing.wordpress import WordPress
from tests.certificates import authority
from tests.servers.blog import Blog
from tests.servers.contract import Place, a_post
from tests.servers.once import posted_at_last
from tests.servers.proxy import DONE, SLOW, Fault, Proxy, Request, at, at_change, between, healthy, seeded
from tests.servers.test_wordpress import place_of

PATIENT = Bounds(connect_s=5, silent_s=20, total_s=30)
HASTY = Bounds(connect_s=2, silent_s=2.5, total_s=2.5)
"""For what ends by patience alone."""
SEEDS = (7, 23, 42)
EACH = 5


@pytest.fixture
def place(blog: Blog) -> Place:
    return place_of(blog)


@pytest.fixture
def proxy(blog: Blog) -> Iterator[Proxy]:
    with between(blog.address) as line:
        yield line


def through(proxy: Proxy, place: Place, bounds: Bounds = PATIENT) -> tuple[WordPress, Access]:
    return WordPress(Web(bounds, plain_to_loopback=True)), replace(place.access, server=proxy.address)


def times_out(place: Place, outgoing: Outgoing) -> int:
    assert place.how_many is not None
    return place.how_many(outgoing)


@pytest.mark.parametrize("fault", list(Fault))
@pytest.mark.parametrize("change", [1, 2, 3], ids=["draft", "picture", "publishing"])
def test_whatever_goes_wrong_on_the_way_it_is_out_once_and_whole(
    place: Place, proxy: Proxy, fault: Fault, change: int
) -> None:
    publisher, access = through(proxy, place, HASTY if fault in SLOW else PATIENT)
    outgoing = a_post(place, pictures=1)
    proxy.plan = at_change(change, fault)

    with pytest.raises(PublisherFailed) as raised:
        publisher.publish(access, outgoing)
    proxy.plan = healthy
    out_already = place.publisher.find(place.access, outgoing)

    came_to_it = any(met for _, met in proxy.seen)  # a loaded computer may lose patience earlier
    assert bool(out_already) == (fault in DONE and change == 3 and came_to_it)
    assert raised.value.perhaps_out or out_already is None
    posted = posted_at_last(*through(proxy, place), outgoing)
    assert times_out(place, outgoing) == 1
    assert differences(outgoing, place.publisher.read_back(access.server, posted)) == ()


@pytest.mark.parametrize("fault", sorted(set(Fault) - SLOW))
def test_a_question_that_is_spoiled_says_so_and_nothing_was_sent(
    place: Place, proxy: Proxy, fault: Fault
) -> None:
    publisher, access = through(proxy, place)
    proxy.plan = at(1, fault)

    with pytest.raises(PublisherFailed) as raised:
        publisher.who_am_i(access)

    busy = fault in {Fault.BUSY, Fault.BUSY_DATE}
    assert (raised.value.kind is Trouble.BUSY) == busy
    assert raised.value.retry_after_s == ({Fault.BUSY: 2, Fault.BUSY_DATE: 5}.get(fault))
    if fault in {Fault.PORTAL, Fault.DONE_PORTAL, Fault.MOVED, Fault.OTHER_JSON}:
        assert raised.value.kind is Trouble.NOT_THE_PLATFORM


@pytest.mark.parametrize("seed", SEEDS)
def test_of_many_posts_through_many_faults_none_is_lost_and_none_is_twice(
    place: Place, proxy: Proxy, seed: int
) -> None:
    publisher, access = through(proxy, place)
    proxy.plan = seeded(seed, share=0.3, faults=tuple(set(Fault) - SLOW))
    sent = [a_post(place, pictures=number % 2) for number in range(EACH)]

    posted = [posted_at_last(publisher, access, outgoing) for outgoing in sent]

    assert [times_out(place, outgoing) for outgoing in sent] == [1] * EACH
    assert len({one.id for one in posted}) == EACH
    assert sum(fault is not None for _, fault in proxy.seen) >= EACH


def test_the_whole_way_is_walked_with_encryption(
    place: Place, blog: Blog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signing = authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(signing.file))
    outgoing = a_post(place, pictures=1)
    with between(blog.address, tls=signing.server("127.0.0.1")) as safe:
        publisher, access = WordPress(Web(PATIENT)), replace(place.access, server=safe.address)
        posted = publisher.publish(access, outgoing)
        assert posted.link.startswith(safe.address)
        assert differences(outgoing, publisher.read_back(access.server, posted)) == ()

    with between(blog.address, tls=signing.server("127.0.0.1", ended=True)) as ended:
        with pytest.raises(PublisherFailed) as raised:
            publisher.publish(replace(access, server=ended.address), a_post(place))
        assert raised.value.kind is Trouble.CERTIFICATE
        assert ended.seen == []


def test_a_post_on_its_way_is_stopped_within_a_second_and_can_go_later(place: Place, proxy: Proxy) -> None:
    web = Web(PATIENT, plain_to_loopback=True)
    access = replace(place.access, server=proxy.address)
    outgoing = a_post(place, pictures=1)
    hangs = at_change(2, Fault.SILENT)
    under_way = threading.Event()

    def told(request: Request) -> Fault | None:
        if fault := hangs(request):
            under_way.set()
        return fault

    proxy.plan = told
    with ThreadPoolExecutor(1) as aside:
        posting = aside.submit(WordPress(web).publish, access, outgoing)
        assert under_way.wait(30)
        began = time.monotonic()
        web.stop()
        with pytest.raises(PublisherFailed) as raised:
            posting.result()
    assert time.monotonic() - began < 1.0
    assert raised.value.kind is Trouble.STOPPED
    assert place.publisher.find(place.access, outgoing) is None

    WordPress(web).publish(access, outgoing)
    assert times_out(place, outgoing) == 1
