"""What is watched while a video plays: stretches for the service, and how long they took. Pure, no Qt."""

from collections.abc import Sequence

from smadmin.domain.videos.viewing import Stretch, joined, played

_WAITED_MS = 250
"""Of the time that a picture waited so much counts: a lid that was closed for an hour isn't time to watch."""


class Watch:
    """Collects what plays, frame by frame."""

    def __init__(self) -> None:
        """Stand before the first frame."""
        self._at_ms: int | None = None
        self._clock_ms = 0
        self._stretches: tuple[Stretch, ...] = ()
        self._took_ms = 0

    def reached(self, at_ms: int, clock_ms: int) -> None:
        """Note that a frame shows, by a clock in milliseconds."""
        if self._at_ms is not None:
            elapsed = clock_ms - self._clock_ms
            seen = played(self._at_ms, at_ms, elapsed_ms=elapsed)
            if seen is not None:
                self._stretches = joined((*self._stretches, seen))
                self._took_ms += min(elapsed, at_ms - self._at_ms + _WAITED_MS)
        self._at_ms, self._clock_ms = at_ms, clock_ms

    def rest(self) -> None:
        """Begin anew with the next frame: it was paused, or somebody went elsewhere."""
        self._at_ms = None

    @property
    def stretches(self) -> Sequence[Stretch]:
        """What was watched since it was last taken."""
        return self._stretches

    def take(self) -> tuple[tuple[Stretch, ...], int]:
        """Give what was watched and how long it took (milliseconds), and forget both."""
        taken = self._stretches, self._took_ms
        self._stretches, self._took_ms = (), 0
        return taken
