"""The way to a platform's server is bounded in time and size, and ends when it is stopped."""

import gzip
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from smadmin.domain.publishers import PublisherFailed, Trouble
from smadmin.domain.sending import FRESH, LEAVES_WITHIN
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.calls import Call, get, post_json
from smadmin.publishing.web import Web
from tests.loopback import Caller, answer, answering, serving
from tests.unit.publishing.at_web import (
    LOGIN,
    PATIENT,
    SOON,
    breaks_off,
    ends_at_once,
    failed,
    never_answers,
    speaks_no_http,
    takes_half,
    web,
    write,
)


def test_an_answer_without_end_is_not_read_to_its_end() -> None:
    def endless(caller: Caller) -> None:
        caller.head()
        caller.say(b"HTTP/1.1 200 OK\r\n\r\n")
        while not caller.closing.is_set():
            caller.say(b"x" * 65536)

    with serving(endless) as server:
        failure = failed(lambda: web(Bounds(total_s=20, most_bytes=100_000)).ask(get(server.address)))

    assert failure.kind is Trouble.NOT_THE_PLATFORM


def test_what_is_packed_small_and_unpacks_large_is_refused() -> None:
    small, bomb = gzip.compress(b'{"id": 1}'), gzip.compress(bytes(10_000_000))
    with answering(answer(200, small, content_encoding="gzip")) as server:
        assert web().ask(get(server.address)).told().whole("id") == 1
    with answering(answer(200, bomb, content_encoding="gzip")) as server:
        assert failed(lambda: web().ask(get(server.address))).kind is Trouble.NOT_THE_PLATFORM


def test_an_answer_by_drips_ends_in_time() -> None:
    def dripping(caller: Caller) -> None:
        caller.body(caller.head())
        caller.say(b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n")
        while not caller.closing.wait(0.05):
            caller.say(b"x")

    with serving(dripping) as server:
        began = time.monotonic()
        failure = failed(lambda: web(SOON).ask(write(server)))

    assert failure.kind is Trouble.LOST
    assert time.monotonic() - began < 5


def test_all_requests_of_an_errand_together_have_one_end() -> None:
    def slow(caller: Caller) -> None:
        caller.body(caller.head())
        caller.closing.wait(0.3)
        caller.say(answer(200, b"{}"))

    way = web(replace(PATIENT, errand_s=1.0))
    with serving(slow) as server, way.errand():
        began = time.monotonic()
        failure = failed(lambda: [way.ask(write(server)) for _ in range(40)])

    assert failure.kind in {Trouble.LOST, Trouble.UNREACHABLE}
    assert time.monotonic() - began < 8


def test_what_other_computers_count_on_is_the_bound_of_an_errand() -> None:
    assert Bounds().errand_s <= (LEAVES_WITHIN - FRESH).total_seconds()


@pytest.mark.parametrize(
    "conversation", [never_answers, ends_at_once, takes_half, breaks_off, speaks_no_http]
)
def test_what_left_and_got_no_answer_is_lost_and_a_question_can_be_asked_again(
    conversation: Callable[[Caller], None],
) -> None:
    with serving(conversation) as server:
        large = Call("POST", server.address, LOGIN, content=bytes(3_000_000))

        assert failed(lambda: web(SOON).ask(large)).kind is Trouble.LOST
        assert failed(lambda: web(SOON).ask(get(server.address, LOGIN))).kind is Trouble.UNREACHABLE


def test_where_nobody_listens_nothing_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

    failure = failed(lambda: web().ask(post_json(f"http://127.0.0.1:{port}", {}, LOGIN)))

    assert failure.kind is Trouble.UNREACHABLE
    assert not failure.perhaps_out


def test_a_handshake_that_hangs_ends_in_time_nothing_left_and_the_line_is_closed() -> None:
    hung_up = threading.Event()

    def hanging(caller: Caller) -> None:
        caller.hang()
        if not caller.closing.is_set():
            hung_up.set()

    with serving(hanging) as server:
        call = post_json(f"https://127.0.0.1:{server.port}", {}, LOGIN)

        assert failed(lambda: Web(SOON).ask(call)).kind is Trouble.UNREACHABLE
        assert hung_up.wait(10)


def stopped_while(call: Call, heard: threading.Event) -> tuple[PublisherFailed, float]:
    way, began = web(Bounds()), 0.0

    def stop() -> None:
        nonlocal began
        heard.wait(10)
        began = time.monotonic()
        way.stop()

    stopping = threading.Thread(target=stop)
    stopping.start()
    failure = failed(lambda: way.ask(call))
    took = time.monotonic() - began
    stopping.join()
    return failure, took


def test_a_call_ends_within_a_second_when_it_is_stopped() -> None:
    heard = threading.Event()

    def hanging(caller: Caller) -> None:
        caller.body(caller.head())
        heard.set()
        caller.hang()

    with serving(hanging) as server:
        failure, took = stopped_while(write(server), heard)

    assert failure.kind is Trouble.STOPPED
    assert took < 1.0


def test_a_name_that_is_looked_up_for_ever_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    heard, go_on = threading.Event(), threading.Event()

    def hanging(*_asked: object) -> list[object]:
        heard.set()
        go_on.wait(10)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hanging)
    failure, took = stopped_while(get("https://blog.example"), heard)
    assert took < 1.0
    assert failure.kind is Trouble.STOPPED

    began = time.monotonic()
    assert failed(lambda: web(SOON).ask(get("https://blog.example"))).kind is Trouble.UNREACHABLE
    assert time.monotonic() - began < 5
    go_on.set()


