"""Who closes the window waits for no server: not for what is under way there, nor for what is queued."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smadmin.app.window import Window
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.web import Web
from smadmin.ui.perform import NETWORK_THREADS
from smadmin.ui.shell.seating import GATE
from tests.gui.shell.conftest import Opened
from tests.loopback import Caller, Loopback, serving
from tests.school import TinySchool
from tests.unit.publishing.at_web import write

NEVER_MIND = Bounds(connect_s=60, silent_s=60, total_s=60, most_bytes=100_000)
AT_MOST_S = 15.0
"""It takes well under two seconds where nothing else runs; each call alone would last a minute."""


class Silent:
    """A server that takes everything and never answers."""

    def __init__(self) -> None:
        self.asked = threading.Semaphore(0)
        self.times = 0

    def talk(self, caller: Caller) -> None:
        caller.body(caller.head())
        self.times += 1
        self.asked.release()
        caller.hang()


@pytest.fixture
def silent() -> Silent:
    return Silent()


@pytest.fixture
def server(silent: Silent) -> Iterator[Loopback]:
    with serving(silent.talk) as made:
        yield made


@pytest.fixture
def window(school: TinySchool, open_on: Callable[[Path | None], Opened]) -> Window:
    """The real one, on a school whose way to the servers leads to this computer too."""
    opened = open_on(school.folder)
    opened.arrive(GATE)
    office = opened.window.opened and opened.window.opened.office
    assert office
    office.__dict__["web"] = Web(NEVER_MIND, plain_to_loopback=True)
    return opened.window


def closed_within_s(window: Window) -> float:
    began = time.monotonic()
    window.close()
    took = time.monotonic() - began
    window.shell = window.opened = None  # gone, whatever closes it once more
    return took


def asks(window: Window, server: Loopback, pieces: int) -> threading.Semaphore:
    """Have so many pieces of work ask a server, each twice, as a post with a picture does.

    Gives what is released as each of them ends.
    """
    assert window.opened is not None
    assert window.opened.office is not None
    way, over = window.opened.office.web, threading.Semaphore(0)

    def piece() -> None:
        try:
            with way.errand():
                way.ask(write(server))
                way.ask(write(server))
        finally:
            over.release()

    for _ in range(pieces):
        window.performer.network(piece, failed=lambda _error: None)
    return over


def test_what_waits_for_an_answer_keeps_the_program_open_no_longer_than_it_takes_to_stop_it(
    window: Window, silent: Silent, server: Loopback
) -> None:
    asks(window, server, 2 * NETWORK_THREADS)
    for _ in range(NETWORK_THREADS):
        assert silent.asked.acquire(timeout=10)

    assert closed_within_s(window) < AT_MOST_S
    assert silent.times == NETWORK_THREADS, "what hadn't left never does"


def test_what_waits_for_its_turn_asks_nothing_once_a_thread_is_free(
    window: Window, silent: Silent, server: Loopback
) -> None:
    over = asks(window, server, 2 * NETWORK_THREADS)
    for _ in range(NETWORK_THREADS):
        assert silent.asked.acquire(timeout=10)
    assert window.opened is not None
    assert window.opened.office is not None

    window.opened.office.end_sending()

    for _ in range(2 * NETWORK_THREADS):
        assert over.acquire(timeout=AT_MOST_S)
    assert silent.times == NETWORK_THREADS
    assert closed_within_s(window) < AT_MOST_S


def test_what_had_only_taken_its_thread_when_the_window_closed_asks_nothing_any_more(
    window: Window, silent: Silent, server: Loopback
) -> None:
    assert window.opened is not None
    assert window.opened.office is not None
    way, at_it = window.opened.office.web, threading.Event()

    def piece() -> None:
        at_it.set()
        while not way._over:  # it opens files and keys meanwhile
            time.sleep(0.01)
        way.ask(write(server))

    window.performer.network(piece)
    assert at_it.wait(10)

    assert closed_within_s(window) < AT_MOST_S
    assert silent.times == 0
