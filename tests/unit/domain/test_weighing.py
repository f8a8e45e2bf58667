"""X's length by twitter-text's rules, version 3; its public tables are the measure where they are at hand."""

import random
import sys
import warnings
from importlib import import_module
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.weighing import weigh
from tests import conformance

_PIECES = "a b é 日 👍 👍🏽 👨‍🎤 1⃣ 🇺🇸 © ☺ … — \u200b http://a.com b.org/x , ."
_WORDS = "The Larks play on Friday, 7 pm! ¡Nos vemos, niños! lincoln.org/news 🎉 #GoLarks @lincoln_es — see"


@conformance.measured
@pytest.mark.parametrize(
    ("table", "size"),
    [("WeightedTweetsWithDiscountedEmojiCounterTest", 22), ("UnicodeDirectionalMarkerCounterTest", 2)],
)
def test_every_case_of_the_public_tables_agrees(table: str, size: int) -> None:
    told = conformance.weights(table)

    assert len(told) == size
    assert [(text, weigh(text)) for text, _ in told] == told


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("Welcome back!", 13),
        ("¡Bienvenidos, niños!", 20),
        ("e\u0301", 1),
        ("日本", 4),
        ("ქართული", 7),
        ("\u1100", 2),
        ("👩‍👩‍👧‍👦", 2),
        ("👍🏽👍", 4),
        ("😀🏽", 4),
        ("🇺🇸🇲🇽", 4),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 2),
        ("🫶🏽 and 🐦‍🔥", 9),
        ("1⃣ #", 4),
        ("#️⃣*️⃣", 4),
        ("1 # *", 5),
        ("© ™", 5),
        ("☺ ☺️", 5),
        ("\u200e\u2066a\u2069", 7),
        ("see https://www.lincoln.k12.md.us/a/very/long/way/to/the/library/page", 27),
        ("lincoln.org", 23),
        ("lincoln.org.", 24),
        ("lincoln.org lincoln.org", 47),
        ("a.b", 3),
        ("7.30pm", 6),
        ("日本語http://example.com日本", 6 + 23 + 4),
        ("👍lincoln.org/👍", 2 + 23 + 2),
        ("a\r\nb\rc", 5),
        ("“quoted” \u2013 yes…", 16),
        ("x" * 280, 280),
        ("\ufffe\ud800", 4),
    ],
)
def test_school_posts_weigh_what_x_says(text: str, weight: int) -> None:
    assert weigh(text) == weight


@given(
    st.lists(st.sampled_from(["a", "é", "日", "👍", "http://a.com", "b.org", "👩‍👧", "."]), max_size=20),
    st.sampled_from(" \n\t"),
)
def test_words_weigh_the_same_apart_and_together(words: list[str], gap: str) -> None:
    assert weigh(gap.join(words)) == sum(map(weigh, words)) + max(0, len(words) - 1)


@given(
    st.lists(
        st.sampled_from(_PIECES.split()),
        max_size=20,
    )
)
def test_no_text_weighs_other_than_by_the_measure(words: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the measure finds its list of emoji in an old way
        measure = import_module("twitter_text.parse_tweet")
    text = "".join(words)

    assert weigh(text) == measure.parse_tweet(text).weightedLength


def test_every_emoji_of_the_measure_weighs_two() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        measure = import_module("twitter_text.regexp.emoji")
    known = ["".join(chr(int(code, 16)) for code in one.codepoint.split()) for one in measure.emoji_list]

    assert len(known) > 3000
    assert [one for one in known if weigh(one) != 2] == []


@pytest.mark.parametrize("hostile", ["a.", "a.com ", "http://", "😀", "日a.", "é", "a.com/(", "x.y.z ", ".a"])
def test_no_paste_makes_it_hang(hostile: str) -> None:
    started = process_time()

    weigh((hostile * 100_000)[:100_000])

    assert process_time() - started < (50 if sys.gettrace() else 2)


@pytest.mark.skipif(sys.gettrace() is not None, reason="what is traced can't be timed")
def test_a_pasted_book_is_weighed_in_50_ms() -> None:
    words = _WORDS.split()
    dice = random.Random(1)  # noqa: S311  words in any order, not a secret
    book = " ".join(dice.choice(words) + str(dice.randrange(99)) for _ in range(20_000))[:100_000]
    weigh("a.org 👍")
    took = []
    for _ in range(3):
        started = process_time()
        weigh(book)
        took.append(process_time() - started)

    assert min(took) < 0.05
