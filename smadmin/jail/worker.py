"""One worker process, from its start to its burial.

`Worker` is used by one thread at a time; `workshop.py` lends workers out. A worker that failed in any way is
buried, never asked again: after a wrong answer nothing it says can be believed.
"""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from smadmin.jail import frames
from smadmin.jail.entry import READY
from smadmin.jail.limits import Fences, Limits
from smadmin.jail.pipes import GoneError, Pipes, TooSlowError
from smadmin.jail.trade import DONE, OUT_OF_MEMORY, Bytes

POLITE_S = 1.0
"""How long a worker has to end by itself once its pipe is closed."""
FORCED_S = 5.0
"""How long the system has to clear a killed worker away."""
_OUT_OF_CPU = signal.SIGXCPU if sys.platform != "win32" else 0
"""How the system ends a process that used up its time: asking it again would take as long."""
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
_GIVES_WAY = 15
"""Of 19 on every Unix: a window beside it gets its turn at once, and what it leaves is still used up."""
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Failure(Enum):
    """How a worker failed its job."""

    DIED = "died"
    TOO_SLOW = "too-slow"
    NONSENSE = "nonsense"
    NO_MEMORY = "no-memory"
    NO_START = "no-start"


class WorkerFailed(Exception):
    """The worker failed its job and was buried."""

    def __init__(self, failure: Failure) -> None:
        """Take how it failed."""
        super().__init__(failure.value)
        self.failure = failure


@dataclass(frozen=True)
class Answer:
    """What a worker says, checked for size only."""

    code: int
    untrusted_numbers: tuple[int, ...]
    untrusted_body: memoryview


class Worker:
    """A process that does one trade."""

    def __init__(self, trade: str, limits: Limits) -> None:
        """Start the process; `get_ready` waits for it, and until then it may be killed like any other.

        All that the process gets told is the trade (a module's full name) and two of the limits.

        Raises:
            WorkerFailed: if it can't be started.
        """
        self._limits = limits
        self._served = 0
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, no text from outside
                command(trade, limits),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                env=_environment(os.environ),
                start_new_session=sys.platform != "win32",
                creationflags=_flags(limits),
            )
        except OSError as error:
            raise WorkerFailed(Failure.NO_START) from error
        if limits.yields:
            _lower(self._process.pid)
        self._pipes = Pipes(self._process)
        self.fences = Fences(0)

    def get_ready(self) -> None:
        """Wait until the process has loaded what it needs and put its fences up.

        Raises:
            WorkerFailed: if it can't; it is buried by then.
        """
        self.fences = self._wait_until_ready()

    @property
    def worn_out(self) -> bool:
        """Tell whether this worker has served as long as it may."""
        return self._served >= self._limits.jobs

    def ask(self, verb: int, numbers: tuple[int, ...], body: Bytes, *, largest: int) -> Answer:
        """Give a job and wait for its answer, whose body may have `largest` bytes at most.

        Raises:
            WorkerFailed: if no answer to this very job comes in time and size; the worker is buried by then.
        """
        job = secrets.randbits(63) + 1
        deadline = time.monotonic() + self._limits.wall_s
        self._served += 1
        try:
            head = frames.pack(job, verb, numbers, memoryview(body).nbytes)
            self._pipes.send(head, deadline=deadline)
            self._pipes.send(body, deadline=deadline)
            answer = self._receive(job, largest, deadline)
        except (GoneError, TooSlowError, frames.NonsenseError) as error:
            self.bury()
            raise WorkerFailed(self._failure(error)) from error
        except BaseException:  # an interrupt in mid-answer: what comes next could be taken for another's
            self.bury()
            raise
        if answer.code == OUT_OF_MEMORY:
            self.bury()
            raise WorkerFailed(Failure.NO_MEMORY)
        return answer

    def dismiss(self) -> None:
        """Let the worker end by itself, then make sure that it has."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(POLITE_S)
        self.bury()

    def bury(self) -> None:
        """Kill the process and whatever it may have started, and clear it away."""
        if self._process.returncode is None:
            self.kill()
            self._process.wait(FORCED_S)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def kill(self) -> None:
        """End the process at once; any thread may, and whoever waits for an answer gets `WorkerFailed`."""
        if sys.platform == "win32":
            self._process.kill()
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def _failure(self, error: Exception) -> Failure:
        if isinstance(error, TooSlowError) or self._process.returncode == -_OUT_OF_CPU:
            return Failure.TOO_SLOW
        return Failure.DIED if isinstance(error, GoneError) else Failure.NONSENSE

    def _wait_until_ready(self) -> Fences:
        deadline = time.monotonic() + self._limits.start_s
        try:
            ready = self._receive(READY, 0, deadline)
        except (GoneError, TooSlowError, frames.NonsenseError) as error:
            self.bury()
            raise WorkerFailed(Failure.NO_START) from error
        if ready.code != DONE or len(ready.untrusted_numbers) != 1:
            self.bury()
            raise WorkerFailed(Failure.NO_START)
        return Fences(ready.untrusted_numbers[0])

    def _receive(self, job: int, largest: int, deadline: float) -> Answer:
        head = frames.parse_head(self._pipes.receive(frames.HEAD.size, deadline=deadline), largest=largest)
        if head.job != job:
            raise frames.NonsenseError("this answers another job")
        rest = self._pipes.receive(head.rest, deadline=deadline)
        numbers = frames.parse_numbers(rest, head.numbers)
        return Answer(head.code, numbers, rest[head.numbers * frames.NUMBER_BYTES :])


def command(trade: str, limits: Limits) -> list[str]:
    """Give the command line of a worker: nothing in it says whose photo it works on."""
    return [sys.executable, "-m", "smadmin.jail.entry", trade, str(limits.memory), str(limits.cpu_s)]


def _flags(limits: Limits) -> int:
    """Give what Windows is told at a process's start."""
    if sys.platform == "win32" and limits.yields:
        return subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0


def _lower(pid: int) -> None:
    """Let a process, and whatever it will start, give way to all others; Windows was told at its start."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # it ended already, which whoever waits for it is told
            lowest = max(_GIVES_WAY, os.getpriority(os.PRIO_PROCESS, 0))
            os.setpriority(os.PRIO_PGRP, pid, lowest)


def _environment(parents: Mapping[str, str]) -> dict[str, str]:
    """Give a worker what it needs to start and nothing that says who or where we are."""
    kept = {name: parents[name] for name in _KEPT if name in parents}
    path = os.pathsep.join(place for place in sys.path if place)
    ours = {"PYTHONPATH": path, "PYTHONSAFEPATH": "1", "PYTHONDONTWRITEBYTECODE": "1"}  # it can't write any
    return {**kept, **dict.fromkeys(_ONE_THREAD, "1"), **ours}
