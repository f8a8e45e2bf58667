"""Telling how far something is a few times a second, however often it is further. Pure, no Qt."""

import time
from collections.abc import Callable

_EVERY_S = 0.2


class Seldom:
    """Passes on what it is told at most five times a second."""

    def __init__(
        self, tell: Callable[[int, int], object], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Take whom to tell; `clock` gives seconds."""
        self._tell, self._clock = tell, clock
        self._last_s = -_EVERY_S

    def __call__(self, done: int, total: int) -> None:
        """Tell how many of how many."""
        now_s = self._clock()
        if now_s - self._last_s >= _EVERY_S:
            self._last_s = now_s
            self._tell(done, total)
