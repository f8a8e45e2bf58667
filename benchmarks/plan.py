"""What ten years of daily posts on 200 accounts cost; `python3 dev.py bench plan`.

Each figure is the quickest of several, with a tenth of the history and with all of it: the cost must not grow
with the years. It ends with 1 where one is over its limit, or where all of it costs half as much again. The
screens are the program's own, off screen: from the question to the painted window, for who has most cards.
What `bench history` measures of a hundred thousand past posts that come in stands below.
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

from PySide6.QtWidgets import QApplication

from benchmarks import history
from benchmarks._ten_years import fill
from smadmin.app.stage import make_stage_application, staged
from smadmin.domain.school_days import DAY
from smadmin.services.calendar import Calendar
from smadmin.services.office import open_grounds
from smadmin.services.places import Place
from smadmin.services.plan import Plan
from smadmin.services.policy import Policy
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.today.gather import Today
from smadmin.ui.plan.calendar import KINDS, CalendarPage
from smadmin.ui.plan.table import Kind
from smadmin.ui.today.sources import SOURCES, needs_from
from tests.school import TinySchool, make_school, passphrase

LIMITS_MS = {
    "cadence of all accounts": 200,
    "Today, read": 200,
    "Today, every card": 200,
    "Today, painted": 200,
    "a month, read": 100,
    "a month, painted": None,
    "command line": 1500,
}
ROUNDS = 7
GROWS_AT_MOST = 1.5
_MADE_MS = 3_000
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


def in_the_window(school: TinySchool, folder: Path, application: QApplication) -> dict[str, float]:
    """Ask what the screens ask, and show it; gives the ms of each."""
    office = open_grounds(Place(folder, folder), lambda _: school.secrets).office()
    unlocked = office.session.sign_in(school.people["cem"], passphrase("cem"))
    office.begin_work(unlocked.actor)
    by = unlocked.actor

    def every_card() -> None:
        office.today.gather(by), office.today.alarms(by), office.clocks.look(by), office.notices.brief(by)
        for name in SOURCES:
            needs_from(name, office, by)

    found = {"Today, every card": measured(every_card)}
    with staged(office, application, language="en") as stage:

        def shown(load: Callable[[], None]) -> Callable[[], None]:
            def once() -> None:
                load()
                stage.read()
                stage.frame.grab()

            return once

        stage.rest(_MADE_MS)  # the other screens are made beforehand, whatever is measured
        found["Today, painted"] = measured(shown(stage.open("today").load))
        stage.open("plan")
        page = next(iter(stage.frame.findChildren(CalendarPage)))
        page.kinds.setCurrentIndex(KINDS.index(Kind.ACCOUNTS))
        stage.rest()
        found["a month, painted"] = measured(shown(page.load))
    office.close()
    return found


def figures(years: int, folder: Path, application: QApplication) -> tuple[int, dict[str, float]]:
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
        "Today, read": measured(lambda: screen.gather(by)),
        "a month, read": measured(lambda: calendar.span(by, *month)),
    }
    school.rest()
    found |= in_the_window(school, folder, application)
    found["command line"] = measured(lambda: command_line(folder, today))
    school.store.close()
    return posts, found


def main() -> int:
    """Measure both, and hold the whole history to the limits and to its tenth."""
    application = make_stage_application()
    with tempfile.TemporaryDirectory(prefix="smadmin-plan-") as made:
        tenth, before = figures(1, Path(made) / "one", application)
        whole, after = figures(10, Path(made) / "ten", application)
    print(f"{'':28}{f'{tenth:,} posts':>16}{f'{whole:,} posts':>16}{'at most':>12}")
    failed = False
    for name, limit in LIMITS_MS.items():
        grows = after[name] > before[name] * GROWS_AT_MOST + FEW_MS
        over = limit is not None and after[name] > limit
        failed |= grows or over
        told = "  too slow" if over else "  grows" if grows else ""
        most = f"{limit:>9} ms" if limit else ""
        print(f"{name:28}{before[name]:>13.0f} ms{after[name]:>13.0f} ms{most}{told}")
    return int(failed) | history.main()


if __name__ == "__main__":
    sys.exit(main())
