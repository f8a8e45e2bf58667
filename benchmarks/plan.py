"""What ten years of daily posts on 200 accounts cost; `python3 dev.py bench plan`.

Each figure is the quickest of several, with a tenth of the history and with all of it: the cost must not grow
with the years. It ends with 1 where one is over its limit, or where all of it costs half as much again.
"""

import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks._ten_years import fill
from smadmin.domain.school_days import DAY
from smadmin.services.calendar import Calendar
from smadmin.services.plan import Plan
from smadmin.services.policy import Policy
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.today.gather import Today
from tests.school import make_school

LIMITS_MS = {
    "cadence of all accounts": 200,
    "Today": 200,
    "a month of all accounts": 100,
    "command line": 1500,
}
ROUNDS = 7
GROWS_AT_MOST = 1.5
FEW_MS = 10.0
"""Differences below this are the computer's, not the history's."""


def measured(deed: Callable[[], object]) -> float:
    """Give the quickest of several rounds, in ms: the others tell of the computer's other work."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        deed()
        took.append((time.perf_counter() - began) * 1000)
    return min(took)


def command_line(folder: Path, on: date) -> None:
    """Ask the command line, as a scheduled task does.

    Raises:
        RuntimeError: if it didn't answer.
    """
    command = [sys.executable, "-m", "smadmin", "--data", str(folder), "--json", "cadence", "--on", str(on)]
    asked = subprocess.run(command, capture_output=True, check=False)
    if asked.returncode not in {0, 1} or not json.loads(asked.stdout)["accounts"]:
        raise RuntimeError(asked.stderr.decode())


def figures(years: int, folder: Path) -> tuple[int, dict[str, float]]:
    """Build a store of so many years and measure it; gives the posts and the ms of each."""
    school = make_school(folder)
    today = school.clock.now().date()
    posts = fill(school, folder, years=years, today=today)
    reader, proof = Reader(school.desk, Policy.shipped()), Proof(school.desk, lambda: school.noted)
    plan, screen, by = Plan(school.desk, reader, proof), Today(school.desk, reader, proof), school.by("pat")
    calendar, last = Calendar(school.desk, reader, proof), today.replace(day=1) - DAY
    month = last.replace(day=1), last  # everything in it was planned, and is out
    gc.collect()
    gc.freeze()  # as the window does once its modules are loaded
    found = {
        "cadence of all accounts": measured(plan.cadence),
        "Today": measured(lambda: screen.gather(by)),
        "a month of all accounts": measured(lambda: calendar.span(by, *month)),
    }
    school.rest()
    found["command line"] = measured(lambda: command_line(folder, today))
    school.store.close()
    return posts, found


def main() -> int:
    """Measure both, and hold the whole history to the limits and to its tenth."""
    with tempfile.TemporaryDirectory(prefix="smadmin-plan-") as made:
        tenth, before = figures(1, Path(made) / "one")
        whole, after = figures(10, Path(made) / "ten")
    print(f"{'':28}{f'{tenth:,} posts':>16}{f'{whole:,} posts':>16}{'at most':>12}")
    failed = False
    for name, limit in LIMITS_MS.items():
        grows = after[name] > before[name] * GROWS_AT_MOST + FEW_MS
        over = after[name] > limit
        failed |= grows or over
        told = "  too slow" if over else "  grows" if grows else ""
        print(f"{name:28}{before[name]:>13.0f} ms{after[name]:>13.0f} ms{limit:>9} ms{told}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
