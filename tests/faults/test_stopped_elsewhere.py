"""One program sends while another stops everything: what is on its way ends before its next request.

Two processes on one school, and a server of this computer that counts what reaches it.
"""

import multiprocessing
import threading
import time
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.accounts import Platform
from smadmin.domain.ids import SchoolId
from smadmin.domain.publishers import Access, Outgoing, Posted, Who
from smadmin.domain.vocabulary import Act
from smadmin.publishing.calls import Call
from smadmin.publishing.web import Web
from smadmin.services import seat_room
from smadmin.services.grounds import DataFolder
from smadmin.services.places import Place
from smadmin.services.seat_room import SeatRoom
from smadmin.storage.store import Store
from tests.fake_platform import FakePlatform
from tests.queued import make_queued
from tests.school import CountedIds, MovableClock
from tests.unit.services.test_crises import crises_of

_PATIENCE_S = 60
_UPLOADS, _EACH_S = 60, 0.1


class Slow(FakePlatform):
    """A platform that takes many uploads before the post itself."""

    web: Web
    address: str

    def publish(self, access: Access, outgoing: Outgoing) -> Posted:
        with self.web.errand():
            for number in range(_UPLOADS):
                self.web.ask(Call("POST", f"{self.address}/upload/{number}", content=b"a picture"))
            self.web.ask(Call("POST", f"{self.address}/post", content=b"the post"))
        return super().publish(access, outgoing)


class Server:
    """What the platform's server was asked for, and when."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, str]] = []
        self.first = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", "0")))
                outer.asked.append((time.monotonic(), self.path))
                outer.first.set()
                time.sleep(_EACH_S)
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def end(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def work(  # noqa: PLR0917  what goes to another process goes piece by piece
    folder: Path, items: dict[str, str], school: str, at: datetime, tokens: dict[str, Who], address: str
) -> None:
    """Be the other program: send what is due at this computer login."""
    secrets, clock = MemorySecrets(), MovableClock(at)
    for item, secret in items.items():
        secrets.set(item, secret)

    def platforms(_school: object, web: Web) -> dict[Platform, FakePlatform]:
        platform = Slow(clock.now, tokens)
        platform.web, platform.address = web, address
        return {platform.platform: platform}

    patch = pytest.MonkeyPatch()  # this process is the test's own
    patch.setattr(seat_room, "platforms_of", platforms)
    patch.setattr(seat_room, "Web", lambda: Web(plain_to_loopback=True))
    place = Place(folder, folder)
    grounds = DataFolder(place, Store.open(folder), secrets, clock, CountedIds(), keyring=lambda _: secrets)
    room = SeatRoom(grounds, grounds.own_desk())
    assert SchoolId(school) == room.school.id
    assert [one.error for one in room.round()] == [None]


def test_a_hold_in_another_program_ends_what_leaves_here(tmp_path: Path) -> None:
    queued = make_queued(tmp_path)
    direct, school, server = queued.direct, queued.direct.road.school, Server()
    publication = queued.queue(direct.released())
    school.clock.forward(hours=1, seconds=1)
    school.note()
    school.rest()
    given = (
        tmp_path,
        dict(school.secrets._items),
        str(school.id),
        school.clock.at,
        direct.platform.tokens,
        server.address,
    )
    other = multiprocessing.get_context("spawn").Process(target=work, args=given)
    other.start()
    try:
        assert server.first.wait(_PATIENCE_S)
        crises_of(direct.road).hold(direct.road.by("pat"))
        other.join(_PATIENCE_S)
    finally:
        server.end()

    assert other.exitcode == 0
    assert len(server.asked) <= _UPLOADS  # it was stopped on its way
    assert not [path for _, path in server.asked if path == "/post"]
    assert direct.acts(publication).count(Act.SEND) == 1
    assert Act.PUBLISH not in direct.acts(publication)
