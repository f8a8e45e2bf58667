"""The one way to a platform's server: encrypted, bounded in time and size, and stopped within a second.

This is its door, light enough to be there when the window starts; what is behind it (`wire.py`) is fetched
when something is asked for the first time.
"""

import threading
from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from smadmin.publishing.answers import Answer
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.calls import Call

if TYPE_CHECKING:
    from smadmin.publishing.wire import Wire


class Web:
    """The way to the servers. Several threads may go it, and anyone may stop what is under way."""

    def __init__(self, bounds: Bounds | None = None, *, plain_to_loopback: bool = False) -> None:
        """Prepare it; nothing is asked yet.

        Args:
            bounds: of time and size.
            plain_to_loopback: whether this very computer may be asked without encryption (tests do).
        """
        self._bounds = bounds or Bounds()
        self._plain_to_loopback = plain_to_loopback
        self._lock = threading.Lock()
        self._made: Wire | None = None
        self._over = False

    def ask(self, call: Call, *, also: Collection[int] = ()) -> Answer:
        """Send one request and wait for its answer.

        Args:
            call: what.
            also: statuses that are an answer too, though they mean no success (404).

        Raises:
            PublisherFailed: nothing usable came, or it was stopped.
        """
        return self.ask_all([call], also=also)[0]

    def ask_all(self, calls: Sequence[Call], *, also: Collection[int] = ()) -> list[Answer]:
        """Send several, some side by side; the first that fails ends all others."""
        return self._wire().ask_all(calls, also)

    def errand(self) -> AbstractContextManager[None]:
        """Let all that this thread asks in the block be one errand: `stop` ends it between two calls too."""
        return self._wire().errand()

    def stop(self, but: Collection[int] = ()) -> None:
        """End all errands that have begun, within a second; what is begun later goes its way (any thread).

        Args:
            but: the threads (`threading.get_ident`) whose errands go on.
        """
        with self._lock:
            made = self._made
        if made is not None:
            made.stop(but)

    def end(self) -> None:
        """End everything within a second, and let nothing begin any more: the program closes (any thread)."""
        with self._lock:
            self._over, made = True, self._made
        if made is not None:
            made.end()

    def _wire(self) -> "Wire":
        with self._lock:
            if self._made is None:
                from smadmin.publishing.wire import Wire  # noqa: PLC0415  takes a tenth of a second, once

                self._made = Wire(self._bounds, plain_to_loopback=self._plain_to_loopback)
                if self._over:
                    self._made.end()
            return self._made
