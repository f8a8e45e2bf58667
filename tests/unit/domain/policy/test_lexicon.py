"""Word lists: alternatives, missing words, endings, exceptions, notes; found in one pass."""

import pytest

from smadmin.domain.policy.lexicon import Lexicon, phrases_of
from smadmin.domain.policy.reading import Reading


def found(text: str, *lines: str) -> list[str]:
    """Give the words of a list that stand in a text."""
    lexicon = Lexicon.of({("en", "list"): lines})
    spans = [match.span for match in lexicon.matches(Reading(text)).get("list", ())]
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("line", "text", "words"),
    [
        ("buy/order now", "Order now, BUY NOW", ["Order now", "BUY NOW"]),
        ("vote (yes) here", "vote here, vote yes here", ["vote here", "vote yes here"]),
        ("kill*", "killed, skill", ["killed"]),
        ("a _ day", "a fine day", ["a fine day"]),
        ("dont miss", "Don\u2019t miss it", ["Don\u2019t miss"]),
        ("re-elect", "re-elect Re elect", ["re-elect", "Re elect"]),
        ("ano nuevo", "¡Año nuevo!", ["Año nuevo"]),
        ("buy now", "Buy. Then, now", []),
        ("buy now", "buy, now", []),
        ("is is", "is", []),
    ],
)
def test_a_line_finds_its_phrases(line: str, text: str, words: list[str]) -> None:
    assert found(text, line) == words


def test_an_exception_passes_what_it_covers() -> None:
    assert found("ugly sweater, ugly words", "ugly", "! ugly sweater") == ["ugly"]


def test_the_longest_of_overlapping_phrases_is_given() -> None:
    assert found("vote yes on it", "vote", "vote yes on", "yes on it") == ["vote yes on"]


def test_a_note_stands_after_the_phrase() -> None:
    (phrase,) = phrases_of("recieve > receive", name="spelling", language="en")

    assert (phrase.tokens, phrase.note) == (("recieve",), "receive")


def test_single_words_can_be_looked_up() -> None:
    lexicon = Lexicon.of({("en", "hosts"): ("bit.ly", "! x", "two words"), ("es", "hosts"): ("acá > here",)})

    assert lexicon.list("hosts") == {"bit.ly", "aca"}
    assert lexicon.notes["hosts", "aca"] == "here"
    assert lexicon.list("none") == frozenset()


def test_an_empty_line_stands_for_nothing() -> None:
    assert list(phrases_of("! > x", name="list", language="en")) == []
