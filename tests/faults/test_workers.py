"""Planted worker faults (I2) and escapes (I3): a bad job costs itself, and nothing leaves the jail."""

import errno
import sys
import time
from collections.abc import Iterator

import pytest

from smadmin.jail.limits import EVERY_FENCE, GIB, Limits
from smadmin.jail.trade import DONE
from smadmin.jail.worker import WorkerFailed
from smadmin.jail.workshop import Workshop
from tests.faults.planted import ECHO, Escape, Fault

TRADE = "tests.faults.planted"
SHORT = Limits(memory=GIB, cpu_s=1, wall_s=1.0, start_s=20, jobs=100)
REPLACED_S = 1.0
SLACK_S = 1.0  # other tests share the processor
LARGEST = 1000
REFUSED = {errno.EPERM, errno.EACCES}


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    with Workshop(TRADE, SHORT) as workshop:
        yield workshop


def is_refused(workshop: Workshop, fault: Fault) -> bool:
    """Tell whether the job came to nothing, however it ended."""
    try:
        return workshop.ask(fault, largest=LARGEST).code != DONE
    except WorkerFailed:
        return True


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_spoils_its_own_job_and_the_worker_is_replaced(workshop: Workshop, fault: Fault) -> None:
    workshop.warm_up()

    assert is_refused(workshop, fault)

    begun = time.perf_counter()
    answer = workshop.ask(ECHO, (1, 2), b"still here", largest=LARGEST)
    assert bytes(answer.untrusted_body) == b"still here"
    assert answer.untrusted_numbers == (1, 2)
    assert time.perf_counter() - begun < REPLACED_S + SLACK_S


def test_many_faults_in_a_row_leave_a_working_workshop(workshop: Workshop) -> None:
    quick = (Fault.CRASH, Fault.ABORT, Fault.SILENT_EXIT, Fault.SHORT_ANSWER, Fault.ANOTHER_JOBS_ANSWER)

    spoiled = [is_refused(workshop, fault) for fault in quick * 4]

    assert spoiled == [True] * 20
    assert workshop.ask(ECHO, largest=LARGEST).code == DONE


@pytest.mark.skipif(sys.platform != "linux", reason="landlock and seccomp are Linux only")
@pytest.mark.parametrize("escape", Escape)
def test_a_worker_can_not_leave_its_jail(workshop: Workshop, escape: Escape) -> None:
    answer = workshop.ask(escape, largest=LARGEST)

    assert answer.code == DONE
    assert answer.untrusted_numbers[0] in REFUSED


@pytest.mark.skipif(sys.platform != "linux", reason="landlock and seccomp are Linux only")
def test_every_fence_stands_on_linux(workshop: Workshop) -> None:
    assert workshop.warm_up() == EVERY_FENCE
