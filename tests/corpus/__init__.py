"""School posts with the findings they should get, as data. Invented names only: the sample school's roster.

They were written before the checks were tuned. A third, chosen by the digest of a post's id, is set aside:
nobody looks at it while tuning, so its figures say how the checks do on posts they have never met.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
_WEIGHTS = "severities.toml"


@dataclass(frozen=True, order=True)
class Expected:
    """A finding that a post should get; `words` is empty where it has no span."""

    check: str
    words: str
    severity: str


@dataclass(frozen=True)
class CorpusPicture:
    """A picture of a post.

    Args:
        alt: its description.
        right: whether its right of use is recorded.
        group: whether it shows several students.
    """

    alt: str
    right: bool
    group: bool = False


@dataclass(frozen=True)
class CorpusPost:
    """One post and what should be found in it.

    Args:
        ordinary: nothing in it should stop or warn anybody.
        seen: it was read before it was labelled, or mended by.
    """

    id: str
    text: str
    ordinary: bool
    pictures: tuple[CorpusPicture, ...]
    expected: tuple[Expected, ...]
    seen: bool = False

    @property
    def set_aside(self) -> bool:
        """Whether it belongs to the third that nobody tunes by."""
        return not self.seen and hashlib.sha256(self.id.encode()).digest()[0] % 3 == 0


@cache
def severities() -> dict[str, str]:
    """Give how hard each check bites while the corpus is read."""
    read = tomllib.loads((FOLDER / _WEIGHTS).read_text("utf-8"))
    return dict(read["severities"])


@cache
def posts() -> tuple[CorpusPost, ...]:
    """Read every post, in the order of the files."""
    return tuple(
        _post(row, ordinary=read["ordinary"], seen=read.get("seen", False))
        for path in sorted(FOLDER.glob("*.toml"))
        if path.name != _WEIGHTS
        for read in (tomllib.loads(path.read_text("utf-8")),)
        for row in read["post"]
    )


def _post(row: dict[str, Any], *, ordinary: bool, seen: bool = False) -> CorpusPost:
    return CorpusPost(
        id=row["id"],
        text=row["text"],
        ordinary=ordinary,
        pictures=tuple(CorpusPicture(**picture) for picture in row.get("pictures", ())),
        expected=tuple(sorted(_expected(label) for label in row["found"])),
        seen=seen,
    )


def _expected(label: list[str]) -> Expected:
    check, words, *weight = label
    return Expected(check, words, weight[0] if weight else severities()[check])
