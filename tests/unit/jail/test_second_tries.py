"""A job whose worker was killed is tried once more, alone, and holds up nobody."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from smadmin.jail.trade import DONE
from smadmin.jail.worker import Failure, WorkerFailed
from smadmin.jail.workshop import Workshop
from tests.faults.planted import ECHO, Fault
from tests.unit.jail.test_workshop import LARGEST, LIMITS, TRADE, children, wait_until

AT_ONCE_S = 0.2


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    with Workshop(TRADE, LIMITS, places=2) as workshop:
        yield workshop


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_job_whose_worker_is_killed_is_done_by_another(workshop: Workshop) -> None:
    before = children()
    workshop.warm_up()
    (first,) = children() - before
    os.kill(int(first), signal.SIGSTOP)  # so that it is killed in the middle of its job
    killer = threading.Timer(0.3, os.kill, (int(first), signal.SIGKILL))
    killer.start()

    answer = workshop.ask_again(ECHO, (7,), b"still here", largest=LARGEST)

    killer.join()
    assert (answer.untrusted_numbers, bytes(answer.untrusted_body)) == ((7,), b"still here")
    assert first not in children()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_second_try_begins_only_when_no_other_job_is_under_way(workshop: Workshop) -> None:
    before, done = children(), list[str]()

    def stopped_worker() -> int:
        """Start a worker and stop it, so that its job lasts until the test says so."""
        known = children()
        with workshop._lock:
            idle, workshop._idle = workshop._idle, []
        workshop.warm_up()
        workshop._idle += idle
        (process,) = children() - known
        os.kill(int(process), signal.SIGSTOP)
        return int(process)

    def begin(job: Callable[..., object], name: str) -> threading.Thread:
        def run() -> None:
            job(ECHO, (), b"", largest=LARGEST)
            done.append(name)

        thread, busy = threading.Thread(target=run), len(workshop._busy)
        thread.start()
        wait_until(lambda: len(workshop._busy) > busy)
        return thread

    held_process, killed_process = stopped_worker(), stopped_worker()
    held = begin(workshop.ask, "held")  # takes the last of those that are idle, which was started first
    again = begin(workshop.ask_again, "again")
    os.kill(killed_process, signal.SIGKILL)
    wait_until(workshop._alone.locked)
    time.sleep(AT_ONCE_S)

    assert children() - before == {str(held_process)}  # nobody was started for the second try
    os.kill(held_process, signal.SIGCONT)
    for thread in (held, again):
        thread.join(LIMITS.start_s)
    assert done == ["held", "again"]


def test_a_job_that_kills_its_workers_is_tried_twice_alone_and_holds_up_nobody(workshop: Workshop) -> None:
    failures: list[Failure] = []

    def ask() -> None:
        try:
            workshop.ask_again(Fault.SILENT_EXIT, (), b"", largest=LARGEST)
        except WorkerFailed as failed:
            failures.append(failed.failure)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert failures == [Failure.DIED] * 4
    assert workshop.ask_again(ECHO, (), b"", largest=LARGEST).code == DONE


def test_another_failure_is_not_tried_again(workshop: Workshop) -> None:
    with pytest.raises(WorkerFailed) as caught:
        workshop.ask_again(Fault.SHORT_ANSWER, (), b"", largest=3)

    assert caught.value.failure is not Failure.DIED
