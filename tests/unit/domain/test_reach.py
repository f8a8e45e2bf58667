"""Links of a post, and whether one ends up on another site."""

import pytest

from smadmin.domain.reach import MOST_LINKS, Reach, Reached, links_in, site_of


def test_links_are_given_once_with_a_scheme_and_without_closing_marks() -> None:
    texts = ("See https://a.example/x, and (www.b.example/y).", "Again: https://a.example/x")

    assert links_in(texts) == ("https://a.example/x", "https://www.b.example/y")


def test_no_more_than_eight_are_tried() -> None:
    assert len(links_in([" ".join(f"https://a.example/{one}" for one in range(20))])) == MOST_LINKS


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.A.example/x?y", "a.example"),
        ("https://user:word@b.example:8443", "b.example"),
        ("https://a.example/@b.example", "a.example"),
        ("nothing", ""),
    ],
)
def test_a_site_is_the_host_without_www(address: str, site: str) -> None:
    assert site_of(address) == site


def test_another_site_is_told_from_another_page() -> None:
    assert Reached("https://bit.ly/x", Reach.OPENS, "https://a.example/").elsewhere
    assert not Reached("http://a.example", Reach.OPENS, "https://www.a.example/home").elsewhere
    assert not Reached("https://a.example", Reach.SILENT).elsewhere
