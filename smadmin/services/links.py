"""Trying a post's links when somebody asks for it; nothing is sent unasked."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from smadmin.domain.reach import MOST_LINKS, Reached
from smadmin.publishing.reaching import reach

_AT_ONCE = 4


class Links:
    """Tries links.

    Args:
        reach: tries one.
    """

    def __init__(self, reach: Callable[[str], Reached] = reach) -> None:
        """Take what tries one."""
        self._reach = reach

    def tried(self, links: tuple[str, ...]) -> tuple[Reached, ...]:
        """Try some links side by side (an errand, up to half a minute), at most eight; in their order."""
        with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
            return tuple(pool.map(self._reach, links[:MOST_LINKS]))
