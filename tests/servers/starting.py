"""Starting a real server of the tests and ending it, with whatever it started itself."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path


def start(
    command: Sequence[str], *, folder: Path, said: Path, more: Mapping[str, str]
) -> "subprocess.Popen[bytes]":
    """Start a server in a group of its own, so that its workers end with it.

    Args:
        command: the program and its arguments.
        folder: where it works.
        said: the file for what it says.
        more: further variables of its environment.
    """
    with said.open("wb") as file:
        return subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | more,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            start_new_session=True,
        )


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a server, and then whatever of its group is still there."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(15)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def wait(ready: Callable[[], bool], patience_s: float, said: Callable[[], str] = lambda: "") -> None:
    """Wait until a server is there.

    Args:
        ready: whether it is.
        patience_s: how long, in seconds.
        said: what is told if it isn't.
    """
    deadline = time.monotonic() + patience_s
    while not ready():
        if time.monotonic() > deadline:
            raise RuntimeError(f"a server of the tests didn't start\n{said()[-2000:]}")
        time.sleep(0.05)


def free_ports(how_many: int) -> list[int]:
    """Give ports that nobody listens at."""
    listening = [socket.create_server(("127.0.0.1", 0)) for _ in range(how_many)]
    ports = [int(one.getsockname()[1]) for one in listening]
    for one in listening:
        one.close()
    return ports