def test_an_errand_is_stopped_between_two_calls_and_the_next_errand_goes_its_way() -> None:
    way = web()

    with answering(answer(200)) as server:
        with way.errand():
            way.ask(write(server))
            way.stop()
            with way.errand():
                assert failed(lambda: way.ask(write(server))).kind is Trouble.STOPPED
            assert failed(lambda: way.ask(write(server))).kind is Trouble.STOPPED
        assert way.ask(write(server)).status == 200

    assert len(server.heads) == 2


@pytest.mark.parametrize("asked_before", [True, False])
def test_nothing_begins_any_more_once_the_way_is_closed_for_good(asked_before: bool) -> None:
    way = web()

    with answering(answer(200)) as server:
        if asked_before:
            way.ask(write(server))
        way.end()
        assert failed(lambda: way.ask(write(server))).kind is Trouble.STOPPED
        with way.errand():
            assert failed(lambda: way.ask(write(server))).kind is Trouble.STOPPED

    assert len(server.heads) == asked_before


def test_an_errand_that_is_spared_goes_on_while_the_others_are_stopped() -> None:
    way = web()

    with answering(answer(200)) as server, way.errand():
        way.ask(write(server))
        way.stop(but=(threading.get_ident(),))
        assert way.ask(write(server)).status == 200
        way.stop(but=(threading.get_ident() + 1,))
        assert failed(lambda: way.ask(write(server))).kind is Trouble.STOPPED


def test_several_go_side_by_side_and_the_first_that_fails_ends_the_others() -> None:
    together = threading.Barrier(2, timeout=5)

    def meeting(caller: Caller) -> None:
        caller.head()
        together.wait()
        caller.say(answer(200))

    with serving(meeting) as server:
        answers = web(Bounds(at_a_time=2)).ask_all([get(server.address), get(server.address)])
    assert [one.status for one in answers] == [200, 200]

    with serving(never_answers) as slow, answering(answer(401)) as quick:
        failure = failed(lambda: web(Bounds()).ask_all([get(slow.address), get(quick.address)]))
    assert failure.kind is Trouble.REFUSED


def test_the_window_starts_without_what_only_asking_needs() -> None:
    asking = "import smadmin.publishing.direct, sys; print({'httpx', 'asyncio', 'ssl'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", asking], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


def test_a_server_is_found_by_its_name() -> None:
    with answering(answer(200)) as server:
        named = server.address.replace("127.0.0.1", "localhost")

        assert web(Bounds(total_s=10)).ask(get(named)).status == 200


def test_a_name_that_nobody_knows_is_said_to_be_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_asked: object) -> list[object]:
        raise socket.gaierror("unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    failure = failed(lambda: web().ask(post_json("https://blog.example", {}, LOGIN)))

    assert failure.kind is Trouble.UNREACHABLE


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What a shell starts in the background ignores an interruption, and so would this test."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupted_program_leaves_no_call_behind() -> None:
    heard = threading.Event()

    def hanging(caller: Caller) -> None:
        caller.head()
        heard.set()
        caller.hang()

    def interrupt() -> None:
        heard.wait(10)
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    with serving(hanging) as server:
        interrupting = threading.Thread(target=interrupt)
        interrupting.start()
        with pytest.raises(KeyboardInterrupt):
            web(Bounds()).ask(get(server.address))
        interrupting.join()
