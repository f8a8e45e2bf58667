"""Links are judged by their letters: scheme, safety, shorteners, the inside of a network, look-alikes."""

import pytest

from smadmin.domain.policy.checks.links import (
    InsecureLink,
    InternalLink,
    LinkScheme,
    LookAlikeLink,
    ShortLink,
)
from smadmin.domain.policy.context import TextRule
from tests.policies import marked, mended


@pytest.mark.demand("BLO-A9")
@pytest.mark.parametrize(
    ("rule", "link"),
    [
        (LinkScheme(), "javascript:alert(1)"),
        (LinkScheme(), "file:///C:/flyer.pdf"),
        (LinkScheme(), "data:text/html;base64,PGI"),
        (InsecureLink(), "http://lincoln.k12.md.us/lunch"),
        (ShortLink(), "https://bit.ly/3larks"),
        (ShortLink(), "tinyurl.com/larks"),
        (InternalLink(), "https://drive.google.com/drive/folders/1"),
        (InternalLink(), "https://docs.google.com/document/d/1/edit"),
        (InternalLink(), "https://intranet.lincoln.k12.md.us/x"),
        (InternalLink(), "https://10.1.20.7/video"),
        (LookAlikeLink(), "https://www.faceb00k.com/larks"),
        (LookAlikeLink(), "https://xn--lincln-5ya.example/x"),
        (LookAlikeLink(), "https://linc\u043eln.k12.md.us/pay"),
        (LookAlikeLink(), "https://lincolm.k12.md.us/pay"),
    ],
)
def test_a_doubtful_link_is_found_without_the_mark_after_it(rule: TextRule, link: str) -> None:
    assert marked(rule, f"See {link}, please.") == [link]


@pytest.mark.parametrize(
    "text",
    [
        "https://lincoln.k12.md.us/lunch",
        "https://blog.lincoln.k12.md.us/x",
        "https://www.facebook.com/larks",
        "https://docs.google.com/forms/d/e/1/viewform",
        "https://bit.ly",
        "Data: 14 books. File: see the office.",
        "https://ni\u00f1o.example/x",
        "https://schools.example/admin-office",
        "kim@lincolm.k12.md.us",
    ],
)
@pytest.mark.parametrize("rule", [LinkScheme(), InsecureLink(), ShortLink(), InternalLink(), LookAlikeLink()])
def test_plain_links_are_left_alone(rule: TextRule, text: str) -> None:
    assert marked(rule, text) == []


def test_http_is_mended_to_https() -> None:
    assert mended(InsecureLink(), "At http://a.example/x.") == ["At https://a.example/x."]
