"""Whether this computer's clock is near enough to a platform's. Pure."""

from datetime import datetime, timedelta

CLOCKS_APART = timedelta(minutes=5)
"""So far may this computer's clock be from the platform's; else nothing is sent by it (`keys.md`, Clock)."""


def clocks_agree(sent: datetime, answered: datetime, server_time: datetime | None) -> bool:
    """Tell whether a clock was near enough to a server's, which said its time between the two (all UTC).

    A server that doesn't say it proves nothing.
    """
    if server_time is None:
        return True
    return sent - CLOCKS_APART <= server_time <= answered + CLOCKS_APART
