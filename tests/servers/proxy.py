"""What stands between the program and a server and spoils things, by plan: each fault at a named moment.

It passes everything on as it came. A plan is asked once for each request; `seeded` draws faults so that a run
can be had again.
"""

import itertools
import random
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from tests.loopback import Caller, answer, serving

PORTAL_PAGE = b"<html><body>Please log in to the school's network.</body></html>"


class Fault(StrEnum):
    """What goes wrong with one request."""

    DEAF = "deaf"  # taken at the door, never read
    SILENT = "silent"  # read, never passed on, no answer
    CUT = "cut"  # read, never passed on, broken off
    HALF_SENT = "half-sent"  # broken off in the middle of what is sent
    DONE_SILENT = "done-silent"  # done by the server, no answer
    DONE_CUT = "done-cut"  # done, broken off
    DONE_HALF = "done-half"  # done, half of the answer
    DONE_BROKEN = "done-broken"  # done, and then an error page
    DONE_PORTAL = "done-portal"  # done, and the network's page comes instead
    BROKEN = "broken"  # an error page, nothing done
    BUSY = "busy"  # come back in two seconds
    BUSY_DATE = "busy-date"  # come back at a time
    PORTAL = "portal"  # the network's log-in page, nothing done
    MOVED = "moved"  # sent on to another server
    OTHER_JSON = "other-json"  # JSON, but not the platform's


DONE = frozenset({Fault.DONE_SILENT, Fault.DONE_CUT, Fault.DONE_HALF, Fault.DONE_BROKEN, Fault.DONE_PORTAL})
"""After these the server did what it was asked."""
SLOW = frozenset({Fault.DEAF, Fault.SILENT, Fault.DONE_SILENT})
"""These end by the caller's patience alone."""

PORTAL = answer(200, PORTAL_PAGE, content_type="text/html")
BROKEN = answer(500, b"<h1>Internal error</h1>", content_type="text/html")
_INSTEAD = {
    Fault.BROKEN: BROKEN,
    Fault.DONE_BROKEN: BROKEN,
    Fault.BUSY: answer(429, b"{}", retry_after="2"),
    Fault.BUSY_DATE: answer(
        503, b"{}", retry_after="Mon, 23 Nov 2026 10:00:05 GMT", date="Mon, 23 Nov 2026 10:00:00 GMT"
    ),
    Fault.PORTAL: PORTAL,
    Fault.DONE_PORTAL: PORTAL,
    Fault.MOVED: answer(302, b"", location="https://portal.example/login"),
    Fault.OTHER_JSON: answer(200, b'[{"ok": true}]'),
}


@dataclass(frozen=True)
class Request:
    """One request as the plan sees it; `number` counts from 1."""

    number: int
    method: str
    path: str

    @property
    def asked_only(self) -> bool:
        """Whether it changes nothing."""
        return self.method == "GET"


Plan = Callable[[Request], Fault | None]


def healthy(_request: Request) -> None:
    """Spoil nothing."""


def at(number: int, fault: Fault) -> Plan:
    """Spoil the request of this number alone."""
    return lambda request: fault if request.number == number else None


def at_change(number: int, fault: Fault) -> Plan:
    """Spoil the request of this number among those that change something."""
    changes = itertools.count(1)
    return lambda request: fault if not request.asked_only and next(changes) == number else None


def seeded(seed: int, share: float, faults: tuple[Fault, ...] = tuple(Fault)) -> Plan:
    """Spoil a share of all requests, each time the same ones for a seed."""
    drawn = random.Random(seed)  # noqa: S311  faults of a test, that shall be had again
    return lambda _request: drawn.choice(faults) if drawn.random() < share else None


@dataclass
class Proxy:
    """Where the program is to go; `plan` may be exchanged while it runs."""

    address: str
    plan: Plan
    seen: list[tuple[Request, Fault | None]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def judged(self, head: bytes) -> Fault | None:
        """Note a request and ask the plan what becomes of it."""
        method, path, _ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
        with self.lock:
            request = Request(len(self.seen) + 1, method, path)
            fault = self.plan(request)
            self.seen.append((request, fault))
        return fault


@contextmanager
def between(server: str, plan: Plan = healthy, tls: ssl.SSLContext | None = None) -> Iterator[Proxy]:
    """Stand before a server (`http://127.0.0.1:8080`) until the end of the block.

    Args:
        server: its address.
        plan: what goes wrong.
        tls: what it shows of itself, where it is to be asked with encryption.
    """
    onward = urlsplit(server)
    found: list[Proxy] = []

    def conversation(caller: Caller) -> None:
        _pass_on(caller, found[0], (onward.hostname or "", onward.port or 80), encrypted=tls is not None)

    with serving(conversation, tls) as listening:
        found.append(Proxy(listening.address, plan))
        yield found[0]


def _pass_on(caller: Caller, proxy: Proxy, onward: tuple[str, int], *, encrypted: bool) -> None:
    head = caller.head()
    if not head:
        return
    fault = proxy.judged(head)
    if fault is Fault.DEAF:
        caller.hang()
        return
    body = caller.body(head, share=0.5 if fault is Fault.HALF_SENT else 1.0)
    if fault in {Fault.CUT, Fault.HALF_SENT}:
        return
    if fault is Fault.SILENT:
        caller.hang()
        return
    if fault is None or fault in DONE:
        answered = _asked(head, body, onward, encrypted=encrypted)
    if fault is Fault.DONE_SILENT:
        caller.hang()
    elif fault is Fault.DONE_HALF:
        caller.say(answered[: len(answered) // 2])
    elif fault is None:
        caller.say(answered)
    elif fault in _INSTEAD:
        caller.say(_INSTEAD[fault])


def _asked(head: bytes, body: bytes, onward: tuple[str, int], *, encrypted: bool) -> bytes:
    """Pass a request on; each has a connection of its own, so that its end is the answer's."""
    alone = re.sub(rb"(?im)^connection:[^\r]*\r\n", b"", head + b"\r\n") + b"Connection: close\r\n"
    if encrypted:
        alone += b"X-Forwarded-Proto: https\r\n"
    answered = bytearray()
    with socket.create_connection(onward, timeout=60) as line:
        line.sendall(alone + b"\r\n" + body)
        while some := line.recv(65536):
            answered += some
    return bytes(answered)
