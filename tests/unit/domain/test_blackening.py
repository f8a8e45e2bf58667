"""Covers hide what was there, its length too."""

from smadmin.domain.blackening import COVERED, cover
from smadmin.domain.policy.findings import Span


def test_a_cover_is_as_long_whatever_it_hides() -> None:
    assert cover("Al won, Alexandra won", [Span(0, 2), Span(8, 17)]).text == f"{COVERED} won, {COVERED} won"


def test_overlapping_and_touching_stretches_get_one_cover() -> None:
    found = cover("Mia Lopez won", [Span(4, 9), Span(0, 3), Span(0, 9)])

    assert (found.text, found.covers) == (f"{COVERED} won", 1)


def test_a_text_with_nothing_to_hide_stays() -> None:
    assert cover("The fair", []).text == "The fair"
