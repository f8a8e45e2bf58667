"""The real Secret Service: locked, killed midway, or asked for what lies elsewhere, it is said in time."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_UNLOCK = 'printf "pw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"'


needs_keyring = pytest.mark.skipif(
    not shutil.which("gnome-keyring-daemon"), reason="gnome-keyring isn't installed"
)


def told(script: str, home: Path) -> "subprocess.CompletedProcess[str]":
    """Run a script on a bus and in a home of its own, with a keyring of its own."""
    (home / "run").mkdir(mode=0o700)
    places = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run")}
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG"}}
    return subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", _UNLOCK, "x", sys.executable, str(_HERE / script)],
        env=kept | places | {"PYTHONPATH": str(_HERE.parents[1])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.keyring
@needs_keyring
def test_a_real_keyring_locked_killed_or_asked_elsewhere_never_hangs_nor_mixes(tmp_path: Path) -> None:
    done = told("real_ring.py", tmp_path)

    *before, killed = done.stdout.splitlines()
    assert before == [
        "kept: 5000 characters, quick",
        "in another collection: nothing, quick",
        "locked: keys.keyring-locked, quick",
    ], done.stderr
    # The bus starts another one, which is locked; where it hasn't yet heard of the end, there is none.
    assert killed in {"killed: keys.keyring-locked, quick", "killed: keys.no-keyring, quick"}, done.stderr


@pytest.mark.keyring
@needs_keyring
def test_a_keyring_that_stops_or_dies_during_a_call_is_said_in_time_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    done = told("ring_midway.py", tmp_path)

    # A daemon that the bus starts says on the way where it lies.
    assert [line for line in done.stdout.splitlines() if not line.startswith("GNOME_KEYRING_")] == [
        "stopped, read: keys.keyring-silent, in time",
        "stopped, kept: keys.keyring-silent, in time",
        "goes on: all of it, in time",
        "killed while it reads: gone, in time",
        "another one has: all of it, in time",
        "killed after two of five pieces: gone, in time",
        "another one has: all of it, in time",
        "a changed password: vault.no-keyring, in time",
        "shown later: the changed one",
        "in the keyring again: 2",
    ], done.stderr
