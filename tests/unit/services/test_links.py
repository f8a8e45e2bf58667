"""A post's links are tried in their order, at most eight."""

from smadmin.domain.reach import MOST_LINKS, Reach, Reached
from smadmin.services.links import Links


def test_links_are_tried_in_their_order_and_not_too_many() -> None:
    links = Links(lambda link: Reached(link, Reach.OPENS, link))

    tried = links.tried(tuple(f"https://a.example/{one}" for one in range(20)))

    assert [one.link for one in tried] == [f"https://a.example/{one}" for one in range(MOST_LINKS)]
