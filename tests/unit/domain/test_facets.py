"""What is live in a Bluesky post, in bytes of UTF-8."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.facets import Facet, FacetKind, facets_in


def said(text: str) -> list[tuple[str, str, str]]:
    """Give each facet: kind, the words its bytes cover, its value."""
    octets = text.encode("utf-8")
    return [
        (one.kind.value, octets[one.start : one.end].decode("utf-8"), one.value) for one in facets_in(text)
    ]


def test_places_are_bytes_not_characters() -> None:
    assert facets_in("✨ Niños: lincoln.org 👍 #Larks") == (
        Facet(FacetKind.LINK, 12, 23, "https://lincoln.org"),
        Facet(FacetKind.TAG, 29, 35, "Larks"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "see https://lincoln.org/a?b=c#d.",
            [("link", "https://lincoln.org/a?b=c#d", "https://lincoln.org/a?b=c#d")],
        ),
        ("(lincoln.org/news)", [("link", "lincoln.org/news", "https://lincoln.org/news")]),
        ("lincoln.org/map_(east)", [("link", "lincoln.org/map_(east)", "https://lincoln.org/map_(east)")]),
        ("lincoln.みんな 7.30pm report.pdf a.b", []),
        (
            "@office.lincoln.org, @no @office.test",
            [
                ("mention", "@office.lincoln.org", "office.lincoln.org"),
                ("mention", "@office.test", "office.test"),
            ],
        ),
        ("thanks @office.lincoln.org.", [("mention", "@office.lincoln.org", "office.lincoln.org")]),
        ("office@lincoln.org", []),
        (
            "#Larks! #1 #2nd #go_larks, x#y \uff03学校",
            [
                ("tag", "#Larks", "Larks"),
                ("tag", "#2nd", "2nd"),
                ("tag", "#go_larks", "go_larks"),
                ("tag", "\uff03学校", "学校"),
            ],
        ),
        ("#️⃣ # #-", []),
        (f"#{'a' * 65} #{'b' * 64}", [("tag", "#" + "b" * 64, "b" * 64)]),
        ("", []),
    ],
)
def test_links_mentions_and_tags_are_found_as_bluesky_finds_them(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert said(text) == expected


@given(
    st.lists(
        st.sampled_from(["#a", "@a.org", "b.org/é", " ", "\n", "ñ", "👍🏽", "日", "(", ")", ".", "\ud800"])
    ).map("".join)
)
def test_facets_stand_in_order_and_never_one_over_another(text: str) -> None:
    octets = text.encode("utf-8", "surrogatepass")
    found = facets_in(text)

    assert all(one.start < one.end <= len(octets) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for one in found:
        octets[one.start : one.end].decode("utf-8", "surrogatepass")
