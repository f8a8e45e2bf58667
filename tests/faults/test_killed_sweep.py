"""Killed at any moment of a sweep: no twin, nothing said is lost, and the next start goes on.

The killed process is a fork, so that it holds the same open keys as the test.
"""

import os
import signal
import time
from pathlib import Path

import pytest

from smadmin.domain.students import OptOut
from smadmin.domain.sweeps import Decided, Found, SweepStep, key_of
from smadmin.services.heads import Noted
from smadmin.services.proof import Proof
from smadmin.services.sweeps import Sweeps
from smadmin.storage.clock import SystemIds
from tests.swept import Swept, sweeps_on

KILLS, ENOUGH = 5, 2
"""So many kills, and so many that must have hit: a busy machine makes one run slower than the one timed."""


def anew(swept: Swept) -> Sweeps:
    """Give the services as a start of the program makes them."""
    return sweeps_on(swept.road.school.desk, Proof(swept.road.school.desk, Noted))


def work(swept: Swept) -> None:
    """Search, look through what is left, decide, and end."""
    sweeps = anew(swept)
    sweep = sweeps.begin(swept.ana, swept.maya).value
    for picture in sweeps.looking(swept.ana, sweep).waiting:
        sweeps.look_through(swept.ana, sweep, [], [picture.photo])
    for line in sweeps.view(swept.ana, sweep).lines:
        if line.item.decided is None:
            sweeps.decide(swept.ana, sweep, line.item.key, Decided.KEEP, "The family agreed")


def in_a_fork(swept: Swept, killed_after: float | None) -> bool:
    """Work in a fork and tell whether it was killed at it."""
    swept.road.school.rest()
    child = os.fork()
    if child == 0:
        try:
            work(swept)
        finally:
            os._exit(0)
    if killed_after is not None:
        time.sleep(killed_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_sweep_killed_at_any_moment_goes_on(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    swept.road.school.desk.ids = SystemIds()
    post = swept.out().post
    photos = {swept.photo_of(swept.out("The fair.", photo=True)) for _ in range(2)}
    swept.says(OptOut.EVERYTHING)
    begun = time.monotonic()
    in_a_fork(swept, None)
    whole = time.monotonic() - begun

    hit = [in_a_fork(swept, whole * turn / KILLS) for turn in range(KILLS)]
    work(swept)

    sweeps = anew(swept)
    (sweep,) = sweeps.all(swept.ana)
    view = sweeps.view(swept.ana, sweep.id)
    assert {one.item.key: one.item.found for one in view.lines} == {
        key_of(post=post): Found.NAME,
        **{key_of(photo=one): Found.SEEN for one in photos},
    }
    assert {one.item.decided for one in view.lines} == {Decided.KEEP}
    sweeps.end(swept.ana, sweep.id)
    assert sweeps.view(swept.ana, sweep.id).sweep.step is SweepStep.ENDED
    assert swept.road.school.records.verify(by=swept.ana).whole
    assert sum(hit) >= ENOUGH
