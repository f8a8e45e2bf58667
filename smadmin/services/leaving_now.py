"""Which posts' bytes leave this program this moment: whoever sits there doesn't look for them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from smadmin.domain.ids import PublicationId


class LeavingNow:
    """The publications whose bytes leave, for several threads."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = threading.Lock()
        self._ids: list[PublicationId] = []
        self._spared: list[int] = []

    def __contains__(self, publication: PublicationId) -> bool:
        """Tell whether its bytes leave."""
        with self._lock:
            return publication in self._ids

    @contextmanager
    def during(self, publication: PublicationId, *, spared: bool = False) -> Iterator[None]:
        """Name it within the block, however that ends.

        Args:
            publication: which.
            spared: whether this thread goes on though everything else is stopped.
        """
        thread = [threading.get_ident()] if spared else []
        with self._lock:
            self._ids.append(publication)
            self._spared += thread
        try:
            yield
        finally:
            with self._lock:
                self._ids.remove(publication)
                for one in thread:
                    self._spared.remove(one)

    @property
    def spared(self) -> frozenset[int]:
        """Give the threads that go on though everything else is stopped."""
        with self._lock:
            return frozenset(self._spared)
