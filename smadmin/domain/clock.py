"""The port for time. The domain never asks the machine."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """Give the present moment, aware, in UTC."""
        ...
