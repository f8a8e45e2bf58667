"""A remedy mends the text with one click, or names what to do."""

from smadmin.domain.messages import say
from smadmin.domain.policy.findings import Remedy, Span


def test_a_replacement_touches_only_its_span() -> None:
    remedy = Remedy(say("policy.remove-word"), Span(3, 6), "x")

    assert remedy.mended("abcdefghi") == "abcxghi"


def test_an_act_leaves_the_text_alone() -> None:
    assert Remedy(say("policy.describe"), act="write-alt-text").mended("abc") == "abc"
