"""What every reader of untrusted files has: workers in a jail, which end when it does."""

from types import TracebackType
from typing import Self

from smadmin.jail.workshop import Workshop


class JailedReader:
    """Opens files in a process of its own, started when first needed; `close` ends it."""

    def __init__(self, workshop: Workshop) -> None:
        """Take the workers."""
        self._workshop = workshop

    def __enter__(self) -> Self:
        """Give the reader, to be closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the worker."""
        self.close()

    def stop(self) -> None:
        """Kill the process and come back at once."""
        self._workshop.stop()

    def rest(self) -> None:
        """Let an idle worker go, with whatever names are left in it; who reads later gets a new one."""
        self._workshop.rest()

    def close(self) -> None:
        """End the worker, at once if it is busy."""
        self._workshop.close()
