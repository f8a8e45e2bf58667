"""A post's links are tried in their order, at most eight, and never longer than there is time."""

import threading
import time

import pytest

from smadmin.domain.reach import MOST_LINKS, Reach, Reached
from smadmin.services.links import Links


def test_links_are_tried_in_their_order_and_not_too_many() -> None:
    links = Links(lambda link: Reached(link, Reach.OPENS, link))

    tried = links.tried(tuple(f"https://a.example/{one}" for one in range(20)))

    assert [one.link for one in tried] == [f"https://a.example/{one}" for one in range(MOST_LINKS)]


@pytest.mark.demand("SOC-O5")
def test_a_network_that_never_answers_keeps_nobody_from_deciding() -> None:
    released = threading.Event()

    def answer(link: str) -> Reached:
        if link.endswith("dead"):
            released.wait()
        return Reached(link, Reach.OPENS, link)

    begun = time.monotonic()
    try:
        tried = Links(answer, within_s=0.5).tried(("https://a.example/dead", "https://a.example/alive"))
    finally:
        released.set()

    assert [one.reach for one in tried] == [Reach.LATE, Reach.OPENS]
    assert time.monotonic() - begun < 30
