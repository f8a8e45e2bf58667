"""Small servers on this very computer that do exactly what a test tells them, wrong things above all."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Conversation = Callable[["Caller"], None]
"""What a server does with one connection; it may break off at any point."""


@dataclass
class Caller:
    """One connection, seen from the server.

    Args:
        socket: of it.
        closing: set when the server is taken down; who hangs on purpose waits for it.
    """

    socket: socket.socket
    closing: threading.Event
    _read: bytes = b""

    def head(self) -> bytes:
        """Read a request's first line and headers."""
        while b"\r\n\r\n" not in self._read and (more := self.socket.recv(65536)):
            self._read += more
        head, _, self._read = self._read.partition(b"\r\n\r\n")
        return head

    def body(self, head: bytes, share: float = 1.0) -> bytes:
        """Read its body, or a share of it."""
        length = int(header(head, "content-length") or 0)
        wanted = int(length * share)
        while len(self._read) < wanted and (more := self.socket.recv(65536)):
            self._read += more
        return self._read[:wanted]

    def say(self, *parts: bytes) -> None:
        """Send."""
        self.socket.sendall(b"".join(parts))

    def hang(self) -> None:
        """Say nothing until the server is taken down or the caller has gone."""
        self.socket.settimeout(0.05)
        while not self.closing.is_set():
            try:
                if not self.socket.recv(65536):
                    return
            except TimeoutError:
                continue
            except OSError:
                return


def header(head: bytes, name: str) -> str:
    """Give a header of a request or an answer; empty where it has none."""
    for line in head.decode("latin-1").split("\r\n")[1:]:
        written, _, value = line.partition(":")
        if written.strip().lower() == name:
            return value.strip()
    return ""


def answer(status: int, body: bytes = b"{}", **headers: str) -> bytes:
    """Give an answer of HTTP, closed after it; underscores of headers' names stand for hyphens."""
    lines = {"Content-Type": "application/json", "Content-Length": str(len(body)), "Connection": "close"}
    lines |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    said = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} So\r\n{said}\r\n".encode("latin-1") + body


@dataclass
class Loopback:
    """A server; `heads` and `bodies` are what it was sent, where `answering` did the talking."""

    port: int
    closing: threading.Event
    heads: list[bytes] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    scheme: str = "http"

    @property
    def address(self) -> str:
        """Give its address without a path."""
        return f"{self.scheme}://127.0.0.1:{self.port}"


@contextlib.contextmanager
def serving(conversation: Conversation, tls: ssl.SSLContext | None = None) -> Iterator[Loopback]:
    """Have a server that talks so with each caller, until the end of the block."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.05)
    server = Loopback(
        listening.getsockname()[1], threading.Event(), scheme="https" if tls is not None else "http"
    )
    talking: list[threading.Thread] = []

    def talk(plain: socket.socket) -> None:
        with contextlib.suppress(OSError), plain:
            plain.settimeout(10)
            with tls.wrap_socket(plain, server_side=True) if tls is not None else plain as safe:
                conversation(Caller(safe, server.closing))

    def listen() -> None:
        while not server.closing.is_set():
            try:
                caller, _ = listening.accept()
            except TimeoutError:
                continue
            talking.append(threading.Thread(target=talk, args=(caller,), name="loopback-caller"))
            talking[-1].start()

    listener = threading.Thread(target=listen, name="loopback")
    listener.start()
    try:
        yield server
    finally:
        server.closing.set()
        listener.join()
        listening.close()
        for thread in talking:
            thread.join()


@contextlib.contextmanager
def answering(*answers: bytes, tls: ssl.SSLContext | None = None) -> Iterator[Loopback]:
    """Have a server that gives these answers in turn, the last one for ever."""
    left = list(answers)
    heads: list[bytes] = []
    bodies: list[bytes] = []

    def conversation(caller: Caller) -> None:
        heads.append(caller.head())
        bodies.append(caller.body(heads[-1]))
        caller.say(left.pop(0) if len(left) > 1 else left[0])

    with serving(conversation, tls) as server:
        server.heads, server.bodies = heads, bodies
        yield server
