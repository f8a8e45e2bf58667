"""The parts of `dev.py test`: how each is started, what it may cost, and what it counted.

A part's counts come from pytest's own report files. A run without one did not finish, whatever its exit
status says: a library that quits with status 0 in the middle must not look green; nor must a test that was
skipped for a reason which isn't on the list of `skips`. A part of several runs
has two or three side by side, in the order that keeps them busy to the end; only the run of the domain's
own tests is measured, because counting branches makes all that runs beside them half as slow again.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from house import skips, unsteady
from house.environment import PYTHON, ROOT, in_venv

BUILD = ROOT / "build"
NO_TESTS = 5
"""pytest's exit status when it selected nothing."""

NOT_THERE = 127
"""The shell's exit status for a program it can't find."""

KEYRING = """
printf "testpw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
"$@"
"""
DESKTOP = """
printf "testpw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
openbox --startup "touch $XDG_RUNTIME_DIR/ready" >/dev/null 2>&1 & manager=$!
until [ -e "$XDG_RUNTIME_DIR/ready" ] || ! kill -0 $manager; do sleep 0.05; done
"$@"; status=$?
kill $manager; wait $manager
exit $status
"""
BUS = ("dbus-run-session", "--", "bash", "-c")
SCREEN = ("xvfb-run", "--auto-servernum", "--server-args", "-screen 0 1280x800x24")
ON_A_SCREEN = (*SCREEN, *BUS, DESKTOP, "desktop")
WITH_A_KEYRING = (*BUS, KEYRING, "keyring")


@dataclass(frozen=True)
class Run:
    """One process of pytest.

    Args:
        places: the folders and files it runs.
        without: what of it another run has.
        measured: whether the domain's branches are counted.
    """

    places: tuple[str, ...]
    without: tuple[str, ...] = ()
    measured: bool = False


@dataclass(frozen=True)
class Part:
    """What is started, counted and budgeted together.

    Args:
        runs: its processes, the longest first.
        minutes: its budget.
        wrap: the command in front of each that lends a screen, a bus, a keyring.
        marks: pytest's `-m`.
        at_a_time: how many of its runs go side by side; more than the computer has cores, where tests wait
            for the window more than they compute.
        waits: whether its tests wait for a window system, so that `unsteady` gives one a second try.
    """

    runs: tuple[Run, ...]
    minutes: int
    wrap: tuple[str, ...] = ()
    marks: str = "not keyring"
    at_a_time: int = 2
    waits: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a part counted; `sound` also holds its exit status and its coverage.

    `unsteady` names the tests among the passed that failed at first.
    """

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    sound: bool = True
    unsteady: tuple[str, ...] = ()


DOMAIN = "tests/unit/domain"
SERVICES = "tests/unit/services"
PICTURES = (f"{SERVICES}/photos", f"{SERVICES}/students", "tests/unit/imaging", "tests/unit/sample")
SECOND_HALF = tuple(
    path.relative_to(ROOT).as_posix() for path in sorted((ROOT / SERVICES).glob("test_[n-z]*.py"))
)
"""By their names the services' tests are two halves, so that both cores have one."""
JOURNEYS = "tests/journeys"
LATER = tuple(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / JOURNEYS).glob("test_[l-z]*.py")))
"""The journeys' second half by their names; each half has a screen of its own."""
WRITING = ("tests/gui/composer", "tests/gui/publish")
KILLING = tuple(f"tests/faults/test_{name}.py" for name in ("killed_store", "tampering", "logins"))
"""Most of the faults' time: processes ended over and over, and one database spoiled in every column."""
SPOILED = "tests/servers/test_wordpress_faults.py"
"""Half of the servers' time: every fault at every step of one platform."""
BLUESKY = tuple(f"tests/servers/test_{name}.py" for name in ("bluesky", "bluesky_faults", "sending_bluesky"))

PARTS = {
    "unit": Part(
        (
            Run(SECOND_HALF),
            Run((SERVICES,), without=(*SECOND_HALF, *PICTURES)),
            Run(PICTURES),
            Run(("tests/unit",), without=(DOMAIN, SERVICES, *PICTURES)),
            Run((DOMAIN,), measured=True),
        ),
        9,
    ),
    "gui": Part(
        (
            Run(("tests/gui",), without=("tests/gui/photos", "tests/gui/shell", *WRITING)),
            Run(("tests/gui/photos",)),
            Run(("tests/gui/shell",)),
            Run(WRITING),
        ),
        9,
        at_a_time=3,
        waits=True,
    ),
    "servers": Part(
        (Run((SPOILED,)), Run(BLUESKY), Run(("tests/servers",), without=(SPOILED, *BLUESKY))),
        3,
    ),
    "faults": Part((Run(KILLING), Run(("tests/faults",), without=KILLING)), 4),
    "journeys": Part((Run(LATER), Run((JOURNEYS,), without=LATER)), 7, wrap=ON_A_SCREEN, waits=True),
    "keyring": Part((Run(("tests",)),), 1, wrap=WITH_A_KEYRING, marks="keyring", waits=True),
}


def style_types_layers() -> Outcome:
    """Hold the house's walls that need no test: ruff, mypy, import-linter."""
    began = time.monotonic()
    commands = (
        (in_venv("ruff"), "check", "--quiet"),
        (in_venv("ruff"), "format", "--check", "--quiet"),
        (in_venv("mypy"),),
        (in_venv("lint-imports"), "--no-logo"),
    )
    sound = True
    for command in commands:
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
        if done.returncode:
            sound = False
            print(f"--- {Path(command[0]).name}\n{done.stdout}{done.stderr}", flush=True)
    return Outcome(seconds=time.monotonic() - began, sound=sound)


