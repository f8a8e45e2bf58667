"""A Facebook Page behind a line on which everything goes wrong: never twice, never lost, no false word."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from smadmin.domain.publishers import PublisherFailed, differences
from smadmin.domain.reading_back import read_back
from smadmin.publishing.bounds import Bounds
from tests.servers.contract import Place, a_post
from tests.servers.graph import Graph
from tests.servers.once import posted_at_last
from tests.servers.proxy import DONE, SLOW, Fault, Proxy, at_change, between, healthy, seeded
from tests.servers.test_facebook import adapter, place_of

PATIENT = Bounds(connect_s=5, silent_s=20, total_s=30)
HASTY = Bounds(connect_s=1, silent_s=1.5, total_s=1.5)
"""For what ends by patience alone."""
EACH = 5
PICTURE, FEED = 1, 2
"""What changes something, in its order."""


@pytest.fixture
def place(graph: Graph) -> Place:
    return place_of(graph)


@pytest.fixture
def proxy(graph: Graph) -> Iterator[Proxy]:
    with between(graph.address) as line:
        yield line


@pytest.mark.parametrize("change", [PICTURE, FEED])
@pytest.mark.parametrize("fault", list(Fault))
def test_whatever_goes_wrong_on_the_way_it_is_out_once_and_whole(
    place: Place, proxy: Proxy, graph: Graph, change: int, fault: Fault
) -> None:
    access = replace(place.access, server=proxy.address)
    outgoing = a_post(place, pictures=1)
    proxy.plan = at_change(change, fault)

    with pytest.raises(PublisherFailed) as raised:
        adapter(HASTY if fault in SLOW else PATIENT).publish(access, outgoing)
    proxy.plan = healthy
    out_already = place.publisher.find(place.access, outgoing)

    came_to_it = any(met for _, met in proxy.seen)  # a loaded computer may lose patience earlier
    assert bool(out_already) == (fault in DONE and change == FEED and came_to_it)
    assert raised.value.perhaps_out or out_already is None
    posted = posted_at_last(adapter(PATIENT), access, outgoing)
    assert graph.how_many(outgoing) == 1
    assert differences(outgoing, read_back(place.publisher, place.access, posted)) == ()


@pytest.mark.parametrize("seed", [7, 23, 42])
def test_of_many_posts_through_many_faults_none_is_lost_and_none_is_twice(
    graph: Graph, proxy: Proxy, seed: int
) -> None:
    places = [place_of(graph) for _ in range(EACH)]
    access = replace(graph.access(), server=proxy.address)
    proxy.plan = seeded(seed, share=0.2, faults=tuple(sorted(set(Fault) - SLOW)))
    sent = [a_post(one, pictures=number % 2) for number, one in enumerate(places)]

    posted = [posted_at_last(adapter(PATIENT), access, outgoing) for outgoing in sent]

    assert [graph.how_many(outgoing) for outgoing in sent] == [1] * EACH
    assert len({one.id for one in posted}) == EACH


@pytest.mark.parametrize("fault", sorted(DONE - SLOW))
def test_a_removal_whose_answer_was_lost_is_done_at_the_second_try(
    place: Place, proxy: Proxy, graph: Graph, fault: Fault
) -> None:
    posted = place.publisher.publish(place.access, a_post(place, pictures=1))
    access = replace(place.access, server=proxy.address)
    proxy.plan = at_change(2, fault)
    with pytest.raises(PublisherFailed):
        adapter(PATIENT).remove(access, posted)
    proxy.plan = healthy

    adapter(PATIENT).remove(access, posted)

    assert posted.id not in graph.posts
