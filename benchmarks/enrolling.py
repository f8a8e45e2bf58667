"""A school's whole list and its portraits taken over; `python3 dev.py bench enrolling [CHILDREN]`.

Measures reading, comparing and taking a list of 5,000 children, adding a portrait for each, and making the
face patterns of those who said no and agreed to matching (one in five): how long each takes, the longest time
without progress, how soon each ends when somebody stops it, and the memory of all processes together. The
portraits are the drawn children's, each a little different; who they are said to be is invented.
"""

import csv
import itertools
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PIL import Image, ImageEnhance

from benchmarks.scan import memory_asked
from smadmin import resources
from smadmin.domain.actors import Actor
from smadmin.services.jobs import Progress
from smadmin.services.office import Office
from smadmin.services.students.imports import Order
from smadmin.services.students.portrait_imports import PortraitStep
from tests.sample import sample_office, sit

CHILDREN = 5_000
ONE_IN = 5
"""Of so many children one said no to photos and agreed to matching."""
STOPPED_AFTER = 1
STILL_S, STOPS_S, MEMORY_GB = 2.0, 1.0, 2.5


@dataclass(frozen=True)
class Run:
    """A job that ran to its end: how long, and the longest wait for a sign of it."""

    name: str
    number: int
    seconds: float
    still_s: float


def main() -> int:
    """Take everything over and print the figures; 1 where one isn't met."""
    children = int(sys.argv[1]) if len(sys.argv) > 1 else CHILDREN
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        office = sample_office(folder / "school")
        office.grounds.photos_at_once = 2
        by = sit(office, "maya-ortega").actor
        listed = make_list(folder / "students.csv", children, office)
        portraits = make_portraits(folder / "portraits", children)
        office.workers.name()  # what sees is started before
        try:
            with memory_asked() as memory:
                good = measure(office, by, listed, portraits)
        finally:
            office.close()
    met = max(memory) <= MEMORY_GB
    print(f"memory of all processes {max(memory):.2f} GB, at most {MEMORY_GB:g}: {_word(met)}")
    return 0 if good and met else 1


def measure(office: Office, by: Actor, listed: Path, portraits: Path) -> bool:
    """Take list and portraits over, each once stopped and once to its end."""
    began = time.perf_counter()
    read = office.imports.read(listed)
    order = Order(read.table, office.imports.meanings(by, read.table))
    read_at = time.perf_counter()
    found = office.imports.compare(by, order)
    compared_s = time.perf_counter() - read_at
    print(f"list of {found.rows} children: read {read_at - began:.1f} s, compared {compared_s:.1f} s")
    stops = [stopped("the list", office.imports.take(by, order, found))]
    runs = [ran("the list", office.imports.take(by, order, found))]
    began = time.perf_counter()
    plan = office.portrait_imports.look(by, portraits)
    print(f"{len(plan.placed.files)} portraits have a child: looked up {time.perf_counter() - began:.1f} s")
    stops.append(stopped("the portraits", office.portrait_imports.take(by, plan)))
    steps = office.portrait_imports.take(by, plan)
    told = list[PortraitStep]()
    runs.append(ran("the portraits", _noted(steps, told)))
    unusable = sum(len(step.unusable) for step in told)
    print(f"  added {told[-1].kept}, unusable {unusable}, flawed {sum(len(step.flawed) for step in told)}")
    stops.append(stopped("face patterns", office.portraits.make_patterns(by)))
    runs.append(ran("face patterns", office.portraits.make_patterns(by)))
    return all(run.still_s <= STILL_S for run in runs) and all(stop <= STOPS_S for stop in stops)


def ran(name: str, job: Iterator[Progress]) -> Run:
    """Let a job run to its end, and tell."""
    begun = last = time.perf_counter()
    still_s, number = 0.0, 0
    for step in job:
        now = time.perf_counter()
        still_s, last, number = max(still_s, now - last), now, step.total
    run = Run(name, number, time.perf_counter() - begun, max(still_s, time.perf_counter() - last))
    pace = f"{number / run.seconds:.1f} a second, longest without a sign {run.still_s:.2f} s"
    print(f"{name}: {number} in {run.seconds:.1f} s, {pace}: {_word(run.still_s <= STILL_S)}", flush=True)
    return run


def stopped(name: str, job: Iterator[Progress]) -> float:
    """Let a job begin, and stop it as the window does; gives how long stopping took."""
    for _ in itertools.islice(job, STOPPED_AFTER):
        pass
    begun = time.perf_counter()
    job.close()  # type: ignore[attr-defined]  # every job is a generator
    took = time.perf_counter() - begun
    print(f"{name}: stopped after its first step in {took:.2f} s: {_word(took <= STOPS_S)}")
    return took


def make_list(file: Path, children: int, office: Office) -> Path:
    """Write a list as a school's system does."""
    day = office.school.local(office.desk.now).date() - timedelta(days=3)
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(
            (
                "Student ID",
                "Last Name",
                "First Name",
                "Homeroom",
                "No Photos",
                "Face matching consent",
                "Guardian",
            )
        )
        for number in range(children):
            said = ("Y", day.isoformat(), f"Guardian {number}") if number % ONE_IN == 0 else ("", "", "")
            rows.writerow(
                (f"{100_000 + number}", f"Last{number}", f"First{number}", f"{number % 40}a", *said)
            )
    return file


def make_portraits(folder: Path, children: int) -> Path:
    """Make a portrait for each child, named by number."""
    folder.mkdir()
    drawn = [
        Image.open(file).convert("RGB") for file in sorted(resources.find("sample/portraits").glob("*/*.jpg"))
    ]
    for number in range(children):
        kind, turn = drawn[number % len(drawn)], number // len(drawn)
        light = ImageEnhance.Brightness(kind).enhance(0.8 + 0.4 * (turn % 9) / 9)
        light.putpixel((turn % light.width, 0), (turn % 256, 1, 2))
        light.save(folder / f"{100_000 + number}.jpg", quality=90)
    return folder


def _noted(steps: Iterator[PortraitStep], told: list[PortraitStep]) -> Iterator[PortraitStep]:
    for step in steps:
        told.append(step)
        yield step


def _word(met: bool) -> str:  # noqa: FBT001 - it words what was measured
    return "met" if met else "NOT MET"


if __name__ == "__main__":
    sys.exit(main())
