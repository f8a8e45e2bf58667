"""Reading and writing a worker's pipes with a deadline, so that no worker can hold its parent up.

POSIX: the pipes don't block and `poll` waits. Windows can't poll a pipe: there a timer kills the worker at
the deadline, which ends the read. Neither trusts the worker to read what it was sent.
"""

import mmap
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import Popen

_PIECE = 1 << 20
_PIPE_BYTES = 1 << 20
_LARGE = 1 << 20


class TooSlowError(TimeoutError):
    """The deadline passed."""


class GoneError(EOFError):
    """The worker closed its end, or died."""


class Pipes:
    """Both pipes of one worker.

    Args:
        process: started with unbuffered pipes as its standard input and output.
    """

    def __init__(self, process: Popen[bytes]) -> None:
        """Take the process's pipes."""
        if process.stdin is None or process.stdout is None:
            raise ValueError("a worker has two pipes")
        self._process = process
        self._to = process.stdin.fileno()
        self._from = process.stdout.fileno()
        if sys.platform != "win32":
            os.set_blocking(self._to, False)
            os.set_blocking(self._from, False)
        if sys.platform == "linux":
            _widen(self._to)
            _widen(self._from)

    def send(self, content: bytes | bytearray | memoryview, *, deadline: float) -> None:
        """Write everything until `deadline`, in seconds on the clock of `time.monotonic`.

        Raises:
            TooSlowError: if the worker doesn't read in time.
            GoneError: if it closed its end.
        """
        left = memoryview(content).cast("B")
        with self._watch(deadline):
            while left:
                self._wait(self._to, deadline, to_write=True)
                try:
                    left = left[os.write(self._to, left[:_PIECE]) :]
                except BlockingIOError:
                    continue
                except OSError as error:  # EPIPE; EINVAL on Windows
                    raise GoneError from error

    def receive(self, size: int, *, deadline: float) -> memoryview:
        """Read exactly so many bytes until `deadline`.

        Raises:
            TooSlowError: if they don't come in time.
            GoneError: if the worker's end closes before.
        """
        room = left = room_for(size)
        with self._watch(deadline):
            while left:
                self._wait(self._from, deadline, to_write=False)
                try:
                    got = os.readv(self._from, [left]) if sys.platform != "win32" else self._read_into(left)
                except BlockingIOError:
                    continue
                if not got:
                    raise GoneError
                left = left[got:]
        return room

    def _read_into(self, room: memoryview) -> int:
        piece = os.read(self._from, min(len(room), _PIECE))
        room[: len(piece)] = piece
        return len(piece)

    def _wait(self, end: int, deadline: float, *, to_write: bool) -> None:
        left_s = deadline - time.monotonic()
        if left_s <= 0:
            raise TooSlowError
        if sys.platform != "win32":
            import select  # noqa: PLC0415 - no poll on Windows

            poll = select.poll()
            poll.register(end, select.POLLOUT if to_write else select.POLLIN)
            if not poll.poll(left_s * 1000):
                raise TooSlowError

    @contextmanager
    def _watch(self, deadline: float) -> Iterator[None]:
        if sys.platform != "win32":
            yield
        else:
            killer = threading.Timer(max(0.0, deadline - time.monotonic()), self._process.kill)
            killer.start()
            try:
                yield
            finally:
                killer.cancel()
                killer.join()


def room_for(size: int) -> memoryview:
    """Give a place for so many bytes that is ready at once, whatever its size.

    A large `bytearray` is filled with zeros first, and no other thread runs meanwhile: 40 to 70 ms for 36 MB.
    """
    return memoryview(mmap.mmap(-1, size) if size >= _LARGE else bytearray(size))


def _widen(end: int) -> None:
    if sys.platform == "linux":
        import fcntl  # noqa: PLC0415 - Linux only

        try:
            fcntl.fcntl(end, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
        except PermissionError:
            return  # the user's pipes are at their limit; 64 KiB do as well
