"""X's length by twitter-text's rules, version 3; its public tables are the measure where they are at hand."""

import ast
import re
import sys
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.weighing import weigh

TABLES = Path(__file__).parents[4] / "shared" / "conformance" / "validate.yml"


def cases(table: str) -> list[tuple[str, int]]:
    """Read one table: its strings are in double quotes, with the escapes that Python has too."""
    lines = TABLES.read_text("utf-8").split(f"  {table}:\n")[1].splitlines()
    found: list[tuple[str, int]] = []
    text = ""
    for line in lines:
        if re.match(r"  \w", line):
            break
        if said := re.match(r'\s+text: (".*")\s*$', line):
            text = ast.literal_eval(said[1])
        if weight := re.match(r"\s+weightedLength: (\d+)", line):
            found.append((text, int(weight[1])))
    return found


@pytest.mark.skipif(not TABLES.exists(), reason="the public conformance tables aren't beside the project")
@pytest.mark.parametrize(
    ("table", "size"),
    [("WeightedTweetsWithDiscountedEmojiCounterTest", 22), ("UnicodeDirectionalMarkerCounterTest", 2)],
)
def test_every_case_of_the_public_tables_agrees(table: str, size: int) -> None:
    told = cases(table)

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
        ("👩‍👩‍👧‍👦", 2),
        ("👍🏽👍", 4),
        ("1⃣ #", 4),
        ("1 # *", 5),
        ("© ™", 5),
        ("see https://www.lincoln.k12.md.us/a/very/long/way/to/the/library/page", 27),
        ("lincoln.org", 23),
        ("lincoln.org.", 24),
        ("a.b", 3),
        ("7.30pm", 6),
        ("日本語http://example.com日本", 6 + 23 + 4),
        ("a\r\nb", 3),
        ("“quoted” \u2013 yes…", 16),
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


@pytest.mark.parametrize("hostile", ["a.", "a.com ", "http://", "😀", "日a.", "é", "a.com/(", "x.y.z ", ".a"])
def test_no_paste_makes_it_hang(hostile: str) -> None:
    started = process_time()

    weigh((hostile * 100_000)[:100_000])

    assert process_time() - started < (50 if sys.gettrace() else 5)