def run(name: str, arguments: list[str]) -> Outcome:
    """Run one part, with further arguments for pytest (which then may select nothing)."""
    part = PARTS[name]
    print(f"=== {name}", flush=True)
    began = time.monotonic()
    if not _has_tests(part):
        print("There are no tests here; each part must have some.", flush=True)
        return Outcome(sound=False)
    BUILD.mkdir(exist_ok=True)
    with ThreadPoolExecutor(part.at_a_time) as side_by_side:
        started_runs = [
            side_by_side.submit(_run, part, f"{name}-{number}", run, arguments)
            for number, run in enumerate(part.runs, 1)
        ]
        outcomes = [started_run.result() for started_run in started_runs]
    return Outcome(
        sum(outcome.passed for outcome in outcomes),
        sum(outcome.failed for outcome in outcomes),
        sum(outcome.skipped for outcome in outcomes),
        time.monotonic() - began,
        all(outcome.sound for outcome in outcomes),
        tuple(name for outcome in outcomes for name in outcome.unsteady),
    )


def _run(part: Part, name: str, run: Run, arguments: list[str]) -> Outcome:
    first = _tried(part, name, run, arguments)
    report = BUILD / f"{name}.xml"
    failed = unsteady.failures(report)
    if not part.waits or not unsteady.may_be(failed) or skips.unlisted(skips.reasons(report), skips.ALLOWED):
        return first
    again = _tried(part, f"{name}-again", run, [*arguments, "--last-failed", *_remembered(name)])
    if not again.sound or again.passed != len(failed):
        return replace(first, seconds=first.seconds + again.seconds)
    passed, seconds = first.passed + again.passed, first.seconds + again.seconds
    return Outcome(passed, 0, first.skipped, seconds, unsteady=failed)


def _remembered(name: str) -> tuple[str, ...]:
    """Say where pytest keeps which tests of a run failed: apart from the runs beside it."""
    return ("-o", f"cache_dir={BUILD / 'remembered' / name.removesuffix('-again')}")


def _tried(part: Part, name: str, run: Run, arguments: list[str]) -> Outcome:
    began = time.monotonic()
    report = BUILD / f"{name}.xml"
    report.unlink(missing_ok=True)
    measured = run.measured and not arguments
    runner = ("-m", "coverage", "run", "-m", "pytest") if measured else ("-m", "pytest")
    without = [f"--ignore={folder}" for folder in run.without]
    pytest = (*runner, "-q", "-m", part.marks, f"--junit-xml={report}", *_remembered(name), *run.places)
    pytest += (*without, *arguments)
    command = (*part.wrap, str(PYTHON), *pytest)
    if len(part.runs) == 1:
        status = started(command)
    else:  # several on one terminal are unreadable
        with (BUILD / f"{name}.txt").open("w+", encoding="utf-8") as said:
            status = started(command, said)
            said.seek(0)
            print(f"--- {name}: {' '.join(run.places[:3])}\n{said.read()}", flush=True)
    outcome = _counted(report, time.monotonic() - began)
    sound = outcome.sound and (status == 0 or (status == NO_TESTS and bool(arguments)))
    if sound and measured:
        sound = _covered()
    return Outcome(outcome.passed, outcome.failed, outcome.skipped, outcome.seconds, sound)


def started(command: tuple[str, ...], said: IO[str] | None = None) -> int:
    """Run a command in a home and on a bus of its own, never the developer's; give its exit status.

    Args:
        command: what to run.
        said: a file for all that it says; without one it goes to the terminal.
    """
    if not shutil.which(command[0]):
        print(f"{command[0]} is missing; as root, dev.py installs it.", file=sys.stderr)
        return NOT_THERE
    with tempfile.TemporaryDirectory(prefix="smadmin-home-", ignore_cleanup_errors=True) as home:
        runtime = Path(home) / "run"
        runtime.mkdir(mode=0o700)
        environment = {name: value for name, value in os.environ.items() if name not in _OURS}
        environment |= {"HOME": home, "XDG_RUNTIME_DIR": str(runtime), "PYTHONUTF8": "1"}
        return subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT if said else None,
        ).returncode


_OURS = frozenset(
    "DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS QT_QPA_PLATFORM PYTHONPATH COVERAGE_FILE".split()
)


def _has_tests(part: Part) -> bool:
    if part.marks == "keyring":
        return any("mark.keyring" in path.read_text("utf-8") for path in ROOT.glob("tests/**/test_*.py"))
    places = [ROOT / place for run in part.runs for place in run.places]
    return all(place.is_file() or any(place.rglob("test_*.py")) for place in places)


def _counted(report: Path, seconds: float) -> Outcome:
    if not report.exists():
        print(f"{report.stem}: no report was written; the run ended before its end.", file=sys.stderr)
        return Outcome(failed=1, seconds=seconds, sound=False)
    suites = ET.parse(report).getroot().iter("testsuite")  # noqa: S314  our own pytest wrote it a moment ago
    total = failed = skipped = 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    sound = skips.told(skips.reasons(report)) and failed == 0
    return Outcome(max(0, total - failed - skipped), failed, skipped, seconds, sound)


def _covered() -> bool:
    report = [str(PYTHON), "-m", "coverage", "report", "--format=total"]
    done = subprocess.run(report, cwd=ROOT, check=False, capture_output=True, text=True)
    print(
        f"Branches of smadmin/domain covered: {done.stdout.strip().splitlines()[0]} % (at least 95)",
        flush=True,
    )
    if done.returncode:
        subprocess.run(report[:-1], cwd=ROOT, check=False)
    return done.returncode == 0
