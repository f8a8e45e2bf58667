"""Trying a post's links: when its author asks for it, and once more where somebody is about to release it."""

import threading
import time
from collections.abc import Callable

from smadmin.domain.reach import MOST_LINKS, Reach, Reached
from smadmin.publishing.reaching import reach

WITHIN_S = 12.0
"""So long all of them together may take: whoever waits to release isn't kept longer by a dead network."""


class Links:
    """Tries links.

    Args:
        reach: tries one.
        within_s: seconds that all of them may take together.
    """

    def __init__(self, reach: Callable[[str], Reached] = reach, *, within_s: float = WITHIN_S) -> None:
        """Take what tries one."""
        self._reach, self._within_s = reach, within_s

    def tried(self, links: tuple[str, ...]) -> tuple[Reached, ...]:
        """Try some links side by side (an errand), at most eight; in their order.

        What has no answer in time is left behind with its thread, which ends by the bounds of its own.
        """
        asked, found = links[:MOST_LINKS], dict[str, Reached]()

        def one(link: str) -> None:
            found[link] = self._reach(link)

        # Daemons: looking a name up can't be broken off, and a program that closes doesn't wait for it.
        threads = [threading.Thread(target=one, args=(link,), daemon=True) for link in asked]
        for thread in threads:
            thread.start()
        until = time.monotonic() + self._within_s
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))
        return tuple(found.get(link, Reached(link, Reach.LATE)) for link in asked)
