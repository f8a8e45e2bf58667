"""Links by twitter-text's rules: its public tables where they are at hand, our own cases everywhere."""

import sys
import warnings
from importlib import import_module
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.links import Link, links_in
from tests import conformance

_PIECES = (
    "a foo com 1 23 .com .org .gov .jp .COM .c .みんな .рф .xn--p1ai xn-- http:// https:// HTTP:// t.co/ /"
    " ? # @ $ _ - . , ; : ( ) [ ] ! ' & % = + ~ * é É 日本 中国 。 😀 👍🏽"
    " \uff03 \uff20 :80 ?q=1 /path /pa(th) абв ß"
)
PIECES = [
    *_PIECES.split(),
    *(" ", "\n", "\u00a0", "\u3000", "\u202a", "\u2069", "\ufeff", '"', "\u200d", "\ud800"),
]


def links(text: str) -> list[str]:
    """Give the words of a text's links."""
    return [text[link.start : link.end] for link in links_in(text)]


@conformance.measured
@pytest.mark.parametrize(
    ("table", "size"),
    [
        ("urls", 91),
        ("urls_with_indices", 10),
        ("urls_with_directional_markers", 2),
        ("tco_urls_with_params", 5),
    ],
)
def test_every_link_of_the_public_tables_is_found_and_no_other(table: str, size: int) -> None:
    told = conformance.links(table)

    assert len(told) == size
    assert [(text, links(text)) for text, _ in told] == told


@conformance.measured
@pytest.mark.parametrize("table", ["urls_with_indices", "urls_with_directional_markers"])
def test_links_stand_where_the_public_tables_say(table: str) -> None:
    found = [[(link.start, link.end) for link in links_in(text)] for text, _ in conformance.links(table)]

    assert found == conformance.places(table)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Read more at https://lincoln-es.example.org.", ["https://lincoln-es.example.org"]),
        ("HTTP://LINCOLN.ORG/Menu", ["HTTP://LINCOLN.ORG/Menu"]),
        ("lincoln.org, and lincoln.k12.md.us!", ["lincoln.org", "lincoln.k12.md.us"]),
        ("(lincoln.org)", ["lincoln.org"]),
        ("lincoln.org/map_(east)", ["lincoln.org/map_(east)"]),
        ("lincoln.org/map_(east", ["lincoln.org/map_"]),
        ("lincoln.org/a(b(c)d)e", ["lincoln.org/a(b(c)d)e"]),
        ("https://lincoln.org:8080/?week=47&x=a-b#top", ["https://lincoln.org:8080/?week=47&x=a-b#top"]),
        ("https://lincoln.org?week=47.", ["https://lincoln.org?week=47"]),
        ("https://lincoln.org?.", ["https://lincoln.org"]),
        ("lincoln.org?week=47", ["lincoln.org"]),
        ("lincoln.org:80", ["lincoln.org"]),
        ("https://lincoln.org/news/…", ["https://lincoln.org/news/"]),
        ("https://lincoln.org/a\u2013b", ["https://lincoln.org/a\u2013b"]),
        ("https://lincoln.org/.,;", ["https://lincoln.org/"]),
        ("escuela-niños.org", ["escuela-niños.org"]),
        ("https://niños.example.org/año", ["https://niños.example.org/año"]),
        ("ver:lincoln.org", ["lincoln.org"]),
        ("学校はlincoln.orgです", ["lincoln.org"]),
        ("学校はlincoln.org/menuです", ["lincoln.org/menu"]),
        ("学校はlincoln.orgとlarks.netです", ["lincoln.org", "larks.net"]),
        ("https://学校.みんな/menu", ["https://学校.みんな/menu"]),
        ("larks.みんな", ["larks.みんな"]),
        ("https://xn--nios-hqa.xn--p1ai/", ["https://xn--nios-hqa.xn--p1ai/"]),
        ("https://my_class.lincoln.org", ["https://my_class.lincoln.org"]),
        ("my_class.lincoln.org", ["class.lincoln.org"]),
        ("\u2066lincoln.org\u2069", ["lincoln.org"]),
        ("http://t.co/Ab12's", ["http://t.co/Ab12"]),
        ("http://t.co/Ab12?x=1.", ["http://t.co/Ab12?x=1"]),
        (f"http://t.co/{'a' * 41}", []),
        ("t.co/Ab12", ["t.co/Ab12"]),
        ("a\nlincoln.org\tb", ["lincoln.org"]),
        ("ñandu.org", ["andu.org"]),
        ("see ñandu.org", ["ñandu.org"]),
        ("7.30pm a.b v1.2 etc. report.pdf.", []),
        ("office@lincoln.org @lincoln.org #lincoln.org $lincoln.org #https://lincoln.org", []),
        ("-lincoln.org x/lincoln.org", []),
        ("https://-lincoln.org https://lincoln-.org https://my_lincoln.org", []),
        ("https://lincoln.org-or-so lincoln.org@x", []),
        ("xhttps://lincoln.org", []),
        (f"https://{'a' * 64}.org", []),
        (f"https://{'é' * 64}.org", []),
        (f"https://{'a.' * 130}org", []),
        (f"https://a.org/{'a' * 4096}", []),
        ("https://xn--ñ.org", []),
        ("", []),
    ],
)
def test_schools_links_are_found(text: str, expected: list[str]) -> None:
    assert links(text) == expected


def test_a_link_says_whether_it_names_its_scheme() -> None:
    assert links_in("é https://a.org b.org") == (Link(2, 15, scheme=True), Link(16, 21, scheme=False))


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_no_text_finds_other_links_than_the_measure_does(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the measure finds its list of emoji in an old way
        measure = import_module("twitter_text")

    expected = [tuple(link["indices"]) for link in measure.extract_urls_with_indices(text)]

    assert [(link.start, link.end) for link in links_in(text)] == expected


@pytest.mark.parametrize(
    "hostile",
    [
        "日",
        "é",
        "a-",
        "-a",
        "a.b.c.d/",
        "日.日.日/",
        "http://a.com/(",
        "a.com/(a",
        "a,",
        "_a.",
        "#a.b",
        "a.com\u00a0",
    ],
)
@pytest.mark.parametrize("ending", ["", ".zzz"])
def test_no_paste_makes_it_hang(hostile: str, ending: str) -> None:
    text = (hostile * 100_000)[:100_000] + ending
    started = process_time()

    links_in(text)

    assert process_time() - started < (30 if sys.gettrace() else 2)
