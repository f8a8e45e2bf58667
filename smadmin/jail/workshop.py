"""A few workers of one trade, started when they are first needed and lent to one thread at a time.

Any thread may ask; where all workers are busy it waits. Failed and worn-out workers are replaced at the next
job, so a bad file costs its own job and no other.
"""

import contextlib
import threading
from collections.abc import Callable, Iterable
from functools import partial
from types import TracebackType

from smadmin.jail.limits import Fences, Limits
from smadmin.jail.trade import Bytes
from smadmin.jail.worker import Answer, Failure, Worker, WorkerFailed


class Workshop:
    """The workers of one trade.

    Args:
        trade: the full name of the trade's module.
        places: how many workers there may be at once.
    """

    def __init__(self, trade: str, limits: Limits, *, places: int = 1) -> None:
        """Start nothing yet."""
        self._trade = trade
        self._limits = limits
        self._places = places
        self._free_places = threading.Semaphore(places)
        self._alone = threading.Lock()
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._beside: list[threading.Thread] = []
        self._closed = False

    def __enter__(self) -> "Workshop":
        """Give the workshop, to be closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the workshop."""
        self.close()

    def ask(self, verb: int, numbers: tuple[int, ...] = (), body: Bytes = b"", *, largest: int) -> Answer:
        """Have a job done: one of the trade's verbs; the answer's body may have `largest` bytes at most.

        Raises:
            WorkerFailed: if the worker failed; the next job gets another one.
        """
        with self._free_places:
            return self._ask(verb, numbers, body, largest)

    def ask_again(self, verb: int, numbers: tuple[int, ...], body: Bytes, *, largest: int) -> Answer:
        """Have a job done as `ask` does; if its worker was killed, once more while no other job is done here.

        Who killed it may have been the system, for want of memory: alone there is more of it.

        Raises:
            WorkerFailed: as `ask`, or if it was killed again.
        """
        try:
            return self.ask(verb, numbers, body, largest=largest)
        except WorkerFailed as failed:
            if failed.failure is not Failure.DIED or self._closed:
                raise
        with self._alone:  # two that waited for all places would wait for each other
            for _ in range(self._places):
                self._free_places.acquire()
            try:
                return self._ask(verb, numbers, body, largest)
            finally:
                self._free_places.release(self._places)

    def warm_up(self) -> Fences:
        """Start a worker if none waits, and say which fences stand around it."""
        with self._free_places:
            worker = self._take()
            self._give_back(worker)
            return worker.fences

    def fill(self) -> None:
        """Begin to start as many workers as there are places, all at once and behind the caller's back.

        Who asks meanwhile waits for one of them. One that can't be started is missed by whoever needs it.
        """
        with self._lock:
            self._beside = [thread for thread in self._beside if thread.is_alive()]
            if self._closed or self._beside:
                return
            missing = self._places - len(self._idle) - len(self._busy)
            for _ in range(missing):
                self._do_beside(self._start_one)

    def rest(self) -> None:
        """Let the idle workers go at once; who asks later gets new ones."""
        with self._lock:
            idle, self._idle = self._idle, []
            for worker in idle:
                worker.kill()
            if idle:
                self._do_beside(partial(_bury, idle))

    @property
    def closed(self) -> bool:
        """Tell whether it was closed: workers then fail because they were ended."""
        return self._closed

    def stop(self) -> None:
        """Kill all workers, also those that are getting ready, and come back at once; `close` buries them.

        Who waits for one gets `WorkerFailed`.
        """
        with self._lock:
            self._closed = True
            for worker in (*self._idle, *self._busy):
                worker.kill()

    def close(self) -> None:
        """End all workers and wait until they are gone."""
        self.stop()
        with self._lock:
            idle, self._idle = self._idle, []
            beside, self._beside = self._beside, []
        _bury(idle)
        for thread in beside:
            thread.join()

    def _do_beside(self, deed: Callable[[], object]) -> None:
        thread = threading.Thread(target=deed, name="worker-beside")
        self._beside.append(thread)
        thread.start()

    def _start_one(self) -> None:
        with self._free_places, contextlib.suppress(WorkerFailed):
            self._give_back(self._new())

    def _new(self) -> Worker:
        """Start a worker that `stop` can kill while it gets ready."""
        worker = Worker(self._trade, self._limits)
        with self._lock:
            self._busy.add(worker)
            if self._closed:
                worker.kill()
        try:
            worker.get_ready()
        except BaseException:
            self._strike_off(worker)
            raise
        return worker

    def _ask(self, verb: int, numbers: tuple[int, ...], body: Bytes, largest: int) -> Answer:
        worker = self._take()
        try:
            answer = worker.ask(verb, numbers, body, largest=largest)
        except BaseException:
            self._strike_off(worker)  # it is buried by then
            raise
        self._give_back(worker)
        return answer

    def _take(self) -> Worker:
        with self._lock:
            worker = self._idle.pop() if self._idle else None
            if worker is not None:
                self._busy.add(worker)
        worker = worker or self._new()
        if not self._closed:
            return worker
        self._give_back(worker)
        raise WorkerFailed(Failure.NO_START)

    def _strike_off(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            if not self._closed and not worker.worn_out:
                self._idle.append(worker)
                return
        worker.dismiss()


def _bury(workers: Iterable[Worker]) -> None:
    for worker in workers:
        worker.bury()
