"""The issue's number: 300 posts through faults and kills, none out twice and none lost (issue 7).

Takes most of a minute: each is released and judged by the real gate, over the real store, at every try.
"""

import random
from pathlib import Path

from tests.direct import make_direct
from tests.sent_walk import walk

SEED = 7
POSTS = 300


def test_300_posts_are_each_out_once(tmp_path: Path) -> None:
    walked = walk(make_direct(tmp_path, blogs=2), POSTS, random.Random(SEED), often=0.15)  # noqa: S311  the same faults again

    assert (walked.posts, walked.duplicates, walked.losses) == (POSTS, 0, 0)
    assert min(walked.faults, walked.kills) > 50
