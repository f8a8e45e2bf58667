"""Bluesky behind a line on which everything goes wrong: never twice, never lost, never a false word."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from smadmin.domain.publishers import PublisherFailed, differences
from smadmin.publishing.bluesky import Bluesky
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.web import Web
from tests.servers.bluesky_pds import Pds
from tests.servers.contract import Place, a_post
from tests.servers.once import posted_at_last
from tests.servers.proxy import DONE, SLOW, Fault, Proxy, at_change, between, healthy, seeded
from tests.servers.test_bluesky import place_of

PATIENT = Bounds(connect_s=5, silent_s=20, total_s=30)
HASTY = Bounds(connect_s=2, silent_s=2.5, total_s=2.5)
"""For what ends by patience alone."""
EACH = 4
SESSION, PICTURE, RECORD = 1, 2, 3
"""What changes something, in its order."""
EARLY = (Fault.CUT, Fault.DONE_HALF, Fault.DONE_BROKEN, Fault.PORTAL, Fault.OTHER_JSON)
"""Faults before the record, where nothing can be out yet whatever goes wrong."""


@pytest.fixture
def place(pds: Pds) -> Place:
    return place_of(pds)


@pytest.fixture
def proxy(pds: Pds) -> Iterator[Proxy]:
    with between(pds.address) as line:
        yield line


def through(bounds: Bounds) -> Bluesky:
    return Bluesky(Web(bounds, plain_to_loopback=True))


@pytest.mark.parametrize(
    ("change", "fault"),
    [(change, fault) for change in (SESSION, PICTURE) for fault in EARLY] + [(RECORD, one) for one in Fault],
)
def test_whatever_goes_wrong_on_the_way_it_is_out_once_and_whole(
    place: Place, proxy: Proxy, change: int, fault: Fault
) -> None:
    access = replace(place.access, server=proxy.address)
    outgoing = replace(a_post(place, pictures=1), text=f"{place.text} {change} {fault}")
    proxy.plan = at_change(change, fault)

    with pytest.raises(PublisherFailed) as raised:
        through(HASTY if fault in SLOW else PATIENT).publish(access, outgoing)
    proxy.plan = healthy
    out_already = place.publisher.find(place.access, outgoing)

    came_to_it = any(met for _, met in proxy.seen)  # a loaded computer may lose patience earlier
    assert bool(out_already) == (fault in DONE and change == RECORD and came_to_it)
    assert raised.value.perhaps_out or out_already is None
    posted_at_last(through(PATIENT), access, outgoing)
    assert place.how_many is not None
    assert place.how_many(outgoing) == 1
    [posted] = filter(None, [place.publisher.find(place.access, outgoing)])
    assert differences(outgoing, place.publisher.read_back(place.access.server, posted)) == ()


@pytest.mark.parametrize("seed", [7, 42])
def test_of_many_posts_through_many_faults_none_is_lost_and_none_is_twice(
    place: Place, proxy: Proxy, seed: int
) -> None:
    access = replace(place.access, server=proxy.address)
    proxy.plan = seeded(seed, share=0.3, faults=tuple(set(Fault) - SLOW))
    sent = [
        replace(a_post(place, pictures=number % 2), text=f"{place.text} {number}") for number in range(EACH)
    ]

    posted = [posted_at_last(through(PATIENT), access, outgoing) for outgoing in sent]

    assert place.how_many is not None
    assert [place.how_many(outgoing) for outgoing in sent] == [1] * EACH
    assert len({one.id for one in posted}) == EACH
