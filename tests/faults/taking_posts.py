"""Takes past posts in a process of its own, for tests that kill it.

`python -m tests.faults.taking_posts FOLDER` makes a school, says where its account is, and then each step.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from smadmin.domain.past_posts import Columns, RawFile, RawPost, Source
from smadmin.services.past_posts import PastPosts
from tests.road import make_road

POSTS = 20_000


def told_file(posts: int) -> RawFile:
    """Give what a list of so many posts tells."""
    start = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp())
    rows = tuple(RawPost(row, str(start + row * 600)) for row in range(1, posts + 1))
    return RawFile(Source.LIST, "cd" * 32, rows)


class NoFiles:
    """Files that were read already."""

    def read(self, path: Path, columns: Columns | None = None) -> RawFile:
        raise AssertionError(path, columns)


def main(folder: Path) -> None:
    """Make the school and take the posts."""
    road = make_road(folder)
    past, by = PastPosts(road.school.desk, NoFiles(), road.reader.policy.judge_link), road.by("ana")
    told = past.compare(by, road.x, told_file(POSTS))
    _say(f"{road.school.folder} {road.x}")
    for step in past.take(by, told):
        _say(str(step.done))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
