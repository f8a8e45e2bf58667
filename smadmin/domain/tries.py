"""How long somebody waits after wrong passphrases: it hinders fingers, not a program (`keys.md`)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FREE_TRIES = 3
"""Wrong passphrases that cost no wait; then the wait doubles from 2 s to 5 minutes."""

_LONGEST_WAIT = timedelta(minutes=5)
_MOST_DOUBLINGS = 9
"""2⁹ s is past the longest wait; without a limit a thousand tries would overflow."""


@dataclass(frozen=True)
class Tries:
    """Wrong tries in a row and when the last one was."""

    wrong: int = 0
    last: datetime | None = None

    def wait_until(self, now: datetime) -> datetime | None:
        """Say from when on the next try is taken, or None at once.

        A last try that is still to come was written by somebody who wants nobody to sign in, or before the
        clock was set back: it keeps nobody waiting.
        """
        if self.last is None or self.last > now or self.wrong < FREE_TRIES:
            return None
        doublings = min(self.wrong - FREE_TRIES + 1, _MOST_DOUBLINGS)
        return self.last + min(_LONGEST_WAIT, timedelta(seconds=2**doublings))
