"""Workers are started when needed, reused, replaced when worn out, and gone when the workshop closes."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.jail.limits import GIB, Limits
from smadmin.jail.trade import DONE, FAILED
from smadmin.jail.worker import Failure, WorkerFailed, command
from smadmin.jail.workshop import Workshop
from tests.faults.planted import ECHO, Fault

TRADE = "tests.faults.planted"
LIMITS = Limits(memory=GIB, cpu_s=5, wall_s=20, start_s=20, jobs=3)
LARGEST = 4_000_000
AT_ONCE_S = 0.2


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    with Workshop(TRADE, LIMITS, places=2) as workshop:
        yield workshop


def children() -> set[str]:
    tasks = Path(f"/proc/{os.getpid()}/task")
    return {pid for listing in tasks.glob("*/children") for pid in listing.read_text().split()}


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LIMITS.start_s
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_large_jobs_and_answers_cross_whole(workshop: Workshop) -> None:
    body = os.urandom(3_000_000)

    answer = workshop.ask(ECHO, (-5, 2**40), body, largest=LARGEST)

    assert bytes(answer.untrusted_body) == body
    assert answer.untrusted_numbers == (-5, 2**40)


def test_an_answer_may_not_be_larger_than_was_agreed(workshop: Workshop) -> None:
    with pytest.raises(WorkerFailed) as caught:
        workshop.ask(ECHO, (), b"four", largest=3)

    assert caught.value.failure is Failure.NONSENSE


def test_a_verb_that_the_trade_does_not_know_fails_as_a_number(workshop: Workshop) -> None:
    assert workshop.ask(999, largest=LARGEST).code == FAILED


def test_a_trade_that_can_not_be_loaded_is_said() -> None:
    with Workshop("smadmin.jail.no_such_trade", LIMITS) as broken, pytest.raises(WorkerFailed) as caught:
        broken.warm_up()

    assert caught.value.failure is Failure.NO_START


def test_threads_share_the_workers(workshop: Workshop) -> None:
    codes: list[int] = []
    threads = [
        threading.Thread(target=lambda: codes.append(workshop.ask(ECHO, largest=LARGEST).code))
        for _ in range(6)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert codes == [DONE] * 6


def test_closing_ends_a_job_that_somebody_waits_for() -> None:
    workshop = Workshop(TRADE, LIMITS)
    workshop.warm_up()
    failures: list[Failure] = []

    def wait() -> None:
        try:
            workshop.ask(Fault.SLEEP, largest=LARGEST)
        except WorkerFailed as failed:
            failures.append(failed.failure)

    waiting = threading.Thread(target=wait)
    waiting.start()
    while not workshop._busy:
        time.sleep(0.01)
    begun = time.monotonic()

    workshop.close()

    waiting.join()
    assert failures == [Failure.DIED]
    assert time.monotonic() - begun < LIMITS.wall_s / 2


def test_a_closed_workshop_does_no_more_jobs(workshop: Workshop) -> None:
    workshop.close()

    with pytest.raises(WorkerFailed):
        workshop.ask(ECHO, largest=LARGEST)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_filled_workshop_has_a_worker_in_each_place_before_anybody_asks(workshop: Workshop) -> None:
    before = children()

    workshop.fill()
    workshop.fill()

    deadline = time.monotonic() + LIMITS.start_s
    while len(workshop._idle) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    started = children() - before
    assert len(started) == 2
    assert workshop.ask(ECHO, largest=LARGEST).code == DONE
    assert children() - before == started


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_closing_leaves_no_worker_that_was_just_being_started() -> None:
    before = children()
    workshop = Workshop(TRADE, LIMITS, places=2)

    workshop.fill()
    workshop.close()

    assert children() <= before
    assert not [thread for thread in threading.enumerate() if thread.name == "worker-beside"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_stopping_kills_a_worker_that_is_still_getting_ready_and_waits_for_nothing() -> None:
    before = children()
    workshop = Workshop("tests.faults.slow_start", LIMITS, places=2)
    workshop.fill()
    wait_until(lambda: len(workshop._busy) == 2)

    begun = time.monotonic()
    workshop.stop()
    stopped_s = time.monotonic() - begun
    workshop.close()

    assert stopped_s < AT_ONCE_S
    assert time.monotonic() - begun < LIMITS.start_s / 2
    assert children() <= before


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_resting_lets_idle_workers_go_and_filling_brings_new_ones(workshop: Workshop) -> None:
    before = children()
    workshop.fill()
    wait_until(lambda: len(workshop._idle) == 2)
    first = children() - before

    workshop.rest()
    wait_until(lambda: not (children() & first))
    wait_until(lambda: not any(thread.is_alive() for thread in workshop._beside))
    workshop.fill()
    wait_until(lambda: len(workshop._idle) == 2)

    assert len(children() - before) == 2
    assert not (children() & first)


def test_a_job_that_used_up_its_time_was_too_slow_and_is_not_asked_again() -> None:
    with Workshop(TRADE, replace(LIMITS, cpu_s=1)) as workshop:
        begun = time.monotonic()
        with pytest.raises(WorkerFailed) as caught:
            workshop.ask_again(Fault.SPIN, (), b"", largest=LARGEST)

    assert caught.value.failure is Failure.TOO_SLOW
    assert time.monotonic() - begun < LIMITS.wall_s


def test_a_trade_that_can_not_be_loaded_is_said_to_who_asks_after_filling() -> None:
    with Workshop("smadmin.jail.no_such_trade", LIMITS) as broken:
        broken.fill()
        with pytest.raises(WorkerFailed):
            broken.ask(ECHO, largest=LARGEST)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_worker_serves_its_jobs_and_is_replaced() -> None:
    before = children()
    with Workshop(TRADE, LIMITS) as workshop:
        workshop.ask(ECHO, largest=LARGEST)
        first = children() - before
        workshop.ask(ECHO, largest=LARGEST)
        assert children() - before == first
        workshop.ask(ECHO, largest=LARGEST)

        workshop.ask(ECHO, largest=LARGEST)

        assert len(first) == 1
        assert not (children() - before) & first
    assert children() <= before


def test_a_worker_is_told_its_trade_and_two_numbers() -> None:
    told = command(TRADE, LIMITS)

    assert told == [sys.executable, "-m", "smadmin.jail.entry", TRADE, str(GIB), "5"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_worker_that_nobody_waits_for_gives_way_with_all_its_threads() -> None:
    before, own = children(), os.getpriority(os.PRIO_PROCESS, 0)
    with Workshop(TRADE, replace(LIMITS, yields=True)) as calm, Workshop(TRADE, LIMITS) as usual:
        calm.warm_up()
        (quiet,) = children() - before
        usual.warm_up()
        (other,) = children() - before - {quiet}
        threads = [int(one.name) for one in Path(f"/proc/{quiet}/task").iterdir()]

        assert {os.getpriority(os.PRIO_PROCESS, one) for one in threads} == {max(15, own)}
        assert os.getpriority(os.PRIO_PROCESS, int(other)) == own
