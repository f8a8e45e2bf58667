"""How long a call to a server may take, and how much it may bring."""

from dataclasses import dataclass

from smadmin.domain.sending import FRESH, LEAVES_WITHIN


@dataclass(frozen=True)
class Bounds:
    """How long and how much.

    Args:
        connect_s: until the server is reached and its certificate judged.
        silent_s: how long it may say nothing, or take nothing.
        total_s: for a whole request, redirects included; what goes out gets more by `slowest`.
        errand_s: for all requests of one errand together; other computers count on it (`LEAVES_WITHIN`).
        slowest: bytes a second that the school's line takes at least.
        most_bytes: of an answer.
        at_a_time: how many of several requests go side by side.
    """

    connect_s: float = 15.0
    silent_s: float = 60.0
    total_s: float = 90.0
    errand_s: float = (LEAVES_WITHIN - FRESH).total_seconds()
    slowest: int = 30_000
    most_bytes: int = 10_000_000
    at_a_time: int = 2

    def total_for(self, size: int) -> float:
        """Give the seconds that a request with so many bytes may take."""
        return self.total_s + size / self.slowest
