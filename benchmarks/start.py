"""How soon the window stands, beside a bare PySide6 window in the same run; `python3 dev.py bench start`.

Figures: first frame within 2.0 times the bare window's (medians of alternating runs), Today filled within
2.5 s of the start (nobody's thinking counted), `smadmin demo` within 60 s, a second `dev.py run` within 3 s.
Compiled modules are kept in a throw-away folder, as they are kept beside the program on a person's computer.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7
MOST_TIMES, TODAY_S, DEMO_S, SECOND_RUN_S = 2.0, 2.5, 60.0, 3.0


def main() -> int:
    """Measure everything; 1 where a figure isn't met."""
    met = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        data = Path(folder) / "data"
        started("today", data)  # the first one makes the sample school
        started("program", data)  # and compiles what a first frame needs
        pairs = [(started("bare")[0], started("program", data)[0]) for _ in range(ROUNDS)]
        bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
        met.append(tell("first frame / bare window", ours / bare, MOST_TIMES, f"{ours:.2f} s / {bare:.2f} s"))
        whole = [started("today", data) for _ in range(ROUNDS)]
        gate, seated = (statistics.median(column) for column in zip(*whole, strict=True))
        met.append(tell("Today filled, s", gate + seated, TODAY_S, f"{gate:.2f} + {seated:.2f}"))
        met.append(tell("second dev.py run to first frame, s", _dev_py_costs() + ours, SECOND_RUN_S, ""))
        began = time.monotonic()
        demo = [sys.executable, "-m", "smadmin", "demo", "--out", str(Path(folder) / "demo")]
        subprocess.run(demo, check=True, stdout=subprocess.DEVNULL)
        met.append(tell("smadmin demo, s", time.monotonic() - began, DEMO_S, ""))
    return 0 if all(met) else 1


def started(what: str, folder: Path | None = None) -> list[float]:
    """Start something in a process of its own; gives the seconds it says."""
    command = [sys.executable, "-m", f"benchmarks._{what}", str(time.monotonic())]
    command += [] if folder is None else [str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [float(word) for word in done.stdout.split()]


def tell(name: str, measured: float, most: float, beside: str) -> bool:
    """Print a figure beside its limit."""
    met = measured <= most
    print(
        f"{name:<38}{measured:>7.2f}  at most {most:<5}{'met' if met else 'NOT MET':<9}{beside}", flush=True
    )
    return met


def _dev_py_costs() -> float:
    """Measure what dev.py adds where everything is there already: the same command with it and without."""
    with_it = ["python3", "dev.py", "run", "--version"]
    without = [sys.executable, "-m", "smadmin", "--version"]
    told = [statistics.median(_seconds(one) for _ in range(3)) for one in (with_it, without)]
    return told[0] - told[1]


def _seconds(command: list[str]) -> float:
    began = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
