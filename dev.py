"""A developer's one command: `python3 dev.py run`, `test`, `lint`, `demands`, `bench NAME`, `shots`, ….

Needs nothing but Python 3.11's standard library. The first verb makes `.venv`; later ones are instant.

  run [ARGUMENTS…]          opens the window; without a display the demo, which says where its report is
  test [PART…] [ARGUMENTS…] style, types, layers and all tests; PART is one of lint, unit, gui, servers,
                            faults, journeys, keyring; ARGUMENTS go to pytest (-k posts);
                            --no-servers leaves the real servers out
  lint                      style, types, layers
  demands [--json]          the districts' demands: clause, what keeps it, which tests show it, what is open
  bench NAME                measures benchmarks/NAME.py against its figures
  shots                     pictures of all screens from the real window, in build/shots
  sample [--only NAME]      draws the sample school's pictures again (about four minutes)
  lock                      renews the pinned, hashed requirements
"""

import os
import subprocess
import sys
import time

from house import catalogues, debian, environment, locking, npm, parts
from house import demands as districts

INSTALL_MINUTES = 3
LINT_MINUTES = 2
NO_SERVERS = "--no-servers"


def main(arguments: list[str]) -> int:
    """Do the verb and give its exit status."""
    verbs = {
        "run": run,
        "test": test,
        "lint": lint,
        "demands": demands,
        "bench": bench,
        "shots": shots,
        "sample": sample,
        "lock": lock,
    }
    if not arguments or arguments[0] not in verbs:
        print(__doc__)
        return 0 if arguments[:1] in (["help"], ["--help"], ["-h"]) else 2
    return verbs[arguments[0]](arguments[1:])


def run(arguments: list[str]) -> int:
    """Open the window, or where there is no display, run the demo."""
    _prepare("runtime")
    program = [str(environment.PYTHON), "-m", "smadmin"]
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return subprocess.run([*program, *arguments], check=False).returncode
    target = parts.BUILD / "demo"
    print("There is no display, so the main job is done without a window.", flush=True)
    status = subprocess.run([*program, "demo", "--out", str(target), *arguments], check=False).returncode
    if status == 0:
        print(f"Its report: {target / 'report.html'}")
    return status


def test(arguments: list[str]) -> int:
    """Run all parts or those named; say time, budget and totals."""
    began = time.monotonic()
    names, left_out, arguments = _chosen(arguments)
    _prepare("dev", servers="servers" in names)
    rows = [("install", time.monotonic() - began, INSTALL_MINUTES)]
    outcomes = {}
    for name in names:
        if name == "lint":
            outcomes[name] = parts.style_types_layers()
        else:
            outcomes[name] = parts.run(name, arguments)
        minutes = LINT_MINUTES if name == "lint" else parts.PARTS[name].minutes
        rows.append((name, outcomes[name].seconds, minutes))
    status = _close(outcomes, rows)
    if left_out:
        print(f"Left out, as asked: {left_out}. Nothing was tried on a real server.", flush=True)
    return status


def _chosen(arguments: list[str]) -> tuple[list[str], str, list[str]]:
    """Read which parts are to run, which of them was left out on purpose, and what goes to pytest."""
    further = [one for one in arguments if one != NO_SERVERS]
    left_out = "servers" if NO_SERVERS in arguments else ""
    known = ("lint", *parts.PARTS)
    named = []
    while further and further[0] in known:
        named.append(further.pop(0))
    return [name for name in named or known if name != left_out], left_out, further


def lint(_arguments: list[str]) -> int:
    """Hold style, types and layers."""
    _prepare("dev")
    return 0 if parts.style_types_layers().sound else 1


def demands(arguments: list[str]) -> int:
    """Print the districts' demands; needs no environment."""
    if arguments not in ([], ["--json"]):
        print("python3 dev.py demands [--json]")
        return 2
    try:
        found = districts.demands()
    except districts.Unknown as error:
        print(error, file=sys.stderr)
        return 1
    print(districts.as_json(found) if arguments else districts.as_table(found))
    return 0


def bench(arguments: list[str]) -> int:
    """Run one benchmark on a screen and a bus of its own."""
    names = sorted(path.stem for path in (environment.ROOT / "benchmarks").glob("[!_]*.py"))
    if not arguments or arguments[0] not in names:
        print("python3 dev.py bench NAME, where NAME is one of:", ", ".join(names) or "(none yet)")
        return 2
    _prepare("dev")
    module = f"benchmarks.{arguments[0]}"
    return parts.started((*parts.ON_A_SCREEN, str(environment.PYTHON), "-m", module, *arguments[1:]))


def shots(arguments: list[str]) -> int:
    """Take pictures of all screens from the real window."""
    _prepare("dev")
    target = str(parts.BUILD / "shots")
    program = (str(environment.PYTHON), "-m", "smadmin", "demo", "--out", target)
    status = parts.started((*parts.ON_A_SCREEN, *program, *arguments))
    print(f"Pictures: {target}")
    return status


def sample(arguments: list[str]) -> int:
    """Draw the sample school's pictures again, in place."""
    _prepare("dev")
    drawing = [str(environment.PYTHON), "-m", "drawing", ".", *arguments]
    return subprocess.run(drawing, cwd=environment.ROOT / "resources" / "sample", check=False).returncode


def lock(_arguments: list[str]) -> int:
    """Renew requirements/*.txt; the next verb installs what changed."""
    locking.lock()
    return 0


def _prepare(kind: str, *, servers: bool = False) -> None:
    debian.install(debian.RUN if kind == "runtime" else debian.TEST)
    optional = [debian.BROWSER, *([debian.SERVERS, npm.DEBIAN] if servers else [])]
    for packages in optional if kind == "dev" else []:
        if debian.has(packages):
            debian.try_to_install(packages)
    if servers:
        npm.try_to_install()
    environment.prepare(kind)
    if catalogues.stale():
        subprocess.run([environment.PYTHON, "-m", "house.catalogues"], cwd=environment.ROOT, check=True)


def _close(outcomes: dict[str, parts.Outcome], rows: list[tuple[str, float, int]]) -> int:
    print("\npart        seconds   budget")
    for name, seconds, minutes in rows:
        over = "   over its budget" if seconds > minutes * 60 else ""
        print(f"{name:<10}{seconds:>9.1f}{minutes * 60:>9}{over}")
    print(f"{'all':<10}{sum(row[1] for row in rows):>9.1f}")
    if unsound := [name for name, outcome in outcomes.items() if not outcome.sound]:
        print("Not in order:", ", ".join(unsound))
    for name in (name for outcome in outcomes.values() for name in outcome.unsteady):
        print("UNSTEADY, to be mended: failed at first, passed when run again alone:", name)
    passed, failed, skipped = (
        sum(getattr(outcome, count) for outcome in outcomes.values())
        for count in ("passed", "failed", "skipped")
    )
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return 1 if unsound else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
