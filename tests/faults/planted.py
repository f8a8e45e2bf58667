"""A trade of worker faults: each verb fails in its own way. Runs in a worker, behind the real fences.

`ECHO` is the good one: it proves that the next worker works.
"""

import ctypes
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from pathlib import Path

from smadmin.jail import frames
from smadmin.jail.trade import Job, Reply

FORKS = 50


class Fault(IntEnum):
    """What goes wrong."""

    CRASH = 1
    ABORT = 2
    SILENT_EXIT = 3
    SPIN = 4
    SLEEP = 5
    EIGHT_GIB = 6
    TWO_GB_ANSWER = 7
    SHORT_ANSWER = 8
    WRONG_SIZES = 9
    ANOTHER_JOBS_ANSWER = 10
    PARTIAL_WRITE = 11
    FORK_BOMB = 12


class Escape(IntEnum):
    """What a worker tries that it must not be able to do."""

    SOCKET = 21
    CONNECT = 22
    OPEN = 23
    EXEC = 24
    FORK = 25
    WRITE = 26
    PTRACE = 27
    KILL_PARENT = 28
    OPENAT2 = 29
    IO_URING = 30
    READ_PARENT = 31


ECHO = 40
_pipes: list[int] = []


def prepare() -> Mapping[int, Job]:
    """Find the answers' pipe while one still can, and give the verbs."""
    _pipes.extend(end for end in range(3, 20) if _is_pipe_to_write(end))
    verbs: dict[int, Job] = {ECHO: lambda numbers, body: Reply(tuple(numbers), body)}
    verbs.update({fault: _fault(deed) for fault, deed in _FAULTS.items()})
    verbs.update({escape: _escape(deed) for escape, deed in _ESCAPES.items()})
    return verbs


def _is_pipe_to_write(end: int) -> bool:
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        flags = fcntl.fcntl(end, fcntl.F_GETFL)
        return stat.S_ISFIFO(os.fstat(end).st_mode) and flags & os.O_ACCMODE == os.O_WRONLY
    except OSError:
        return False


def _fault(deed: Callable[[], object]) -> Job:
    def job(_numbers: Sequence[int], _body: bytearray) -> Reply:
        deed()
        return Reply()

    return job


def _escape(deed: Callable[[], object]) -> Job:
    """Try a deed; answer the number of the error that stopped it, or 0 if nothing did."""

    def job(_numbers: Sequence[int], _body: bytearray) -> Reply:
        try:
            deed()
        except OSError as error:
            return Reply((error.errno or -1,))
        return Reply((0,))

    return job


def _write(content: bytes) -> None:
    os.write(_pipes[0], content)


def _own_job() -> int:
    """Give the number of the job under way, as a hostile worker could: it holds the frame it is serving."""
    frame = sys._getframe()
    while "announced" not in frame.f_locals:
        if frame.f_back is None:
            raise LookupError("no job is under way")
        frame = frame.f_back
    announced: frames.Head = frame.f_locals["announced"]
    return announced.job


def _spin() -> None:
    while True:
        pass


def _fork_bomb() -> None:
    for _ in range(FORKS):
        os.fork()


def _partial_write() -> None:
    _write(frames.pack(_own_job(), 0, (), 0)[:7])
    time.sleep(600)


def _short_answer() -> None:
    _write(frames.pack(_own_job(), 0, (), 100) + b"short")
    os._exit(0)


_FAULTS: dict[Fault, Callable[[], object]] = {
    Fault.CRASH: lambda: ctypes.string_at(0),
    Fault.ABORT: os.abort,
    Fault.SILENT_EXIT: lambda: os._exit(0),
    Fault.SPIN: _spin,
    Fault.SLEEP: lambda: time.sleep(600),
    Fault.EIGHT_GIB: lambda: bytearray(8 << 30),
    Fault.TWO_GB_ANSWER: lambda: _write(frames.pack(_own_job(), 0, (), 2_000_000_000)),
    Fault.SHORT_ANSWER: _short_answer,
    Fault.WRONG_SIZES: lambda: _write(frames.HEAD.pack(frames.MARK, _own_job(), 0, 65535, 1 << 63)),
    Fault.ANOTHER_JOBS_ANSWER: lambda: _write(frames.pack(_own_job() ^ 1, 0, (), 0)),
    Fault.PARTIAL_WRITE: _partial_write,
    Fault.FORK_BOMB: _fork_bomb,
}


def _call(number: int, *arguments: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(number, *arguments) == -1:
        raise OSError(ctypes.get_errno(), "refused")


def _connect() -> None:
    address = ctypes.create_string_buffer(bytes((2, 0, 0, 9, 127, 0, 0, 1)), 16)  # 127.0.0.1, port 9
    if _libc.connect(_pipes[0], address, 16) == -1:
        raise OSError(ctypes.get_errno(), "refused")


def _ptrace() -> None:
    if _libc.ptrace(16, os.getppid(), 0, 0) == -1:
        raise OSError(ctypes.get_errno(), "refused")


_libc = ctypes.CDLL(None, use_errno=True)
_ESCAPES: dict[Escape, Callable[[], object]] = {
    Escape.SOCKET: socket.socket,
    Escape.CONNECT: _connect,
    Escape.OPEN: lambda: Path("/etc/hostname").read_bytes(),
    Escape.EXEC: lambda: os.execv("/bin/true", ["true"]),  # noqa: S606 - must be refused
    Escape.FORK: lambda: subprocess.run(["/bin/true"], check=False),
    Escape.WRITE: lambda: Path("/tmp/smadmin-planted").write_bytes(b"out"),  # noqa: S108 - must be refused
    Escape.PTRACE: _ptrace,
    Escape.KILL_PARENT: lambda: os.kill(os.getppid(), signal.SIGTERM),
    Escape.OPENAT2: lambda: _call(437, -100, 0, 0, 24),
    Escape.IO_URING: lambda: _call(425, 1, 0),
    Escape.READ_PARENT: lambda: _call(310, os.getppid(), 0, 0, 0, 0, 0),
}
