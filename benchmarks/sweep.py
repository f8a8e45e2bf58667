"""Searching kept pictures for a child with nobody signed in; `python3 dev.py bench sweep [PICTURES]`.

A school in a temporary folder keeps PICTURES covered, clean files of 2048 px (150 unless told otherwise) of
the drawn school's photos, and of the test photos beside the checkout where they are. One child is enrolled.
Two processes search them, one after the other, by the task file that a person sealed; the first is killed in
its second piece. Beside them the plain way in the same run: `face_recognition` over the same files, a process
for each core. Fails when 20,000 would take two cores over ten hours, when memory goes beyond its limit,
or a picture is lost or taken in twice.
"""

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path

from benchmarks._sweep import CORES, library_pictures, made_library, peer_s
from smadmin.domain.sweep_tasks import LEASE
from tests.sweeping import Sweeping

PICTURES = 150
LIBRARY, NIGHT_S = 20_000, timedelta(hours=10).total_seconds()
MOST_CPU_S = CORES * NIGHT_S / LIBRARY
MOST_GB = 2.5
BY_PEER = 16
"""So many of the pictures the plain way searches."""


@dataclass(frozen=True)
class Searched:
    """What one process did.

    Args:
        done: pictures of the pieces that were whole by its end, whoever searched them.
    """

    done: int
    wall_s: float
    cpu_s: float
    memory_gb: float


def main() -> int:
    """Search, print the figures; 1 where one isn't met."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        begun = time.perf_counter()
        sweeping = made_library(folder, count)
        print(f"{count} pictures were made and taken in in {time.perf_counter() - begun:.0f} s")
        begun = time.perf_counter()
        sealed = sweeping.tasks.seal(sweeping.ana, sweeping.sweep).value
        sealed_s = time.perf_counter() - begun
        _handed_over(sweeping, folder)
        killed = run(folder, 0, killed_after=1)
        whole = run(folder, LEASE.total_seconds() / 60 + 1)
        begun = time.perf_counter()
        taken = sweeping.tasks.take_in(sweeping.ana, sweeping.sweep).value.pictures
        taken_s = time.perf_counter() - begun
        found = sweeping.taken()
        theirs_s = peer_s(list(islice(library_pictures(count), BY_PEER))) / BY_PEER
    print(f"sealed in {sealed_s:.2f} s, taken in in {taken_s:.2f} s")
    errors = sum(one.error is not None for some in found.values() for one in some)
    hits = sum(bool(one.hits) for some in found.values() for one in some)
    print(f"{hits} pictures with somebody who is or may be the child; {errors} couldn't be searched")
    once = taken == sealed == whole.done == count and all(len(one) == 1 for one in found.values())
    return report(count, killed, whole, theirs_s, once=once and len(found) == count)


def run(folder: Path, minutes: float, *, killed_after: int | None = None) -> Searched:
    """Search in a process of its own; gives what it did until it ended, or was killed in its next piece."""
    command = [sys.executable, "-m", "benchmarks._sweep", str(folder), str(minutes)]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    memory = subprocess.Popen(
        [sys.executable, "-m", "benchmarks._memory", str(process.pid)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    lines, before = list[int](), _cpu_s()
    for line in process.stdout or ():
        lines.append(json.loads(line)["done"])
        if len(lines) == killed_after:
            time.sleep(4.0)  # into the next piece
            process.kill()
            break
    process.wait()
    wall_s, cpu_s = time.perf_counter() - begun, _cpu_s() - before
    kept = json.loads(memory.communicate("")[0])
    if killed_after is None and process.returncode:
        raise RuntimeError("the search ended with an error")
    return Searched(lines[-1] if lines else 0, wall_s, cpu_s, max(kept))


def _cpu_s() -> float:
    import resource  # noqa: PLC0415 - not on Windows

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _handed_over(sweeping: Sweeping, folder: Path) -> None:
    """Let another process stand on the folder: with this login's keyring, and where the record ends."""
    school = sweeping.room.school
    school.note()
    kept = school.secrets._items  # noqa: SLF001 - the tests' own keyring, as the other process has it
    (folder / "keyring.json").write_text(json.dumps(kept), "utf-8")
    school.rest()


def report(count: int, killed: Searched, whole: Searched, theirs_s: float, *, once: bool) -> int:
    """Print each figure beside its limit."""
    rest = count - killed.done
    wall_s, cpu_s = whole.wall_s / rest, whole.cpu_s / rest
    hours = LIBRARY * cpu_s / CORES / 3600
    figures = (
        ("processor time a picture, s", cpu_s, MOST_CPU_S),
        (f"so {LIBRARY} on {CORES} cores, hours", hours, NIGHT_S / 3600),
        ("the same by the clock of this run, hours", LIBRARY * wall_s / 3600, NIGHT_S / 3600),
        ("memory of all its processes, GB", max(killed.memory_gb, whole.memory_gb), MOST_GB),
    )
    for name, value, most in figures:
        print(f"{name:<46}{value:>8.2f}  at most {most:g}  {'met' if value <= most else 'NOT MET'}")
    print(
        f"killed after {killed.done} of {count}; the next start did the other {rest} in {whole.wall_s:.0f} s"
    )
    print(f"each picture once, none lost: {'met' if once else 'NOT MET'}")
    print(f"face_recognition, two processes: {theirs_s:.2f} s a picture; {theirs_s / wall_s:.1f} times ours")
    return 0 if once and all(value <= most for _, value, most in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
