"""Weeks that pass while nobody sits: the computer's clock as the window takes it, turned on by days."""

from datetime import datetime, timedelta

from smadmin.storage.clock import SystemClock


class CalendarClock:
    """The computer's clock, some days ahead; the program gets it where it would get the computer's own."""

    def __init__(self) -> None:
        self._own = SystemClock()
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Give the present moment in UTC."""
        return self._own.now() + self._ahead

    def pass_days(self, days: int) -> None:
        """Let days pass."""
        self._ahead += timedelta(days=days)
