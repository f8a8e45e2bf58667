"""The machine's own clock and source of ids, behind the domain's ports."""

import os
import time
from datetime import UTC, datetime

from smadmin.domain.ids import uuid7


class SystemClock:
    """The domain's `Clock`."""

    def now(self) -> datetime:
        """Give the present moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the one clock that asks the machine


class SystemIds:
    """The domain's `Ids`."""

    def new(self) -> str:
        """Give a fresh UUIDv7."""
        return uuid7(time.time_ns() // 1_000_000, os.urandom(10))
