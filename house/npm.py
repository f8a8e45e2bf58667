"""Bluesky's own server for `tests/servers`, from npm by its lock file, in `build/pds`.

Nothing of it runs while it is installed, and the lock names every package's digest. It needs Node 18 or
later, as Debian has it.
"""

import filecmp
import shutil
import subprocess

from house.environment import ROOT

SOURCE = ROOT / "tests" / "servers" / "pds"
TARGET = ROOT / "build" / "pds"
DEBIAN = [] if shutil.which("npm") else ["nodejs", "npm"]
"""What Debian has of it; Node from elsewhere brings its own npm."""
PATIENCE_S = 170.0
_FILES = ("package.json", "package-lock.json", "server.js", "shim/index.js", "shim/package.json")
_DONE = "installed"


def ready() -> bool:
    """Tell whether all of it is installed as it stands in the project."""
    same, _, _ = filecmp.cmpfiles(SOURCE, TARGET, _FILES, shallow=False)
    return len(same) == len(_FILES) and (TARGET / _DONE).exists()


def try_to_install() -> None:
    """Install it where it isn't; where that fails, say so and go on."""
    npm = shutil.which("npm")
    if ready() or npm is None:
        return
    shutil.rmtree(TARGET, ignore_errors=True)
    shutil.copytree(SOURCE, TARGET, ignore=shutil.ignore_patterns("node_modules"))
    print("Installing the tests' Bluesky server", flush=True)
    command = (npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    try:
        subprocess.run(command, cwd=TARGET, check=True, timeout=PATIENCE_S)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"Could not install it ({type(error).__name__}): its tests are skipped.", flush=True)
    else:
        (TARGET / _DONE).touch()
