"""Work of the network that another thread can end, at once, wherever it waits.

Each piece has an event loop of its own on the caller's thread. It isn't `asyncio.run`, which at its end waits
for a name that is still being looked up: here that goes on a thread which nobody waits for.
"""

import asyncio
import contextlib
import math
import socket
import threading
import time
from collections.abc import Callable, Collection, Coroutine, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from typing_extensions import override

T = TypeVar("T")


class Stopped(Exception):
    """It was stopped from elsewhere."""


@dataclass
class _Errand:
    """What a thread is at: after how many stops it began, and until when it may last (monotonic seconds)."""

    began_after: int
    until: float


class StoppableWork:
    """Pieces of work, several to an errand: `stop` ends whole errands, also between two pieces."""

    def __init__(self) -> None:
        """Begin with nothing under way."""
        self._lock = threading.Lock()
        self._stops, self._over = 0, False
        self._under_way: dict[int, tuple[int, Callable[[], None]]] = {}
        self._errands: dict[int, _Errand] = {}

    def stop(self, but: Collection[int] = ()) -> None:
        """End all errands that have begun; what is begun later goes its way (from any thread).

        Args:
            but: the threads (`threading.get_ident`) whose errands go on.
        """
        with self._lock:
            self._stops += 1
            for thread in self._errands.keys() & set(but):
                self._errands[thread].began_after = self._stops
            for thread, end in self._under_way.values():
                if thread not in but:
                    end()

    def end(self) -> None:
        """End everything for good: what is begun later ends at once, too (from any thread)."""
        with self._lock:
            self._over = True
        self.stop()

    @contextlib.contextmanager
    def errand(self, within_s: float) -> Iterator[None]:
        """Let what this thread does in the block be one errand; one within another belongs to it."""
        thread = threading.get_ident()
        with self._lock:
            outermost = thread not in self._errands
            if outermost:
                self._errands[thread] = _Errand(self._stops, time.monotonic() + within_s)
        try:
            yield
        finally:
            if outermost:
                with self._lock:
                    del self._errands[thread]

    @property
    def left_s(self) -> float:
        """Give the seconds that this thread's errand may still take, endless outside of one."""
        with self._lock:
            errand = self._errands.get(threading.get_ident())
        return math.inf if errand is None else max(0.0, errand.until - time.monotonic())

    def run(self, work: "Coroutine[Any, Any, T]") -> T:
        """Do it and wait for its end.

        Raises:
            Stopped: by `stop`.
        """
        loop = _Loop()
        task = loop.create_task(work)
        try:
            with self._lock:
                thread = threading.get_ident()
                self._under_way[id(task)] = thread, lambda: _end(loop, task)
                errand = self._errands.get(thread)
                if self._over or (errand is not None and errand.began_after != self._stops):
                    task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                return loop.run_until_complete(task)
        finally:
            with self._lock:
                self._under_way.pop(id(task), None)
            task.cancel()  # only an interrupted program comes here before its end
            loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()
        raise Stopped


class _Loop(asyncio.SelectorEventLoop):
    """An event loop that looks names up on threads which end with the program, however long they hang."""

    @override
    async def getaddrinfo(
        self, host: Any, port: Any, *, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0
    ) -> list[Any]:
        """Look a name up; whoever is stopped meanwhile doesn't wait for it."""
        found: asyncio.Future[list[Any]] = self.create_future()

        def settle(setting: Callable[[Any], None], outcome: object) -> None:
            if not found.done():
                setting(outcome)

        def look_up() -> None:
            settled: tuple[Callable[[Any], None], object]
            try:
                settled = (found.set_result, socket.getaddrinfo(host, port, family, type, proto, flags))
            except (OSError, UnicodeError) as error:
                settled = (found.set_exception, error)
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                self.call_soon_threadsafe(settle, *settled)

        threading.Thread(target=look_up, name="name-lookup", daemon=True).start()
        return await found


def _end(loop: asyncio.AbstractEventLoop, task: "asyncio.Task[Any]") -> None:
    with contextlib.suppress(RuntimeError):  # it ended in this very moment
        loop.call_soon_threadsafe(task.cancel)
